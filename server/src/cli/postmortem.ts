/** Entry of the command line. */
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { editionOf, isThere } from '../node/files.ts'
import { readingThreads } from '../node/reading-threads.ts'
import { coreCount } from '../node/worker-pool.ts'
import { VERSION } from '../version.ts'
import { main } from './main.ts'
import { processOutput } from './output.ts'

// Handled between two files, so that no half-written one is left behind.
process.on('SIGINT', () => process.exit(130))

/** The bundle of `analysis.ts`, next to this one. */
const ANALYSIS = join(__dirname, 'postmortem-analysis.cjs')
/** Each thread compiles everything anew, so two are quicker than one only from about so much text on. */
const MIN_THREADED_CODE_UNITS = 600_000
/** Trees die young: with more room for them they are collected less often. */
const THREAD_MEMORY = { maxYoungGenerationSizeMb: 96 }

const output = processOutput()
main(process.argv.slice(2), {
  cwd: process.cwd(),
  output,
  now: () => Date.now(),
  readStdin: () => text(process.stdin),
  rulePages: rulePages(),
  threads: {
    threads: readingThreads({ script: ANALYSIS, count: coreCount(), memory: THREAD_MEMORY }),
    minCodeUnits: MIN_THREADED_CODE_UNITS,
  },
  // What dates are in which zone is up to Node.
  build: [VERSION, process.version, editionOf(ANALYSIS)].join(' '),
}).then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    output.error(...`postmortem: ${error instanceof Error ? (error.stack ?? error) : error}`.split('\n'))
    process.exitCode = 2
  },
)

/** Those of the package, or of the checkout that it is built in. */
function rulePages(): string | null {
  const folders = [join(__dirname, '../docs/rules'), join(__dirname, '../../docs/rules')]
  return folders.find((folder) => isThere(folder)) ?? null
}
