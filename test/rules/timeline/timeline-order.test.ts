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
  test('one finding for a list, with the row above', async () => {
    const found = await ordersIn(items('14:02', '14:20', '14:11', '14:30', '14:25'))
    expect(found).toHaveLength(1)
    expect(found[0]?.related.map(({ message }) => message)).toEqual(['The row above: 14:20'])
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
