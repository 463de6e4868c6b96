import { ProgressLocation, Range, Selection, type TextDocument, Uri, window, workspace } from 'vscode'
import {
  NewPostMortemDefaultsRequest,
  type NewPostMortemParams,
  NewPostMortemRequest,
  type NewPostMortemResult,
  ReadStartRequest,
  type TextRange,
} from '../../../server/src/protocol.ts'
import { LANGUAGE } from '../documents.ts'
import { gitAuthor } from '../new-post-mortem/git-author.ts'
import {
  type Answers,
  type Folder,
  inFolder,
  NO_ANSWERS,
  newPostMortemSteps,
  type ServerQueries,
} from '../new-post-mortem/questions.ts'
import { QuickInputPrompter } from '../new-post-mortem/quick-input.ts'
import { runSteps } from '../new-post-mortem/steps.ts'
import type { Server } from '../server.ts'
import { makeFile } from '../written-files.ts'

/** Of requests for a free name, when it is taken in the meantime. */
const MAX_ATTEMPTS = 3

/**
 * `Post-Mortem: New Post-Mortem`: asks its questions, creates the file (or, with no folder open, an untitled document)
 * and selects the first placeholder.
 * @param resource the selected resource in the explorer; other menus pass something else, or nothing
 */
export async function newPostMortemCommand(server: Server, resource: unknown): Promise<void> {
  try {
    await window.withProgress({ location: ProgressLocation.Window, title: 'Post-Mortem' }, () => server.start())
  } catch {
    // `Server` has shown the error.
    return
  }
  try {
    const answers = await askAll(server, resource)
    if (answers === undefined) return
    const folder = answers.folder ?? null
    const author = await gitAuthor(folder ? Uri.parse(folder.uri) : undefined)
    const { document, selection } = await create(server, paramsOf(answers, author, folderOf(resource)))
    await open(document, selection)
  } catch (error) {
    server.report('the post-mortem was not created', error)
  }
}

async function askAll(server: Server, resource: unknown): Promise<Answers | undefined> {
  const queries: ServerQueries = {
    defaults: (folder) => server.request(NewPostMortemDefaultsRequest, { folder }),
    readStart: (folder, text, isDay) => server.request(ReadStartRequest, { folder, text, isDay }),
  }
  const folders = foldersFor(resource)
  const prompter = new QuickInputPrompter('New Post-Mortem')
  try {
    const start = folders.length > 1 ? NO_ANSWERS : await inFolder(NO_ANSWERS, folders[0] ?? null, queries)
    const answers = await runSteps(newPostMortemSteps(prompter, queries, folders), start)
    const problems = (answers ?? start).defaults?.problems ?? []
    if (problems.length > 0) void window.showWarningMessage(`Post-Mortem: ${problems.join(' ')}`)
    return answers
  } finally {
    prompter.dispose()
  }
}

/** The folders to choose from: only one when it is given. */
function foldersFor(resource: unknown): Folder[] {
  const chosen = resource instanceof Uri ? workspace.getWorkspaceFolder(resource) : undefined
  const folders = chosen ? [chosen] : (workspace.workspaceFolders ?? [])
  return folders.map(({ uri, name }) => ({ uri: uri.toString(), name }))
}

/** The folder that was chosen in the explorer; null for none, and for a workspace folder: that has a place for them. */
function folderOf(resource: unknown): string | null {
  if (!(resource instanceof Uri)) return null
  return workspace.getWorkspaceFolder(resource)?.uri.path.replace(/\/$/, '') === resource.path.replace(/\/$/, '')
    ? null
    : resource.toString()
}

function paramsOf(answers: Answers, author: string | null, into: string | null): NewPostMortemParams {
  const template = answers.defaults?.templates.find(({ id }) => id === answers.template)
  return {
    folder: answers.folder?.uri ?? null,
    into,
    template: answers.template ?? '',
    title: answers.title.trim(),
    // The template may have changed since.
    severity: template?.severities.some(({ value }) => value === answers.severity) ? (answers.severity ?? null) : null,
    startedAt: template?.start === null ? null : (answers.startedAt ?? answers.defaults?.startedAt ?? null),
    author,
  }
}

async function create(server: Server, params: NewPostMortemParams) {
  for (let attempt = 1; ; attempt++) {
    const result = await server.request(NewPostMortemRequest, params)
    const document = await createDocument(result)
    if (document !== undefined) return { document, selection: result.selection }
    if (attempt === MAX_ATTEMPTS) throw new Error(`another file takes the name each time: ${result.uri}`)
  }
}

/** Undefined when the file exists by now. */
export async function createDocument({
  uri,
  text,
}: Pick<NewPostMortemResult, 'uri' | 'text'>): Promise<TextDocument | undefined> {
  if (uri === null) return workspace.openTextDocument({ language: LANGUAGE, content: text })
  const file = Uri.parse(uri)
  return (await makeFile(file, text)) ? workspace.openTextDocument(file) : undefined
}

async function open(document: TextDocument, { start, end }: TextRange): Promise<void> {
  const range = new Range(start.line, start.character, end.line, end.character)
  const editor = await window.showTextDocument(document, { preview: false })
  editor.selection = new Selection(range.start, range.end)
  editor.revealRange(range)
}
