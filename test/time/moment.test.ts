import { describe, expect, test } from 'vitest'
import {
  addDays,
  addSeconds,
  compareMoments,
  daysBetween,
  inZone,
  type Moment,
  momentAt,
  readTimeAtStart,
  readZone,
  resolveMoment,
  resolveUntil,
  secondsBetween,
  toIso,
  weekdayOf,
} from '../../server/src/time/index.ts'
import { ON_JANUARY_15 } from '../kit/sequence.ts'

/** `2024-01-15 14:02 CET` as a moment; any part may be missing. */
function moment(text: string): Moment {
  const [, date, clock, zone] = /^(\d{4}-\d\d-\d\d)?\s*(\d\d:\d\d(?::\d\d)?)?\s*(\S+)?$/.exec(text) ?? []
  return { date: date ?? null, clock: clock ?? null, zone: zone ? readZone(zone) : null, approximate: false }
}

test.each([
  ['2024-01-15 14:02 UTC', '2024-01-15T14:02Z'],
  ['2024-01-15 14:02:31 Z', '2024-01-15T14:02:31Z'],
  ['2024-01-15 14:02 GMT', '2024-01-15T14:02Z'],
  ['2024-01-15 14:02 CET', '2024-01-15T14:02+01:00'],
  ['2024-07-15 14:02 CET', '2024-07-15T14:02+01:00'],
  ['2024-07-15 14:02 CEST', '2024-07-15T14:02+02:00'],
  ['2024-01-15 14:02 Europe/Oslo', '2024-01-15T14:02+01:00'],
  ['2024-07-15 14:02 Europe/Oslo', '2024-07-15T14:02+02:00'],
  ['2024-07-15 14:02 PT', '2024-07-15T14:02-07:00'],
  ['2024-01-15 14:02 PT', '2024-01-15T14:02-08:00'],
  ['2024-01-15 14:02 Asia/Kathmandu', '2024-01-15T14:02+05:45'],
  ['2024-01-15 14:02 IST', '2024-01-15T14:02'],
  ['2024-01-15 14:02', '2024-01-15T14:02'],
  ['2024-01-15', '2024-01-15'],
  ['14:02 UTC', 'T14:02'],
  ['', null],
])('toIso: %s', (text, expected) => {
  expect(toIso(moment(text))).toBe(expected)
})

test.each([
  ['2024-01-15 14:02 UTC', '2024-01-15 15:25 UTC', 83 * 60],
  ['2024-01-15 14:02', '2024-01-15 15:25', 83 * 60],
  ['2024-01-15 15:25', '2024-01-15 14:02', -83 * 60],
  ['2024-01-15 23:50', '2024-01-16 00:10', 1200],
  ['2023-12-31 23:59:30', '2024-01-01 00:00', 30],
  ['2024-02-28 12:00', '2024-03-01 12:00', 2 * 86_400],
  ['2024-01-15 00:30 UTC', '2024-01-14 16:30 PST', 0],
  ['2024-01-15 14:02 CET', '2024-01-15 14:02 UTC', 3600],
  // The night of 31 March 2024 is an hour short in Oslo, that of 27 October an hour long.
  ['2024-03-31 01:30 Europe/Oslo', '2024-03-31 03:30 Europe/Oslo', 3600],
  ['2024-10-27 01:30 Europe/Oslo', '2024-10-27 03:30 Europe/Oslo', 3 * 3600],
  ['2024-03-31 01:30', '2024-03-31 03:30', 7200],
  ['2024-03-10 01:30 ET', '2024-03-10 03:30 ET', 3600],
  // Lord Howe moves by half an hour.
  ['2024-04-07 01:00 Australia/Lord_Howe', '2024-04-07 03:00 Australia/Lord_Howe', 2.5 * 3600],
  ['2024-01-15 14:02 Asia/Kathmandu', '2024-01-15 14:02 UTC', 5.75 * 3600],
  ['2024-01-15 14:02 IST', '2024-01-15 15:02 IST', 3600],
  ['2024-01-15 14:02 IST', '2024-01-15 15:02 BST', null],
  ['2024-01-15 14:02 UTC', '2024-01-15 15:02', null],
  ['14:02', '15:02', null],
  ['2024-01-15', '2024-01-16', null],
])('secondsBetween: %s, %s', (a, b, expected) => {
  expect(secondsBetween(moment(a), moment(b))).toBe(expected)
})

test.each([
  ['2024-01-15 14:02', '2024-01-15 14:03', -1],
  ['2024-01-15 14:02', '2024-01-15 14:02', 0],
  ['2024-01-16', '2024-01-15', 1],
  ['2024-01-15 23:00', '2024-01-16', -1],
  ['2024-01-15', '2024-01-15', 0],
  ['2024-01-15 23:00', '2024-01-15', null],
  ['2024-01-15 14:02 UTC', '2024-01-15 15:02', null],
  ['14:02', '15:02', null],
])('compareMoments: %s, %s', (a, b, expected) => {
  const order = compareMoments(moment(a), moment(b))
  expect(order === null ? null : Math.sign(order)).toBe(expected)
})

