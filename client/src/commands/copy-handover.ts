import { env, window } from 'vscode'
import { HandoverRequest } from '../../../server/src/protocol.ts'
import type { Server } from '../server.ts'
import { activeEditor } from './document-edits.ts'

/** `Post-Mortem: Copy Handover Summary`: copies what the next person must know, as Markdown. */
export async function copyHandoverCommand(server: Server): Promise<void> {
  const editor = activeEditor()
  if (!editor) return
  try {
    const answer = await server.request(HandoverRequest, { uri: editor.document.uri.toString() })
    if ('refused' in answer) {
      void window.showInformationMessage(answer.refused)
      return
    }
    await env.clipboard.writeText(answer.text)
    void window.showInformationMessage('The handover summary is in the clipboard, as Markdown.')
  } catch (error) {
    server.report('nothing was copied', error)
  }
}
