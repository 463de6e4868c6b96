import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { REPORTS } from './paths.mjs'

/**
 * The counts of a test run.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, retried: string[], failures: string[] }} Count
 *   `retried`: names of tests that passed after they had failed; `failures`: names of those that failed, and why
 */

/**
 * The counts of a JSON report of vitest. A file that cannot be loaded counts as one failed test.
 *
 * @param {{ testResults: any[] }} json
 * @returns {Count}
 */
export function countVitest({ testResults }) {
  /** @type {Count} */
  const count = { passed: 0, failed: 0, skipped: 0, retried: [], failures: [] }
  for (const { assertionResults, status: ofFile, message, name } of testResults) {
    for (const { status, fullName, failureMessages } of assertionResults) {
      if (status === 'passed') {
        count.passed++
        if (failureMessages.length > 0) count.retried.push(fullName)
      } else if (status === 'failed') {
        count.failed++
        count.failures.push(`${fullName}: ${firstLine(failureMessages.join('\n'))}`)
      } else count.skipped++
    }
    if (ofFile === 'failed' && assertionResults.length === 0) {
      count.failed++
      count.failures.push(`${name}: ${firstLine(message)}`)
    }
  }
  return count
}

/** @param {string} text */
const firstLine = (text) => /.*/u.exec(text)?.[0] ?? ''

/**
 * A count in words.
 *
 * @param {Count} count
 * @returns {string}
 */
export function countText({ passed, failed, skipped, retried }) {
  const after = retried.length > 0 ? ` (${retried.length} after a retry: ${retried.join(', ')})` : ''
  return `${passed} passed${after}, ${failed} failed, ${skipped} skipped`
}

/** Counts the tests of a host, whatever runs them, and leaves the report that `npm test` reads. */
export class Report {
  #passed = 0
  #failed = 0
  #skipped = 0
  /** @type {string[]} */
  #failures = []
  /** @type {string[]} */
  #retried = []
  #name

  /** @param {string} name of the file, without its extension */
  constructor(name) {
    this.#name = name
  }

  /** Whether anything went wrong so far. */
  get hasFailures() {
    return this.#failed > 0
  }

  /** @param {string} name */
  fail(name) {
    this.#failed++
    this.#failures.push(name)
    console.log(`  ✗ ${name}`)
  }

  /** @param {string} why */
  skip(why) {
    this.#skipped++
    console.log(`  - skipped: ${why}`)
  }

  /**
   * Takes a line that the suite inside a host prints: `  ✓ name`, `  ✗ name`, `  - name`.
   *
   * @param {string} line
   * @param {string} run named before a failure
   */
  takeLine(line, run) {
    const [, mark, name] = /^ {2}([✓✗-]) (.+)/u.exec(line) ?? []
    if (mark === '✓') this.#passed++
    if (mark === '-') this.#skipped++
    if (mark === '✗') {
      this.#failed++
      this.#failures.push(`${run}: ${name}`)
    }
  }

  /** Whether a run has reported a test yet. */
  get total() {
    return this.#passed + this.#failed + this.#skipped
  }

  /**
   * Takes the JSON report of vitest. None, or one without tests, is a failure.
   *
   * @param {string} file
   * @returns {Promise<void>}
   */
  async takeVitest(file) {
    const json = JSON.parse(await readFile(file, 'utf8').catch(() => '{"testResults":[]}'))
    const { passed, failed, skipped, retried, failures } = countVitest(json)
    if (passed + failed + skipped === 0) return this.fail('user suite: it ran no test')
    this.#passed += passed
    this.#failed += failed
    this.#skipped += skipped
    this.#retried.push(...retried)
    this.#failures.push(...failures)
  }

  /**
   * Writes the report and prints the count.
   *
   * @returns {Promise<void>}
   */
  async write() {
    const report = {
      passed: this.#passed,
      failed: this.#failed,
      skipped: this.#skipped,
      retried: this.#retried,
      failures: this.#failures,
    }
    await mkdir(REPORTS, { recursive: true })
    await writeFile(join(REPORTS, `${this.#name}.json`), `${JSON.stringify(report, null, 2)}\n`)
    console.log(`${this.#name}: ${countText(report)}`)
    process.exitCode = this.#failed > 0 ? 1 : 0
  }
}
