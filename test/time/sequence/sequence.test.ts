import { expect, test } from 'vitest'
import {
  type Moment,
  readDate,
  readTimeAtStart,
  readZone,
  resolveSequence,
  type SequenceContext,
  type SequenceMoment,
  toIso,
} from '../../../server/src/time/index.ts'
import { ON_JANUARY_15 } from '../../kit/sequence.ts'

function at(iso: string): Moment {
  const [date, clock] = iso.split('T')
  return { date: date ?? null, clock: clock ?? null, zone: null, approximate: false }
}

function show({ start, end, jump, uncertain, opens }: SequenceMoment, index: number): string {
  const parts = [
    index > 0 && opens && '|',
    start ? toIso(start) : 'none',
    end && `→ ${toIso(end)}`,
    jump !== 'none' && jump,
    uncertain && '?',
  ]
  return parts.filter(Boolean).join(' ')
}

/** Rows as a writer has them; `# date` is a heading, and after `--` another list begins. */
function resolve(rows: string[], context: Partial<SequenceContext> = {}): string[] {
  let dateAbove = null as ReturnType<typeof readDate>
  const entries = []
  let list = 0
  for (const row of rows) {
    if (row === '--') list++
    else if (row.startsWith('#')) dateAbove = readDate(row.slice(1))
    else entries.push({ reading: readTimeAtStart(row), dateAbove, list })
  }
  return resolveSequence(entries, { ...ON_JANUARY_15, ...context }).map(show)
}

