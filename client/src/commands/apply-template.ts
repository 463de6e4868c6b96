import { type QuickPickItem, QuickPickItemKind, window, workspace } from 'vscode'
import {
  type ApplyTemplateAnswer,
  ApplyTemplateRequest,
  type TemplateOption,
  TemplatesRequest,
} from '../../../server/src/protocol.ts'
import type { Server } from '../server.ts'
import { activeEditor, changeDocument, workspaceEditOf } from './document-edits.ts'

interface TemplateItem extends QuickPickItem {
  readonly id: string
}

/** `Post-Mortem: Apply Template…`: asks for the template, and says what it will do before it does. */
export async function applyTemplateCommand(server: Server): Promise<void> {
  const editor = activeEditor()
  if (!editor) return
  const { document } = editor
  const uri = document.uri.toString()
  let template: TemplateItem | undefined
  let isAgreed = false
  await changeDocument(server, editor, 'the template was not applied', async () => {
    template ??= await pickTemplate(await server.request(TemplatesRequest, { uri }))
    if (template === undefined) return null
    const answer = await server.request(ApplyTemplateRequest, { uri, template: template.id })
    if ('refused' in answer || isAgreed) return answer
    const way = await pickWay(template.label, answer)
    if (way === 'preview' && document.version === answer.edit.version) {
      await workspace.applyEdit(workspaceEditOf(document, answer.edit.edits, 'Apply Template'))
      return null
    }
    isAgreed = way === 'apply'
    return isAgreed ? answer : null
  })
}

/** The chosen template; undefined when the user cancels. */
async function pickTemplate(templates: readonly TemplateOption[]): Promise<TemplateItem | undefined> {
  const items = templates.map(({ id, name, description, isChosen }): TemplateItem => {
    return { id, label: name, detail: description, ...(isChosen ? { description: 'this document' } : {}) }
  })
  return window.showQuickPick(items, {
    title: 'Apply Template',
    placeHolder: 'What is missing is added; what is written stays as it is',
  })
}

interface WayItem extends QuickPickItem {
  readonly way?: 'apply' | 'preview'
}

/** Whether to apply it, or to look at the changes first, over the list of what is done; undefined when cancelled. */
async function pickWay(
  name: string,
  { steps }: Exclude<ApplyTemplateAnswer, { refused: string }>,
): Promise<WayItem['way']> {
  const items: WayItem[] = [
    {
      way: 'apply',
      label: `Apply "${name}"`,
      description: steps.length === 1 ? '1 change' : `${steps.length} changes`,
    },
    { way: 'preview', label: 'Show the Changes First', description: 'and tick what is wanted' },
    { label: 'What it will do', kind: QuickPickItemKind.Separator },
    ...steps.map((label): WayItem => ({ label })),
  ]
  // What is done is there to be read: choosing it asks again.
  for (;;) {
    const options = { title: 'Apply Template', placeHolder: 'What is written stays as it is' }
    const picked = await window.showQuickPick(items, options)
    if (!picked || picked.way) return picked?.way
  }
}
