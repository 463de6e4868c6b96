import { SortTimelineRequest } from '../../../server/src/protocol.ts'
import type { Server } from '../server.ts'
import { activeEditor, changeDocument } from './document-edits.ts'

/** `Post-Mortem: Sort Timeline`. */
export async function sortTimelineCommand(server: Server): Promise<void> {
  const editor = activeEditor()
  if (!editor) return
  const uri = editor.document.uri.toString()
  await changeDocument(server, editor, 'the timeline was not sorted', () =>
    server.request(SortTimelineRequest, { uri }),
  )
}
