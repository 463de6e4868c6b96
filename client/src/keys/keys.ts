import { commands, Disposable, EndOfLine, Range, window } from 'vscode'
import { isOurs } from '../documents.ts'
import type { Server } from '../server.ts'
import { DocumentKeys, selectionOffsets } from './document-keys.ts'
import { FadedPlaceholders } from './faded.ts'
import { type KeyText, takenKeys } from './key-actions.ts'
import type { OwnKey } from './key-batch.ts'
import { KeyPresser } from './press-keys.ts'

/** Commands for keys alone: a person runs them by Enter and Tab. */
const KEY_COMMANDS: readonly (readonly [command: string, key: OwnKey])[] = [
  ['postmortem.keys.enter', 'enter'],
  ['postmortem.keys.tab', 'tab'],
  ['postmortem.keys.shiftTab', 'shiftTab'],
]

/** What Enter and Tab do in a post-mortem, the way from placeholder to placeholder, and how these are shown. */
export function actOnKeys(server: Server): Disposable {
  const keys = new DocumentKeys()
  const presser = new KeyPresser(keys)
  return Disposable.from(
    keys,
    presser,
    new FadedPlaceholders(keys),
    new KeyContexts(keys, presser),
    server.onStarting((client) => keys.listen(client)),
    commands.registerCommand('postmortem.nextPlaceholder', () => presser.press('nextPlaceholder')),
    commands.registerCommand('postmortem.previousPlaceholder', () => presser.press('previousPlaceholder')),
    ...KEY_COMMANDS.map(([command, key]) => commands.registerCommand(command, () => presser.press(key))),
  )
}

/** The keys that do something of ours at the cursor, for the `when` clauses of package.json. */
class KeyContexts implements Disposable {
  readonly #keys: DocumentKeys
  readonly #presser: KeyPresser
  readonly #listeners: Disposable[]
  readonly #set = new Map<string, boolean>()

  constructor(keys: DocumentKeys, presser: KeyPresser) {
    this.#keys = keys
    this.#presser = presser
    this.#listeners = [
      presser.onBusyChanged(() => this.#update()),
      keys.onChanged((document) => {
        if (document === window.activeTextEditor?.document) this.#update()
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) this.#update()
      }),
      window.onDidChangeActiveTextEditor(() => this.#update()),
    ]
  }

  dispose(): void {
    for (const one of this.#listeners) one.dispose()
  }

  #update(): void {
    if (this.#presser.isBusy) {
      this.#tell('postmortem.enterLine', true)
      this.#tell('postmortem.tabStop', true)
      return
    }
    const editor = window.activeTextEditor
    const document = editor && isOurs(editor.document) ? editor.document : undefined
    const state = document && this.#keys.of(document)
    if (!editor || !document || !state || (state.lines.length === 0 && state.placeholders.length === 0)) {
      this.#tell('postmortem.enterLine', false)
      this.#tell('postmortem.tabStop', false)
      return
    }
    const text: KeyText = {
      read: (start, end) => document.getText(new Range(document.positionAt(start), document.positionAt(end))),
      length: Number.MAX_SAFE_INTEGER,
      eol: document.eol === EndOfLine.CRLF ? '\r\n' : '\n',
    }
    const { enter, tab } = takenKeys(state, text, selectionOffsets(editor))
    this.#tell('postmortem.enterLine', enter)
    this.#tell('postmortem.tabStop', tab)
  }

  #tell(name: string, value: boolean): void {
    if ((this.#set.get(name) ?? false) === value) return
    this.#set.set(name, value)
    void commands.executeCommand('setContext', name, value)
  }
}
