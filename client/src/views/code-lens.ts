import { type Disposable, window, workspace } from 'vscode'
import type { CodeLensRequest } from 'vscode-languageclient'
import { isOurs } from '../documents.ts'
import type { Server } from '../server.ts'

const METHOD: typeof CodeLensRequest.method = 'textDocument/codeLens'

/** Applies `postmortem.codeLens.enabled` at once: VS Code must be told to request lenses again. */
export function refreshLensesOnChange(server: Server): Disposable {
  return workspace.onDidChangeConfiguration(async (change) => {
    if (!change.affectsConfiguration('postmortem.codeLens') || server.started === undefined) return
    const feature = (await server.started).getFeature(METHOD)
    const document = window.visibleTextEditors.map((editor) => editor.document).find(isOurs)
    if (document !== undefined) feature.getProvider(document)?.onDidChangeCodeLensEmitter.fire()
  })
}
