import { type QuickPickItem, window } from 'vscode'
import { AlignTablesRequest, type ComputedChange, ComputedValuesRequest } from '../../../server/src/protocol.ts'
import type { Server } from '../server.ts'
import { activeEditor, applyEdits, changeDocument } from './document-edits.ts'

interface ChangeItem extends QuickPickItem {
  /** Null for what aligns the tables. */
  readonly change: ComputedChange | null
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
    const { version } = found
    const chosen = await pickChanges(found.changes, found.tables)
    if (!chosen || chosen.length === 0) return
    const edits = chosen.flatMap(({ change }) => (change ? [change.edit] : []))
    if (chosen.some(({ change }) => change === null)) {
      const uri = editor.document.uri.toString()
      await changeDocument(server, editor, 'nothing was updated', () =>
        server.request(AlignTablesRequest, { uri, version, edits }),
      )
      return
    }
    if (await applyEdits(editor.document, { version, edits })) return
    void window.showInformationMessage('Nothing was updated: the document has changed in the meantime. Try again.')
  } catch (error) {
    server.report('nothing was updated', error)
  }
}

async function pickChanges(
  changes: readonly ComputedChange[],
  tables: number,
): Promise<readonly ChangeItem[] | undefined> {
  const items = changes.map(
    (change): ChangeItem => ({
      label: `${change.name}: ${change.from === '' ? '' : `${change.from} → `}${change.to}`,
      description: [`line ${change.edit.range.start.line + 1}`, ...(change.because ? [change.because] : [])].join(', '),
      picked: true,
      change,
    }),
  )
  const label = tables === 1 ? 'Align the columns of a table' : `Align the columns of ${tables} tables`
  const aligning: ChangeItem[] = tables > 0 ? [{ label, description: 'as wide as they are shown', change: null }] : []
  return window.showQuickPick([...items, ...aligning], {
    canPickMany: true,
    title: 'Update Computed Values',
    placeHolder: 'What is ticked is updated, in one step',
  })
}
