/** The server over a connection: lifecycle and documents. The only room that knows a Connection. */
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  InlayHintRefreshRequest,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { ACTION_KINDS } from '../features/code-actions.ts'
import type { Ports } from '../ports.ts'
import { APPLY_EDIT_COMMAND, type ClientOptions } from '../protocol.ts'
import { createPostMortemService, type PostMortemService } from '../service.ts'
import { watchMidnight } from '../workspace/midnight.ts'
import { canResolveActions } from './code-actions.ts'
import { type DiagnosticsFeed, feedDiagnostics } from './diagnostics.ts'
import { handleFeatures } from './features.ts'
import { inBackground } from './guard.ts'
import { followIndex } from './index-progress.ts'
import { handleOwnRequests } from './own-requests.ts'

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
    lazyActions: canResolveActions(capabilities),
  })
  handleOwnRequests(connection, service)
  followIndex(connection, service, feed)
  followWorkspace(connection, service, feed, params, folders)
  const days = watchMidnight(ports.clock, ports.scheduler, service.zones, feed.allChanged)
  connection.onShutdown(days.end)

  const pulls = capabilities.textDocument?.diagnostic !== undefined
  return {
    serverInfo: { name: 'postmortem-language-server', version: platform.version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [':', '|', '#', '[', '(', ' '] },
      codeLensProvider: {},
      inlayHintProvider: true,
      codeActionProvider: { codeActionKinds: [...ACTION_KINDS], resolveProvider: true },
      documentSymbolProvider: { label: 'Post-Mortem' },
      executeCommandProvider: { commands: [APPLY_EDIT_COMMAND] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(pulls
        ? {
            diagnosticProvider: { identifier: 'postmortem', interFileDependencies: true, workspaceDiagnostics: false },
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
    if (params.capabilities.workspace?.inlayHint?.refreshSupport)
      inBackground(connection, connection.sendRequest(InlayHintRefreshRequest.type))
  }
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => service.dependsOn(uri))) refresh()
    service.filesTouched(changes.map(({ uri }) => uri))
  })
  connection.onInitialized(() => {
    if (params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = ['**/*.{yml,yaml}', '**/*.{md,markdown}', '**/CODEOWNERS'].map((globPattern) => ({
        globPattern,
      }))
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
