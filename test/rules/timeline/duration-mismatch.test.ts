import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix, expectFindings, expectLenses, finderOf, findingsIn, messageShown } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant, replaced } from '../../kit/mutations.ts'

const RULE = 'duration-mismatch'
const head = (duration: string) =>
  written('minimal', `- **Date**: 2026-01-14\n- **Duration**: ${duration}\n- **Status**: Draft\n`)
const report = (fields: string, rows: string) =>
  `# Post-mortem: Disk full\n\n- **Date**: 2026-01-14\n${fields}\n## Timeline\n\nAll times are in UTC.\n\n${rows}`
const ROWS = `- 13:42 **Started**: the disk was full
- 13:50 **Detected**: the alert fired
- 14:31 **Mitigated**: half of the disk was freed
- 15:07 **Resolved**: the disk was replaced
`
const of = finderOf(RULE, messageShown)

describe('parts with a range each', () => {
  const impact = (text: string) => report('', ROWS).replace('## Timeline', `## Impact\n\n${text}\n\n## Timeline`)
  test.each([
    [
      'Part A: 22 min (08:37 to 10:00) / part B: 2 h (11:00 to 13:00)',
      ['Part A says 22 min, but 08:37 to 10:00 is 83 min.'],
    ],
    [
      '- **Mail**: 45 min (14:00–14:40)\n- **Web**: 40 min (14:00–14:40)',
      ['Mail says 45 min, but 14:00 to 14:40 is 40 min.'],
    ],
    ['**Search**: 1 h (09:00 - 10:00), 4 h (11:00 - 13:00)', ['This says 4 h, but 11:00 to 13:00 is 2 h.']],
    [
      'North: 10 min (08:00 to 08:20) and 20 min (from 09:00 to 09:10 UTC)',
      ['North says 10 min, but 08:00 to 08:20 is 20 min.', 'This says 20 min, but 09:00 to 09:10 is 10 min.'],
    ],
    [
      '| Part | Down |\n|---|---|\n| Mail | 30 min (2026-01-14 23:50 to 2026-01-15 00:30) |',
      ['This says 30 min, but 23:50 to 2026-01-15 00:30 is 40 min.'],
    ],
  ])('%s', async (text, messages) => expect((await of(impact(text))).map(([, message]) => message)).toEqual(messages))
  test.each([
    'Part A: 83 min (08:37 to 10:00) / part B: 2 h (11:00 to 13:00)',
    'Each restart: 5 min (08:37 to 10:00)',
    'Mail: 5 min per hour (08:37 to 10:00)',
    'Every lookup waited: 30 s (08:37 to 10:00)',
    'Mail: within 10 min (08:37 to 10:00)',
    'Mail, at some point: 10 min (08:37 to 10:00)',
    'The pool was full for 22 min (08:37 to 10:00)',
    'Mail: 22 min (08:37, half of it by hand, to 10:00)',
    'Mail: about 80 min (08:37 to 10:00)',
    'Mail: 22 min (see 08:37)',
    'Mail: 22 users (08:37 to 10:00)',
  ])('nothing: %s', async (text) => expect(await of(impact(text))).toEqual([]))
})

