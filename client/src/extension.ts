import { commands, type ExtensionContext, workspace } from 'vscode'
import { REVEAL_COMMAND } from '../../server/src/protocol.ts'
import { newPostMortem } from './commands/new-post-mortem.ts'
import { restartServer } from './commands/restart-server.ts'
import { reveal } from './commands/reveal.ts'
import { showOutput } from './commands/show-output.ts'
import { isOurs } from './documents.ts'
import { type ClientFactory, Server } from './server.ts'
import { refreshLensesOnChange } from './views/code-lens.ts'
import { showLanguageStatus } from './views/language-status.ts'

let server: Server | undefined

/**
 * Starts the extension on a platform. Returns at once: the server starts by itself when there is Markdown, and
 * otherwise when a command needs it.
 */
export function activateWith(context: ExtensionContext, createClient: ClientFactory): void {
  const ours = new Server(createClient)
  server = ours
  context.subscriptions.push(
    ours,
    commands.registerCommand('postmortem.newPostMortem', (resource?: unknown) => newPostMortem(ours, resource)),
    commands.registerCommand('postmortem.restartServer', () => restartServer(ours)),
    commands.registerCommand('postmortem.showOutput', () => showOutput(ours)),
    commands.registerCommand(REVEAL_COMMAND, reveal),
    refreshLensesOnChange(ours),
    showLanguageStatus(ours),
    workspace.onDidOpenTextDocument((document) => {
      if (isOurs(document)) startQuietly(ours)
    }),
  )
  // In a task of its own, so that activation is over before the client's code is even read.
  if (workspace.textDocuments.some(isOurs)) setTimeout(() => startQuietly(ours), 0)
}

/** Ends the server; VS Code calls it, and disposes of the rest, when the window closes. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop()
}

/** The user was told of a failure already; nobody waits for this start. */
function startQuietly(server: Server): void {
  server.start().catch(() => undefined)
}
