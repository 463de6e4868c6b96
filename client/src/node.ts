/** The extension on a desktop or a remote machine: the server is a process. */
import type { ExtensionContext } from 'vscode'
import { activateWith } from './extension.ts'

export { deactivate } from './extension.ts'

/** Called by VS Code. */
export function activate(context: ExtensionContext): void {
  activateWith(context, async (output) => {
    // A bundle of its own (see scripts/build.mjs): loading the library takes longer than the rest of the activation.
    const { createClient } = await import('./node-client.ts')
    return createClient(context, output)
  })
}