describe('a total next to its own range', () => {
  test.each([
    ...['13:42 to 15:07 (85 min)', '13:42 to 15:07 (84 min)', '13:42 to 15:07 (1h 26m)', '13:42 – 15:07 (1.4 hours)'],
    ...['13:42 to 15:07 (about 95 min)', '13:42 to 15:07 (2 hours)', '13:42 to 15:07 (over an hour)', '13:42 to 15:07'],
    ...[
      '85 min (13:42 to 15:07)',
      '23:50 to 00:20 (30 min)',
      '13:42 to 15:07 (up to 90 min)',
      '1:42 PM – 3:07 PM (85m)',
    ],
    ...['13:42 to 15:07 (1 h 25 min / 85 min)', '13:42 UTC – 15:07 UTC, 85 min', '13:42 to 15:07 (90 min, approx.)'],
  ])('right: %s', async (value) => expect(await of(head(value))).toEqual([]))

  test.each([
    ['13:42 to 15:07 (75 min)', 'Duration says 75 min, but 13:42 to 15:07 is 85 min.'],
    ['13:42 to 15:07 (87 min)', 'Duration says 87 min, but 13:42 to 15:07 is 85 min.'],
    ['13:42 to 15:07 (1h 35m)', 'Duration says 1h 35m, but 13:42 to 15:07 is 1h 25m.'],
    ['13:42 to 15:07 (3 hours)', 'Duration says 3 hours, but 13:42 to 15:07 is 1 hour 25 minutes.'],
    ['13:42 to 15:07 (about 2.5 hours)', 'Duration says about 2.5 hours, but 13:42 to 15:07 is about 1.4 hours.'],
    ['13:42 to 15:07 (over three hours)', 'Duration says over three hours, but 13:42 to 15:07 is 1 hour 25 minutes.'],
    ['13:42 to 15:07 (up to 60 min)', 'Duration says up to 60 min, but 13:42 to 15:07 is 85 min.'],
    ['75 min (13:42 to 15:07)', 'Duration says 75 min, but 13:42 to 15:07 is 85 min.'],
    ['21:40 to 00:25 (135 min)', 'Duration says 135 min, but 21:40 to 2026-01-15 00:25 is 165 min.'],
  ])('wrong: %s', async (value, message) => expect(await of(head(value))).toEqual([['warning', message]]))

  test.each([
    'of a part: 13:42 to 15:07 (49 min of errors, 85 min in all)',
    '13:42 to 15:07 (30 min per region)',
    '13:42 to 13:50 and 15:00 to 15:07 (15 min)',
    '13:42 to 15:07 (intermittent, 20 min)',
    '13:42 to 15:07 (60 min within support hours)',
    '[HH:MM] to [HH:MM] ([X min])',
    '13:42 to ongoing (75 min so far)',
  ])('not checked: %s', async (value) => expect(await of(head(value))).toEqual([]))

  test('not without a day', async () => {
    expect(await of(written('minimal', '- **Duration**: 13:42 to 15:07 (75 min)\n'))).toEqual([])
    expect(await of(written('minimal', '- **Duration**: 2026-01-14 13:42 to 15:07 (75 min)\n'))).toHaveLength(1)
  })
  test('over a change to daylight saving, the zone counts', async () => {
    const night = (total: string) =>
      written('minimal', `- **Date**: 2025-03-30\n- **Duration**: 01:30 to 03:30 Europe/Oslo (${total})\n`)
    expect(await of(night('60 min'))).toEqual([])
    expect(await of(night('120 min'))).toHaveLength(1)
  })
})

