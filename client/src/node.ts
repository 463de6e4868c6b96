/** The extension on a desktop or a remote machine: the server is a process, spoken to over IPC. */
import type { ExtensionContext } from 'vscode'
import { activateWith } from './extension.ts'

export { deactivate } from './extension.ts'

/** Called by VS Code. */
export function activate(context: ExtensionContext): void {
  activateWith(context, async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node')
    const module = context.asAbsolutePath('dist/server/node.js')
    return new LanguageClient('postmortem', 'Post-Mortem', { module, transport: TransportKind.ipc }, options)
  })
}
