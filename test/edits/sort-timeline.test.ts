import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sortTimeline } from '../../server/src/edits/sort-timeline.ts'
import { applyEdits, read, written } from '../kit/document.ts'
import { runs } from '../kit/sampling.ts'
import { momentsIn } from '../kit/timelines.ts'

const before = (zone = 'All times are in UTC.\n\n') =>
  written('google-sre', `- **Date**: 2025-10-21\n\n## Timeline\n\n${zone}`)
const after = '\n\n## Impact\n\nNone.\n'
const document = (body: string, zone?: string) => before(zone) + body + after

/** The text sorted, or why not. */
function sorted(text: string): string {
  const postMortem = read(text)
  const result = sortTimeline(postMortem, text)
  return 'edits' in result ? applyEdits(text, postMortem, result.edits) : result.refused
}

test.each([
  ['# Notes\n\n- 14:20 b\n- 14:02 a\n', /^This document is not recognised as a post-mortem: give it a `template:`/],
  ['# Post-mortem: disk\n\n**Severity**: SEV1\n\n## Impact\n\nNone.\n', /^There is no timeline here\.$/],
  ['# Post-mortem: disk\n\n**Severity**: SEV1\n\n## Timeline\n', /^The timeline has no rows\.$/],
])('nothing to sort: %j', (text, expected) => expect(sorted(text)).toMatch(expected))

const table = (...rows: string[]) => `| Time | Offset | What |\n| --- | --- | --- |\n${rows.join('\n')}`

describe('whole rows move', () => {
  test.each([
    ['items', '- 14:20 b\n- 14:02 a\n- 14:30 c', '- 14:02 a\n- 14:20 b\n- 14:30 c'],
    [
      'with everything in them',
      '- 14:20 b\n  more\n\n  ```\n  code\n  ```\n- 14:02 a\n  - nested\n    - deeper\n- 14:30 c',
      '- 14:02 a\n  - nested\n    - deeper\n- 14:20 b\n  more\n\n  ```\n  code\n  ```\n- 14:30 c',
    ],
    [
      'rows with their offsets',
      table('| 14:20 | +18 min | b |', '| 14:02 | 0 min | a |'),
      table('| 14:02 | 0 min | a |', '| 14:20 | +18 min | b |'),
    ],
    ['stable', '- 14:20 b\n- 14:02 a1\n- 14:20 b2\n- 14:02 a2', '- 14:02 a1\n- 14:02 a2\n- 14:20 b\n- 14:20 b2'],
    [
      'a row without a time stays below the row above it',
      '- first\n- 14:20 b\n- because\n- 14:02 a',
      '- first\n- 14:02 a\n- 14:20 b\n- because',
    ],
    ['numbers stay where they are', '1. 14:20 b\n2. 14:02 a\n3. 14:30 c', '1. 14:02 a\n2. 14:20 b\n3. 14:30 c'],
    [
      'below a longer number all lines are set in',
      '8. 14:02 a\n9. 14:30 c\n   more\n10. 14:20 b',
      '8. 14:02 a\n9. 14:20 b\n10. 14:30 c\n    more',
    ],
    [
      'blank lines stay where they are',
      '- 14:20 b\n\n- 14:02 a\n\n\n- 14:10 c',
      '- 14:02 a\n\n- 14:10 c\n\n\n- 14:20 b',
    ],
    ['lines', '14:20 b\nmore\n14:02 a', '14:02 a\n14:20 b\nmore'],
    ['paragraphs with a list', '**14:20** b\n\n- detail\n\n**14:02** a', '**14:02** a\n\n**14:20** b\n\n- detail'],
    [
      'dated rows',
      '- 2025-10-22 09:00 c\n- 2025-10-21 23:00 a\n- 2025-10-22 00:10 b',
      '- 2025-10-21 23:00 a\n- 2025-10-22 00:10 b\n- 2025-10-22 09:00 c',
    ],
    ['days', '- 2025-10-22 b\n- 2025-10-21 a', '- 2025-10-21 a\n- 2025-10-22 b'],
    ['over midnight', '- 23:50 b\n- 23:40 a\n- 00:10 c', '- 23:40 a\n- 23:50 b\n- 00:10 c'],
    [
      'newest first',
      '- 15:00 e\n- 14:10 b\n- 14:20 c\n- 14:05 a2\n- 14:02 a',
      '- 15:00 e\n- 14:20 c\n- 14:10 b\n- 14:05 a2\n- 14:02 a',
    ],
    ['other zones', '- 14:20 UTC b\n- 14:30 CET a', '- 14:30 CET a\n- 14:20 UTC b'],
    [
      'headings with their text',
      '### 14:20 b\n\nText.\n\n### 14:02 a\n\n- one\n- two',
      '### 14:02 a\n\n- one\n- two\n\n### 14:20 b\n\nText.',
    ],
    [
      'links, pictures and pipes',
      '- 14:20 [b](x) ![p](y)\n- 14:02 `a|b` 🔥',
      '- 14:02 `a|b` 🔥\n- 14:20 [b](x) ![p](y)',
    ],
    [
      'an approximate time that may stand there',
      '- 14:02 a\n- ~14:00 b\n- 14:30 d\n- 14:20 c',
      '- 14:02 a\n- ~14:00 b\n- 14:20 c\n- 14:30 d',
    ],
  ])('%s', (_, wrong, right) => {
    expect(sorted(document(wrong))).toBe(document(right))
    const crlf = (text: string) => text.replaceAll('\n', '\r\n')
    expect(sorted(crlf(document(wrong)))).toBe(crlf(document(right)))
    expect(sorted(before() + wrong)).toBe(before() + right)
    expect(sorted(document(right))).toBe('The rows of the timeline are in order.')
  })
})

