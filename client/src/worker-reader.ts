import { BrowserMessageReader } from 'vscode-languageclient/browser'

/**
 * Reads what the server in a Worker says, and closes the connection when the Worker cannot even be loaded: a Worker
 * does not answer then, and the client would wait forever.
 */
export class WorkerReader extends BrowserMessageReader {
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
