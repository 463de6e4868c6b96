/** Entry of the server on Node: over stdio, a pipe, a socket or Node's IPC, as the arguments say. */
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { clientFiles, NO_FILES } from '../lsp/client-files.ts'
import { portsOf } from '../lsp/ports-of.ts'
import { startServer } from '../lsp/server.ts'
import { VERSION } from '../version.ts'
import { nodeFiles } from './files.ts'

const USAGE = `postmortem-language-server ${VERSION}: language server for incident post-mortems in Markdown

usage: postmortem-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME
`

const TRANSPORT = /(?:^| )--(?:stdio|node-ipc|socket[= ]\d+|pipe[= ]\S.*)(?: |$)/

const args = process.argv.slice(2)
if (args.includes('--version')) process.stdout.write(`${VERSION}\n`)
else if (args.includes('--help')) process.stdout.write(USAGE)
else if (!TRANSPORT.test(args.join(' '))) {
  process.stderr.write(USAGE)
  process.exitCode = 2
} else {
  startServer(createConnection(ProposedFeatures.all), {
    version: VERSION,
    rulePages: rulePages(),
    ports: (connection, options) =>
      portsOf(connection, nodeFiles(options.files ? clientFiles(connection) : NO_FILES), globalThis),
  })
}

/** The pages of the npm package, or those of the extension or the checkout that the server is a part of. */
function rulePages(): string | null {
  const here = pathToFileURL(__filename)
  const folders = ['../docs/rules', '../../docs/rules'].map((path) => new URL(path, here))
  return folders.find((folder) => existsSync(fileURLToPath(folder)))?.href ?? null
}
