import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { expectFindings } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'

const RULE = 'milestone-order'
const document = (...rows: string[]) =>
  written(
    'google-sre',
    `- **Date**: 2026-01-14\n\n## Timeline\n\nAll times are in UTC.\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`,
  )
const messagesOf = async (text: string) =>
  (await open(text)).view.findings.filter(({ rule }) => rule === RULE).map(({ message }) => message)

test.each([
  [['14:02 **Detected**: a', '14:10 **Started**: b'], 'Detected at 14:02, before it started at 14:10.'],
  [['14:02 **Acknowledged**: a', '14:10 **Detected**: b'], 'Acknowledged at 14:02, before it was detected at 14:10.'],
  [['14:02 **Resolved**: a', '14:10 **Mitigated**: b'], 'Resolved at 14:02, before it was mitigated at 14:10.'],
  [['14:02 **Closed**: a', '14:10 **Resolved**: b'], 'Closed at 14:02, before it was resolved at 14:10.'],
  [['14:02 **Resolved**: a', '14:10 **Started**: b'], 'Resolved at 14:02, before it started at 14:10.'],
  [
    ['23:50 **Detected**: a', '00:10 **Started**: b'],
    'Detected at 2026-01-14 23:50, before it started at 2026-01-15 00:10.',
  ],
])('%j', async (rows, message) => expect(await messagesOf(document(...rows))).toEqual([message]))

test.each([
  [
    'a wrong day of the first',
    ['2026-01-14 23:04 **Started**: a', '2026-01-14 02:50 call', '2026-01-14 08:10 **Resolved**: b'],
  ],
  ['a wrong day of the last', ['2026-01-14 09:10 **Started**: a', '2026-01-13 09:40 **Resolved**: b']],
  ['the same the other way round', ['2026-01-14 08:10 **Detected**: a', '2026-01-13 09:40 **Acknowledged**: b']],
  ['a wrong month', ['2026-01-14 14:02 **Detected**: a', '2025-12-14 14:10 **Acknowledged**: b']],
])('is none where the rows stand in order and a day is wrong: %s', async (_, rows) =>
  expect(await messagesOf(document(...rows))).toEqual([]),
)

test('is a hint on the time of the row', () =>
  expectFindings(
    '# Post-mortem: disk full\n\n- **Date**: 2026-01-14\n- **Severity**: SEV1\n\n## Timeline (UTC)\n\n- 14:02 **Detected**: a\n- 14:10 **Started**: b\n',
    [[8, RULE, 'hint']],
  ))
test('one finding for a row', async () =>
  expect(
    await messagesOf(document('14:02 **Resolved**: a', '14:10 **Started**: b', '14:20 **Mitigated**: c')),
  ).toHaveLength(1))

describe('nothing', () => {
  test.each([
    [
      'in order',
      ['14:02 **Started**', '14:05 **Detected**', '14:10 **Mitigated**', '14:20 **Resolved**', '14:30 **Closed**'],
    ],
    ['at the same time', ['14:02 **Detected**', '14:02 **Started**']],
    ['in the same minute', ['14:02:10 **Detected**', '14:02:50 **Started**']],
    ['no marker', ['14:02 the issue was detected', '14:10 the outage began']],
    ['approximate', ['14:02 **Detected**', '~14:05 **Started**']],
    ['twice', ['14:02 **Started**', '14:10 **Resolved**', '14:20 **Mitigated**', '14:30 **Resolved**']],
    ['declared afterwards', ['14:02 **Started**', '14:10 **Resolved**', '14:20 **Declared**']],
    ['noticed when it was over', ['14:02 **Started**', '14:10 **Resolved**', '14:20 **Detected**']],
    ['a guess', ['14:00 **Detected**', '10:30 **Started**']],
  ])('%s', async (_, rows) => expect(await messagesOf(document(...rows))).toEqual([]))
})

describe('planted errors', () => {
  const DOCUMENTS = [
    ...['incident-review', 'minimal', 'google-sre'].map((name) => `filled/${name}.md`),
    ...['milestones-night', 'numbers-bullets', 'numbers-table', 'days-midnight'].map((name) => `right/${name}.md`),
  ].map((name) => ({ name, text: fixture(name) }))
  const PAIRS = [
    ['Started', 'Detected'],
    ['Started', 'Acknowledged'],
    ['Started', 'Mitigated'],
    ['Started', 'Resolved'],
    ['Detected', 'Acknowledged'],
    ['Mitigated', 'Resolved'],
    ['Resolved', 'Closed'],
  ] as const

  /** The labels of two rows are exchanged. */
  function mutantsOf(name: string, right: string): Mutant[] {
    return PAIRS.flatMap(([first, then]) => {
      if (![first, then].every((label) => right.includes(`**${label}**`))) return []
      const wrong = right.replace(/\*\*(\w+)\*\*/g, (whole, label) =>
        label === first ? `**${then}**` : label === then ? `**${first}**` : whole,
      )
      return [{ what: `${name}: ${first} and ${then}`, right, wrong }]
    })
  }

  test('are found', () =>
    expectFound(
      RULE,
      DOCUMENTS.flatMap(({ name, text }) => mutantsOf(name, text)),
    ))
})
