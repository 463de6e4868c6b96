/** Entry of the command line. */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { coreCount } from '../node/worker-pool.ts'
import { VERSION } from '../version.ts'
import { main } from './main.ts'
import { processOutput } from './output.ts'

// Handled between two files, so that no half-written one is left behind.
process.on('SIGINT', () => process.exit(130))

/** The bundle of `heavy.ts`, next to this one. */
const HEAVY = join(__dirname, 'postmortem-heavy.cjs')
/** UTF-16 code units: each thread compiles everything anew, so two are quicker than one only from about so much on. */
const WORTH_THREADS = 600_000

main(process.argv.slice(2), {
  cwd: process.cwd(),
  output: processOutput(),
  now: () => Date.now(),
  readStdin: () => text(process.stdin),
  rulePages: rulePages(),
  threads: { script: HEAVY, count: coreCount(), from: WORTH_THREADS },
  build: build(),
}).then((code) => {
  process.exitCode = code
})

/** Those of the package, or of the checkout that it is built in. */
function rulePages(): string | null {
  const folders = [join(__dirname, '../docs/rules'), join(__dirname, '../../docs/rules')]
  return folders.find((folder) => existsSync(folder)) ?? null
}

/** The time tells builds of one version apart. What dates are in which zone is up to Node. */
function build(): string {
  const { mtimeMs, size } = statSync(HEAVY, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 }
  return [VERSION, process.version, Math.floor(mtimeMs), size].join(' ')
}
