/** Several timelines in one document, and one timeline in several parts. */
import { expect, test } from 'vitest'
import { timelineLists, timelinesOf } from '../../server/src/model/timeline/timeline-lists.ts'
import { read, written } from '../kit/document.ts'
import { fixture } from '../kit/fixtures.ts'
import { momentsIn } from '../kit/timelines.ts'

const document = (body: string) =>
  written('google-sre', `- **Date**: 2025-10-21\n\n## Timeline\n\nAll times are in UTC.\n\n${body}\n`)
const sizes = (text: string) => {
  const { timeline } = read(text)
  return {
    timelines: timelinesOf(timeline).map(({ length }) => length),
    lists: timelineLists(timeline).map(({ events }) => events.length),
  }
}

test('a summary, a table and a chat', () =>
  expect(sizes(fixture('right/rows-told-twice.md'))).toEqual({ timelines: [3, 6, 4], lists: [3, 6, 4] }))

test('days go on over sub-headings', () => {
  const text = document(
    '### Detection\n\n- 22:50 a\n- 23:40 b\n\n### Response\n\n- 00:10 c\n\n### Recovery\n\n- 07:30 d',
  )
  expect(sizes(text)).toEqual({ timelines: [4], lists: [2, 1, 1] })
  expect(momentsIn(text)).toEqual(['2025-10-21T22:50Z', '2025-10-21T23:40Z', '2025-10-22T00:10Z', '2025-10-22T07:30Z'])
})

test('phases, and a table that tells the same night in full', () => {
  const phases = '### Detection\n\n- **Time**: 22:10\n\n### Mitigation\n\n- **Time**: 00:40\n'
  const table = '### In full\n\n| Time | Event |\n| --- | --- |\n| 22:10 | a |\n| 23:00 | b |\n| 00:40 | c |'
  const text = document(`${phases}\n${table}`)
  expect(sizes(text)).toEqual({ timelines: [2, 3], lists: [2, 3] })
  expect(momentsIn(text).slice(2)).toEqual(['2025-10-21T22:10Z', '2025-10-21T23:00Z', '2025-10-22T00:40Z'])
})

test('nested lists under days are lists of their own', () =>
  expect(sizes(document('- 2025-10-21\n  - 22:10 a\n  - 23:00 b\n- 2025-10-22\n  - 00:40 c'))).toEqual({
    timelines: [3],
    lists: [2, 1],
  }))

test('an offset right behind the time is one of the row', () => {
  const { timeline } = read(document('- 22:10 a\n- 22:22 (+12 min) b\n- **22:30** T+20m: c\n- 22:40 more than +5 min'))
  expect(timeline.map(({ offset }) => offset?.seconds ?? null)).toEqual([null, 720, 1200, null])
  expect(timeline.map(({ offset }) => offset?.text ?? null)).toEqual([null, '+12 min', 'T+20m', null])
})
