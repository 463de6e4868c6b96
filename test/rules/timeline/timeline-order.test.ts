import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix, expectFindings, findingsIn } from '../../kit/expect.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'
import { changed, listsIn, RIGHT, type Row } from '../../kit/timelines.ts'

const timeline = (...lines: string[]) =>
  written('google-sre', `- **Date**: 2025-10-26\n\n## Timeline\n\nAll times are in UTC.\n\n${lines.join('\n')}\n`)
const items = (...times: string[]) => timeline(...times.map((time, index) => `- ${time} step ${index}`))
const ordersIn = async (text: string) =>
  (await open(text)).view.findings.filter(({ rule }) => rule === 'timeline-order')

describe('rows out of order', () => {
  test.each([
    ['back by a few minutes', ['14:02', '14:20', '14:11', '14:30'], '14:11 is earlier than the row above it, 14:20.'],
    ['back by two hours', ['14:02', '16:02', '14:02'], '14:02 is earlier than the row above it, 16:02.'],
    [
      'a date that goes back',
      ['2025-10-26 14:02', '2025-10-27 09:00', '2025-10-26 15:00'],
      '2025-10-26 15:00 is earlier than the row above it, 2025-10-27 09:00.',
    ],
    ['by seconds', ['14:02:31', '14:02:30'], '14:02:30 is earlier than the row above it, 14:02:31.'],
    [
      'a range that has ended before',
      ['14:02–14:40', '13:50–13:58'],
      '13:50–13:58 is earlier than the row above it, 14:02–14:40.',
    ],
    ['approximate, but too far', ['14:20', '~14:10'], '~14:10 is earlier than the row above it, 14:20.'],
    ['in other zones', ['14:02 UTC', '15:50 CET'], '15:50 CET is earlier than the row above it, 14:02 UTC.', false],
  ] as [string, string[], string, boolean?][])('%s', async (_, times, message, isOrder = true) => {
    const [finding] = await ordersIn(items(...times))
    expect(finding?.message).toBe(isOrder ? message : undefined)
  })
  test('a finding for each, with the row above', async () => {
    const found = await ordersIn(items('14:02', '14:20', '14:11', '14:30', '14:25'))
    expect(found.map(({ related }) => related[0]?.message)).toEqual(['The row above: 14:20', 'The row above: 14:30'])
  })
  test('between two runs, where the first is shorter', async () => {
    const found = await ordersIn(items('23:01', '23:11', '23:21', '21:31', '21:41', '21:45', '23:40'))
    expect(found.map(({ message }) => message)).toEqual(['21:31 is earlier than the row above it, 23:21.'])
  })
  test('no date is mended from which other rows have theirs', async () => {
    const times = ['2026-03-06 22:59', '23:11', '21:31', '21:41', '21:45', '21:50']
    const { rows, fixes } = await judged(times)
    expect([rows, fixes]).toEqual([['21:31'], []])
  })
  test('one finding for rows that were moved together', async () => {
    const found = await ordersIn(items('14:20', '14:30', '14:40', '14:50', '14:02', '14:05', '14:55'))
    expect(found.map(({ message }) => message)).toEqual(['14:02 is earlier than the row above it, 14:50.'])
  })
  test('the first row, where only that is wrong', async () => {
    const found = await ordersIn(items('14:40', '14:02', '14:05', '14:55'))
    expect(found.map(({ message }) => message)).toEqual(['14:40 is later than the row below it, 14:02.'])
  })
  test('one finding for each list', async () => {
    const text = timeline('### One', '', '- 14:02 a', '- 14:00 b', '', '### Two', '', '- 15:02 a', '- 15:00 b')
    expect(await ordersIn(text)).toHaveLength(2)
  })
  test('phases by their start', () =>
    expectFindings(
      `# Post-mortem: disk full\n\n- **Date**: 2025-10-26\n- **Severity**: SEV1\n\n## Timeline\n\n### Detection\n\n- **Time**: 14:20 UTC\n\n### Mitigation\n\n- **Time**: 14:10 UTC\n`,
      [[14, 'timeline-order', 'warning']],
    ))
  test('against the order of the newest first', async () => {
    const [finding] = await ordersIn(items('15:30', '15:20', '15:00', '15:10', '14:40', '14:30', '14:20'))
    expect(finding?.message).toBe('15:10 is later than the row above it, 15:00, while the newest rows come first.')
  })
})

