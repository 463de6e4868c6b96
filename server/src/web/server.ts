/** Entry of the server in a Worker: everything it knows of files it asks the client for. */
import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser'
import { clientFiles, NO_FILES } from '../lsp/client-files.ts'
import { portsOf } from '../lsp/ports-of.ts'
import { startServer } from '../lsp/server.ts'
import { VERSION } from '../version.ts'

declare const self: DedicatedWorkerGlobalScope

startServer(createMessageConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  version: VERSION,
  rulePages: null,
  ports: (connection, options) => portsOf(connection, options.files ? clientFiles(connection) : NO_FILES, globalThis),
})
