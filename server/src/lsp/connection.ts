/** What is said between the server and its client: JSON-RPC with the methods of the protocol and their types. */
import type { CancellationToken, MessageConnection, ResponseError } from 'vscode-jsonrpc'
import type {
  ApplyWorkspaceEditParams,
  ApplyWorkspaceEditResult,
  CodeAction,
  CodeActionParams,
  CodeLens,
  CodeLensParams,
  CompletionList,
  CompletionParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  DocumentSymbol,
  DocumentSymbolParams,
  ExecuteCommandParams,
  Hover,
  HoverParams,
  InitializeParams,
  InitializeResult,
  InlayHint,
  InlayHintParams,
  ProgressToken,
  PublishDiagnosticsParams,
  RegistrationParams,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageserver-protocol'
import { MESSAGE_TYPES } from './numbers.ts'

/** What the client asks: by method, what it gives and what is answered. */
interface Asked {
  initialize: [InitializeParams, InitializeResult]
  shutdown: [undefined, null]
  'textDocument/hover': [HoverParams, Hover | null]
  'textDocument/completion': [CompletionParams, CompletionList | null]
  'textDocument/codeLens': [CodeLensParams, CodeLens[] | null]
  'textDocument/inlayHint': [InlayHintParams, InlayHint[] | null]
  'textDocument/documentSymbol': [DocumentSymbolParams, DocumentSymbol[] | null]
  'textDocument/codeAction': [CodeActionParams, CodeAction[] | null]
  'codeAction/resolve': [CodeAction, CodeAction]
  'textDocument/diagnostic': [DocumentDiagnosticParams, DocumentDiagnosticReport]
  'workspace/executeCommand': [ExecuteCommandParams, null]
}

/** What the client tells: by method, what it gives. */
interface Told {
  initialized: object
  exit: undefined
  'textDocument/didOpen': DidOpenTextDocumentParams
  'textDocument/didChange': DidChangeTextDocumentParams
  'textDocument/didClose': DidCloseTextDocumentParams
  'workspace/didChangeWatchedFiles': DidChangeWatchedFilesParams
  'workspace/didChangeWorkspaceFolders': DidChangeWorkspaceFoldersParams
  'window/workDoneProgress/cancel': { readonly token: ProgressToken }
}

/** What the server asks. */
interface Asks {
  'client/registerCapability': [RegistrationParams, null]
  'workspace/applyEdit': [ApplyWorkspaceEditParams, ApplyWorkspaceEditResult]
  'window/workDoneProgress/create': [{ readonly token: ProgressToken }, null]
}

/** What the server asks without giving anything. */
type Refresh = `workspace/${'codeLens' | 'inlayHint' | 'diagnostic'}/refresh`

/** What the server tells. */
interface Tells {
  'textDocument/publishDiagnostics': PublishDiagnosticsParams
  '$/progress': {
    readonly token: ProgressToken
    readonly value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd
  }
}

/** What carries the messages: a connection of `vscode-jsonrpc` that is not listening yet. */
export type Wire = Pick<
  MessageConnection,
  'listen' | 'onNotification' | 'onRequest' | 'sendNotification' | 'sendRequest'
>

type Answer<T> = T | ResponseError<never> | Promise<T | ResponseError<never>>

/** The client, as the server knows it. */
export interface Connection {
  /** An exception of the handler is an error for the client. */
  onRequest<M extends keyof Asked>(
    method: M,
    answer: (params: Asked[M][0], token: CancellationToken) => Answer<Asked[M][1]>,
  ): void
  /** For a request of our own: see `protocol.ts`. */
  onOwnRequest<P>(method: string, answer: (params: P) => Promise<unknown>): void
  onNotification<M extends keyof Told>(method: M, hear: (params: Told[M]) => void): void
  /** Rejects when the client refuses, or is gone. */
  sendRequest<M extends keyof Asks>(method: M, params: Asks[M][0]): Promise<Asks[M][1]>
  sendRequest(method: Refresh): Promise<void>
  /** The same for a request of our own. */
  sendOwnRequest<R>(method: string, params: object): Promise<R>
  /** Rejects when the client is gone. */
  sendNotification<M extends keyof Tells>(method: M, params: Tells[M]): Promise<void>
  /** What the client shows in its log. Never fails. */
  readonly console: Record<'info' | 'warn' | 'error', (message: string) => void>
}

/** A connection over a wire; nothing is heard before that listens. */
export function connectionOver(wire: Wire): Connection {
  const log = (type: number) => async (message: string) => {
    try {
      await wire.sendNotification('window/logMessage', { type, message })
    } catch {
      // Who would be told that nobody can be told anything?
    }
  }
  // A wire that is closed throws: here it rejects.
  const ask = async <R>(method: string, ...params: object[]) => (await wire.sendRequest(method, ...params)) as R
  return {
    onRequest: (method, answer) => void wire.onRequest<unknown, never>(method, answer),
    onOwnRequest: (method, answer) => void wire.onRequest(method, answer),
    onNotification: (method, hear) => void wire.onNotification(method, hear),
    sendRequest: ask,
    sendOwnRequest: ask,
    sendNotification: async (method, params) => wire.sendNotification(method, params),
    console: { info: log(MESSAGE_TYPES.Info), warn: log(MESSAGE_TYPES.Warning), error: log(MESSAGE_TYPES.Error) },
  }
}
