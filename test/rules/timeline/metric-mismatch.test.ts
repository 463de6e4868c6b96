import { describe, expect, test } from 'vitest'
import { open } from '../../kit/document.ts'
import { applyFix, finderOf, messageShown } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant, replaced } from '../../kit/mutations.ts'

const RULE = 'metric-mismatch'
const ROWS = `- 13:40 A deploy began
- 13:42 **Started**: the disk was full
- 13:50 **Detected**: the alert fired
- 13:54 **Acknowledged**: on-call took the page
- 14:00 **Declared**: opened as SEV2
- 14:31 **Mitigated**: half of the disk was freed
- 15:07 **Resolved**: the disk was replaced
`
const report = (metrics: string, rows = ROWS) =>
  `# Post-mortem: Disk full\n\n- **Date**: 2026-01-14\n\n## Timeline\n\nAll times are in UTC.\n\n${rows}\n## Metrics\n\n${metrics}`
const of = finderOf(RULE, messageShown)

describe('right, by some preset', () => {
  test.each([
    ...['**TTD**: 8m', '**MTTD**: 8 min', '**Time to Detect (TTD)**: 8 minutes', '**Detection Time**: ~9 min'],
    ...['**TTA**: 4m', '**Time to acknowledge**: 12 min', '**Time to Respond**: 10 min'],
    ...['**TTM**: 49 min', '**Time to mitigation**: 41 min', '**Mitigation Time**: 31 min'],
    ...['**TTR**: 1h 25m', '**MTTR**: 77 min', '**Time to resolve**: 67 min', '**Resolution Time**: over an hour'],
    ...['**Time to repair**: 41 min', '**Time to recovery**: 49 min', '**Total Duration**: 85 min'],
  ])('%s', async (line) => expect(await of(report(`- ${line}\n`))).toEqual([]))
})

describe('not checked', () => {
  test.each([
    ...['**Response Time**: 2 s', '**Response Time**: 4 s → 95 s → 4 s', '**Time to first byte**: 3 s'],
    ...['**Time to Detect**: [X min]', '**Time to Detect**: unknown', '**Detection Time**: 3 min per alert'],
    ...['**Time to Detect target**: 5 min', '**Build Time**: 12 min', '**TTL**: 5 min'],
  ])('%s', async (line) => expect(await of(report(`- ${line}\n`))).toEqual([]))
  test('a latency among the metrics of performance', async () =>
    expect(await of(report('- **TTD**: 8m\n\n### Performance Impact\n\n- **Response Time**: 9 min\n'))).toEqual([]))
  test('without the milestones', async () => {
    expect(await of(report('- **TTD**: 30m\n', ROWS.replace('**Detected**', 'Noise')))).toEqual([])
    expect(await of(report('- **TTD**: 30m\n', ROWS.replace('**Started**', 'Noise')))).toEqual([])
  })
  test('from a start that is not written down', async () => {
    const rows = ROWS.replace('**Started**', 'Noise')
    expect(await of(report('- **TTA**: 30m\n', rows))).toEqual([])
    expect(await of(report('- **TTA**: 1m\n', rows))).toHaveLength(1)
  })
  test('in support hours', async () =>
    expect(await of(report('- **TTR**: 20 min (during support hours)\n- **TTD**: 90 min\n'))).toEqual([]))
})

describe('wrong', () => {
  test.each([
    ['**TTD**: 28m', 'TTD says 28m, but from started (13:42) to detected (13:50) it is 8m.'],
    [
      '**Time to acknowledge**: 2 min',
      'Time to acknowledge says 2 min, but from detected (13:50) to acknowledged (13:54) it is 4 min.',
    ],
    [
      '**TTM**: 1 hour 49 minutes',
      'TTM says 1 hour 49 minutes, but from started (13:42) to mitigated (14:31) it is 49 minutes.',
    ],
    [
      '**Time to resolve**: 3 hours',
      'Time to resolve says 3 hours, but from started (13:42) to resolved (15:07) it is 1 hour 25 minutes.',
    ],
    [
      '**Time to resolve**: under 30 min',
      'Time to resolve says under 30 min, but from started (13:42) to resolved (15:07) it is 85 min.',
    ],
  ])('%s', async (line, message) => expect(await of(report(`- ${line}\n`))).toEqual([['warning', message]]))
  test('another base is a hint', async () =>
    expect(await of(report('- **TTD**: 10 min\n'))).toEqual([
      [
        'hint',
        'TTD says 10 min, which is from first entry (13:40) to detected (13:50); from started (13:42) to detected (13:50) it is 8 min.',
      ],
    ]))
  test('next to its own range, that counts', async () =>
    expect(await of(report('- **TTD**: 12 min (13:38 to 13:50)\n- **TTM**: 40 min (13:42 to 14:31)\n'))).toEqual([
      ['warning', 'TTM says 40 min, but 13:42 to 14:31 is 49 min.'],
    ]))
  test('in a table', async () => {
    const table = '| Metric | Target | Actual |\n| --- | --- | --- |\n| Time to detect | 5 min | 18 min |\n'
    expect(await of(report(table))).toHaveLength(1)
    expect(await applyFix(report(table), RULE)).toBe(report(table.replace('18 min', '8 min')))
  })
})

