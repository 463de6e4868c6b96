import { type QuickPickItem, QuickPickItemKind, window } from 'vscode'
import { ExplainRequest, type RecognitionExplanation, type TextRange } from '../../../server/src/protocol.ts'
import type { Server } from '../server.ts'
import { activeEditor } from './document-edits.ts'
import { revealCommand } from './reveal.ts'

interface EvidenceItem extends QuickPickItem {
  readonly range: TextRange | null
}

/** `Post-Mortem: Why Is This a Post-Mortem, or Not?`: a list of what counted; what is chosen is shown in the document. */
export async function explainRecognitionCommand(server: Server): Promise<void> {
  const editor = activeEditor()
  if (!editor) return
  const uri = editor.document.uri.toString()
  try {
    const explanation = await server.request(ExplainRequest, { uri })
    if (!explanation) return
    const { verdict, sum, threshold } = explanation
    const picked = await window.showQuickPick(itemsOf(explanation), {
      title: verdict,
      placeHolder: `${sum} points; from ${threshold} on it is a post-mortem`,
      matchOnDetail: true,
    })
    if (picked?.range) await revealCommand(uri, picked.range)
  } catch (error) {
    server.report('there is no explanation', error)
  }
}

function itemsOf({ evidence, changes }: RecognitionExplanation): EvidenceItem[] {
  const heading = (label: string): EvidenceItem => ({ label, kind: QuickPickItemKind.Separator, range: null })
  return [
    heading(evidence.length > 0 ? 'What counted' : 'Nothing in it speaks for one'),
    ...evidence.map(({ feature, weight, reason, range }) => ({
      label: `${weight > 0 ? '+' : ''}${weight}  ${feature}`,
      ...(range ? { description: `line ${range.start.line + 1}` } : {}),
      detail: plain(reason),
      range,
    })),
    heading('What would change it'),
    ...changes.map((change) => ({ label: plain(change), range: null })),
  ]
}

/** The list shows no Markdown. */
function plain(text: string): string {
  return text.replaceAll('`', '"')
}