describe('a total without a range', () => {
  test.each([
    ...['- **Duration**: 85 min\n', '- **Total Duration**: 1h 25m\n', '- **Duration of Impact**: 49 min\n'],
    ...['- **Duration of Impact**: 85 min\n', '- **Downtime**: about 80 min\n', '- **Outage Duration**: PT1H25M\n'],
    // From the detection on is a total for some.
    '- **Total Duration**: 77 min\n',
    // Parts, and other things.
    ...['- **Backup Duration**: 3 min\n', '- **Duration of the rollback**: 4 min\n', '- **Session Length**: 30 days\n'],
    ...['- **Cache TTL**: 5 min\n', '- **Duration**: 3 deploys\n', '- **Duration**: 20 min for web, 85 min for mail\n'],
    '- **Duration**: unknown, at first 20 min\n',
  ])('right or not checked: %j', async (fields) => expect(await of(report(fields, ROWS))).toEqual([]))

  test('says both numbers and where they are from', async () => {
    const { view } = await open(report('- **Duration**: 110 min\n', ROWS))
    const [finding] = view.findings.filter(({ rule }) => rule === RULE)
    expect(finding?.message).toBe('Duration says 110 min, but from started (13:42) to resolved (15:07) it is 85 min.')
    expect(finding?.related.map(({ message }) => message)).toEqual([
      'Timeline: started, 13:42',
      'Timeline: resolved, 15:07',
    ])
  })
  test('another base is a hint that names it', async () =>
    expect(await of(report('- **Duration of Impact**: 77 min\n', ROWS))).toEqual([
      [
        'hint',
        'Duration of Impact says 77 min, which is from detected (13:50) to resolved (15:07); from started (13:42) to resolved (15:07) it is 85 min.',
      ],
    ]))
  test('start and end in fields of their own', async () => {
    const text = report(
      '- **Start Time**: 2026-01-14 13:42 UTC\n- **End Time**: 2026-01-14 15:07 UTC\n- **Duration**: 75 min\n',
      '- 14:02 half of the disk was freed\n- 14:50 the other half was freed\n',
    )
    expect(await of(text)).toEqual([
      ['warning', 'Duration says 75 min, but from started (13:42) to resolved (15:07) it is 85 min.'],
    ])
    expect(await applyFix(text, RULE, 'the time')).toBe(text.replace('15:07', '14:57'))
  })
  test('nothing without a start that is written down', async () =>
    expect(await of(report('- **Duration**: 3 hours\n', ROWS.replace('**Started**', 'Noise')))).toEqual([]))
  test('nothing where support hours are counted', async () =>
    expect(await of(report('- **Duration**: 60 min\n\nDurations are counted in business hours.\n', ROWS))).toEqual([]))
  test('nothing of a phase or of a part', async () => {
    expect(await of(report('', `${ROWS}\n### Detection\n\n- **Duration**: 8 min\n`))).toEqual([])
    expect(await of(report('\n## Impact\n\n### Mail\n\n- **Duration**: 20 min\n\n', ROWS))).toEqual([])
    expect(await of(report('\n## Impact\n\n- **Duration**: 20 min\n\n', ROWS))).toHaveLength(1)
  })
  test('nothing against milestones where two windows are told', async () => {
    const windows = '- **Outage**: 10:00 to 10:20 (20 min)\n- **Downtime**: 13:42 to 15:07 (85 min)\n'
    expect(await of(report(`${windows}- **Duration**: 105 min\n`, ROWS))).toEqual([])
  })
  test('nothing in a log of several incidents', async () => {
    const incident = (day: string) => `## ${day}: Disk full\n\n- **Duration**: 10 min\n\n### Timeline\n\n${ROWS}\n`
    expect(await of(`# Incident log\n\n${incident('2026-01-14')}${incident('2026-01-20')}`)).toEqual([])
  })
})

describe('the fixes', () => {
  test.each([
    ['13:42 to 15:07 (75 min)', '13:42 to 15:07 (85 min)', '13:42 to 14:57 (75 min)'],
    ['21:40 to 00:25 (2h 15m)', '21:40 to 00:25 (2h 45m)', '21:40 to 23:55 (2h 15m)'],
    ['1:42 PM to 3:07 PM (75 minutes)', '1:42 PM to 3:07 PM (85 minutes)', '1:42 PM to 2:57 PM (75 minutes)'],
    ['75 min (13:42–15:07 CET)', '85 min (13:42–15:07 CET)', '75 min (13:42–14:57 CET)'],
    [
      '2026-01-14 13:42 to 2026-01-14 15:07 (PT75M)',
      '2026-01-14 13:42 to 2026-01-14 15:07 (PT85M)',
      '2026-01-14 13:42 to 2026-01-14 14:57 (PT75M)',
    ],
  ])('either side of %s', async (before, total, end) => {
    expect(await applyFix(head(before), RULE)).toBe(head(total))
    expect(await applyFix(head(before), RULE, 'Change the end')).toBe(head(end))
    expect(await of(head(end))).toEqual([])
  })
  test('moves no time for a total that is approximate', async () => {
    const { service, view, text } = await open(head('13:42 to 15:07 (about 3 hours)'))
    const fixes = service.fixes(view, 0, text.length).filter(({ finding }) => finding.rule === RULE)
    expect(fixes.map(({ title }) => title)).toEqual(['Change about 3 hours to about 1 hour 25 minutes'])
  })
  test('the entry of the timeline', async () => {
    const text = report('- **Duration**: 110 min\n', ROWS)
    expect(await applyFix(text, RULE)).toBe(text.replace('110 min', '85 min'))
    expect(await applyFix(text, RULE, 'resolved to 15:32')).toBe(text.replace('15:07', '15:32'))
  })
})

