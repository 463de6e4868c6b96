import { window } from 'vscode'
import { NameTemplateRequest, NewTemplateRequest } from '../../../server/src/protocol.ts'
import type { Server } from '../server.ts'
import { writeConfiguration } from './declare.ts'
import { activeEditor } from './document-edits.ts'
import { createDocument } from './new-post-mortem.ts'

/**
 * `Post-Mortem: New Template from This Document…`: makes the file, names it in the configuration, and opens it. No file
 * is ever overwritten.
 */
export async function newTemplateCommand(server: Server): Promise<void> {
  const editor = activeEditor()
  if (!editor) return
  const name = await window.showInputBox({
    title: 'New Template from This Document',
    prompt: 'What is the template called? Values of this document become guidance in it.',
    placeHolder: 'Minor incident',
    validateInput: (text) => (text.trim() === '' ? 'A template needs a name.' : undefined),
  })
  if (name === undefined) return
  try {
    const uri = editor.document.uri.toString()
    const answer = await server.request(NewTemplateRequest, { uri, name: name.trim() })
    if ('refused' in answer) {
      void window.showInformationMessage(answer.refused)
      return
    }
    const document = await createDocument(answer)
    if (!document) throw new Error(`another file has taken the name: ${answer.uri}`)
    await window.showTextDocument(document, { preview: false })
    if (answer.problems.length > 0) void window.showWarningMessage(`Post-Mortem: ${answer.problems.join(' ')}`)
    const named = await server.request(NameTemplateRequest, { template: answer.uri })
    if ('refused' in named) void window.showInformationMessage(named.refused)
    else await writeConfiguration(named)
  } catch (error) {
    server.report('the template was not made', error)
  }
}
