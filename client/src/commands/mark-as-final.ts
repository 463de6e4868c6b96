import {
  type QuickPickItem,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  ViewColumn,
  window,
} from 'vscode'
import { type FinalAnswer, type FinalBlocker, FinalBlockersRequest } from '../../../server/src/protocol.ts'
import type { Server } from '../server.ts'
import { activeEditor, applyEdits } from './document-edits.ts'

/** Of requests, when the document changes in the meantime. */
const MAX_ATTEMPTS = 3

/** `Post-Mortem: Mark as Final`: sets the status, or shows what must be resolved first. Never rejects. */
export async function markAsFinalCommand(server: Server): Promise<void> {
  const editor = activeEditor()
  if (!editor) return
  try {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const answer = await server.request(FinalBlockersRequest, { uri: editor.document.uri.toString() })
      const message = messageFor(answer)
      if (message !== null) {
        void window.showInformationMessage(message)
        return
      }
      if ('refused' in answer) return
      if (answer.blockers.length > 0) {
        await showBlockers(editor, answer.blockers)
        return
      }
      if (await applyEdits(editor.document, answer)) {
        void window.showInformationMessage('The post-mortem is marked as final.')
        return
      }
    }
    throw new Error('the document keeps changing')
  } catch (error) {
    server.report('the post-mortem was not marked as final', error)
  }
}

/** The message when there is nothing to do, else null. */
function messageFor(answer: FinalAnswer): string | null {
  if ('refused' in answer) return answer.refused
  const { blockers, edits } = answer
  return blockers.length === 0 && edits.length === 0
    ? 'This post-mortem is final, and nothing speaks against it.'
    : null
}

interface BlockerItem extends QuickPickItem {
  readonly range: Range
}

/** Previews the place of the active item; goes there when it is chosen, and back when cancelled. */
function showBlockers(editor: TextEditor, blockers: readonly FinalBlocker[]): Promise<void> {
  const [view] = editor.visibleRanges
  const mark = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    isWholeLine: true,
  })
  const box = window.createQuickPick<BlockerItem>()
  box.title = `Mark as Final: ${blockers.length === 1 ? 'one thing is' : `${blockers.length} things are`} left`
  box.placeholder = 'Choose one to go there'
  box.matchOnDescription = true
  box.items = blockers.map(itemOf)
  return new Promise((resolve) => {
    let chosen: Range | undefined
    box.onDidChangeActive(([item]) => {
      if (!item) return
      editor.setDecorations(mark, [item.range])
      editor.revealRange(item.range, TextEditorRevealType.InCenterIfOutsideViewport)
    })
    box.onDidAccept(() => {
      chosen = box.selectedItems[0]?.range
      // Before the editor gets the focus again.
      if (chosen) editor.selection = new Selection(chosen.start, chosen.end)
      box.hide()
    })
    box.onDidHide(() => {
      box.dispose()
      mark.dispose()
      if (!chosen && view) editor.revealRange(view, TextEditorRevealType.AtTop)
      resolve(chosen && goTo(editor, chosen))
    })
    box.show()
  })
}

function itemOf({ message, rule, range: { start, end } }: FinalBlocker): BlockerItem {
  const range = new Range(start.line, start.character, end.line, end.character)
  return { label: message, description: `line ${start.line + 1}`, detail: rule, range }
}

async function goTo({ document, viewColumn }: TextEditor, range: Range): Promise<void> {
  const editor = await window.showTextDocument(document, { viewColumn: viewColumn ?? ViewColumn.Active })
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
}