describe('the lens says the same', () => {
  test.each([
    ['13:42 to 15:07 (86 min)', 'Duration 1h 25m: 13:42 → 15:07'],
    ['13:42 to 15:07 (75 min)', 'Update 75 min to 85 min · 13:42 → 15:07'],
    ['13:42 to 15:07 (49 min of errors, 85 min in all)', 'Duration 1h 25m: 13:42 → 15:07'],
    ['13:42 to 15:07 (60 min within support hours)', 'Duration 1h 25m: 13:42 → 15:07'],
    ['13:42 to 15:07 (90 min, approx.)', 'Duration 1h 25m: 13:42 → 15:07'],
  ])('%s', async (value, title) => {
    const text = head(value).replace('Draft', 'Final')
    await expectLenses(text, [[8, title]])
    expect(findingsIn(await open(text)).some(([, rule]) => rule === RULE)).toBe(title.includes('Update'))
  })
})

const NAMES = ['numbers-phases', 'numbers-bullets', 'numbers-table']

test.each(NAMES)('%s is right', (name) => expectFindings(fixture(`right/${name}.md`), []))

describe('planted errors', () => {
  const documents = [
    ...NAMES.map((name) => `right/${name}.md`),
    ...['incident-review', 'minimal', 'phased'].map((name) => `filled/${name}.md`),
  ]
  const totals: readonly [from: string, ...to: string[]][] = [
    ['(2h 25m)', '(2h 52m)', '(1h 25m)', '(2h 22m)', '(25m)'],
    ['Impact:** 145 min', 'Impact:** 154 min', 'Impact:** 45 min', 'Impact:** 205 min'],
    ['22:47 to 01:12', '22:57 to 01:12', '22:47 to 01:21', '20:47 to 01:12'],
    ['Duration**: 1 hour 23 minutes', 'Duration**: 1 hour 32 minutes', 'Duration**: 3 hours', 'Duration**: 23 minutes'],
    ['PT1H23M', 'PT1H32M', 'PT83H', 'PT1H2M'],
    ['Impact Duration**: 83 minutes', 'Impact Duration**: 93 minutes', 'Impact Duration**: over 3 hours'],
    ['(75 minutes)', '(57 minutes)', '(about 3 hours)', '(1 h 51 min)'],
    ['duration:** 1 h 15 min', 'duration:** 1 h 51 min', 'duration:** 115 min', 'duration:** 15 min'],
    ['(85 min)', '(95 min)', '(58 min)', '(1 h 52 min)'],
    ['13:42 to 15:07', '13:24 to 15:07', '13:42 to 15:17', '12:42 to 15:07'],
    ['Impact**: 85 min', 'Impact**: 58 min', 'Impact**: 185 min'],
    ['(75 min)', '(57 min)', '(1h 51m)', '(65 min)'],
    ['(78 min)', '(87 min)', '(1 h 8 min)', '(73 min)'],
  ]
  const mutants: Mutant[] = documents.flatMap((path) => {
    const right = fixture(path)
    return totals.flatMap(([from, ...to]) =>
      right.includes(from) ? to.map((wrong) => replaced(right, from, wrong)) : [],
    )
  })
  test('are found', () => expectFound(RULE, mutants))
})
