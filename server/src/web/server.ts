/** Entry of the server in a Worker: everything it knows of files it asks the client for. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { clientFiles, NO_FILES } from '../lsp/client-files.ts'
import { connectionOptions } from '../lsp/messages.ts'
import { portsOf } from '../lsp/ports-of.ts'
import { startServer } from '../lsp/server.ts'
import { VERSION } from '../version.ts'

declare const self: DedicatedWorkerGlobalScope

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), connectionOptions())
startServer(connection, {
  version: VERSION,
  rulePages: null,
  ports: (options) => portsOf(connection, options.files ? clientFiles(connection) : NO_FILES, globalThis),
})
