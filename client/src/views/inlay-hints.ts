import { type Disposable, window, workspace } from 'vscode'
import type { InlayHintRequest } from 'vscode-languageclient'
import { isOurs } from '../documents.ts'
import type { Server } from '../server.ts'

const METHOD: typeof InlayHintRequest.method = 'textDocument/inlayHint'

/** Makes `postmortem.inlayHints.enabled` take effect at once: VS Code asks again only when told to. */
export function refreshInlayHintsOnChange(server: Server): Disposable {
  return workspace.onDidChangeConfiguration(async (change) => {
    if (!change.affectsConfiguration('postmortem.inlayHints') || server.started === undefined) return
    const feature = (await server.started).getFeature(METHOD)
    const document = window.visibleTextEditors.map((editor) => editor.document).find(isOurs)
    if (document !== undefined) feature.getProvider(document)?.onDidChangeInlayHints.fire()
  })
}
