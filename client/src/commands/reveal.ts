import { Range, Selection, TextEditorRevealType, Uri, window, workspace } from 'vscode'
import type { TextRange } from '../../../server/src/protocol.ts'

/** Shows and selects a range; used by the server's code lenses. */
export async function revealCommand(uri: string, { start, end }: TextRange): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri))
  const editor = await window.showTextDocument(document)
  const range = document.validateRange(new Range(start.line, start.character, end.line, end.character))
  editor.selection = new Selection(range.start, range.end)
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
}
