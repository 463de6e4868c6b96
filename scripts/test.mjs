// npm test: every step, even after a failure. The last line is the total: N passed, N failed, N skipped.
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { REPORTS, ROOT } from './lib/paths.mjs'
import { countText, countVitest } from './lib/report.mjs'
import { run } from './lib/run.mjs'

/**
 * @typedef {import('./lib/report.mjs').Count} Count
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {number} minutes The most it may take.
 * @property {string} [report] JSON that its runner writes; a step without one counts as one test.
 */

const bin = (/** @type {string} */ name) => join(ROOT, 'node_modules', '.bin', name)
const script = (/** @type {string} */ name) => [join(ROOT, 'scripts', name)]
const report = (/** @type {string} */ name) => join(REPORTS, `${name}.json`)
const node = process.execPath

// One for each of two cores, of which the default leaves one idle.
const WORKERS = ['--maxWorkers=2']

/** @type {Step[]} */
const STEPS = [
  { name: 'lint', command: bin('biome'), args: ['ci', '--error-on-warnings'], minutes: 3 },
  { name: 'types', command: bin('tsc'), args: ['-b'], minutes: 5 },
  { name: 'package', command: node, args: script('package.mjs'), minutes: 5 },
  { name: 'bench', command: node, args: [join(ROOT, 'bench', 'run.mjs'), '--quick', '--no-build'], minutes: 5 },
  project('unit', 10),
  project('process', 10),
  { name: 'node host', command: node, args: script('test-node-host.mjs'), minutes: 20, report: report('node-host') },
  { name: 'web host', command: node, args: script('test-web-host.mjs'), minutes: 15, report: report('web-host') },
]

/**
 * A project of vitest.config.mts.
 *
 * @param {string} name
 * @param {number} minutes
 * @returns {Step}
 */
function project(name, minutes) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report(name)}`]
  return {
    name,
    command: bin('vitest'),
    args: ['run', '--project', name, ...WORKERS, ...reporters],
    minutes,
    report: report(name),
  }
}

/** @type {Count} */
const NOTHING = { passed: 0, failed: 0, skipped: 0, retried: [], failures: [] }

await rm(REPORTS, { recursive: true, force: true })
await mkdir(REPORTS, { recursive: true })
/** @type {Count} */
const total = { ...NOTHING, failures: [] }
const rows = []
for (const step of STEPS) {
  console.log(`\n=== ${step.name}`)
  const start = Date.now()
  const { code } = await run(step.command, step.args, { timeout: step.minutes * 60_000 })
  const count = step.report
    ? await countOf(step.report, code)
    : { ...NOTHING, passed: +(code === 0), failed: +(code !== 0) }
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += count[key]
  const unnamed = count.failed > 0 && count.failures.length === 0 ? ['see its output'] : []
  total.failures.push(...[...count.failures, ...unnamed].map((failure) => `${step.name}: ${failure}`))
  rows.push(`${step.name.padEnd(10)} ${countText(count)}  (${((Date.now() - start) / 1000).toFixed(0)} s)`)
}
const failures = total.failures.map((failure) => `✗ ${failure}\n`).join('')
console.log(`\n${rows.join('\n')}\n\n${failures}${countText(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0

/**
 * What a runner says that it ran. A crash, a time-out or a runner that ran nothing is one failed.
 *
 * @param {string} file
 * @param {number} code
 * @returns {Promise<Count>}
 */
async function countOf(file, code) {
  const failure = { ...NOTHING, failed: 1 }
  if (!existsSync(file)) return failure
  try {
    const json = JSON.parse(await readFile(file, 'utf8'))
    /** @type {Count} */
    const count = 'testResults' in json ? countVitest(json) : json
    if (count.passed + count.failed + count.skipped === 0) return failure
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
  } catch {
    return failure
  }
}
