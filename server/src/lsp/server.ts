/** The server over a connection: lifecycle and documents. The only room that knows a Connection. */
import type { InitializeParams, InitializeResult } from 'vscode-languageserver-protocol'
import { ACTION_KINDS } from '../features/code-actions/code-actions.ts'
import type { Ports } from '../ports.ts'
import { APPLY_EDIT_COMMAND, type ClientOptions } from '../protocol.ts'
import { createPostMortemService, type PostMortemService } from '../service.ts'
import { watchMidnight } from '../workspace/documents/midnight.ts'
import { canResolveActions } from './code-actions.ts'
import { type Connection, connectionOver, type Wire } from './connection.ts'
import { converters } from './convert.ts'
import { type DiagnosticsFeed, feedDiagnostics } from './diagnostics.ts'
import { followDocuments } from './documents.ts'
import { handleFeatures } from './features.ts'
import { inBackground } from './guard.ts'
import { followIndex } from './index-progress.ts'
import { SYNC_KINDS } from './numbers.ts'
import { handleOwnRequests } from './own-requests.ts'

/** What the platform brings. */
export interface Platform {
  /** Called once, when the client has said who it is. */
  ports(connection: Connection, options: ClientOptions): Ports
  /** URI of the folder with the pages of the rules, null when the platform has none. */
  readonly rulePages: string | null
  /** Shown to the client. */
  readonly version: string
  /** Ends the server, with an exit code; absent where its owner does that. */
  exit?(code: number): void
  /** Calls back once the process of the client is gone; absent where the server cannot be left behind. */
  watchProcess?(id: number, gone: () => void): void
}

/** A server that runs. */
export interface RunningServer {
  /** Ends it: nobody is there any more to say so. */
  clientGone(): void
}

/** Serves one client; returns at once. */
export function startServer(wire: Wire, platform: Platform): RunningServer {
  const connection = connectionOver(wire)
  let isShutDown = false
  const atShutdown: (() => void | Promise<void>)[] = []
  const exit = () => platform.exit?.(isShutDown ? 0 : 1)
  connection.onRequest('initialize', (params) => {
    if (params.processId) platform.watchProcess?.(params.processId, exit)
    return initialize(connection, params, platform, (run) => atShutdown.push(run))
  })
  connection.onRequest('shutdown', async () => {
    isShutDown = true
    await Promise.all(atShutdown.map((run) => run()))
    return null
  })
  connection.onNotification('exit', exit)
  wire.listen()
  return { clientGone: exit }
}

function initialize(
  connection: Connection,
  params: InitializeParams,
  platform: Platform,
  onShutdown: (run: () => void | Promise<void>) => void,
): InitializeResult {
  const { capabilities } = params
  const options: ClientOptions = params.initializationOptions ?? {}
  const ports = platform.ports(connection, options)
  const service = createPostMortemService(ports)
  onShutdown(service.close)
  const rulePages = options.rulePages ?? platform.rulePages
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : [])
  service.setFolders(folders)

  const open = followDocuments(connection, {
    changed(uri, version, text) {
      service.openDocument(uri, version, text)
      feed.changed(uri)
    },
    closed(uri) {
      service.closeDocument(uri)
      feed.closed(uri)
    },
  })
  const converterFor = converters(open)
  const feed = feedDiagnostics(connection, service, converterFor, ports.scheduler, capabilities, rulePages)
  handleFeatures(connection, service, converterFor, {
    clientCommands: options.commands ?? [],
    rulePages,
    versionedEdits: capabilities.workspace?.workspaceEdit?.documentChanges === true,
    lazyActions: canResolveActions(capabilities),
  })
  handleOwnRequests(connection, service, converterFor)
  followIndex(connection, service, feed, capabilities.window?.workDoneProgress === true)
  followWorkspace(connection, service, feed, params, folders)
  // Not before the answer: the first question about a time zone takes the system 10 to 20 ms.
  connection.onNotification('initialized', () => {
    if (params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) watchFiles(connection)
    onShutdown(watchMidnight(ports.clock, ports.scheduler, service.zones, feed.allChanged).end)
  })

  const pulls = capabilities.textDocument?.diagnostic !== undefined
  return {
    serverInfo: { name: 'postmortem-language-server', version: platform.version },
    capabilities: {
      textDocumentSync: { openClose: true, change: SYNC_KINDS.Incremental },
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
      inBackground(connection, connection.sendRequest('workspace/codeLens/refresh'))
    if (params.capabilities.workspace?.inlayHint?.refreshSupport)
      inBackground(connection, connection.sendRequest('workspace/inlayHint/refresh'))
  }
  connection.onNotification('workspace/didChangeWatchedFiles', ({ changes }) => {
    if (changes.some(({ uri }) => service.dependsOn(uri))) refresh()
    service.filesTouched(changes.map(({ uri }) => uri))
  })
  connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event: { added, removed } }) => {
    for (const { uri } of removed) folders.delete(uri)
    for (const { uri } of added) folders.add(uri)
    service.setFolders([...folders])
    refresh()
  })
}

/** Asks to be told when files change that documents depend on. */
function watchFiles(connection: Connection): void {
  const watchers = ['**/*.{yml,yaml}', '**/*.{md,markdown}', '**/CODEOWNERS'].map((globPattern) => ({ globPattern }))
  const method = 'workspace/didChangeWatchedFiles'
  const registrations = [{ id: 'postmortem/files', method, registerOptions: { watchers } }]
  inBackground(connection, connection.sendRequest('client/registerCapability', { registrations }))
}
