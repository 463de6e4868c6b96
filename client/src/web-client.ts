import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, State } from 'vscode-languageclient/browser'
import { clientOptions } from './client-options.ts'
import { answerFileRequests } from './files.ts'

/** The client of a server that runs in a Worker; not yet started. */
export function createClient(context: ExtensionContext, output: LogOutputChannel): LanguageClient {
  let worker: Worker | undefined
  context.subscriptions.push({ dispose: () => worker?.terminate() })
  const script = Uri.joinPath(context.extensionUri, 'dist/server/web.js').toString(true)
  const connect = async () => {
    // After a crash the old Worker may still exist: it must be terminated explicitly.
    worker?.terminate()
    worker = new Worker(script)
    return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  const client = new LanguageClient('postmortem', 'Post-Mortem', connect, clientOptions(output, context.extensionUri))
  answerFileRequests(client, output)
  // A restart creates another client.
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) worker?.terminate()
  })
  return client
}

/**
 * Reads messages of the Worker, and closes the connection when the Worker cannot be loaded: else the client would wait
 * forever.
 */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker) {
    super(worker)
    const failed = (event: ErrorEvent) => {
      event.preventDefault()
      this.fireError(new Error(event.message || 'The Worker of the language server cannot be loaded'))
      this.fireClose()
    }
    worker.addEventListener('error', failed, { once: true })
    // After its first message, errors are not fatal: the server reports them itself.
    worker.addEventListener('message', () => worker.removeEventListener('error', failed), { once: true })
  }
}
