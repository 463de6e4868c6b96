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
    // After a crash the old one may still be there: nobody else ends a Worker.
    worker?.terminate()
    worker = new Worker(script)
    return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  const client = new LanguageClient('postmortem', 'Post-Mortem', connect, clientOptions(output, context.extensionUri))
  answerFileRequests(client, output)
  // A restart makes another client.
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) worker?.terminate()
  })
  return client
}

/**
 * Reads what the Worker says, and closes the connection when it cannot even be loaded: it does not answer then, and
 * the client would wait forever.
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
    // Once it has spoken, an error is one of many and no end: the server reports it by itself.
    worker.addEventListener('message', () => worker.removeEventListener('error', failed), { once: true })
  }
}
