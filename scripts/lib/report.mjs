import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { REPORTS } from './paths.mjs'

/** Counts the tests of a host, whatever runs them, and leaves the report that `npm test` reads. */
export class Report {
  #passed = 0
  #failed = 0
  #skipped = 0
  /** @type {string[]} */
  #failures = []
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
    const before = this.total
    for (const { assertionResults, status, message, name } of json.testResults) {
      for (const { status, fullName } of assertionResults) {
        if (status === 'passed') this.#passed++
        else if (status === 'failed') {
          this.#failed++
          this.#failures.push(fullName)
        } else this.#skipped++
      }
      // A file that does not even load has no tests to fail.
      if (status === 'failed' && assertionResults.length === 0) this.fail(`${name}: ${message}`)
    }
    if (this.total === before) this.fail('user suite: it ran no test')
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
      failures: this.#failures,
    }
    await mkdir(REPORTS, { recursive: true })
    await writeFile(join(REPORTS, `${this.#name}.json`), `${JSON.stringify(report, null, 2)}\n`)
    console.log(`${this.#name}: ${this.#passed} passed, ${this.#failed} failed, ${this.#skipped} skipped`)
    process.exitCode = this.#failed > 0 ? 1 : 0
  }
}