test('the fixes change either side', async () => {
  const text = report('- **TTD**: 28m\n')
  expect(await applyFix(text, RULE)).toBe(text.replace('28m', '8m'))
  expect(await applyFix(text, RULE, 'detected to 14:10')).toBe(text.replace('13:50', '14:10'))
})

describe('planted errors', () => {
  const metrics: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
    'right/numbers-phases.md': [
      ['Detection Time | 12 min', 'Detection Time | 21 min', 'Detection Time | 2 min'],
      ['Response Time | 6 min', 'Response Time | 16 min', 'Response Time | 1 min'],
      ['Mitigation Time | 1h 44m', 'Mitigation Time | 1h 14m', 'Mitigation Time | 44m'],
      ['Resolution Time | 2h 25m', 'Resolution Time | 2h 52m', 'Resolution Time | 25m'],
      ['2 hours 25 minutes', '2 hours 52 minutes', '145 hours'],
      ['22:59', '22:39', '23:02'],
    ],
    'right/numbers-bullets.md': [
      ['TTD**: 4m', 'TTD**: 14m', 'TTD**: 1m'],
      ['TTA**: 3m', 'TTA**: 30m', 'TTA**: 1m'],
      ['TTM**: 50m', 'TTM**: 15m', 'TTM**: 1h 50m'],
      ['TTR**: 1h 23m', 'TTR**: 1h 32m', 'TTR**: 23m'],
      ['4 minutes', '40 minutes'],
      ['about 3 minutes', 'about 30 minutes'],
      ['50 min', '15 min'],
      ['83 min (4,980 seconds)', '38 min'],
      ['- 09:16', '- 09:18'],
    ],
    'right/numbers-table.md': [
      ['detect | 6 min', 'detect | 16 min', 'detect | 3 min'],
      ['acknowledge | 9 min', 'acknowledge | 19 min', 'acknowledge | 90 min'],
      ['mitigate | 57 min', 'mitigate | 75 hours', 'mitigate | 47 min'],
      ['recover | 75 min', 'recover | 175 min', 'recover | over 3 hours'],
      ['downtime | 75 min', 'downtime | 85 min', 'downtime | 15 min'],
    ],
    'filled/phased.md': [
      ['Detection Time**: 6 min', 'Detection Time**: 16 min', 'Detection Time**: 9 min'],
      ['Response Time**: 5 min', 'Response Time**: 25 min', 'Response Time**: 2 min'],
      ['Resolution Time**: 78 min', 'Resolution Time**: 87 min', 'Resolution Time**: 1h 8m'],
      ['Total Duration**: 78 min', 'Total Duration**: 87 min', 'Total Duration**: 1h 8m'],
    ],
  }
  const mutants: Mutant[] = Object.entries(metrics).flatMap(([path, list]) =>
    list.flatMap(([from, ...to]) => to.map((wrong) => replaced(fixture(path), from, wrong))),
  )
  test('are found', () => expectFound(RULE, mutants))
})

