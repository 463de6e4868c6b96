/**
 * The examples have the findings that are planted in them, and no others; examples/README.md tells of each. The clock
 * is on a day after every due date that should be overdue, and before all others.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { open } from '../kit/document.ts'
import { type ExpectedFinding, findingsIn } from '../kit/expect.ts'

const EXAMPLES = new URL('../../examples/', import.meta.url)
const NOW = '2026-11-22T12:00:00Z'

/** By line, as the Problems panel has them. */
const PLANTED: Readonly<Record<string, readonly ExpectedFinding[]>> = {
  '2026-05-19-checkout-timeouts.md': [
    [9, 'duration-mismatch', 'warning'],
    [10, 'invalid-enum-value', 'error'],
    [30, 'timeline-offset', 'warning'],
    [39, 'percentage-mismatch', 'warning'],
    [43, 'missing-field', 'warning'],
    [57, 'blameful-language', 'hint'],
    [82, 'missing-section', 'warning'],
    [95, 'action-overdue', 'information'],
    [95, 'action-without-owner', 'warning'],
    [102, 'invalid-enum-value', 'error'],
  ],
  '2026-07-02-email-domain-record.md': [
    [10, 'duration-mismatch', 'warning'],
    [71, 'percentage-mismatch', 'warning'],
    [119, 'missing-field', 'warning'],
    [136, 'action-due-outside-window', 'hint'],
    [137, 'invalid-enum-value', 'error'],
    [154, 'action-overdue', 'information'],
    [179, 'metric-mismatch', 'warning'],
    [197, 'review-date-mismatch', 'hint'],
    [202, 'criteria-conflict', 'warning'],
  ],
  '2026-09-08-thumbnails-late.md': [
    [4, 'date-conflict', 'warning'],
    [7, 'placeholder', 'hint'],
    [22, 'timeline-order', 'warning'],
    [39, 'yes-without-details', 'hint'],
    [51, 'blameful-language', 'hint'],
    [55, 'placeholder', 'hint'],
    [68, 'incomplete-five-whys', 'hint'],
    [70, 'incomplete-five-whys', 'hint'],
    [91, 'action-without-due-date', 'hint'],
    [97, 'duplicate-action-id', 'error'],
    [103, 'action-overdue', 'information'],
    [103, 'invalid-enum-value', 'error'],
    [105, 'missing-section', 'hint'],
    [105, 'missing-section', 'hint'],
    [114, 'placeholder', 'hint'],
  ],
  '2026-10-06-empty-report-exports.md': [
    [8, 'weekday-mismatch', 'warning'],
    [47, 'invalid-time', 'warning'],
    [61, 'placeholder', 'hint'],
    [70, 'affected-exceeds-total', 'error'],
    [71, 'placeholder', 'hint'],
    [98, 'missing-section', 'hint'],
    [100, 'blameful-language', 'hint'],
    [100, 'blameful-language', 'hint'],
    [120, 'missing-section', 'hint'],
    [126, 'action-due-before-incident', 'warning'],
    [131, 'action-without-owner', 'hint'],
    [133, 'action-overdue', 'information'],
    [138, 'vague-action', 'hint'],
    [158, 'placeholder', 'hint'],
    [168, 'placeholder', 'hint'],
    [182, 'placeholder', 'hint'],
  ],
}

const read = (path: string) => readFileSync(new URL(path, EXAMPLES), 'utf8')

test('every example is listed here and in the README', () => {
  const names = readdirSync(new URL('postmortems/', EXAMPLES)).sort()
  expect(names).toEqual(Object.keys(PLANTED))
  expect([...read('README.md').matchAll(/^### `(.+?)`/gm)].map(([, name]) => name)).toEqual(names)
})

describe.each(Object.entries(PLANTED))('%s', (name, planted) => {
  test('has exactly these findings', async () => {
    const text = read(`postmortems/${name}`)
    const others = Object.keys(PLANTED).map((other) => [`postmortems/${other}`, read(`postmortems/${other}`)])
    const files = { ...Object.fromEntries(others), '.postmortem.yml': read('.postmortem.yml') }
    const opened = await open(text, { path: `postmortems/${name}`, now: NOW, files, indexed: true })
    const found = findingsIn(opened).sort(([a, ruleA], [b, ruleB]) => a - b || (ruleA < ruleB ? -1 : 1))
    expect(found).toEqual(planted)
  })

  test('the README tells of each', () => {
    const [part = ''] = read('README.md').split(`### \`${name}\``)[1]?.split('\n### ') ?? []
    const told = [...part.matchAll(/\(line (\d+), `([a-z-]+)`(, a hint)?\)/g)].map(([, line, rule, hint]) =>
      [line, rule, hint ? 'a hint' : 'more'].join(' '),
    )
    const wanted = planted.map(([line, rule, severity]) => `${line} ${rule} ${severity === 'hint' ? 'a hint' : 'more'}`)
    expect(told.sort()).toEqual(wanted.sort())
  })
})