describe('no disorder', () => {
  test.each([
    ['midnight', ['23:50', '00:10']],
    ['the same minute', ['14:02', '14:02']],
    ['the same minute, one with seconds', ['14:02:31', '14:02']],
    ['approximate, to the hour', ['14:02', '~14:00', '14:10']],
    ['approximate, to the quarter', ['14:20', '~14:15']],
    ['a bare hour', ['2:20 PM', '2pm', '2:40 PM']],
    ['newest first', ['14:40', '14:20', '14:02']],
    ['newest first, over midnight', ['00:20', '00:05', '23:50', '23:40']],
    ['ranges that overlap', ['14:02–14:40', '13:50–14:50']],
    ['days that overlap', ['2025-03-12 to 2025-03-13', '2025-03-09 to 2025-03-14 (daily)', '2025-03-14']],
    ['days in words', ['12 to 13 March', '9–14 March (daily)', '14 March 10:00']],
    ['a part of a day', ['14 March 2025 13:30', '14 March 2025, around noon', '14 March 2025 in the afternoon']],
    ['days in French', ['du 12 au 13 mars 2025', 'du 9 au 14 mars 2025']],
    ['offsets alone', ['T+30m', 'T+20m']],
    ['an hour that comes twice', ['02:50 Europe/Oslo', '02:10 Europe/Oslo']],
    ['the second showing of an hour', ['2026-11-01 01:30 ET', '2026-11-01 01:10 ET', '2026-11-01 02:00 ET']],
    ['nobody knows which showing', ['2026-11-01 02:05 ET', '2026-11-01 01:10 ET', '2026-11-01 02:40 ET']],
    ['a time that was skipped', ['2026-03-08 01:30 ET', '2026-03-08 02:30 ET', '2026-03-08 03:10 ET']],
    ['a leading zero', ['11:00', '11:40', '01:05']],
    ['another zone', ['17:30 PDT', '00:45 UTC', '17:50 PDT']],
    ['a row without a time between', ['14:02', 'Somebody rang', '14:03']],
    ['too far to say', ['17:00', '13:30', '17:10']],
  ])('%s', async (_, times) => expect(await ordersIn(items(...times))).toEqual([]))
  test('a list that starts over', async () =>
    expect(await ordersIn(timeline('- 14:02 a', '- 15:00 b', '', '### In full', '', '- 14:02 a', '- 14:30 c'))).toEqual(
      [],
    ))
})

/** The rows with a finding of the rule, by what their messages begin with, and the fixes of the first one. */
async function judged(times: readonly string[], head = '') {
  const document = await open(items(...times).replace('All times are in UTC.', `All times are in UTC.${head}`))
  const { service, view, text } = document
  const found = view.findings.filter(({ rule }) => rule === 'timeline-order')
  const fixes = service.fixes(view, 0, text.length).filter(({ finding }) => finding === found[0])
  return {
    rows: found.map(({ message }) => message.slice(0, message.indexOf(' is '))),
    severities: [...new Set(found.map(({ severity }) => severity))],
    fixes: fixes.map(({ title, preferred }) => `${preferred ? '*' : ''}${title}`),
  }
}

describe('one mistyped part of a date', () => {
  test.each([
    ['the third row', ['02-02 16:25', '02-02 17:58', '02-20 19:30', '02-02 20:21'], 2, '*Change the day: 2026-02-02'],
    ['the first row', ['03-31 16:25', '03-13 17:58', '03-13 19:30', '03-14 20:21'], 0, '*Change the day: 2026-03-13'],
    ['the last row', ['03-13 16:25', '03-13 17:58', '03-13 19:30', '02-13 20:21'], 3, '*Change the month: 2026-03-13'],
    ['a month', ['03-13 16:25', '05-13 17:58', '03-13 19:30', '03-14 20:21'], 1, '*Change the month: 2026-03-13'],
    ['over midnight', ['03-25 22:04', '03-26 23:04', '03-26 02:50', '03-26 08:10'], 1, '*Change the day: 2026-03-25'],
    [
      'over midnight, with room',
      ['03-20 16:04', '03-26 23:04', '03-26 02:50', '03-26 08:10'],
      1,
      'Change the day: 2026-03-25',
    ],
  ] as [string, string[], number, string][])('%s', async (_, short, index, title) => {
    const times = short.map((time) => `2026-${time}`)
    const { rows, fixes } = await judged(times)
    expect(rows).toEqual([times[index]])
    expect(fixes[0]).toBe(title)
    expect(fixes).not.toContain('*Sort the rows')
  })
  test('a year', async () => {
    const times = ['2025-01-11 14:02', '2025-01-11 14:34', '2024-01-11 14:40', '2025-01-11 15:10']
    const { rows, fixes } = await judged(times)
    expect([rows, fixes[0]]).toEqual([['2024-01-11 14:40'], '*Change the year: 2025-01-11'])
  })
  test('the same of several rows', async () => {
    const days = ['2025', '2025', '2025', '2024', '2024', '2025']
    const times = days.map((year, index) => `${year}-01-11 14:${index}2`)
    const { rows, fixes } = await judged(times)
    expect([rows, fixes[0]]).toEqual([['2024-01-11 14:32'], '*Change the year of 2 rows, from 2025-01-11 on'])
  })
  test('of rows that do not stand together', async () => {
    const days = ['2026', '2025', '2025', '2026', '2025', '2025']
    const times = days.map((year, index) => `${year}-01-11 14:${index}2`)
    const { rows, fixes } = await judged(times)
    expect([rows, fixes[0]]).toEqual([['2026-01-11 14:02'], '*Change the year of 2 rows, from 2025-01-11 on'])
  })
  test('is written as the row writes it', async () => {
    const text = (third: string) =>
      items('Feb 2, 2026 16:25', 'Feb 2, 2026 17:58', `${third} 19:30`, 'Feb 2, 2026 20:21')
    expect(await applyFix(text('Feb 20, 2026'), 'timeline-order', 'Change the day: 2026-02-02')).toBe(
      text('Feb 2, 2026'),
    )
  })
  test.each([
    ['two rows, either of which may be wrong', ['2026-03-14 16:25', '2026-03-12 17:58']],
    ['two and two', ['2026-03-14 16:25', '2026-03-14 17:00', '2026-03-12 17:58', '2026-03-12 18:00']],
    ['clock times', ['14:02', '14:20', '14:11', '14:30']],
    ['clock times, two rows', ['14:20', '14:11']],
  ])('no fix is preferred where two sets of rows are as small: %s', async (_, times) => {
    const { rows, fixes } = await judged(times)
    expect([rows.length, fixes.filter((title) => title.startsWith('*'))]).toEqual([1, []])
  })
  test('sorting is, where one row alone is misplaced', async () =>
    expect((await judged(['14:02', '14:20', '14:30', '14:11', '14:40'])).fixes).toEqual(['*Sort the rows']))
})

