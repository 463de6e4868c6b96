/** The extension in a browser: the server is a Worker. */
import type { ExtensionContext } from 'vscode'
import { activateWith } from './extension.ts'

export { deactivate } from './extension.ts'

/** Called by VS Code. */
export function activate(context: ExtensionContext): void {
  activateWith(context, async (output) => {
    // In the same bundle, since a web extension cannot load another file; but evaluated only when needed.
    const { createClient } = await import('./web-client.ts')
    return createClient(context, output)
  })
}
