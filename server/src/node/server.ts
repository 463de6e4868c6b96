/** Entry of the server on Node: over stdio, a pipe, a socket or Node's IPC, as the arguments say. */
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Connection, createConnection } from 'vscode-languageserver/node'
import { clientFiles, NO_FILES } from '../lsp/client-files.ts'
import { portsOf } from '../lsp/ports-of.ts'
import { startServer } from '../lsp/server.ts'
import { VERSION } from '../version.ts'
import { nodeFiles } from './files.ts'
import { indexThreads, isIndexThread, readForIndex } from './index-threads.ts'
import { folderStore } from './store.ts'

const USAGE = `postmortem-language-server ${VERSION}: language server for incident post-mortems in Markdown

usage: postmortem-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME
`

const args = process.argv.slice(2)
if (isIndexThread()) readForIndex()
else if (args.includes('--version')) process.stdout.write(`${VERSION}\n`)
else if (args.includes('--help')) process.stdout.write(USAGE)
else serve()

function serve(): void {
  const connection = connectionOfArguments()
  if (!connection) {
    process.stderr.write(USAGE)
    process.exitCode = 2
    return
  }
  startServer(connection, {
    version: VERSION,
    rulePages: rulePages(),
    ports(options) {
      const ports = portsOf(connection, nodeFiles(options.files ? clientFiles(connection) : NO_FILES), globalThis)
      const store = folderStore(options.storage ?? null, edition(), ports.logger)
      return { ...ports, threads: indexThreads(__filename), store }
    },
  })
}

/** Null when the arguments name no transport. */
function connectionOfArguments(): Connection | null {
  try {
    return createConnection()
  } catch {
    return null
  }
}

/** Another one for every build: what one has kept is not read by another. */
function edition(): string {
  return `${VERSION} ${statSync(__filename).mtimeMs}`
}

/** The pages of the npm package, or those of the extension or the checkout that the server is a part of. */
function rulePages(): string | null {
  const here = pathToFileURL(__filename)
  const folders = ['../docs/rules', '../../docs/rules'].map((path) => new URL(path, here))
  return folders.find((folder) => existsSync(fileURLToPath(folder)))?.href ?? null
}