describe('what is told vaguely', () => {
  test.each([
    ['around noon', ['2025-03-13 10:00', '2025-03-14, around noon', '2025-03-14 01:01']],
    ['in the evening', ['2025-03-13 10:00', '2025-03-13 11:00', '2025-03-13 in the evening', '2025-03-13 12:30']],
    [
      'in the morning, too late',
      ['2025-03-13 10:00', '2025-03-13 19:00', '2025-03-13 in the morning', '2025-03-13 20:00'],
    ],
    ['in French', ['2025-03-13 08:00', '14 mars 2025, vers midi', '2025-03-14 03:30']],
  ])('%s is a hint at that row', async (_, times) => {
    const { rows, severities } = await judged(times)
    expect(severities).toEqual(['hint'])
    expect(rows).toEqual([times.find((time) => /noon|evening|morning|midi/.test(time))])
  })
})

describe('the fix', () => {
  test('sorts the rows of this list alone', async () => {
    const text = (one: string, two: string) => timeline('### One', '', one, '', '### Two', '', two)
    expect(
      await applyFix(text('- 14:02 a\n- 14:00 b', '- 15:02 a\n- 15:00 b'), 'timeline-order', 'Sort the rows'),
    ).toBe(text('- 14:00 b\n- 14:02 a', '- 15:02 a\n- 15:00 b'))
  })
  test('is not there for phases', async () => {
    const { service, view, text } = await open(
      '# Post-mortem: disk full\n\n- **Date**: 2025-10-26\n- **Severity**: SEV1\n\n## Timeline\n\n### Detection\n\n- **Time**: 14:20 UTC\n\n### Mitigation\n\n- **Time**: 14:10 UTC\n',
    )
    expect(service.fixes(view, 0, text.length)).toEqual([])
  })
})

/** Two neighbours whose exchange shows: another time each, and no new day. */
function isClear(a: Row, b: Row): boolean {
  const hours = (row: Row) =>
    row.event.at?.clock && Number(row.event.at.clock.slice(0, 2)) + Number(row.event.at.clock.slice(3, 5)) / 60
  const [from, to] = [hours(a), hours(b)]
  if (typeof from !== 'number' || typeof to !== 'number' || a.event.approximate || b.event.approximate) return false
  if (a.event.reading?.date) return true
  return a.event.at?.date === b.event.at?.date && Math.abs(from - to) <= 2 && from !== to
}

describe('planted errors', () => {
  test('right documents have none', async () => {
    for (const { name, text } of RIGHT)
      expect(findingsIn(await open(text, { now: '2026-06-01T12:00:00Z' })), name).toEqual([])
  })
  test('rows and times exchanged, times written once more', () => {
    const mutants = RIGHT.flatMap(({ name, text }) =>
      listsIn(text).flatMap((rows) =>
        rows.flatMap((row, index): Mutant[] => {
          const before = rows[index - 1]
          const beforeThat = rows[index - 2]
          if (!before?.clock || !row.clock || !isClear(before, row)) return []
          const between = text.slice(before.end, row.start)
          const swapped = changed(
            text,
            `${name}: rows ${index - 1} and ${index}`,
            { start: before.start, end: row.end },
            row.text + between + before.text,
          )
          const inner = text.slice(before.clock.end, row.clock.start)
          const times = changed(
            text,
            `${name}: times of ${index - 1} and ${index}`,
            { start: before.clock.start, end: row.clock.end },
            row.clock.text + inner + before.clock.text,
          )
          const isFar = beforeThat?.clock && isClear(beforeThat, before) && isClear(beforeThat, row)
          const shifted = isFar
            ? [changed(text, `${name}: time of ${index}`, row.clock, beforeThat.clock?.text ?? '')]
            : []
          return [...(row.event.form === 'phase' || row.event.form === 'paragraph' ? [] : [swapped]), times, ...shifted]
        }),
      ),
    )
    return expectFound('timeline-order', mutants)
  })
})
