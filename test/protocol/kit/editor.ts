/**
 * A small editor over any transport: it keeps documents in step with the server, applies edits as a
 * careful client does (versions are compared), and remembers everything that the server sends unasked.
 */
import {
  ApplyWorkspaceEditRequest,
  type ApplyWorkspaceEditResult,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CodeActionTriggerKind,
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  type CompletionItem,
  CompletionRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  FileChangeType,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type InlayHint,
  InlayHintRefreshRequest,
  InlayHintRequest,
  LogMessageNotification,
  type MessageReader,
  MessageType,
  type MessageWriter,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  RegistrationRequest,
  ShowMessageNotification,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type ClientOptions,
  ExistsRequest,
  FindFilesRequest,
  ReadFileRequest,
  type RequestName,
} from '../../../server/src/protocol.ts'

/** Who the client says that it is. */
export interface EditorOptions {
  readonly capabilities?: ClientCapabilities
  /** URIs of workspace folders; null for a window without any. */
  readonly folders?: readonly string[] | null
  readonly options?: ClientOptions
  /** The process that the server must not outlive. */
  readonly processId?: number
  /** The file system that the client answers the server's own requests from: URI → text, or what it says instead. */
  readonly files?: ReadonlyMap<string, unknown>
  /** Answers every request of the server (refresh, register) with an error. */
  readonly refusesRequests?: boolean
}

/** What a client can do that shows lenses. */
const WITH_LENSES: NonNullable<ClientCapabilities['workspace']> = {
  applyEdit: true,
  workspaceEdit: { documentChanges: true },
  workspaceFolders: true,
  didChangeWatchedFiles: { dynamicRegistration: true },
  codeLens: { refreshSupport: true },
}

/** Capabilities of a client that pulls diagnostics and can do everything that the server looks for. */
export const PULLING: ClientCapabilities = {
  textDocument: { diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false } },
  workspace: { ...WITH_LENSES, inlayHint: { refreshSupport: true }, diagnostics: { refreshSupport: true } },
}

/** The same for a client that has its diagnostics pushed. */
export const PUSHED: ClientCapabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
  workspace: WITH_LENSES,
}

/** A client with open documents. */
export class Editor {
  readonly connection: ProtocolConnection
  /** What the server sent unasked, oldest first. */
  readonly pushes: PublishDiagnosticsParams[] = []
  readonly logs: { type: MessageType; message: string }[] = []
  readonly shown: string[] = []
  readonly registrations: Registration[] = []
  readonly appliedEdits: { label: string | undefined; edit: WorkspaceEdit; result: ApplyWorkspaceEditResult }[] = []
  /** Methods of the requests about files that the server made, with their URIs. */
  readonly fileRequests: string[] = []
  readonly refreshed = { diagnostics: 0, lenses: 0 }
  hintsRefreshed = 0
  readonly #documents = new Map<string, TextDocument>()

