/** The server over a connection: lifecycle and documents. The only room that knows a Connection. */
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { ACTION_KINDS } from '../features/code-actions/code-actions.ts'
import type { Ports, Scheduler } from '../ports.ts'
import {
  APPLY_EDIT_COMMAND,
  type ClientOptions,
  DECLARE_COMMAND,
  SET_TIME_ZONE_COMMAND,
  StatusesChangedNotification,
} from '../protocol.ts'
import { createPostMortemService } from '../service.ts'
import { watchMidnight } from '../workspace/documents/midnight.ts'
import { canResolveActions } from './code-actions.ts'
import { converters, type Session } from './convert.ts'
import { type DiagnosticsFeed, feedDiagnostics } from './diagnostics.ts'
import { handleFeatures } from './features.ts'
import { inBackground } from './guard.ts'
import { followIndex } from './index-progress.ts'
import { handleRefused } from './messages.ts'
import { handleOwnRequests } from './own-requests.ts'
import { feedWriting, NO_WRITING_FEED } from './writing.ts'

/** The client waits no longer for the answer to `shutdown`, ms. */
const MAX_SHUTDOWN_MS = 1_000

/** What the platform brings. */
export interface Platform {
  /** Called once, when the client has said who it is. */
  ports(options: ClientOptions): Ports
  /** URI of the folder with the pages of the rules, null when the platform has none. */
  readonly rulePages: string | null
  /** Shown to the client. */
  readonly version: string
}

/** Serves one client over a connection that is not listening yet; returns at once. */
export function startServer(connection: Connection, platform: Platform): void {
  handleRefused(connection)
  const documents = new TextDocuments(TextDocument)
  const atShutdown: (() => void | Promise<void>)[] = []
  connection.onInitialize((params) =>
    initialize(connection, documents, params, platform, (run) => atShutdown.push(run)),
  )
  connection.onShutdown(async () => {
    await Promise.all(atShutdown.map((run) => run()))
  })
  documents.listen(connection)
  connection.listen()
}

function initialize(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
  platform: Platform,
  onShutdown: (run: () => void | Promise<void>) => void,
): InitializeResult {
  const { capabilities } = params
  const options: ClientOptions = params.initializationOptions ?? {}
  const ports = platform.ports(options)
  const service = createPostMortemService(ports)
  onShutdown(() => inTime(service.close(), ports.scheduler))
  const rulePages = options.rulePages ?? platform.rulePages
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : [])
  service.setFolders(folders)

  const session: Session = { connection, service, converterFor: converters(documents) }
  const diagnostics = feedDiagnostics(session, ports.scheduler, capabilities, rulePages)
  const writing = options.writing === true ? feedWriting(session, ports.scheduler) : NO_WRITING_FEED
  const feed: DiagnosticsFeed = {
    ...diagnostics,
    changed: (uri) => {
      diagnostics.changed(uri)
      writing.changed(uri)
    },
    closed: (uri) => {
      diagnostics.closed(uri)
      writing.closed(uri)
    },
    allChanged: () => {
      diagnostics.allChanged()
      writing.allChanged()
    },
  }
  documents.onDidChangeContent(({ document }) => {
    service.openDocument(document.uri, document.version, document.getText())
    feed.changed(document.uri)
  })
  documents.onDidClose(({ document: { uri } }) => {
    service.closeDocument(uri)
    feed.closed(uri)
  })
  handleFeatures(session, {
    clientCommands: options.commands ?? [],
    rulePages,
    versionedEdits: capabilities.workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: [capabilities.workspace?.workspaceEdit?.resourceOperations].flat().includes('create'),
    lazyActions: canResolveActions(capabilities),
    snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    markdown: options.markdown ?? {},
  })
  handleOwnRequests(session)
  const statusesChanged = () => {
    if (options.statuses === true)
      inBackground(connection, connection.sendNotification(StatusesChangedNotification.method))
  }
  followIndex(session, feed, statusesChanged)
  // Not before the answer: the first question about a time zone takes the system 10 to 20 ms.
  connection.onInitialized(() => {
    followWorkspace(session, feed, capabilities, folders, statusesChanged)
    onShutdown(watchMidnight(ports.clock, ports.scheduler, service.zones, feed.allChanged).end)
  })

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
      executeCommandProvider: { commands: [APPLY_EDIT_COMMAND, DECLARE_COMMAND, SET_TIME_ZONE_COMMAND] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(pulls
        ? {
            diagnosticProvider: { identifier: 'postmortem', interFileDependencies: true, workspaceDiagnostics: false },
          }
        : {}),
    },
  }
}

/** What takes too long is no longer waited for: a disk may be gone. */
function inTime(work: Promise<void>, scheduler: Scheduler): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = scheduler.after(MAX_SHUTDOWN_MS, resolve)
    work.then(resolve, reject).finally(() => timer.cancel())
  })
}

/** Folders that come and go, and configuration files that change. */
function followWorkspace(
  { connection, service }: Session,
  feed: DiagnosticsFeed,
  { workspace }: ClientCapabilities,
  initial: readonly string[],
  statusesChanged: () => void,
): void {
  const folders = new Set(initial)
  const refresh = () => {
    service.filesChanged()
    feed.allChanged()
    statusesChanged()
    // The library has no helper for this one.
    if (workspace?.codeLens?.refreshSupport)
      inBackground(connection, connection.sendRequest(CodeLensRefreshRequest.type))
    if (workspace?.inlayHint?.refreshSupport) inBackground(connection, connection.languages.inlayHint.refresh())
  }
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => service.dependsOn(uri))) refresh()
    service.filesTouched(changes.map(({ uri }) => uri))
  })
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) watchFiles(connection)
  if (!workspace?.workspaceFolders) return
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    for (const { uri } of removed) folders.delete(uri)
    for (const { uri } of added) folders.add(uri)
    service.setFolders([...folders])
    refresh()
  })
}

/** Asks to be told when files change that documents depend on. */
function watchFiles(connection: Connection): void {
  const watchers = ['**/*.{yml,yaml}', '**/*.{md,markdown}', '**/CODEOWNERS'].map((globPattern) => ({ globPattern }))
  inBackground(connection, connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }))
}
