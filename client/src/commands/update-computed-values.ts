import { type QuickPickItem, window } from 'vscode'
import { type ComputedChange, ComputedValuesRequest } from '../../../server/src/protocol.ts'
import type { Server } from '../server.ts'
import { activeEditor, applyEdits } from './document-edits.ts'

interface ChangeItem extends QuickPickItem {
  readonly change: ComputedChange
}

/** `Post-Mortem: Update Computed Values`: shows all changes, selected, and applies those that stay selected. */
export async function updateComputedValuesCommand(server: Server): Promise<void> {
  const editor = activeEditor()
  if (!editor) return
  try {
    const found = await server.request(ComputedValuesRequest, { uri: editor.document.uri.toString() })
    const message = found
      ? 'Nothing to update: the numbers agree with the times and figures.'
      : 'This document is not recognised as a post-mortem: give it a `template:` in its front matter, or name it in `.postmortem.yml`.'
    if (!found || found.changes.length === 0) {
      void window.showInformationMessage(message)
      return
    }
    const chosen = await pickChanges(found.changes)
    if (!chosen || chosen.length === 0) return
    const edits = chosen.map(({ change }) => change.edit)
    if (await applyEdits(editor.document, { version: found.version, edits })) return
    void window.showInformationMessage('Nothing was updated: the document has changed in the meantime. Try again.')
  } catch (error) {
    server.report('nothing was updated', error)
  }
}

async function pickChanges(changes: readonly ComputedChange[]): Promise<readonly ChangeItem[] | undefined> {
  const items = changes.map(
    (change): ChangeItem => ({
      label: `${change.name}: ${change.from === '' ? '' : `${change.from} → `}${change.to}`,
      description: [`line ${change.edit.range.start.line + 1}`, ...(change.because ? [change.because] : [])].join(', '),
      picked: true,
      change,
    }),
  )
  return window.showQuickPick(items, {
    canPickMany: true,
    title: 'Update Computed Values',
    placeHolder: 'What is ticked is updated, in one step',
  })
}
