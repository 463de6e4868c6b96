/** Lenses: what the times of a document add up to, and one click where the text says otherwise. */
import { describe, expect, test } from 'vitest'
import { builtInTemplates, open, written } from '../../kit/document.ts'
import { clickLens, expectLenses } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'

const head = (duration: string, status = 'Final') =>
  written('minimal', `- **Date**: 2026-01-14\n- **Duration**: ${duration}\n- **Status**: ${status}\n`)
const titles = async (text: string) => {
  const { service, view } = await open(text)
  return service.lenses(view).map(({ title }) => title)
}

describe('the duration of the incident', () => {
  test.each([
    ['13:42 to 15:07 (85 min)', 'Duration 1h 25m: 13:42 → 15:07'],
    ['13:42 to 15:07 (1 h 25 min)', 'Duration 1h 25m: 13:42 → 15:07'],
    ['13:42–15:07 (about 90 minutes)', 'Duration 1h 25m: 13:42 → 15:07'],
    ['23:50 to 00:20 (30 min)', 'Duration 30m: 2026-01-14 23:50 → 2026-01-15 00:20'],
    ['13:42 to 15:07', 'Duration 1h 25m · Add to the text · 13:42 → 15:07'],
    ['13:42 to 15:07 (2 hours)', 'Duration 1h 25m: 13:42 → 15:07'],
    ['13:42 to 15:07 (3 hours)', 'Update 3 hours to 1 hour 25 minutes · 13:42 → 15:07'],
  ])('%s', (duration, title) => expectLenses(head(duration), [[8, title]]))

  test.each(['85 min', '[HH:MM] to [HH:MM] ([X min])', '13:42 to [HH:MM]', 'all day', ''])('none for %j', (duration) =>
    expectLenses(head(duration), []),
  )
  test.each([
    ['13:42 to 15:07 (3 hours)', '13:42 to 15:07 (1 hour 25 minutes)'],
    ['13:42 to 15:07 (45 min)', '13:42 to 15:07 (85 min)'],
    ['13:42 to 15:07 (45m)', '13:42 to 15:07 (85m)'],
    ['13:42 to 15:07 (2h 5m)', '13:42 to 15:07 (1h 25m)'],
    ['13:42 to 15:07', '13:42 to 15:07 (1h 25m)'],
  ])('a click on it: %s', async (before, after) => {
    const mended = await clickLens(head(before), '13:42 →')
    expect(mended).toBe(head(after))
    await expectLenses(mended, [[8, 'Duration 1h 25m: 13:42 → 15:07']])
  })
})

describe('the duration of a start and an end in fields of their own', () => {
  const fields = (duration: string, start = '10:00', end = '11:00') =>
    `# Post-Mortem: Disk full\n\n- **Severity**: SEV1\n- **Date**: 2026-01-14\n- **Start Time**: ${start}\n- **End Time**: ${end}\n${duration}\n## Summary\n\nFull.\n`

  test.each([
    ['', 5, 'Duration 1h: 10:00 → 11:00'],
    ['- **Duration**: 1 hour\n', 7, 'Duration 1h: 10:00 → 11:00'],
    ['- **Duration**: 3 hours\n', 7, 'Update 3 hours to 1 hour · 10:00 → 11:00'],
    ['- **Duration**: the whole morning\n', 7, 'Duration 1h: 10:00 → 11:00'],
    ['- **Duration**: [HH:MM] to [HH:MM]\n', 7, 'Duration 1h · Add to the text · 10:00 → 11:00'],
    ['- **Duration**: TBD\n', 7, 'Duration 1h · Add to the text · 10:00 → 11:00'],
    ['- **Duration**:\n', 7, 'Duration 1h · Add to the text · 10:00 → 11:00'],
  ])('%j', (duration, line, title) => expectLenses(fields(duration), [[line, title]]))

  test.each([
    ['- **Duration**: 3 hours\n', '- **Duration**: 1 hour\n'],
    ['- **Duration**: TBD\n', '- **Duration**: 1h\n'],
    ['- **Duration**:\n', '- **Duration**: 1h\n'],
    ['- **Duration**: \n', '- **Duration**: 1h\n'],
  ])('a click on it: %j', async (before, after) =>
    expect(await clickLens(fields(before), '10:00 →')).toBe(fields(after)),
  )
  test('nothing is written where there is no field for it', async () => {
    const { service, view } = await open(fields(''))
    expect(service.lenses(view).map(({ action }) => action)).toEqual([null])
  })
  test('to the second where the times have them', () =>
    expectLenses(fields('', '10:00:05', '10:03:40'), [[5, 'Duration 3m 35s: 10:00:05 → 10:03:40']]))
})

