import { describe, expect, test } from 'vitest'
import { allShown, finderOf } from '../../kit/expect.ts'
import { expectFound, replaced } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'duration-conflict'
const report = (head: string, metrics: string) =>
  `# Post-mortem: disk full 2026-01-12\n\n- **Incident ID**: INC-20260112-001\n- **Duration**: ${head}\n\n## Impact\n\nNone.\n\n## Root cause\n\nA full disk.\n\n## Metrics\n\n${metrics}\n`

const found = finderOf(RULE, allShown)

describe('found', () => {
  test('the same length twice', async () => {
    expect(await found(report('1h 40m', '- **Total Duration:** 5h 40m'))).toEqual([
      '5h 40m: Total Duration says 5h 40m, but Duration says 1h 40m.',
    ])
  })
  test('a part that is longer than the whole', async () => {
    expect(await found(report('1h 40m', '- **Detection Time:** 9h'))).toEqual([
      '9h: Detection Time says 9h, which is longer than all of it: Duration says 1h 40m.',
    ])
  })
  test('a whole that no order of its parts gives', async () => {
    const metrics = '- **Detection Time:** 5 min\n- **Response Time:** 10 min\n- **Resolution Time:** 30 min'
    expect(await found(report('100 min', metrics))).toEqual([
      '100 min: Duration says 100 min, which is longer than its phases one after the other: Detection Time says 5 min, Response Time says 10 min, Resolution Time says 30 min.',
    ])
  })
  test.each([
    ['a table', report('100 min', '| Metric | Value |\n|---|---|\n| Time to detect | 3 hours |')],
    ['bullets', report('about 2 hours', '- Time to resolve: 4 hours')],
    ['one unit and two', report('90 minutes', '- **Total duration**: 2 h 30 min')],
  ])('in %s', async (_, text) => expect(await found(text)).toHaveLength(1))
})

describe('not found', () => {
  test.each([
    ['the same in another notation', '100 min', '- **Total Duration:** 1h 40m'],
    ['a rounded one', '1h 40m', '- **Total Duration:** 2 hours'],
    ['about as long', 'about 2 h', '- **Total Duration:** 1h 50m'],
    ['an outage within', '3h', '- **Outage duration**: 40 min'],
    [
      'parts that add up',
      '100 min',
      '- **Detection Time:** 10 min\n- **Response Time:** 5 min\n- **Resolution Time:** 85 min',
    ],
    [
      'parts from one start',
      '100 min',
      '- **Detection Time:** 10 min\n- **Response Time:** 15 min\n- **Resolution Time:** 100 min',
    ],
    ['a mean', '10 min', '- **Mean time to detect**: 30 min'],
    ['a bound', 'over 2 hours', '- **Time to resolve**: 3 hours'],
    ['a latency', '2 min', '- **P99 latency**: 5 min'],
    ['a placeholder', '1h 40m', '- **Total Duration:** [Time]'],
  ])('%s', async (_, head, metrics) => expect(await found(report(head, metrics))).toEqual([]))
})

describe('planted errors', () => {
  const lengths = ['25 min', '40 min', '1h 10m', '95 min', '2h 5m', '3 hours']
  const totals = lengths.map((length, index) =>
    replaced(
      report(length, `- **Total Duration**: ${length}`),
      `tion**: ${length}\n\n## I`,
      `tion**: ${lengths[(index + 3) % lengths.length]}\n\n## I`,
    ),
  )
  const parts = ['Time to detect', 'Time to mitigate', 'Time to resolve'].flatMap((name) =>
    lengths.map((length) => replaced(report(length, `- **${name}**: 20 min`), '20 min', '14 hours')),
  )
  test('are found', () => expectFound(RULE, [...totals, ...parts], { now: LATER }))
})
