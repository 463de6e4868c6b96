import { commands, type ExtensionContext, workspace } from 'vscode'
import { REVEAL_COMMAND, SHOW_RULE_COMMAND } from '../../server/src/protocol.ts'
import { applyTemplateCommand } from './commands/apply-template.ts'
import { convertTimelineCommand } from './commands/convert-timeline.ts'
import { copyHandoverCommand } from './commands/copy-handover.ts'
import { treatAsOrdinaryCommand, treatAsPostMortemCommand } from './commands/declare.ts'
import { explainRecognitionCommand } from './commands/explain-recognition.ts'
import { insertTimelineEventCommand } from './commands/insert-timeline-event.ts'
import { markAsFinalCommand } from './commands/mark-as-final.ts'
import { newPostMortemCommand } from './commands/new-post-mortem.ts'
import { newTemplateCommand } from './commands/new-template.ts'
import { pasteTimelineEventsCommand } from './commands/paste-timeline-events.ts'
import { restartServerCommand } from './commands/restart-server.ts'
import { revealCommand } from './commands/reveal.ts'
import { showOutputCommand } from './commands/show-output.ts'
import { showRuleCommand } from './commands/show-rule.ts'
import { sortTimelineCommand } from './commands/sort-timeline.ts'
import { toggleActionsCommand } from './commands/toggle-actions.ts'
import { updateComputedValuesCommand } from './commands/update-computed-values.ts'
import { isServed } from './documents.ts'
import { actOnKeys } from './keys/keys.ts'
import { NearMisses } from './near-misses.ts'
import { offerTimelinePaste } from './paste/paste-edit.ts'
import { type ClientFactory, Server } from './server.ts'
import { refreshLensesOnChange } from './views/code-lens.ts'
import { refreshInlayHintsOnChange } from './views/inlay-hints.ts'
import { showLanguageStatus } from './views/language-status.ts'

let server: Server | undefined

/**
 * Starts the extension on a platform. Returns at once: the server starts when a Markdown document or a configuration is
 * open, or when a command needs it.
 */
export function activateWith(context: ExtensionContext, createClient: ClientFactory): void {
  const ours = new Server(createClient)
  server = ours
  const nearMisses = new NearMisses(context.workspaceState)
  context.subscriptions.push(
    ours,
    commands.registerCommand('postmortem.newPostMortem', (resource?: unknown) => newPostMortemCommand(ours, resource)),
    commands.registerCommand('postmortem.insertTimelineEvent', () => insertTimelineEventCommand(ours)),
    commands.registerCommand('postmortem.pasteTimelineEvents', () => pasteTimelineEventsCommand(ours)),
    commands.registerCommand('postmortem.sortTimeline', () => sortTimelineCommand(ours)),
    commands.registerCommand('postmortem.toggleActions', () => toggleActionsCommand(ours)),
    commands.registerCommand('postmortem.updateComputedValues', () => updateComputedValuesCommand(ours)),
    commands.registerCommand('postmortem.copyHandover', () => copyHandoverCommand(ours)),
    commands.registerCommand('postmortem.convertTimeline', () => convertTimelineCommand(ours)),
    commands.registerCommand('postmortem.applyTemplate', () => applyTemplateCommand(ours)),
    commands.registerCommand('postmortem.newTemplate', () => newTemplateCommand(ours)),
    commands.registerCommand('postmortem.markAsFinal', () => markAsFinalCommand(ours)),
    commands.registerCommand('postmortem.treatAsPostMortem', (source?: unknown) =>
      treatAsPostMortemCommand(ours, nearMisses, source),
    ),
    commands.registerCommand('postmortem.treatAsOrdinary', () => treatAsOrdinaryCommand(ours)),
    commands.registerCommand('postmortem.explainRecognition', () => explainRecognitionCommand(ours)),
    commands.registerCommand('postmortem.restartServer', () => restartServerCommand(ours)),
    commands.registerCommand('postmortem.showOutput', () => showOutputCommand(ours)),
    commands.registerCommand(REVEAL_COMMAND, revealCommand),
    commands.registerCommand(SHOW_RULE_COMMAND, showRuleCommand),
    refreshLensesOnChange(ours),
    refreshInlayHintsOnChange(ours),
    showLanguageStatus(ours, nearMisses),
    offerTimelinePaste(ours),
    actOnKeys(ours),
    workspace.onDidOpenTextDocument((document) => {
      if (isServed(document)) startQuietly(ours)
    }),
  )
  // In a task of its own, so that activation ends before the client's code is loaded.
  if (workspace.textDocuments.some(isServed)) setTimeout(() => startQuietly(ours), 0)
}

/** Stops the server; called by VS Code, which disposes of the rest, when the window closes. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop()
}

/** The user has been informed of a failure, and nobody waits for this start. */
function startQuietly(server: Server): void {
  server.start().catch(() => undefined)
}
