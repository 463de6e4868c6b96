import { type Disposable, EventEmitter, type TextDocument, type TextEditor, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type OffsetPair, WritingNotification, type WritingParams } from '../../../server/src/protocol.ts'
import { isOurs } from '../documents.ts'
import { selected } from './key-batch.ts'
import { type KeyChange, type KeyState, NO_KEYS, shiftedState } from './key-state.ts'

/** So many changes the server may be behind. */
const MAX_CHANGES = 200

interface Known {
  state: KeyState
  /** The last changes, by the version that they made. */
  changes: { readonly version: number; readonly changes: readonly KeyChange[] }[]
}

/** What the keys of the open documents know. State: by document, from the server and shifted by each change. */
export class DocumentKeys implements Disposable {
  readonly #known = new Map<string, Known>()
  readonly #changed = new EventEmitter<TextDocument>()
  readonly #subscriptions: Disposable[]
  /** The text that a key makes, with what is known then. */
  #expected: { readonly document: TextDocument; readonly text: string; readonly state: KeyState } | null = null

  constructor() {
    this.#subscriptions = [
      this.#changed,
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#follow(document, contentChanges)
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#known.delete(uri.toString())),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.noteSelection(textEditor)),
    ]
  }

  /** Fires when something else is known of a document. */
  readonly onChanged = this.#changed.event

  /** A server is about to start. */
  listen(client: BaseLanguageClient): void {
    for (const [uri, known] of this.#known) {
      known.state = NO_KEYS
      this.#tell(uri)
    }
    client.onNotification(WritingNotification.method, (params: WritingParams) => this.#told(params))
  }

  /** Nothing, for a document that is no post-mortem. */
  of(document: TextDocument): KeyState {
    return this.#known.get(document.uri.toString())?.state ?? NO_KEYS
  }

  /** What is known once a key has made a text. */
  expect(document: TextDocument, text: string, state: KeyState): void {
    this.#expected = { document, text, state }
  }

  /** A selection: of a placeholder, or away from one. */
  noteSelection({ document, selections }: TextEditor): void {
    const known = this.#known.get(document.uri.toString())
    const [selection] = selections
    if (known && selection && selections.length === 1)
      known.state = selected(known.state, [document.offsetAt(selection.start), document.offsetAt(selection.end)])
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose()
  }

  #follow(document: TextDocument, changes: readonly KeyChange[]): void {
    if (!isOurs(document)) return
    const uri = document.uri.toString()
    const known = this.#known.get(uri) ?? { state: NO_KEYS, changes: [] }
    this.#known.set(uri, known)
    known.changes.push({ version: document.version, changes })
    if (known.changes.length > MAX_CHANGES) known.changes.shift()
    known.state = this.#takeExpected(document) ?? shiftedState(known.state, changes)
    this.#changed.fire(document)
  }

  #takeExpected(document: TextDocument): KeyState | null {
    const expected = this.#expected
    if (expected?.document !== document || document.getText() !== expected.text) return null
    this.#expected = null
    return expected.state
  }

  #told({ uri: sent, version, ...writing }: WritingParams): void {
    const document = workspace.textDocuments.find((one) => isOurs(one) && one.uri.toString() === sent)
    // The server writes some URIs otherwise than VS Code does.
    const uri = document?.uri.toString() ?? sent
    if (!document) return
    const known = this.#known.get(uri) ?? { state: NO_KEYS, changes: [] }
    const since = known.changes.filter((one) => one.version > version)
    // Too far behind: what was changed is not known any more.
    if (document.version - version > since.length) return
    const { fresh, filling } = known.state
    const start: KeyState = { ...writing, fresh: null, filling: null }
    known.state = { ...since.reduce((state, { changes }) => shiftedState(state, changes), start), fresh, filling }
    known.changes = since
    this.#known.set(uri, known)
    this.#tell(uri)
  }

  #tell(uri: string): void {
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri)
    if (document) this.#changed.fire(document)
  }
}

/** A selection as offsets. */
export function selectionOffsets({ document, selection }: TextEditor): OffsetPair {
  return [document.offsetAt(selection.start), document.offsetAt(selection.end)]
}
