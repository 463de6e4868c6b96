import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound } from '../../kit/mutations.ts'
import { changed, listsIn } from '../../kit/timelines.ts'

const document = (window: string, ...rows: string[]) =>
  `# Post-mortem: disk full\n\n${window}\n- **Severity**: SEV1\n\n## Timeline\n\nAll times are in UTC.\n\n${rows.map((row, index) => `- ${row} step ${index}`).join('\n')}\n`
const START_END = '- **Start**: 2025-10-21 14:00 UTC\n- **End**: 2025-10-21 16:00 UTC'
const LONG = '- **Start**: 2025-10-19 14:00 UTC\n- **End**: 2025-10-24 16:00 UTC'
const rows = ['2025-10-21 14:00', '2025-10-21 14:20', '2025-10-21 15:10', '2025-10-21 16:00']
const outside = async (text: string) =>
  (await open(text)).view.findings
    .filter(({ rule }) => rule === 'timeline-outside-window')
    .map(({ message }) => message)
const other = async (text: string) => (await open(text)).view.findings.filter(({ rule }) => rule === 'timeline-order')

describe('found', () => {
  test.each([
    ['another year', '2024-10-21 14:20', 'Another year'],
    ['another month', '2025-11-21 14:20', 'Another month'],
    ['another day', '2025-10-12 14:20', 'Another day'],
  ])('%s', async (_, wrong, what) => {
    const text = document(START_END, ...rows.map((row, index) => (index === 1 ? wrong : row)))
    expect(await outside(text)).toEqual([
      `${wrong} is outside the incident, 2025-10-21 14:00 to 2025-10-21 16:00. ${what} puts it inside: 2025-10-21.`,
    ])
    expect(await other(text)).toEqual([])
  })
  test('between two rows of the same day in a long incident', async () => {
    const text = document(
      LONG,
      '2025-10-20 14:00',
      '2025-10-22 09:00',
      '2025-11-22 10:00',
      '2025-10-22 11:00',
      '2025-10-24 09:00',
    )
    expect(await outside(text)).toHaveLength(1)
  })
})

describe('silent', () => {
  test.each([
    ['a row at the clock time of the start', START_END, ['2025-10-20 14:00', ...rows.slice(1)]],
    ['the cause, days before', START_END, ['2025-10-17 14:30', ...rows]],
    ['the follow-up, days after', START_END, [...rows, '2025-10-24 15:00']],
    ['another time of the day', START_END, [...rows.slice(0, 2), '2025-11-21 18:20', ...rows.slice(2)]],
    ['two parts', START_END, [...rows.slice(0, 2), '2025-11-20 14:20', ...rows.slice(2)]],
    ['the whole timeline', START_END, rows.map((row) => row.replace('10-21', '10-22'))],
    ['a long incident, a row after it', LONG, ['2025-10-19 14:00', '2025-10-20 09:00', '2025-11-20 09:00']],
    ['no stated window', '- **Date**: 2025-10-21', [...rows.slice(0, 2), '2025-11-21 14:20', ...rows.slice(2)]],
  ])('%s', async (_, window, times) => expect(await outside(document(window, ...times))).toEqual([]))
})

test('the fix changes that part alone', async () => {
  const text = (date: string) =>
    written(
      'google-sre',
      `- **Start**: 21 October 2025 14:00 UTC\n- **End**: 21 October 2025 16:00 UTC\n\n## Timeline\n\nTimes in UTC.\n\n- 21 October 2025, 14:00 a\n- **${date}, 14:20–14:30** b\n- 21 October 2025, 15:10 c\n- 21 October 2025, 16:00 d\n`,
    )
  expect(await applyFix(text('21 November 2025'), 'timeline-outside-window')).toBe(text('21 October 2025'))
})

test('planted errors', () => {
  const right = [
    fixture('right/rows-dated-table.md'),
    fixture('right/days-midnight.md'),
    document(START_END, ...rows),
    document(START_END, ...rows.map((row) => row.replace('2025-10-21', '21 Oct 2025'))),
  ]
  const mutants = right.flatMap((text, number) =>
    listsIn(text).flatMap((list) =>
      list.flatMap(({ event, start }, index) => {
        const date = event.reading?.date
        if (!date || !event.time || !event.at?.date) return []
        const from = start + (event.time.start - event.start) + date.start
        const place = { start: from, end: from + date.end - date.start }
        const written = text.slice(place.start, place.end)
        const isEnd = index === 0 || index === list.length - 1
        const year = written.replace('2025', '2024')
        const month = written
          .replace(/-1(\d)-/, (_, digit) => (digit === '0' ? '-12-' : `-0${digit}-`))
          .replace('Oct', 'Sep')
        const day = written.replace(/\b(\d\d)(?!\d)(?=$| )/, (found) =>
          String((Number(found) % 28) + 1).padStart(2, '0'),
        )
        return [year, month, ...(isEnd ? [] : [day])].map((by) =>
          changed(text, `document ${number}, row ${index}: ${by}`, place, by),
        )
      }),
    ),
  )
  return expectFound('timeline-outside-window', mutants)
})

describe('what is told vaguely', () => {
  const rows = (...times: string[]) =>
    `# Post-mortem: Disk full\n\n- **Start**: 2025-03-11 07:56\n- **End**: 2025-03-14 01:01\n\n## Timeline\n\n${times.map((time) => `- ${time}: step`).join('\n')}\n`
  test.each([
    ['a part of a day', ['2025-03-13 10:00', '2025-03-14, around noon', '2025-03-14 01:01']],
    ['a day that the window ends on', ['2025-03-13 10:00', '2025-03-14', '2025-03-14 01:01']],
    ['days around it', ['2025-03-11 08:10', '2025-03-09 to 2025-03-14', '2025-03-13 10:00', '2025-03-14 01:01']],
    ['an approximate time', ['2025-03-11 ~07:50', '2025-03-13 10:00', '2025-03-14 01:01']],
  ])('is in place: %s', async (_, times) => {
    const { view } = await open(rows(...times))
    expect(view.findings.filter(({ severity }) => severity !== 'hint')).toEqual([])
  })
})
