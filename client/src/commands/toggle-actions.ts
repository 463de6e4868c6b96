import { ToggleActionsRequest } from '../../../server/src/protocol.ts'
import type { Server } from '../server.ts'
import { activeEditor, changeDocument, textRangeOf } from './document-edits.ts'

/** `Post-Mortem: Toggle Action Item Done`. */
export async function toggleActionsCommand(server: Server): Promise<void> {
  const editor = activeEditor()
  if (!editor) return
  await changeDocument(server, editor, 'nothing was toggled', () => {
    const params = { uri: editor.document.uri.toString(), range: textRangeOf(editor.selection) }
    return server.request(ToggleActionsRequest, params)
  })
}