describe('shorter than from the detection on', () => {
  const events = (end: string, metric: string) =>
    `# Incident on 2025-03-14 - Mail queue stuck\n\n- **Key events**\n  - First detected 2025-03-14 09:33\n  - Incident declared 2025-03-14 10:11\n  - Repaired ${end}\n  - Resolved ${end}\n\n- **Time to resolve**: ${metric}\n\n- **Impact**: Mail was late\n\n- **Resolution**: A worker was restarted\n`
  const short = async (end: string, metric: string) => {
    const { view } = await open(events(end, metric))
    return view.findings
      .filter(({ rule }) => rule === 'metric-mismatch')
      .map(({ severity, message }) => `${severity} ${message}`)
  }
  test('on one day it is a warning', async () => {
    expect(await short('2025-03-14 16:07', '6h 27m')).toEqual([
      'warning Time to resolve says 6h 27m, but from detected (09:33) to resolved (16:07) it is 6h 34m already.',
    ])
  })
  test('over a night only support hours may have counted', async () => {
    expect(await short('2025-03-15 16:07', '6h 27m')).toEqual([
      'hint Time to resolve says 6h 27m, but from detected (2025-03-14 09:33) to resolved (2025-03-15 16:07) it is 30h 34m already, unless only support hours count.',
    ])
  })
  test.each([
    ['a gap of less than a night', '2025-03-15 05:38', '20h 03m'],
    ['a midnight that was forgotten', '2025-03-15 08:31', '1h 2m'],
  ])('%s is a warning', async (_, end, metric) =>
    expect(await short(end, metric)).toEqual([expect.stringMatching(/^warning/)]),
  )
  test.each([
    ['what is longer, from a start that nobody wrote down', '2025-03-14 16:07', '7h 10m'],
    ['what fits from the detection', '2025-03-14 16:07', '6h 34m'],
    ['what fits from the declaration', '2025-03-14 16:07', '5h 56m'],
    ['about as long', '2025-03-14 16:07', 'about 6 h'],
  ])('not %s', async (_, end, metric) => expect(await short(end, metric)).toEqual([]))
  const block = (repair: string, resolve: string, ends = ['10:20', '11:36']) =>
    events('2025-03-14 16:07', resolve)
      .replace('Repaired 2025-03-14 16:07', `Repaired 2025-03-14 ${ends[0]}`)
      .replace('Resolved 2025-03-14 16:07', `Resolved 2025-03-14 ${ends[1]}`)
      .replace('- **Time to resolve**', `- **Time to repair**: ${repair}\n\n- **Time to resolve**`)
  test.each([
    ['longer than one beside it allows', '1h 30m', '2h 3m', 'Time to repair says 1h 30m'],
    ['the other one', '47m', '2h 45m', 'Time to resolve says 2h 45m'],
    ['from the declaration', '9m', '2h 55m', 'Time to resolve says 2h 55m'],
  ])('measured as the one beside it: %s', async (_, repair, resolve, message) => {
    const { view } = await open(block(repair, resolve))
    const found = view.findings.filter(({ rule }) => rule === RULE)
    expect(found.map((one) => one.message)).toEqual([expect.stringContaining(message)])
  })
  test.each([
    ['both longer, from a start that nobody wrote down', '1h 0m', '2h 16m'],
    ['both exact', '47m', '2h 3m'],
    ['each from another point', '9m', '2h 3m'],
    ['about as long', 'about 1 h', '2h 3m'],
  ])('not %s', async (_, repair, resolve) => {
    const { view } = await open(block(repair, resolve))
    expect(view.findings.filter(({ rule }) => rule === RULE)).toEqual([])
  })
  test('not to another end than its own', async () => {
    const text = events('2025-03-14 16:07', '6h 34m').replace('  - Repaired 2025-03-14 16:07\n', '')
    const { view } = await open(text.replace('Time to resolve', 'Time to repair').replace('6h 34m', '3h 8m'))
    expect(view.findings.filter(({ rule }) => rule === 'metric-mismatch')).toEqual([])
  })
  test('not where a phrase says what the end is', async () => {
    const text = events('2025-03-14 16:07', '6h 27m').replaceAll(
      'First detected 2025-03-14 09:33',
      '2025-03-14 09:33 we detected that mail was late',
    )
    const { view } = await open(text)
    expect(view.findings.filter(({ rule }) => rule === 'metric-mismatch')).toEqual([])
  })
})

