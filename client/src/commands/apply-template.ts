import { type QuickPickItem, window } from 'vscode'
import { ApplyTemplateRequest, type TemplateOption, TemplatesRequest } from '../../../server/src/protocol.ts'
import type { Server } from '../server.ts'
import { activeEditor, changeDocument } from './document-edits.ts'

interface TemplateItem extends QuickPickItem {
  readonly id: string
}

/** `Post-Mortem: Apply Template…`: asks for the template first. */
export async function applyTemplateCommand(server: Server): Promise<void> {
  const editor = activeEditor()
  if (!editor) return
  const uri = editor.document.uri.toString()
  let template: string | undefined
  await changeDocument(server, editor, 'the template was not applied', async () => {
    template ??= await pickTemplate(await server.request(TemplatesRequest, { uri }))
    return template === undefined ? null : server.request(ApplyTemplateRequest, { uri, template })
  })
}

/** The ID of the chosen template; undefined when the user cancels. */
async function pickTemplate(templates: readonly TemplateOption[]): Promise<string | undefined> {
  const items = templates.map(({ id, name, description, isChosen }): TemplateItem => {
    return { id, label: name, detail: description, ...(isChosen ? { description: 'this document' } : {}) }
  })
  const picked = await window.showQuickPick(items, {
    title: 'Apply Template',
    placeHolder: 'What is missing is added; what is written stays as it is',
  })
  return picked?.id
}
