import {
  commands,
  type Disposable,
  EndOfLine,
  EventEmitter,
  Range,
  Selection,
  SnippetString,
  type TextDocument,
  type TextEditor,
  TextEditorSelectionChangeKind,
  window,
  workspace,
} from 'vscode'
import type { OffsetPair } from '../../../server/src/protocol.ts'
import { isOurs } from '../documents.ts'
import { type DocumentKeys, selectionOffsets } from './document-keys.ts'
import {
  actionOf,
  afterKeys,
  changeBetween,
  type Defaults,
  type KeyMoment,
  type OwnKey,
  type PressedKey,
} from './key-batch.ts'
import { type KeyChange, NO_KEYS } from './key-state.ts'

/** What the editor does with a key that is not ours here. */
const COMMANDS: Readonly<Record<OwnKey, { readonly name: string; readonly argument?: unknown } | null>> = {
  enter: { name: 'type', argument: { text: '\n' } },
  tab: { name: 'tab' },
  shiftTab: { name: 'outdent' },
  nextPlaceholder: null,
  previousPlaceholder: null,
}

/** How often an edit is tried while somebody types. */
const MAX_ATTEMPTS = 200
/** How long a selection may take to be shown, ms. */
const MAX_SELECTING_MS = 5000
/** How long a message stands in the status bar, ms. */
const MESSAGE_MS = 4000

/** Keys of which the editor has not made all yet. */
interface Batch {
  readonly editor: TextEditor
  before: KeyMoment
  /** The text as it is while what is typed lands at the old place. */
  text: string
  keys: PressedKey[]
  readonly defaults: Defaults
  /** Set once something was changed that no key and no letter explains: then nothing is repaired. */
  isSpoilt: boolean
  /** What is being made of the first keys, null for nothing. */
  making: { readonly after: KeyMoment; readonly count: number } | null
  /** What was selected, the last one last. */
  targets: OffsetPair[]
  /** Called when something has happened. */
  wake: () => void
}

/** Does what the keys do. State: the keys that are being made. */
export class KeyPresser implements Disposable {
  readonly #keys: DocumentKeys
  readonly #listeners: Disposable[]
  readonly #busyChanged = new EventEmitter<void>()
  #batch: Batch | null = null

  constructor(keys: DocumentKeys) {
    this.#keys = keys
    this.#listeners = [
      this.#busyChanged,
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => this.#noteChanges(document, contentChanges)),
      window.onDidChangeTextEditorSelection(({ textEditor, kind }) => this.#noteSelection(textEditor, kind)),
    ]
  }

  /** Fires when {@link isBusy} has changed. */
  readonly onBusyChanged = this.#busyChanged.event

  /** Whether keys wait to be made: those that follow wait behind them. */
  get isBusy(): boolean {
    return this.#batch !== null
  }