describe('milestones that the head lists without a label', () => {
  const head = (...lines: string[]) =>
    `# Post-mortem: Mail queue stuck on 2025-03-14\n\n${lines.join('\n')}\n\n## Impact\n\nMail was late.\n\n## Root cause\n\nA lock.\n\n## Resolution\n\nA worker was restarted.\n`
  const SHORT = 'Time to resolve says 6h 27m, but from detected (09:33) to resolved (16:07) it is 6h 34m already.'
  const row = (...cells: string[]) => `| ${cells.join(' | ')} |`
  test.each<[string, string[]]>([
    [
      'on a line',
      ['First detected 2025-03-14 09:33 · Incident declared 10:11 · Resolved 16:07 · Time to resolve: 6h 27m'],
    ],
    ['in bold on a line', ['**Detected** 2025-03-14 09:33 | **Resolved** 16:07 | **Time to resolve** 6h 27m']],
    ['behind their times', ['09:33 detected · 10:11 declared · 16:07 resolved', '', 'Time to resolve: 6h 27m']],
    ['with small words', ['Detected at 09:33 · Resolved at **16:07** · Time to resolve: 6h 27m']],
    ['the last first', ['Resolved 2025-03-14 16:07 · Declared 10:11 · Detected 09:33 · Time to resolve: 6h 27m']],
    ['in a sentence', ['First detected 2025-03-14 09:33, resolved 16:07. Time to resolve: 6h 27m']],
    ['with colons on a line', ['Detected: 2025-03-14 09:33 · Resolved: 16:07 · Time to resolve: 6h 27m']],
    [
      'in a list',
      [
        '- First detected 2025-03-14 09:33',
        '- Incident declared 10:11',
        '- Resolved 16:07',
        '- Time to resolve: 6h 27m',
      ],
    ],
    ['as fields', ['- **First detected**: 2025-03-14 09:33', '- **Resolved**: 16:07', '- **Time to resolve**: 6h 27m']],
    ['as plain fields', ['First detected: 2025-03-14 09:33', 'Resolved: 16:07', 'Time to resolve: 6h 27m']],
    [
      'in a table of two columns',
      [
        row('First detected', '2025-03-14 09:33'),
        '|---|---|',
        row('Resolved', '2025-03-14 16:07'),
        row('Time to resolve', '6h 27m'),
      ],
    ],
    [
      'in a table of one row',
      [
        row('Detected', 'Declared', 'Resolved', 'Time to resolve'),
        '|---|---|---|---|',
        row('2025-03-14 09:33', '2025-03-14 10:11', '2025-03-14 16:07', '6h 27m'),
      ],
    ],
    ['in a summary', ['## Summary', '', 'Detected 2025-03-14 09:33 · Resolved 16:07 · Time to resolve: 6h 27m']],
    [
      'under a heading that says nothing',
      ['## At a glance', '', '- Detected 09:33', '- Resolved 16:07', '- Time to resolve: 6h 27m'],
    ],
  ])('%s', async (_, lines) => expect(await of(head(...lines))).toEqual([['warning', SHORT]]))
  test.each<[string, string[]]>([
    ['a metric that fits', ['Detected 2025-03-14 09:33 · Resolved 16:07 · Time to resolve: 6h 34m']],
    ['one from the declaration on', ['Detected 09:33 · Declared 10:11 · Resolved 16:07 · Time to resolve: 5h 56m']],
    ['one from a start that nobody wrote down', ['Detected 09:33 · Resolved 16:07 · Time to resolve: 7h 10m']],
    ['a declaration that stands last', ['Detected 09:33 · Resolved 16:07 · Declared 10:11 · Time to resolve: 5h 56m']],
    ['stages in any order', ['Closed 18:00 · Mitigated 12:00 · Detected 09:33 · Time to mitigate: 2h 27m']],
    ['the next day', ['Detected 2025-03-14 23:50 · Resolved 01:10 · Time to resolve: 1h 20m']],
    ['times that are about right', ['- Detected: about 09:30', '- Resolved: about 16:07', '- Time to resolve: 6h 30m']],
    ['a single milestone', ['Resolved 16:07 · Time to resolve: 6h 27m']],
    ['sentences that go on', ['Detected 09:33 by a probe, resolved 16:07 for most. Time to resolve: 6h 27m']],
    ['ranges, which are phases', ['Detection: 09:33-10:11', 'Resolution: 15:00-16:07', 'Time to resolve: 27m']],
    [
      'a table of several incidents',
      [
        row('Detected', 'Resolved', 'Time to resolve'),
        '|---|---|---|',
        row('09:33', '16:07', '6h 27m'),
        row('08:00', '08:10', '10m'),
      ],
    ],
    ['those of another section', ['## Trigger', '', 'Detected 09:33 · Resolved 16:07 · Time to resolve: 6h 27m']],
    ['days alone', ['Detected 2025-03-14 · Resolved 2025-03-16 · Time to resolve: 6h 27m']],
  ])('nothing: %s', async (_, lines) => expect(await of(head(...lines))).toEqual([]))
  test('over a night a hint', async () => {
    const { view } = await open(head('Detected 2025-03-14 09:33 · Resolved 2025-03-15 16:07 · Time to resolve: 6h 27m'))
    expect(view.findings.filter(({ rule }) => rule === RULE).map(({ severity }) => severity)).toEqual(['hint'])
  })
  test('each milestone is where it is written', async () => {
    const text = head('Detected 2025-03-14 09:33 · **Resolved**: 16:07 · Time to resolve: 6h 27m')
    const { view } = await open(text)
    const related = view.findings.find(({ rule }) => rule === RULE)?.related ?? []
    expect(related.map(({ message }) => message)).toEqual(['detected, 09:33', 'resolved, 16:07'])
  })
})