test.each([
  ['the incident day', ['14:02', '14:10'], ['2024-01-15T14:02', '2024-01-15T14:10']],
  [
    'without a year, before the incident and over the turn of the year',
    ['[12-05 16:21] merged', '[01-10 16:46] configured', '[01-13 23:04] drained'],
    ['2023-12-05T16:21', '2024-01-10T16:46', '2024-01-13T23:04'],
  ],
  [
    'without a year, months after the row before',
    ['12-05 16:21', '03-10 16:46', '03-13 23:04'],
    ['2024-12-05T16:21', '2025-03-10T16:46', '2025-03-13T23:04'],
    { incidentDate: '2025-03-14' },
  ],
  [
    'without a year, with names of months',
    ['5 Dec 16:21', '10. März 16:46', '13 mars 23h04 : panne'],
    ['2024-12-05T16:21', '2025-03-10T16:46', '2025-03-13T23:04'],
    { incidentDate: '2025-03-14' },
  ],
  [
    'without a year, long after the incident',
    ['12-28 16:21', '01-20 16:46', '02-10 10:00'],
    ['2024-12-28T16:21', '2025-01-20T16:46', '2025-02-10T10:00'],
    { incidentDate: '2024-12-28' },
  ],
  ['no date at all', ['14:02', '14:10'], ['T14:02', 'T14:10'], { incidentDate: null }],
  ['a row without a time', ['14:02', 'somebody called', '14:10'], ['2024-01-15T14:02', 'none', '2024-01-15T14:10']],
  [
    'the last date above counts',
    ['2024-01-16 14:02', '14:10', '2024-01-17: quiet', '09:00'],
    ['2024-01-16T14:02', '2024-01-16T14:10', '2024-01-17', '2024-01-17T09:00'],
  ],
  [
    'date headings',
    ['# 2024-01-16', '23:50', '00:10', '# Jan 18', '00:05'],
    ['2024-01-16T23:50', '2024-01-17T00:10 midnight', '2024-01-18T00:05'],
  ],
  [
    'a missing PM on the day on which daylight saving begins',
    ['2024-03-31 11:30', '1:30'],
    ['2024-03-31T11:30+02:00', '2024-03-31T13:30+02:00 missing-pm'],
    { zone: readZone('Europe/Oslo') },
  ],
  [
    'midnight, with and without a date',
    ['23:50', '00:10', '00:20'],
    ['2024-01-15T23:50', '2024-01-16T00:10 midnight', '2024-01-16T00:20'],
  ],
  ['midnight without any date', ['23:50', '00:10'], ['T23:50', 'T00:10 midnight'], { incidentDate: null }],
  [
    'midnight at the end of a month and year',
    ['2023-12-31 23:50', '00:10'],
    ['2023-12-31T23:50', '2024-01-01T00:10 midnight'],
  ],
  ['a leap day', ['2024-02-28 23:50', '00:10'], ['2024-02-28T23:50', '2024-02-29T00:10 midnight']],
  [
    'two midnights',
    ['23:00', '07:00', '23:30', '06:00'],
    ['2024-01-15T23:00', '2024-01-16T07:00 midnight', '2024-01-16T23:30', '2024-01-17T06:00 midnight'],
  ],
  [
    'rows in the wrong order',
    ['14:49', '14:43', '14:55'],
    ['2024-01-15T14:49', '2024-01-15T14:43 disorder', '2024-01-15T14:55'],
  ],
  [
    'neither: nobody can say, and the next row goes on from before',
    ['17:00', '13:30', '17:10'],
    ['2024-01-15T17:00', '2024-01-15T13:30 unknown ?', '2024-01-15T17:10'],
  ],
  [
    'a 12-hour clock without PM',
    ['11:50', '1:05', '1:20', '2:10'],
    ['2024-01-15T11:50', '2024-01-15T13:05 missing-pm', '2024-01-15T13:20 missing-pm', '2024-01-15T14:10 missing-pm'],
  ],
  ['the next morning on a 24-hour clock', ['20:00', '8:30'], ['2024-01-15T20:00', '2024-01-16T08:30 midnight']],
  [
    'a leading zero is no 12-hour clock without PM',
    ['11:40', '01:05', '01:10'],
    ['2024-01-15T11:40', '2024-01-16T01:05 midnight', '2024-01-16T01:10'],
  ],
  [
    'nor is an hour of one digit in a timeline that has one',
    ['09:10', '11:40', '1:05'],
    ['2024-01-15T09:10', '2024-01-15T11:40', '2024-01-16T01:05 midnight'],
  ],
  [
    'two digits lack their PM only where others have it',
    ['9:50 PM', '10:05'],
    ['2024-01-15T21:50', '2024-01-15T22:05 missing-pm'],
  ],
  [
    'a time that the clock skips is no moment, and the next row goes on from before',
    ['2026-03-08 01:30', '02:30', '03:10', '04:00'],
    ['2026-03-08T01:30-05:00', '2026-03-08T02:30-04:00 ?', '2026-03-08T03:10-04:00', '2026-03-08T04:00-04:00'],
    { zone: readZone('America/New_York') },
  ],
  [
    'back inside the hour that comes twice is its second showing',
    ['2026-11-01 12:30 AM', '1:30 AM', '1:10 AM', '1:40 AM', '2:00 AM'],
    [
      '2026-11-01T00:30-04:00',
      '2026-11-01T01:30-04:00',
      '2026-11-01T01:10-05:00',
      '2026-11-01T01:40-05:00',
      '2026-11-01T02:00-05:00',
    ],
    { zone: readZone('ET') },
  ],
  [
    'with dates too',
    ['2026-11-01 01:30', '2026-11-01 01:10'],
    ['2026-11-01T01:30-04:00', '2026-11-01T01:10-05:00'],
    { zone: readZone('ET') },
  ],
  [
    'nobody knows which showing is meant when neither makes the order right',
    ['2026-11-01 02:05', '01:10', '02:40'],
    ['2026-11-01T02:05-05:00', '2026-11-01T01:10-04:00 ?', '2026-11-01T02:40-05:00'],
    { zone: readZone('ET') },
  ],
  [
    'the end of a range lacks its PM as well',
    ['11:50', '1:05 – 1:30'],
    ['2024-01-15T11:50', '2024-01-15T13:05 → 2024-01-15T13:30 missing-pm'],
  ],
  ['ranges', ['23:50–00:10', '00:20'], ['2024-01-15T23:50 → 2024-01-16T00:10', '2024-01-16T00:20 midnight']],
  [
    'the window decides: still the same day',
    ['22:05', '10:10'],
    ['2024-01-15T22:05', '2024-01-15T10:10 disorder'],
    { windowStart: at('2024-01-15T09:00'), windowEnd: at('2024-01-15T23:00') },
  ],
  [
    'the window decides: the next day, although the step back is small',
    ['22:05', '21:00'],
    ['2024-01-15T22:05', '2024-01-16T21:00 midnight'],
    { windowStart: at('2024-01-15T22:00'), windowEnd: at('2024-01-17T00:00') },
  ],
  [
    'a window with both readings decides nothing',
    ['22:05', '21:00'],
    ['2024-01-15T22:05', '2024-01-15T21:00 disorder'],
    { windowStart: at('2024-01-15T00:00'), windowEnd: at('2024-01-17T00:00') },
  ],
  [
    'zones: no jump between two clocks',
    ['17:30 PDT', '00:45 UTC', '17:50 PDT'],
    ['2024-01-15T17:30-07:00', '2024-01-16T00:45Z', '2024-01-15T17:50-07:00'],
  ],
  ['dates that go back', ['2024-01-16 14:02', '2024-01-15 14:02'], ['2024-01-16T14:02', '2024-01-15T14:02 disorder']],
  [
    'over the turn of the year without years',
    ['Dec 31, 23:50', 'Jan 1, 00:10'],
    ['2023-12-31T23:50', '2024-01-01T00:10'],
    { incidentDate: '2023-12-31' },
  ],
  [
    'offsets count from the first row',
    ['14:02', 'T+8m', '14:30'],
    ['2024-01-15T14:02', '2024-01-15T14:10 ?', '2024-01-15T14:30'],
  ],
  [
    'a list that goes on',
    ['14:02', '14:10', '--', '14:20'],
    ['2024-01-15T14:02', '2024-01-15T14:10', '2024-01-15T14:20'],
  ],
  [
    'a list that goes on after midnight',
    ['22:02', '23:50', '--', '00:10'],
    ['2024-01-15T22:02', '2024-01-15T23:50', '2024-01-16T00:10 midnight'],
  ],
  [
    'a list for the next day, which begins at the same hour',
    ['09:00', '17:00', '--', '09:00', '12:00'],
    ['2024-01-15T09:00', '2024-01-15T17:00', '2024-01-16T09:00 midnight', '2024-01-16T12:00'],
  ],
  [
    'a list that starts over, a few hours back',
    ['14:02', '17:10', '--', '14:02', '14:30'],
    ['2024-01-15T14:02', '2024-01-15T17:10', '| 2024-01-15T14:02', '2024-01-15T14:30'],
  ],
  [
    'a list that tells the same hours again',
    ['09:00', '17:00', '--', '09:00', '12:00', '17:00'],
    ['2024-01-15T09:00', '2024-01-15T17:00', '| 2024-01-15T09:00', '2024-01-15T12:00', '2024-01-15T17:00'],
  ],
  [
    'a list that tells the same night again',
    ['22:00', '00:30', '--', '22:00', '23:00', '00:30'],
    [
      '2024-01-15T22:00',
      '2024-01-16T00:30 midnight',
      '| 2024-01-15T22:00',
      '2024-01-15T23:00',
      '2024-01-16T00:30 midnight',
    ],
  ],
  [
    'a list that goes back from the day after',
    ['22:00', '00:30', '--', '00:10', '00:40'],
    ['2024-01-15T22:00', '2024-01-16T00:30 midnight', '| 2024-01-16T00:10', '2024-01-16T00:40'],
  ],
  [
    'a dated list that starts over',
    ['2024-01-15 14:02', '2024-01-16 09:00', '--', '2024-01-15 14:02', '14:30'],
    ['2024-01-15T14:02', '2024-01-16T09:00', '| 2024-01-15T14:02', '2024-01-15T14:30'],
  ],
  ['newest first', ['14:40', '14:20', '14:02'], ['2024-01-15T14:40', '2024-01-15T14:20', '2024-01-15T14:02']],
  [
    'newest first, over midnight',
    ['00:20', '00:05', '23:50', '23:40'],
    ['2024-01-16T00:20', '2024-01-16T00:05 midnight', '2024-01-15T23:50', '2024-01-15T23:40'],
  ],
  [
    'offsets count from the first row of their own timeline',
    ['14:02', '15:30', '--', '14:10', 'T+8m'],
    ['2024-01-15T14:02', '2024-01-15T15:30', '| 2024-01-15T14:10', '2024-01-15T14:18 ?'],
  ],
  ['offsets without a base', ['T+0', 'T+8m'], ['none ?', 'none ?']],
  ['an impossible clock time', ['14:02', '25:61', '14:30'], ['2024-01-15T14:02', 'none', '2024-01-15T14:30']],
  ['an impossible clock time on an impossible day', ['2024-02-30 25:61', 'T+8m'], ['none ?', 'none ?']],
  ['a date that could be two', ['3/4/2024 14:02', '14:10'], ['T14:02 ?', 'T14:10'], { incidentDate: null }],
] as [string, string[], string[], Partial<SequenceContext>?][])('%s', (_, rows, expected, context) => {
  expect(resolve(rows, context)).toEqual(expected)
})

test('the zone of a row: its own, its column, the document', () => {
  const entries = [
    { reading: readTimeAtStart('14:02 CET') },
    { reading: readTimeAtStart('14:02'), zone: readZone('JST') },
    { reading: readTimeAtStart('14:02') },
  ]
  const moments = resolveSequence(entries, { ...ON_JANUARY_15, zone: readZone('UTC') })
  expect(moments.map(({ start }) => start?.zone?.name)).toEqual(['CET', 'JST', 'UTC'])
})

test('the timeline of the Site Reliability Engineering book', () => {
  const rows = ['14:51', '14:53', '14:54', '14:55', '15:01', '15:21', '15:28', '15:36', '15:36', '16:00', '16:30']
  const moments = resolve(rows, { incidentDate: '2015-10-21', zone: readZone('UTC') })
  expect(moments.at(0)).toBe('2015-10-21T14:51Z')
  expect(moments.at(-1)).toBe('2015-10-21T16:30Z')
  expect(moments.every((moment) => moment.endsWith('Z'))).toBe(true)
})
