import type { ExtensionContext, LogOutputChannel } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { clientOptions } from './client-options.ts'
import { answerFileRequests } from './files.ts'

/** The client of a server process over IPC; not yet started. */
export function createClient(context: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const server = { module: context.asAbsolutePath('dist/server/node.js'), transport: TransportKind.ipc }
  const options = clientOptions(output, context.extensionUri, context.storageUri)
  const client = new LanguageClient('postmortem', 'Post-Mortem', server, options)
  answerFileRequests(client, output)
  return client
}
