import { type Disposable, window, workspace } from 'vscode'
import type { InlayHintRequest } from 'vscode-languageclient'
import { isOurs } from '../documents.ts'
import type { Server } from '../server.ts'

const METHOD: typeof InlayHintRequest.method = 'textDocument/inlayHint'

/** Applies `postmortem.inlayHints.enabled` at once: VS Code must be told to request hints again. */
export function refreshInlayHintsOnChange(server: Server): Disposable {
  return workspace.onDidChangeConfiguration(async (change) => {
    if (!change.affectsConfiguration('postmortem.inlayHints') || server.started === undefined) return
    const feature = (await server.started).getFeature(METHOD)
    const document = window.visibleTextEditors.map((editor) => editor.document).find(isOurs)
    if (document !== undefined) feature.getProvider(document)?.onDidChangeInlayHints.fire()
  })
}