describe('rows stay under their date', () => {
  test.each([
    [
      'a date in a row',
      table(
        '| 2025-10-21 | | |',
        '| 23:20 | | b |',
        '| 23:10 | | a |',
        '| 2025-10-22 | | |',
        '| 09:20 | | d |',
        '| 09:10 | | c |',
      ),
      table(
        '| 2025-10-21 | | |',
        '| 23:10 | | a |',
        '| 23:20 | | b |',
        '| 2025-10-22 | | |',
        '| 09:10 | | c |',
        '| 09:20 | | d |',
      ),
    ],
    [
      'a date in an item of its own',
      '- 2025-10-21\n- 23:20 b\n- 23:10 a\n- 2025-10-22\n- 09:20 d\n- 09:10 c',
      '- 2025-10-21\n- 23:10 a\n- 23:20 b\n- 2025-10-22\n- 09:10 c\n- 09:20 d',
    ],
    [
      'a date above a nested list',
      '- 2025-10-21\n  - 23:20 b\n  - 23:10 a\n- 2025-10-22\n  - 09:20 d\n  - 09:10 c',
      '- 2025-10-21\n  - 23:10 a\n  - 23:20 b\n- 2025-10-22\n  - 09:10 c\n  - 09:20 d',
    ],
    [
      'a date in a heading',
      '### 2025-10-21\n\n- 23:20 b\n- 23:10 a\n\n### 2025-10-22\n\n- 09:20 d\n- 09:10 c',
      '### 2025-10-21\n\n- 23:10 a\n- 23:20 b\n\n### 2025-10-22\n\n- 09:10 c\n- 09:20 d',
    ],
  ])('%s', (_, wrong, right) => {
    expect(sorted(document(wrong))).toBe(document(right))
    expect(momentsIn(document(right)).sort()).toEqual(momentsIn(document(wrong)).sort())
  })
})

