/** Offers to paste lines of a chat or log as timeline events; plain paste remains available. */
import * as vscode from 'vscode'
import { PasteTimelineRequest } from '../../../server/src/protocol.ts'
import { textRangeOf, workspaceEditOf } from '../commands/document-edits.ts'
import { isOurs, SELECTOR } from '../documents.ts'
import type { Server } from '../server.ts'

/** The used part of VS Code's API since 1.97; our type definitions are those of the oldest supported version. */
interface PasteApi {
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: PasteProvider,
      metadata: { providedPasteEditKinds: readonly unknown[]; pasteMimeTypes: readonly string[] },
    ): vscode.Disposable
  }
  readonly DocumentDropOrPasteEditKind: { readonly Empty: { append(...parts: string[]): unknown } }
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: unknown) => PasteEdit
}

interface PasteEdit {
  additionalEdit?: vscode.WorkspaceEdit
}

interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<PasteEdit[] | undefined>
}

/** Any clock time; without one there is no request to the server. */
const CLOCK = /\d[:.時]\d|\d ?[ap]\.?m/i

/** Registers the paste edit, if VS Code supports it. It is the default when the pasted text is clearly a log. */
export function offerTimelinePaste(server: Server): vscode.Disposable {
  const api = vscode as unknown as PasteApi
  try {
    const kind = api.DocumentDropOrPasteEditKind.Empty.append('text', 'postmortem', 'timeline')
    const provider: PasteProvider = {
      provideDocumentPasteEdits: async (document, ranges, transfer, _context, token) => {
        const [range] = ranges
        if (!isOurs(document) || !range || ranges.length > 1) return undefined
        const { version } = document
        const text = (await transfer.get('text/plain')?.asString()) ?? ''
        if (!CLOCK.test(text) || token.isCancellationRequested) return undefined
        const params = { uri: document.uri.toString(), version, range: textRangeOf(range), text }
        const options = await server.request(PasteTimelineRequest, params, token).catch(() => null)
        return options?.map(({ title, edits }) => {
          // Nothing at the cursor: events are inserted in order of time.
          const edit = new api.DocumentPasteEdit('', title, kind)
          edit.additionalEdit = workspaceEditOf(document, edits)
          return edit
        })
      },
    }
    return api.languages.registerDocumentPasteEditProvider(SELECTOR, provider, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: ['text/plain'],
    })
  } catch {
    // Before 1.97: the command `Paste as Timeline Events` does the same.
    return vscode.Disposable.from()
  }
}