  /** Connects, without saying who it is yet: see {@link initialize}. */
  constructor(reader: MessageReader, writer: MessageWriter, { files, refusesRequests }: EditorOptions = {}) {
    this.connection = createProtocolConnection(reader, writer)
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => void this.pushes.push(params))
    this.connection.onNotification(LogMessageNotification.type, (params) => void this.logs.push(params))
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => void this.shown.push(message))
    this.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ label, edit }) => {
      const result = this.applyEdit(edit)
      this.appliedEdits.push({ label, edit, result })
      return result
    })
    if (!refusesRequests) this.#answerRequests()
    if (files) this.#answerFiles(files)
    this.connection.listen()
  }

  #answerRequests(): void {
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations)
    })
    this.connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshed.diagnostics++
    })
    this.connection.onRequest(CodeLensRefreshRequest.type, () => {
      this.refreshed.lenses++
    })
    this.connection.onRequest(InlayHintRefreshRequest.type, () => {
      this.hintsRefreshed++
    })
  }

  #answerFiles(files: ReadonlyMap<string, unknown>): void {
    const note = ({ method }: { method: string }, uri: string) => this.fileRequests.push(`${method} ${uri}`)
    this.connection.onRequest(ReadFileRequest.method, ({ uri }: { uri: string }) => {
      note(ReadFileRequest, uri)
      const answer = files.get(uri) ?? null
      if (answer instanceof Error) throw answer
      return answer
    })
    this.connection.onRequest(ExistsRequest.method, ({ uri }: { uri: string }) => {
      note(ExistsRequest, uri)
      return files.has(uri)
    })
    this.connection.onRequest(FindFilesRequest.method, (params: { folder: string; extensions: string[] }) => {
      note(FindFilesRequest, params.folder)
      return [...files.keys()].filter(
        (uri) => uri.startsWith(`${params.folder}/`) && params.extensions.some((extension) => uri.endsWith(extension)),
      )
    })
  }

  /** The handshake. */
  async initialize({
    capabilities = PULLING,
    folders = null,
    options,
    processId,
  }: EditorOptions = {}): Promise<InitializeResult> {
    const result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: processId ?? null,
      rootUri: null,
      capabilities,
      workspaceFolders: folders?.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })) ?? null,
      ...(options ? { initializationOptions: options } : {}),
    })
    await this.connection.sendNotification(InitializedNotification.type, {})
    return result
  }

  /** Opens a document. Returns its URI. */
  open(uri: string, text: string, version = 1): string {
    this.#documents.set(uri, TextDocument.create(uri, 'markdown', version, text))
    void this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version, text },
    })
    return uri
  }

  /** Types: the edits are applied one after the other and go out as one incremental change. */
  change(uri: string, ...edits: TextEdit[]): void {
    const document = this.document(uri)
    const contentChanges = edits.map(({ range, newText }) => ({ range, text: newText }))
    const version = document.version + 1
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version))
    void this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    })
  }

  /** Types over the first occurrence of a text. */
  type(uri: string, old: string, newText: string): void {
    this.change(uri, { range: this.rangeOf(uri, old), newText })
  }

  close(uri: string): void {
    this.#documents.delete(uri)
    void this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } })
  }

  document(uri: string): TextDocument {
    const document = this.#documents.get(uri)
    if (!document) throw new Error(`${uri} is not open`)
    return document
  }

  text(uri: string): string {
    return this.document(uri).getText()
  }

  /** Where a text first stands. */
  rangeOf(uri: string, wanted: string): Range {
    const document = this.document(uri)
    const start = document.getText().indexOf(wanted)
    if (start < 0) throw new Error(`"${wanted}" does not stand in ${uri}`)
    return { start: document.positionAt(start), end: document.positionAt(start + wanted.length) }
  }

  /** The position behind the first occurrence of a text. */
  after(uri: string, wanted: string): Position {
    return this.rangeOf(uri, wanted).end
  }

  /** Applies an edit as clients do: all of it, or nothing when a version does not fit. */
  applyEdit(edit: WorkspaceEdit): ApplyWorkspaceEditResult {
    const changes = (edit.documentChanges ?? []).flatMap((change) => {
      if ('textDocument' in change) return change
      if (change.kind !== 'create') throw new Error(`no edit and no new file: ${JSON.stringify(change)}`)
      this.open(change.uri, '')
      return []
    })
    const outdated = changes.some(({ textDocument: { uri, version } }) => {
      return version !== null && this.document(uri).version !== version
    })
    if (outdated) return { applied: false, failureReason: 'the document has changed' }
    for (const { textDocument, edits } of changes) this.#applyAtOnce(textDocument.uri, edits as TextEdit[])
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) this.#applyAtOnce(uri, edits)
    return { applied: true }
  }

  /** Edits of one WorkspaceEdit all mean the text as it was before: they go from the last to the first. */
  #applyAtOnce(uri: string, edits: TextEdit[]): void {
    const document = this.document(uri)
    const expected = TextDocument.applyEdits(document, edits)
    const start = ({ range }: TextEdit) => document.offsetAt(range.start)
    this.change(
      uri,
      ...edits
        .map((edit, index) => ({ edit, index }))
        .sort((a, b) => start(b.edit) - start(a.edit) || b.index - a.index)
        .map(({ edit }) => edit),
    )
    if (this.text(uri) !== expected) throw new Error('overlapping edits')
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position })
  }

  async completion(uri: string, position: Position): Promise<CompletionItem[]> {
    const answer = await this.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position })
    return Array.isArray(answer) ? answer : (answer?.items ?? [])
  }

  async lenses(uri: string): Promise<CodeLens[]> {
    return (await this.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? []
  }

  async inlayHints(uri: string, range = this.#all(uri)): Promise<InlayHint[]> {
    return (await this.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range })) ?? []
  }

  async symbols(uri: string): Promise<DocumentSymbol[]> {
    const answer = await this.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })
    return (answer ?? []) as DocumentSymbol[]
  }

  /** Code actions of a range, or of the whole document. */
  async actions(
    uri: string,
    range = this.#all(uri),
    only?: string[],
    triggerKind?: CodeActionTriggerKind,
  ): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only ? { only } : {}), ...(triggerKind ? { triggerKind } : {}) }
    const answer = await this.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context })
    return (answer ?? []) as CodeAction[]
  }

  /** Asks for the edits of an action. */
  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest(CodeActionResolveRequest.type, action)
  }

  #all(uri: string): Range {
    const document = this.document(uri)
    return { start: document.positionAt(0), end: document.positionAt(document.getText().length) }
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } })
    if (report.kind !== 'full') throw new Error(`a ${report.kind} report was not asked for`)
    return report.items
  }

  /** Clicks a lens. */
  async execute({ command }: CodeLens): Promise<unknown> {
    if (!command) throw new Error('a lens without a command')
    const { command: name, arguments: args = [] } = command
    return this.connection.sendRequest(ExecuteCommandRequest.type, { command: name, arguments: args })
  }

  /** One of our own requests. */
  ask<P, R>({ method }: RequestName<P, R>, params: P): Promise<R> {
    return this.connection.sendRequest<R>(method, params)
  }

  /** Says that files were created, changed or deleted. */
  filesChanged(...uris: string[]): void {
    const params: DidChangeWatchedFilesParams = { changes: uris.map((uri) => ({ uri, type: FileChangeType.Changed })) }
    void this.connection.sendNotification(DidChangeWatchedFilesNotification.method, params)
  }

  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    const named = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: uri }))
    void this.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: named(added), removed: named(removed) },
    })
  }

  /** Resolves when the server has worked off everything sent before: messages keep their order. */
  async settled(): Promise<void> {
    await this.connection.sendRequest('postmortem/documentStatus', { uri: 'none:' })
    // What the server asked of us while it worked is answered by now, too.
    await this.connection.sendRequest('postmortem/documentStatus', { uri: 'none:' })
  }

  /** Errors that the server logged: stacks of handlers that failed. */
  get loggedErrors(): string[] {
    return this.logs.filter(({ type }) => type === MessageType.Error).map(({ message }) => message)
  }
}