describe('the timeline', () => {
  const table = (...rows: string[]) =>
    written(
      'incident-review',
      `- **Date**: 2026-01-14\n- **Status**: Final\n\n## Timeline\n\n| Time (UTC) | Duration | Description | Owner |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`,
    )
  const row = (time: string, offset: string, text: string) => `| ${time} | ${offset} | ${text} | Ana |`

  test('its span and the metrics that its milestones allow', () =>
    expectLenses(
      table(
        row('13:42', '0 min', '**Started**: full'),
        row('13:47', '+5 min', '**Detected**: alert'),
        row('13:50', '+8 min', '**Acknowledged**: Ana'),
        row('14:31', '+49 min', '**Mitigated**: freed'),
        row('15:07', '+85 min', '**Resolved**: grown'),
        row('15:40', '+118 min', '**Closed**: quiet'),
      ),
      [[10, '1h 25m (13:42 → 15:07) · TTD 5m · TTA 3m · TTM 49m · TTR 1h 25m']],
    ))
  const night = (date: string, ...rows: string[]) =>
    table(...rows)
      .replace('2026-01-14', date)
      .replace('Time (UTC)', 'Time (ET)')
  test('an hour that comes twice', () =>
    expectLenses(
      night(
        '2026-11-01',
        row('12:30 AM', '0 min', '**Started**: full'),
        row('1:30 AM', '+60 min', 'tried'),
        row('1:10 AM', '+100 min', '**Mitigated**: freed'),
        row('2:00 AM', '+150 min', '**Resolved**: grown'),
      ),
      [[10, '2h 30m (00:30 → 02:00) · TTM 1h 40m · TTR 2h 30m']],
    ))
  test('nothing that needs a time which the clock skipped', async () => {
    const spring = (started: string, mitigated: string) =>
      night(
        '2026-03-08',
        row(started, '0 min', '**Started**: full'),
        row(mitigated, '+30 min', '**Mitigated**: freed'),
        row('04:00', '+90 min', '**Resolved**: grown'),
      )
    await expectLenses(spring('01:30', '02:30'), [[10, '1h 30m (01:30 → 04:00) · TTR 1h 30m']])
    await expectLenses(spring('02:30', '03:10'), [])
  })
  test('with the newest first', () =>
    expectLenses(
      table(
        row('15:07', '+85 min', '**Resolved**: grown'),
        row('13:47', '+5 min', '**Detected**: alert'),
        row('13:42', '0 min', '**Started**: full'),
      ),
      [[10, '1h 25m (13:42 → 15:07) · TTD 5m · TTR 1h 25m']],
    ))
  test('with the newest first, without milestones', () =>
    expectLenses(
      table(row('13:50', '+8 min', 'freed'), row('13:45', '+3 min', 'tried'), row('13:42', '0 min', 'full')),
      [[10, '8m (13:42 → 13:50)']],
    ))
  test('without milestones only its total', () =>
    expectLenses(table(row('13:42', '0 min', 'full'), row('13:50', '+8 min', 'freed')), [[10, '8m (13:42 → 13:50)']]))
  test('to the second where the times have them', () =>
    expectLenses(
      table(row('11:00:05', '0 min', '**Started**: full'), row('11:03:40', '+4 min', '**Resolved**: freed')),
      [[10, '3m 35s (11:00:05 → 11:03:40) · TTR 3m 35s']],
    ))
  test('over midnight', () =>
    expectLenses(table(row('23:50', '0 min', '**Started**: full'), row('00:10', '+20 min', '**Resolved**: freed')), [
      [10, '20m (2026-01-14 23:50 → 2026-01-15 00:10) · TTR 20m'],
    ]))
  test('nothing to compute', async () => {
    await expectLenses(table(row('13:42', '0 min', 'full')), [])
    await expectLenses(table(row('[HH:MM]', '+X min', '[What]')), [])
  })

  const wrong = (first: string, second: string) =>
    table(row('13:42', '0 min', 'full'), row('13:50', first, 'tried'), row('14:42', second, 'freed'))
  test('offsets that differ from the times', () =>
    expectLenses(wrong('+5 min', '+65 min'), [
      [10, 'Update 2 offsets · they differ from the times'],
      [10, '1h (13:42 → 14:42)'],
    ]))
  test('one of them', () =>
    expectLenses(wrong('+8 min', '+65 min'), [
      [10, 'Update 1 offset · it differs from the times'],
      [10, '1h (13:42 → 14:42)'],
    ]))
  test.each([
    ['+5 min', '+65 min', '+8 min', '+60 min'],
    ['5m', '65m', '8m', '60m'],
    ['+5m', '+1h 5m', '+8m', '+1h'],
    ['+5 minutes', '65 mins', '+8 minutes', '60 mins'],
  ])('a click makes them agree: %s, %s', async (first, second, mendedFirst, mendedSecond) => {
    const mended = await clickLens(wrong(first, second), '2 offsets')
    expect(mended).toBe(wrong(mendedFirst, mendedSecond))
    await expectLenses(mended, [[10, '1h (13:42 → 14:42)']])
  })
})