describe('refused', () => {
  test.each([
    [
      'a jump that nobody knows',
      '- 17:00 a\n- 13:30 b',
      '13:30 may be in the wrong place or on the next day. Write its date first.',
    ],
    ['a 12-hour clock without its PM', '- 11:40 a\n- 11:30 b\n- 1:05 c', '1:05 seems to lack its PM. Add it first.'],
    ['an impossible time', '- 14:20 a\n- 14:10 b\n- 25:61 c', '25:61 is no time. Correct it first.'],
    [
      'offsets among times',
      '- 14:20 a\n- 14:10 b\n- T+30m c',
      'T+30m is no time of its own, so its place cannot be known.',
    ],
    [
      'a time that was skipped',
      '- 2026-03-08 01:30 ET a\n- 02:30 ET b\n- 04:00 ET d\n- 03:10 ET c',
      '02:30 ET was skipped on 2026-03-08: the clock was put forward.',
    ],
    [
      'an hour that came twice',
      '- 02:50 a\n- 03:20 b\n- 03:10 c',
      '02:50 came twice on 2025-10-26: the clock was put back.',
      'Europe/Oslo',
    ],
    [
      'zones here and none there',
      '- 14:20 a\n- 14:10 b\n- 14:30 CET c',
      '14:20 has no time zone, while other rows have one.',
      '',
    ],
    [
      'a row that would lose its date',
      '- 2025-10-22 14:20 b\n- 14:10 a\n- 14:30 c',
      'A row would end up on another day. Write the dates first.',
    ],
    [
      'headings with headings inside',
      '### 14:20 b\n\n#### More\n\n### 14:02 a',
      'These rows must be moved by hand: there is more between them than rows.',
    ],
    [
      'a fence without its end',
      '- 14:20 b\n- 14:02 a\n  ```\n  open',
      'These rows must be moved by hand: there is more between them than rows.',
    ],
  ] as [string, string, string, string?][])('%s', (_, body, reason, zone) => {
    const stated = zone === undefined ? undefined : zone && `All times are in ${zone}.\n\n`
    const text = document(body, stated).replace('2025-10-21', zone === 'Europe/Oslo' ? '2025-10-26' : '2025-10-21')
    expect(sorted(text)).toBe(reason)
  })
  test('phases', () =>
    expect(sorted(document('### Detection\n\n- **Time**: 14:20\n\n### Mitigation\n\n- **Time**: 14:10'))).toBe(
      'Phases stay in the order of the template. Check their times.',
    ))
  test('a list that can be sorted is, next to one that cannot', () =>
    expect(sorted(document('- 14:20 b\n- 14:02 a\n\n### More\n\n- 17:00 a\n- 13:30 b'))).toBe(
      document('- 14:02 a\n- 14:20 b\n\n### More\n\n- 17:00 a\n- 13:30 b'),
    ))
})

describe('any rows', () => {
  const minutes = fc.array(fc.integer({ min: 0, max: 110 }), { minLength: 2, maxLength: 14 })
  const clock = (start: number, minute: number) => {
    const at = (start + minute) % 1440
    return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
  }
  const shapes = fc.constantFrom(
    (time: string, index: number) => `- ${time} step ${index}`,
    (time: string, index: number) => `1. ${time} step ${index}\n   - more of ${index}`,
    (time: string, index: number) => `| ${time} | | step ${index} |`,
    (time: string, index: number) => (index % 3 === 1 ? `- then ${index}` : `- ${time} step ${index}`),
    (time: string, index: number) => `- 2025-10-21 ${time} step ${index}`,
  )
  const ends = fc.constantFrom('\n', '\r\n')

  test('keep their number, are ordered, and stay so', () => {
    fc.assert(
      fc.property(
        minutes,
        fc.integer({ min: 0, max: 1300 }),
        shapes,
        ends,
        fc.boolean(),
        (all, start, shape, end, isLast) => {
          const rows = all.map((minute, index) => shape(clock(start, minute), index))
          const body = rows[0]?.startsWith('|') ? table(...rows) : rows.join('\n')
          const text = (isLast ? before() + body : document(body)).replaceAll('\n', end)
          const postMortem = read(text)
          const result = sortTimeline(postMortem, text)
          if (!('edits' in result)) return
          expect(result.edits).toHaveLength(1)
          const mended = applyEdits(text, postMortem, result.edits)
          const lines = (of: string) => of.split(end).sort()
          expect(lines(mended)).toEqual(lines(text))
          expect(mended.startsWith(before().replaceAll('\n', end))).toBe(true)
          const ordered = momentsIn(text).filter(Boolean).sort()
          // Where most rows go back, the newest are first.
          expect([ordered, [...ordered].reverse()]).toContainEqual(momentsIn(mended).filter(Boolean))
          expect(sorted(mended)).toBe('The rows of the timeline are in order.')
        },
      ),
      { numRuns: runs(300) },
    )
  })
})

test('a table of hundreds of rows', () => {
  const rows = Array.from({ length: 500 }, (_, minute) => {
    // One row, far down, is an hour too early.
    const at = minute === 200 ? 140 : minute
    return `| ${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')} | Step ${minute} |`
  })
  const text = written('none', `## Timeline\n\n| Time | Event |\n|---|---|\n${rows.join('\n')}\n`)
  const result = sortTimeline(read(text), text)
  const edits = 'edits' in result ? result.edits : []
  expect(edits).toHaveLength(1)
  const mended = applyEdits(text, read(text), edits)
  const right = [...rows.slice(0, 141), rows[200], ...rows.slice(141, 200), ...rows.slice(201)]
  expect(mended).toBe(text.replace(rows.join('\n'), right.join('\n')))
})
