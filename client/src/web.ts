/** The extension in a browser: the server is a Worker. */
import { type ExtensionContext, Uri } from 'vscode'
import { activateWith } from './extension.ts'

export { deactivate } from './extension.ts'

/** Called by VS Code. */
export function activate(context: ExtensionContext): void {
  let worker: Worker | undefined
  context.subscriptions.push({ dispose: () => worker?.terminate() })
  activateWith(context, async (options) => {
    const { BrowserMessageWriter, LanguageClient } = await import('vscode-languageclient/browser')
    const { WorkerReader } = await import('./worker-reader.ts')
    const script = Uri.joinPath(context.extensionUri, 'dist/server/web.js').toString(true)
    const connect = async () => {
      // After a restart the old one may still be there: nobody else ends a Worker.
      worker?.terminate()
      worker = new Worker(script)
      return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) }
    }
    return new LanguageClient('postmortem', 'Post-Mortem', connect, options)
  })
}
