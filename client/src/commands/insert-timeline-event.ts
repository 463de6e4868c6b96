import { InsertTimelineEventRequest } from '../../../server/src/protocol.ts'
import type { Server } from '../server.ts'
import { activeEditor, changeDocument } from './document-edits.ts'

/** `Post-Mortem: Insert Timeline Event`: inserts an entry with the current time, with the cursor in its description. */
export async function insertTimelineEventCommand(server: Server): Promise<void> {
  const editor = activeEditor()
  if (!editor) return
  await changeDocument(server, editor, 'no timeline event was inserted', () => {
    const { line, character } = editor.selection.active
    return server.request(InsertTimelineEventRequest, {
      uri: editor.document.uri.toString(),
      position: { line, character },
    })
  })
}
