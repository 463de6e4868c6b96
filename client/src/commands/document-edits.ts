/** Shared by the commands that change the active document. */
import {
  type Position,
  Range,
  SnippetString,
  SnippetTextEdit,
  type TextDocument,
  TextEdit,
  type TextEditor,
  WorkspaceEdit,
  type WorkspaceEditEntryMetadata,
  window,
  workspace,
} from 'vscode'
import type { ApplyEditArgument, EditAnswer, TextRange } from '../../../server/src/protocol.ts'
import { isOurs } from '../documents.ts'
import type { Server } from '../server.ts'

/** Of requests, when the document changes in the meantime. */
const MAX_ATTEMPTS = 3

/** The active editor with a Markdown document; shows a message when there is none. */
export function activeEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor
  if (editor && isOurs(editor.document)) return editor
  void window.showInformationMessage('Open a Markdown post-mortem first.')
  return undefined
}

/**
 * Requests edits and applies them as one undo step; shows a refusal. Never rejects.
 * @param ask null when the user cancelled
 * @param failure what failed, for the error message
 */
export async function changeDocument(
  server: Server,
  editor: TextEditor,
  failure: string,
  ask: () => Promise<EditAnswer | null>,
): Promise<void> {
  try {
    for (let attempt = 1; ; attempt++) {
      const answer = await ask()
      if (!answer) return
      if ('refused' in answer) {
        void window.showInformationMessage(answer.refused)
        return
      }
      if (await applyAnswer(editor, answer)) return
      if (attempt === MAX_ATTEMPTS) throw new Error('the document keeps changing')
    }
  } catch (error) {
    server.report(failure, error)
  }
}

/** Applies all edits as one undo step; false when they were made for another version of the document. */
export async function applyEdits(
  document: TextDocument,
  { version, edits }: Pick<ApplyEditArgument, 'version' | 'edits'>,
): Promise<boolean> {
  if (document.version !== version) return false
  return workspace.applyEdit(workspaceEditOf(document, edits))
}

/**
 * The edits as those of VS Code.
 * @param preview the name under which VS Code shows them before they are made; without it they are made at once
 */
export function workspaceEditOf(
  { uri }: TextDocument,
  edits: ApplyEditArgument['edits'],
  preview?: string,
): WorkspaceEdit {
  const edit = new WorkspaceEdit()
  const changes = edits.map(({ range, newText }) => TextEdit.replace(rangeOf(range), newText))
  if (preview === undefined) edit.set(uri, changes)
  else
    edit.set(
      uri,
      changes.map((change): [TextEdit, WorkspaceEditEntryMetadata] => [
        change,
        { label: preview, needsConfirmation: true },
      ]),
    )
  return edit
}

/** A range of the protocol; VS Code's own has another JSON form. */
export function textRangeOf({ start, end }: Range): TextRange {
  const position = ({ line, character }: Position) => ({ line, character })
  return { start: position(start), end: position(end) }
}

/** A range of VS Code. */
function rangeOf({ start, end }: TextRange): Range {
  return new Range(start.line, start.character, end.line, end.character)
}

/** Moves the cursor at once: typing must not go to its old place. */
async function applyAnswer(
  editor: TextEditor,
  { edit, cursor }: Exclude<EditAnswer, { refused: string }>,
): Promise<boolean> {
  const { document } = editor
  if (!cursor) return applyEdits(document, edit)
  if (document.version !== edit.version) return false
  const changes = edit.edits.map(({ range, newText }, index) => {
    if (index !== cursor.edit) return TextEdit.replace(rangeOf(range), newText)
    const text = new SnippetString().appendText(newText.slice(0, cursor.offset)).appendTabstop(0)
    return new SnippetTextEdit(rangeOf(range), text.appendText(newText.slice(cursor.offset)))
  })
  const change = new WorkspaceEdit()
  change.set(document.uri, changes)
  if (!(await workspace.applyEdit(change))) return false
  editor.revealRange(editor.selection)
  return true
}