describe('phases', () => {
  const phases = (...times: [heading: string, time: string][]) =>
    written(
      'phased',
      `- **Date**: 2026-01-14\n\n## Timeline\n\n${times.map(([heading, time]) => `### ${heading}\n\n- **Time**: ${time}\n`).join('\n')}\n## Sign-Off\n\n- **Approved By**: Ana\n- **Date**: 2026-01-20\n`,
    )

  test('how long after the first one, and the previous one', () =>
    expectLenses(phases(['Detection', '06:24'], ['Response', '06:29'], ['Mitigation', '06:58']), [
      [9, '34m (06:24 → 06:58) · TTA 5m'],
      [15, '+5m since Detection'],
      [19, '+34m since Detection · 29m after Response'],
    ]))
  test('a phase without a time is passed over', () =>
    expectLenses(phases(['Detection', '06:24'], ['Response', '[HH:MM]'], ['Mitigation', '06:58']), [
      [9, '34m (06:24 → 06:58)'],
      [19, '+34m since Detection'],
    ]))
})

describe('a draft', () => {
  test.each([
    ['the first placeholder of the section', '## Impact\n\n[Who noticed]\n', '[Who noticed]', ''],
    ['the line below the heading of an empty one', '## Impact\n', '', '## Impact\n'],
    ['that line before another heading', '## Impact\n\n## Resolution\n', '', '## Impact\n'],
    ['the end of the heading where there is no line', '## Impact\n## Resolution\n', '', '## Impact'],
    ['and of the last one', '## Impact', '', '## Impact'],
  ])('says how far it is, and leads to what comes next: %s', async (_what, section, selected, before) => {
    const text = written('minimal', `- **Status**: Draft\n\n## Summary\n\nIt broke.\n\n${section}`)
    const { service, view } = await open(text)
    const [lens] = service.lenses(view)
    expect(lens?.title).toMatch(/^Draft · 1 of 6 sections(?: · \d left)? · next: Impact$/)
    const reveal = lens?.action && 'reveal' in lens.action ? lens.action.reveal : null
    const base = view.postMortem.starts[reveal?.section ?? -1] ?? 0
    expect(text.slice(base + (reveal?.start ?? 0), base + (reveal?.end ?? 0))).toBe(selected)
    expect(text.slice(0, base + (reveal?.start ?? 0)).endsWith(before)).toBe(true)
  })
  test('a next section that is not there leads nowhere', async () => {
    const { service, view } = await open(written('minimal', '- **Status**: Draft\n\n## Summary\n\nIt broke.\n'))
    expect(service.lenses(view)).toMatchObject([{ title: 'Draft · 1 of 6 sections · next: Impact', action: null }])
  })
  test.each(builtInTemplates().map(({ id }) => id))('%s, written to the end, has all of its sections', async (id) => {
    const draft = fixture(`filled/${id}.md`)
      .replace('**Status**: Final', '**Status**: Draft')
      .replace(/\*\*Approved By\*\*: .*/, '**Approved By**:')
    const [progress] = await titles(draft)
    expect(progress).toMatch(/^Draft · (\d+) of \1 sections$/)
  })
})

