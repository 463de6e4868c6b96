/** A person says what the active document is, or what all files beside it are. */
import { type QuickPickItem, Range, type TextDocument, Uri, window, workspace } from 'vscode'
import {
  type DeclareAnswer,
  type DeclareParams,
  DeclareRequest,
  type EditAnswer,
} from '../../../server/src/protocol.ts'
import type { NearMisses } from '../near-misses.ts'
import type { Server } from '../server.ts'
import { makeFile, savedAsBefore } from '../written-files.ts'
import { activeEditor, changeDocument, workspaceEditOf } from './document-edits.ts'
import { explainRecognitionCommand } from './explain-recognition.ts'

/** Says of the command that it was chosen from the status of a near miss, which may be dismissed. */
export const FROM_STATUS = 'status'

interface Choice extends QuickPickItem {
  readonly scope: DeclareParams['scope'] | 'why' | 'never'
}

const WHY: Choice = { scope: 'why', label: 'Why?', detail: 'What speaks for and against a post-mortem in this file' }
const NEVER: Choice = {
  scope: 'never',
  label: 'Do not point this out',
  detail: 'In this workspace; nothing is written',
}

/** `Post-Mortem: Treat as Post-Mortem…`. */
export async function treatAsPostMortemCommand(server: Server, nearMisses: NearMisses, source: unknown): Promise<void> {
  const choices: Choice[] = [
    { scope: 'file', label: 'This file', detail: 'Writes "postmortem: true" into its front matter' },
    {
      scope: 'folder',
      label: 'All files in this folder',
      detail: 'Names the folder under "include" in .postmortem.yml',
    },
    WHY,
    ...(source === FROM_STATUS ? [NEVER] : []),
  ]
  const chosen = await choose('Treat as Post-Mortem', choices)
  if (chosen === 'never') await nearMisses.dismiss()
  else if (chosen) await declare(server, true, chosen)
}

/** `Post-Mortem: This Is No Post-Mortem…`. */
export async function treatAsOrdinaryCommand(server: Server): Promise<void> {
  const chosen = await choose('This Is No Post-Mortem', [
    { scope: 'file', label: 'This file', detail: 'Writes "postmortem: false" into its front matter' },
    {
      scope: 'folder',
      label: 'All files in this folder',
      detail: 'Names the folder under "exclude" in .postmortem.yml',
    },
    WHY,
  ])
  if (chosen && chosen !== 'never') await declare(server, false, chosen)
}

/** What was chosen; undefined when the user cancels, or has no Markdown in front. */
async function choose(title: string, choices: readonly Choice[]): Promise<Choice['scope'] | undefined> {
  if (!activeEditor()) return undefined
  return (await window.showQuickPick(choices, { title, placeHolder: 'For what?' }))?.scope
}

async function declare(server: Server, isPostMortem: boolean, scope: Exclude<Choice['scope'], 'never'>): Promise<void> {
  if (scope === 'why') return explainRecognitionCommand(server)
  const editor = activeEditor()
  if (!editor) return
  const ask = () => server.request(DeclareRequest, { uri: editor.document.uri.toString(), isPostMortem, scope })
  if (scope === 'file')
    return changeDocument(server, editor, 'nothing was written', async () => editAnswer(await ask(), isPostMortem))
  try {
    const answer = await ask()
    if ('refused' in answer) void window.showInformationMessage(answer.refused)
    else await writeConfiguration(answer)
  } catch (error) {
    server.report('the configuration was not written', error)
  }
}

function editAnswer(answer: DeclareAnswer, isPostMortem: boolean): EditAnswer {
  if ('refused' in answer) return answer
  const { version, ...edit } = answer.edit
  if (version === null || edit.edits.length === 0)
    return { refused: `The front matter says "postmortem: ${isPostMortem}" already.` }
  return { edit: { ...edit, version }, cursor: null }
}

/** Writes the configuration, and saves it: only what is saved counts. */
export async function writeConfiguration({
  edit,
  creates,
  before,
}: Exclude<DeclareAnswer, { refused: string }>): Promise<void> {
  const uri = Uri.parse(edit.uri)
  if (creates !== null) {
    if (!(await makeFile(uri, creates))) throw new Error(`${uri.path} is there by now`)
  } else {
    const document = await workspace.openTextDocument(uri)
    const isOther = edit.version === null ? !isSameText(document, before) : document.version !== edit.version
    if (isOther) throw new Error(`${uri.path} is being changed`)
    const change = () => workspace.applyEdit(workspaceEditOf(document, edit.edits))
    if (!(await savedAsBefore(document, change))) throw new Error(`${uri.path} cannot be changed`)
  }
  const [changed] = edit.edits
  const line = changed?.range.start.line ?? 0
  const message = creates === null ? 'Written to .postmortem.yml.' : 'Made a .postmortem.yml for this.'
  if ((await window.showInformationMessage(message, OPEN)) === OPEN)
    await window.showTextDocument(uri, { selection: new Range(line, 0, line, 0) })
}

/** Whether a document is what the server read; an editor may have other line ends, and no byte-order mark. */
function isSameText(document: TextDocument, text: string | null): boolean {
  const plain = (one: string) => one.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  return text !== null && plain(document.getText()) === plain(text)
}

const OPEN = 'Open'
