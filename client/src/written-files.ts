/**
 * Files that nobody has open, made and changed. A file is written through the file system and not by a workspace edit,
 * since *Undo* would delete the file, saved or not, without asking. What is changed is saved where it was.
 */
import { FileSystemError, type TextDocument, Uri, workspace } from 'vscode'
import type { WorkspaceMiddleware } from 'vscode-languageclient'

/** Makes a file and missing folders; false when something is there by now: nothing is ever overwritten. */
export async function makeFile(file: Uri, text: string): Promise<boolean> {
  if (await isTaken(file)) return false
  await workspace.fs.writeFile(file, new TextEncoder().encode(text))
  return true
}

/** Saves a document after a change, where all of it was saved before. */
export async function savedAsBefore(document: TextDocument, change: () => Thenable<boolean>): Promise<boolean> {
  const wasSaved = !document.isDirty && !document.isUntitled
  if (!(await change())) return false
  return !wasSaved || document.save()
}

/** What the server wants to be changed, likewise: a new file is the text that is to be put into it. */
export const handleApplyEdit: NonNullable<WorkspaceMiddleware['handleApplyEdit']> = async (params, next) => {
  const [first, second, ...more] = params.edit.documentChanges ?? []
  const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) }
  if (first && 'kind' in first && first.kind === 'create') {
    const edits = second && 'edits' in second ? second.edits : []
    const text = edits.map((edit) => ('newText' in edit ? edit.newText : '')).join('')
    if (more.length > 0 || edits.length > 1) return { applied: false, failureReason: 'One text makes a file.' }
    return { applied: await makeFile(Uri.parse(first.uri), text) }
  }
  if (!first || !('edits' in first) || first.textDocument.version !== null) return next(params, token)
  const document = await workspace.openTextDocument(Uri.parse(first.textDocument.uri))
  const applied = await savedAsBefore(document, async () => {
    const result = await next(params, token)
    return 'applied' in result && result.applied
  })
  return { applied }
}

/** Whether something exists at the URI; throws when that cannot be determined. */
async function isTaken(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file)
    return true
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false
    throw error
  }
}