test.each([
  ['ordinary Markdown', '# Notes\n\n- **Duration**: 13:42 to 15:07\n\n## Timeline\n\n- 13:42 a\n- 15:07 b\n'],
  [
    'a template',
    '# Post-Mortem Template\n\n- **Date**: [Date]\n- **Severity**: [SEV1/SEV2]\n- **Duration**: [X min]\n\n## Timeline\n\n- [HH:MM] [What]\n',
  ],
  ['nothing', ''],
])('none for %s', (_, text) => expectLenses(text, []))

describe('a length without a range', () => {
  const report = (duration: string, head = '') =>
    `# Post-mortem: Disk full\n\n- **Severity**: SEV1\n- **Date**: 2026-01-14\n${head}- **Duration**: ${duration}\n\n## Timeline (UTC)\n\n- 13:42 **Started**: full\n- 13:50 **Detected**: alert\n- 15:07 **Resolved**: freed\n`
  const own = async (text: string) => (await titles(text)).filter((title) => !/TTD/.test(title))

  test.each([
    ['85 min', ['Duration 1h 25m: 13:42 → 15:07']],
    ['1 h 25 min', ['Duration 1h 25m: 13:42 → 15:07']],
    ['3 hours', ['Update 3 hours to 1 hour 25 minutes · 13:42 → 15:07']],
    ['about 3 hours', ['Update about 3 hours to about 1 hour 25 minutes · 13:42 → 15:07']],
    ['77 min', []],
    ['all day', []],
    ['[Duration]', ['Duration 1h 25m · Add to the text · started 13:42 → resolved 15:07']],
    ['[X min]', ['Duration 85 min · Add to the text · started 13:42 → resolved 15:07']],
    ['TBD', ['Duration 1h 25m · Add to the text · started 13:42 → resolved 15:07']],
    ['13:42 to [HH:MM] ([X min])', ['Duration 85 min · Add to the text · started 13:42 → resolved 15:07']],
  ])('%s', async (duration, expected) => expect(await own(report(duration))).toEqual(expected))

  test.each([
    ['3 hours', '1 hour 25 minutes'],
    ['[X min]', '85 min'],
    ['13:42 to [HH:MM] ([X min])', '13:42 to 15:07 (85 min)'],
    ['13:42 to 15:07 ([X min])', '13:42 to 15:07 (85 min)'],
    ['13:42 to 15:07 ([Total duration])', '13:42 to 15:07 (1h 25m)'],
  ])('a click on it: %s', async (before, after) => {
    const { service, view } = await open(report(before))
    const title = service.lenses(view).find(({ action }) => action !== null)?.title ?? ''
    expect(await clickLens(report(before), title)).toBe(report(after))
  })
  test('stays short', async () => {
    const all = [...(await titles(report('3 hours'))), ...(await titles(report('[X min]')))]
    expect(Math.max(...all.map(({ length }) => length))).toBeLessThan(72)
  })
})