  dispose(): void {
    for (const one of this.#listeners) one.dispose()
  }

  /** A key was pressed. Never rejects. */
  async press(key: OwnKey): Promise<void> {
    const editor = window.activeTextEditor
    if (!editor) return
    if (this.#batch?.editor === editor && !this.#batch.isSpoilt) {
      // What is typed from now on belongs to this key.
      this.#batch.keys.push({ key, typed: '' })
      this.#batch.wake()
      return
    }
    const { document } = editor
    const state = isOurs(document) && editor.selections.length === 1 ? this.#keys.of(document) : NO_KEYS
    const before: KeyMoment = { text: document.getText(), selection: selectionOffsets(editor), state }
    const eol = document.eol === EndOfLine.CRLF ? '\r\n' : '\n'
    const action = actionOf(key, before, eol)
    if (!action) return this.#leaveToEditor(key)
    if ('isNone' in action) return tellThatNoneIsLeft()
    const { insertSpaces, tabSize } = editor.options
    const tab = insertSpaces === true && typeof tabSize === 'number' ? ' '.repeat(tabSize) : '\t'
    const batch: Batch = {
      editor,
      before,
      text: before.text,
      keys: [{ key, typed: '' }],
      defaults: { eol, tab },
      isSpoilt: false,
      making: null,
      targets: [],
      wake: () => undefined,
    }
    this.#batch = batch
    this.#busyChanged.fire()
    try {
      await this.#make(batch)
    } finally {
      if (this.#batch === batch) this.#batch = null
      this.#busyChanged.fire()
    }
  }

  async #leaveToEditor(key: OwnKey): Promise<void> {
    const command = COMMANDS[key]
    if (command) await commands.executeCommand(command.name, command.argument)
    else tellThatNoneIsLeft()
  }

  async #make(batch: Batch): Promise<void> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS && !batch.isSpoilt; attempt++) {
      const after = afterKeys(batch.before, batch.keys, batch.defaults)
      if (after.text === batch.text) {
        const count = batch.keys.length
        if (await this.#select(batch, after.selection)) return
        if (batch.keys.length === count && batch.text === after.text) return
      } else if ((await this.#write(batch, after)) || batch.keys.length === 0) return
    }
    // What could not be made whole is not made at all: the text is as it was typed.
    this.#keys.noteSelection(batch.editor)
  }

  /** @returns whether it is selected and nothing else has happened */
  async #select(batch: Batch, selection: OffsetPair): Promise<boolean> {
    const { editor, text, keys } = batch
    const { document } = editor
    const target = new Selection(document.positionAt(selection[0]), document.positionAt(selection[1]))
    if (editor.selection.isEqual(target)) return true
    const count = keys.length
    batch.targets.push(selection)
    // What VS Code tells us of the selection is what it has shown.
    const shown = new Promise<void>((resolve) => {
      batch.wake = resolve
      setTimeout(resolve, MAX_SELECTING_MS)
    })
    editor.selection = target
    editor.revealRange(target)
    await shown
    return batch.text === text && keys.length === count
  }

  /** @returns whether it is written; else the text has changed in the meantime */
  async #write(batch: Batch, after: KeyMoment): Promise<boolean> {
    const { editor } = batch
    const { document } = editor
    const change = changeBetween(batch.text, after.text, after.selection)
    const start = after.selection[0] - change.rangeOffset
    const end = after.selection[1] - change.rangeOffset
    const snippet = new SnippetString().appendText(change.text.slice(0, start))
    if (start === end) snippet.appendTabstop(0)
    else snippet.appendPlaceholder((inner) => inner.appendText(change.text.slice(start, end)), 0)
    snippet.appendText(change.text.slice(end))
    const range = new Range(
      document.positionAt(change.rangeOffset),
      document.positionAt(change.rangeOffset + change.rangeLength),
    )
    batch.making = { after, count: batch.keys.length }
    this.#keys.expect(document, after.text, after.state)
    const isMade = await editor.insertSnippet(snippet, range, { undoStopBefore: true, undoStopAfter: true })
    if (isMade && batch.making) batch.isSpoilt = true
    batch.making = null
    if (isMade) editor.revealRange(editor.selection)
    const isDone = isMade && batch.keys.length === 0
    if (isDone && after.offers === true) void commands.executeCommand('editor.action.triggerSuggest')
    return isDone
  }

  /** What is typed lands where the cursor was when the first key was pressed, or where it was sent. */
  #noteChanges(document: TextDocument, changes: readonly KeyChange[]): void {
    const batch = this.#batch
    if (batch?.editor.document !== document || changes.length === 0) return
    if (batch.making && document.getText() === batch.making.after.text) {
      // What is typed now lands at the new place, and keys pressed since go on from there.
      const { after, count } = batch.making
      batch.before = after
      batch.text = after.text
      batch.keys = batch.keys.slice(count)
      batch.targets = []
      batch.making = null
      // Told when the cursor is there, too.
      if (batch.keys.length === 0) this.#batch = null
      return
    }
    const [change, ...others] = changes
    if (!change || others.length > 0 || !noteTyped(batch, change)) batch.isSpoilt = true
    batch.wake()
  }

  #noteSelection(editor: TextEditor, kind: TextEditorSelectionChangeKind | undefined): void {
    const batch = this.#batch
    if (batch?.editor === editor && kind === TextEditorSelectionChangeKind.Mouse) {
      // Somebody goes elsewhere.
      batch.isSpoilt = true
      batch.wake()
      return
    }
    const target = batch?.editor === editor ? batch.targets.at(-1) : undefined
    const [start, end] = selectionOffsets(editor)
    if (target?.[0] === start && target[1] === end) batch?.wake()
  }
}

function tellThatNoneIsLeft(): void {
  window.setStatusBarMessage('Post-Mortem: no placeholder is left.', MESSAGE_MS)
}

/** @returns whether a change is something typed since the keys were pressed */
function noteTyped(batch: Batch, { rangeOffset, rangeLength, text }: KeyChange): boolean {
  const last = batch.keys.at(-1)
  const { length } = batch.keys.map((key) => key.typed).join('')
  const places = [batch.before.selection, ...batch.targets]
  const isThere = places.some(([start, end]) => rangeOffset >= start && rangeOffset + rangeLength <= end + length)
  if (!last || !isThere) return false
  batch.text = batch.text.slice(0, rangeOffset) + text + batch.text.slice(rangeOffset + rangeLength)
  if (text !== '') last.typed += text
  else if (rangeLength === 1 && last.typed !== '') last.typed = last.typed.slice(0, -1)
  else return false
  return true
}
