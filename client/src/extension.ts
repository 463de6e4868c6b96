import { commands, type ExtensionContext, workspace } from 'vscode'
import { REVEAL_COMMAND, SHOW_RULE_COMMAND } from '../../server/src/protocol.ts'
import { applyTemplate } from './commands/apply-template.ts'
import { convertTimeline } from './commands/convert-timeline.ts'
import { insertTimelineEvent } from './commands/insert-timeline-event.ts'
import { markAsFinal } from './commands/mark-as-final.ts'
import { newPostMortem } from './commands/new-post-mortem.ts'
import { pasteTimelineEvents } from './commands/paste-timeline-events.ts'
import { restartServer } from './commands/restart-server.ts'
import { reveal } from './commands/reveal.ts'
import { showOutput } from './commands/show-output.ts'
import { showRule } from './commands/show-rule.ts'
import { sortTimeline } from './commands/sort-timeline.ts'
import { updateComputedValues } from './commands/update-computed-values.ts'
import { isServed } from './documents.ts'
import { offerTimelinePaste } from './paste/paste-edit.ts'
import { type ClientFactory, Server } from './server.ts'
import { refreshLensesOnChange } from './views/code-lens.ts'
import { refreshInlayHintsOnChange } from './views/inlay-hints.ts'
import { showLanguageStatus } from './views/language-status.ts'

let server: Server | undefined

/**
 * Starts the extension on a platform. Returns at once: the server starts by itself when there is Markdown or a
 * configuration, and
 * otherwise when a command needs it.
 */
export function activateWith(context: ExtensionContext, createClient: ClientFactory): void {
  const ours = new Server(createClient)
  server = ours
  context.subscriptions.push(
    ours,
    commands.registerCommand('postmortem.newPostMortem', (resource?: unknown) => newPostMortem(ours, resource)),
    commands.registerCommand('postmortem.insertTimelineEvent', () => insertTimelineEvent(ours)),
    commands.registerCommand('postmortem.pasteTimelineEvents', () => pasteTimelineEvents(ours)),
    commands.registerCommand('postmortem.sortTimeline', () => sortTimeline(ours)),
    commands.registerCommand('postmortem.updateComputedValues', () => updateComputedValues(ours)),
    commands.registerCommand('postmortem.convertTimeline', () => convertTimeline(ours)),
    commands.registerCommand('postmortem.applyTemplate', () => applyTemplate(ours)),
    commands.registerCommand('postmortem.markAsFinal', () => markAsFinal(ours)),
    commands.registerCommand('postmortem.restartServer', () => restartServer(ours)),
    commands.registerCommand('postmortem.showOutput', () => showOutput(ours)),
    commands.registerCommand(REVEAL_COMMAND, reveal),
    commands.registerCommand(SHOW_RULE_COMMAND, showRule),
    refreshLensesOnChange(ours),
    refreshInlayHintsOnChange(ours),
    showLanguageStatus(ours),
    offerTimelinePaste(ours),
    workspace.onDidOpenTextDocument((document) => {
      if (isServed(document)) startQuietly(ours)
    }),
  )
  // In a task of its own, so that activation is over before the client's code is even read.
  if (workspace.textDocuments.some(isServed)) setTimeout(() => startQuietly(ours), 0)
}

/** Ends the server; VS Code calls it, and disposes of the rest, when the window closes. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop()
}

/** The user was told of a failure already; nobody waits for this start. */
function startQuietly(server: Server): void {
  server.start().catch(() => undefined)
}
