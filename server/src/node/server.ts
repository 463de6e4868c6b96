/** Entry of the server on Node: over stdio, a pipe, a socket or Node's IPC, as the arguments say. */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { clientFiles, NO_FILES } from '../lsp/client-files.ts'
import { portsOf } from '../lsp/ports-of.ts'
import { startServer } from '../lsp/server.ts'
import type { Threads } from '../ports.ts'
import { VERSION } from '../version.ts'
import { editionOf, isThere, nodeFiles } from './files.ts'
import { readForOthers } from './reading-thread.ts'
import { isReadingThread, readingThreads } from './reading-threads.ts'
import { folderStore } from './store.ts'
import { connectionOfArguments } from './transport.ts'
import { coreCount } from './worker-pool.ts'

const USAGE = `postmortem-language-server ${VERSION}: language server for incident post-mortems in Markdown

usage: postmortem-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME
`

const args = process.argv.slice(2)
if (isReadingThread()) readForOthers()
else if (args.includes('--version')) process.stdout.write(`${VERSION}\n`)
else if (args.includes('--help')) process.stdout.write(USAGE)
else serve()

function serve(): void {
  const connection = connectionOfArguments(args)
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
      const store = folderStore(options.storage ?? null, `${VERSION} ${editionOf(__filename)}`, ports.logger)
      return { ...ports, threads: threads(), store }
    },
  })
}

/**
 * One core is left to the answers. The parser makes much that is soon garbage: with more room for it, less is copied. A
 * thread that needs more memory than this ends, and the files are read by this one.
 */
function threads(): Threads {
  const memory = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 192 }
  return readingThreads({ script: __filename, count: Math.max(1, coreCount() - 1), memory })
}

/** The pages of the npm package, or those of the extension or the checkout that the server is a part of. */
function rulePages(): string | null {
  const here = pathToFileURL(__filename)
  const folders = ['../docs/rules', '../../docs/rules'].map((path) => new URL(path, here))
  return folders.find((folder) => isThere(fileURLToPath(folder)))?.href ?? null
}
