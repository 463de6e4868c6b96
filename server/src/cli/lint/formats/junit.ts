/**
 * The XML of JUnit, as CI servers show test results: a suite for each file, a failure for each finding that fails.
 * https://github.com/testmoapp/junitxml
 */

import type { CheckedFile, CheckedFinding } from '../lint-report.ts'
import { startOf } from '../report.ts'
import type { LintFormat } from './format.ts'
import { element, XML_HEAD } from './xml.ts'

/** One suite for each file, in which a file without findings is a test that passes. */
export const junit: LintFormat = {
  hasHints: false,
  write: ({ files }) => {
    const suites = files.map(suiteOf)
    const sum = (of: (suite: Suite) => number) => suites.reduce((total, suite) => total + of(suite), 0)
    const counts = { tests: sum(({ tests }) => tests), failures: sum(({ failures }) => failures), errors: 0 }
    const all = suites.flatMap(({ lines }) => lines)
    return { lines: [XML_HEAD, ...element('testsuites', { name: 'postmortem lint', ...counts }, all)] }
  },
}

interface Suite {
  readonly lines: readonly string[]
  readonly tests: number
  readonly failures: number
}

function suiteOf({ path, findings }: CheckedFile): Suite {
  const cases = findings.length > 0 ? findings.flatMap(testOf) : element('testcase', { name: path, classname: path })
  const tests = Math.max(1, findings.length)
  const failures = findings.filter(({ fails }) => fails).length
  return { lines: element('testsuite', { name: path, tests, failures, errors: 0, skipped: 0 }, cases), tests, failures }
}

/** What does not fail is told by a test that passes. */
function testOf(finding: CheckedFinding): string[] {
  const { path, line, rule, severity, message, fails, frame } = finding
  const attributes = { name: `${rule} (line ${line})`, classname: path, file: path, line }
  const text = [`${startOf(finding)}: ${message}`, ...frame].join('\n')
  const told = fails ? element('failure', { type: severity, message }, text) : element('system-out', {}, text)
  return element('testcase', attributes, told)
}