test.each([
  ['2024-01-15 23:50', 1200, '2024-01-16T00:10'],
  ['2024-01-15 14:02', -30, '2024-01-15T14:01:30'],
  ['2024-03-31 01:30 Europe/Oslo', 3600, '2024-03-31T03:30+02:00'],
  ['2024-03-31 01:30', 3600, '2024-03-31T02:30'],
  ['23:50', 1200, 'T00:10'],
  ['2024-01-15', 60, null],
])('addSeconds: %s + %d', (text, seconds, expected) => {
  const later = addSeconds(moment(text), seconds)
  expect(later && toIso(later)).toBe(expected)
})

describe('momentAt', () => {
  const instant = Date.UTC(2024, 6, 15, 12, 2, 59)

  test.each([
    ['UTC', '2024-07-15T12:02Z'],
    ['Europe/Oslo', '2024-07-15T14:02+02:00'],
    ['Asia/Kathmandu', '2024-07-15T17:47+05:45'],
    ['-03:30', '2024-07-15T08:32-03:30'],
  ])('%s', (zone, expected) => {
    expect(toIso(momentAt(instant, zone))).toBe(expected)
  })

  test('an unknown zone is a RangeError', () => {
    expect(() => momentAt(instant, 'Europe/Atlantis')).toThrow(RangeError)
  })
})

test.each([
  ['2024-01-15 17:30 PST', 'UTC', '2024-01-16T01:30Z'],
  ['2024-01-15 14:02', 'UTC', null],
  ['2024-01-15 14:02 IST', 'UTC', null],
])('inZone: %s in %s', (text, name, expected) => {
  const zone = readZone(name)
  const local = zone && inZone(moment(text), zone)
  expect(local && toIso(local)).toBe(expected)
})

test('days', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  expect(daysBetween('2023-12-31', '2024-03-01')).toBe(61)
  expect(weekdayOf('2024-01-15')).toBe(1)
})

describe('resolveMoment', () => {
  test.each([
    ['14:02', {}, '2024-01-15T14:02'],
    ['14:02 UTC', {}, '2024-01-15T14:02Z'],
    ['14:02', { zone: readZone('CET') }, '2024-01-15T14:02+01:00'],
    ['14:02 IST', { zone: readZone('Asia/Kolkata') }, '2024-01-15T14:02+05:30'],
    ['14:02', { incidentDate: null }, 'T14:02'],
    ['24:00', {}, '2024-01-16T00:00'],
    ['2024-02-30 14:02', {}, 'T14:02'],
    ['25:61', {}, null],
    // Years that are not written
    ['Jan 10, 14:02', {}, '2024-01-10T14:02'],
    ['Dec 31, 14:02', {}, '2023-12-31T14:02'],
    ['Jan 1, 00:30', { incidentDate: '2023-12-31' }, '2024-01-01T00:30'],
    ['July 4, 00:30', {}, '2023-07-04T00:30'],
    ['Feb 29, 00:30', { incidentDate: '2023-06-01' }, '2020-02-29T00:30'],
    ['Jan 10, 14:02', { incidentDate: null }, 'T14:02'],
    // Day and month
    ['3/4/2024 14:02', { dateOrder: 'dmy' }, '2024-04-03T14:02'],
    ['3/4/2024 14:02', { dateOrder: 'mdy' }, '2024-03-04T14:02'],
    ['3/4/2024 14:02', { incidentDate: '2024-03-04' }, '2024-03-04T14:02'],
    ['3/4/2024 14:02', {}, 'T14:02'],
  ] as const)('%s', (text, context, expected) => {
    const reading = readTimeAtStart(text)
    const resolved = reading && resolveMoment(reading, { ...ON_JANUARY_15, ...context })
    expect(resolved && toIso(resolved)).toBe(expected)
  })

  test.each([
    ['14:02–14:10', '2024-01-15T14:10'],
    ['23:50–00:10', '2024-01-16T00:10'],
    ['22:00–24:00', '2024-01-16T00:00'],
    ['23:50 – Jan 17, 00:10', '2024-01-17T00:10'],
    ['22:30 UTC – 23:45 CET', '2024-01-15T23:45+01:00'],
    ['Dec 31, 23:50 – Jan 1, 00:10', '2024-01-01T00:10'],
  ])('the end of %s', (text, expected) => {
    const reading = readTimeAtStart(text)
    const start = reading && resolveMoment(reading, ON_JANUARY_15)
    const end = reading && resolveUntil(reading, start, ON_JANUARY_15)
    expect(end && toIso(end)).toBe(expected)
  })
})
