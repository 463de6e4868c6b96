/** The extension on a desktop or a remote machine: the server is a process. */
import type { ExtensionContext } from 'vscode'
import { activateWith } from './extension.ts'

export { deactivate } from './extension.ts'

/** Called by VS Code. */
export function activate(context: ExtensionContext): void {
  activateWith(context, async (output) => {
    // A file of its own (see scripts/build.mjs): reading the library takes longer than all that activation does.
    const { createClient } = await import('./node-client.ts')
    return createClient(context, output)
  })
}
