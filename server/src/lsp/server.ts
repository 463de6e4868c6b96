/** The server over a connection: lifecycle, documents, and our own requests. The only room that knows a Connection. */
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Ports } from '../ports.ts'
import {
  APPLY_EDIT_COMMAND,
  type ClientOptions,
  DocumentStatusRequest,
  NewPostMortemDefaultsRequest,
  NewPostMortemRequest,
  ReadStartRequest,
  type RequestName,
} from '../protocol.ts'
import { createPostMortemService, type PostMortemService } from '../service.ts'
import { type DiagnosticsFeed, feedDiagnostics } from './diagnostics.ts'
import { handleFeatures } from './features.ts'
import { inBackground } from './guard.ts'

/** What the platform brings. */
export interface Platform {
  /** Called once, when the client has said who it is. */
  ports(connection: Connection, options: ClientOptions): Ports
  /** URI of the folder with the pages of the rules, null when the platform has none. */
  readonly rulePages: string | null
  /** Shown to the client. */
  readonly version: string
}

/** Serves one client; returns at once. */
export function startServer(connection: Connection, platform: Platform): void {
  const documents = new TextDocuments(TextDocument)
  connection.onInitialize((params) => initialize(connection, documents, params, platform))
  documents.listen(connection)
  connection.listen()
}

function initialize(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
  platform: Platform,
): InitializeResult {
  const { capabilities } = params
  const options: ClientOptions = params.initializationOptions ?? {}
  const ports = platform.ports(connection, options)
  const service = createPostMortemService(ports)
  const rulePages = options.rulePages ?? platform.rulePages
  const feed = feedDiagnostics(connection, service, ports.scheduler, capabilities, rulePages)
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : [])
  service.setFolders(folders)

  documents.onDidChangeContent(({ document }) => {
    service.openDocument(document.uri, document.version, document.getText())
    feed.changed(document.uri)
  })
  documents.onDidClose(({ document }) => {
    service.closeDocument(document.uri)
    feed.closed(document.uri)
  })
  handleFeatures(connection, service, {
    clientCommands: options.commands ?? [],
    rulePages,
    versionedEdits: capabilities.workspace?.workspaceEdit?.documentChanges === true,
  })
  handleOwnRequests(connection, service)
  followWorkspace(connection, service, feed, params, folders)

  const pulls = capabilities.textDocument?.diagnostic !== undefined
  return {
    serverInfo: { name: 'postmortem-language-server', version: platform.version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [':', '|', '#', '[', ' '] },
      codeLensProvider: {},
      codeActionProvider: { codeActionKinds: ['quickfix'] },
      documentSymbolProvider: { label: 'Post-Mortem' },
      executeCommandProvider: { commands: [APPLY_EDIT_COMMAND] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(pulls
        ? {
            diagnosticProvider: { identifier: 'postmortem', interFileDependencies: false, workspaceDiagnostics: false },
          }
        : {}),
    },
  }
}

/** Folders that come and go, and configuration files that change. */
function followWorkspace(
  connection: Connection,
  service: PostMortemService,
  feed: DiagnosticsFeed,
  params: InitializeParams,
  initial: readonly string[],
): void {
  const folders = new Set(initial)
  const refresh = () => {
    service.filesChanged()
    feed.allChanged()
    if (params.capabilities.workspace?.codeLens?.refreshSupport)
      inBackground(connection, connection.sendRequest(CodeLensRefreshRequest.type))
  }
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => service.dependsOn(uri))) refresh()
  })
  connection.onInitialized(() => {
    if (params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [{ globPattern: '**/.postmortem.yml' }, { globPattern: '**/*.{md,markdown}' }]
      inBackground(connection, connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }))
    }
    if (params.capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.delete(uri)
        for (const { uri } of added) folders.add(uri)
        service.setFolders([...folders])
        refresh()
      })
    }
  })
}

/** The requests of protocol.ts; failures are told to the client in words for the user. */
function handleOwnRequests(connection: Connection, service: PostMortemService): void {
  const on = <P, R>({ method }: RequestName<P, R>, answer: (params: P) => Promise<R>) => {
    connection.onRequest(method, async (params: P): Promise<unknown> => {
      try {
        return await answer(params)
      } catch (error) {
        return new ResponseError(1, error instanceof Error ? error.message : String(error))
      }
    })
  }
  on(NewPostMortemDefaultsRequest, ({ folder }) => service.newPostMortemDefaults(folder))
  on(ReadStartRequest, ({ folder, text }) => service.readStart(folder, text))
  on(NewPostMortemRequest, async (params) => {
    const { selection, ...created } = await service.newPostMortem(params)
    const document = TextDocument.create('', 'markdown', 0, created.text)
    const range = { start: document.positionAt(selection.start), end: document.positionAt(selection.end) }
    return { ...created, selection: range }
  })
  on(DocumentStatusRequest, async ({ uri }) => {
    const view = await service.view(uri)
    return view ? service.status(view) : { text: null, detail: '', template: null }
  })
}
