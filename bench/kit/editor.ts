/** The least of an editor that pulls its diagnostics, over any transport. It keeps no text: it sends what it is told. */
import {
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  type Range,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node'
import type { ClientOptions } from '../../server/src/protocol.ts'

/** One connection with a server. */
export class Editor {
  readonly #connection: ProtocolConnection
  #refreshed: () => void = () => undefined

  constructor(reader: MessageReader, writer: MessageWriter) {
    this.#connection = createProtocolConnection(reader, writer)
    this.#connection.onRequest(DiagnosticRefreshRequest.type, () => this.#refreshed())
    this.#connection.listen()
  }

  /** Resolves with the answer of `initialize`. @param folder URI of the workspace folder */
  async initialize(folder: string | null = null, initializationOptions: ClientOptions = {}): Promise<void> {
    await this.#connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } },
      },
      workspaceFolders: folder === null ? null : [{ uri: folder, name: 'bench' }],
      initializationOptions,
    })
    await this.#connection.sendNotification(InitializedNotification.type, {})
  }

  /** Version 1 of a document. */
  open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'markdown', version: 1, text }
    return this.#connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument })
  }

  /** One incremental change. */
  change(uri: string, version: number, range: Range, text: string): Promise<void> {
    const contentChanges = [{ range, text }]
    return this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    })
  }

  /** Asks for the diagnostics of a document as it is now. */
  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.#connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } })
    if (report.kind !== 'full') throw new Error('the server sent no full report')
    return report.items
  }

  /** Resolves when the server next says that diagnostics have changed. */
  refreshed(): Promise<void> {
    return new Promise((resolve) => {
      this.#refreshed = resolve
    })
  }

  /** Ends the session as the protocol asks for. */
  async shutDown(): Promise<void> {
    await this.#connection.sendRequest(ShutdownRequest.type)
    await this.#connection.sendNotification(ExitNotification.type)
    this.#connection.dispose()
  }
}
