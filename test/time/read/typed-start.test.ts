/** When did it start? What people type. */
import { describe, expect, test } from 'vitest'
import { momentAt, offsetOf, readTypedStart, type TypedStartOptions } from '../../../server/src/time/index.ts'
import { makeWorld } from '../../kit/world.ts'

/** Thursday 15 January 2026, 12:00 UTC. */
const NOON = '2026-01-15T12:00:00Z'

function read(text: string, at = NOON, zone = 'UTC', options: TypedStartOptions = {}): string {
  const start = readTypedStart(text, momentAt(Date.parse(at), zone), options)
  if ('problem' in start) return start.problem
  const { date, clock, zone: written } = start.moment
  return [date, clock, written?.name === zone ? null : written?.name].filter(Boolean).join(' ')
}

describe('understood', () => {
  test.each([
    ['now', '2026-01-15 12:00'],
    [' NOW ', '2026-01-15 12:00'],
    ['just now', '2026-01-15 12:00'],
    ['11:30', '2026-01-15 11:30'],
    ['at 11:30', '2026-01-15 11:30'],
    ['since 11:30.', '2026-01-15 11:30'],
    ['~11:30', '2026-01-15 11:30'],
    ['9:05am', '2026-01-15 09:05'],
    ['2pm', '2026-01-14 14:00'],
    ['11:30:45', '2026-01-15 11:30'],
    ['12:00', '2026-01-15 12:00'],
    ['00:00', '2026-01-15 00:00'],
    // Later than now: yesterday's.
    ['14:02', '2026-01-14 14:02'],
    ['12:01', '2026-01-14 12:01'],
    ['today 11:30', '2026-01-15 11:30'],
    ['today, 11:30', '2026-01-15 11:30'],
    ['today at 11:30', '2026-01-15 11:30'],
    ['11:30 today', '2026-01-15 11:30'],
    ['this morning 8:15', '2026-01-15 08:15'],
    ['yesterday 23:10', '2026-01-14 23:10'],
    ['yesterday 14:00', '2026-01-14 14:00'],
    ['Yesterday at 23:10', '2026-01-14 23:10'],
    ['23:10 yesterday', '2026-01-14 23:10'],
    ['the day before yesterday 10:00', '2026-01-13 10:00'],
    // Weekdays are the last ones.
    ['Monday 10:00', '2026-01-12 10:00'],
    ['monday at 10:00', '2026-01-12 10:00'],
    ['on Monday, 10:00', '2026-01-12 10:00'],
    ['Mon 10:00', '2026-01-12 10:00'],
    ['Fri 10:00', '2026-01-09 10:00'],
    ['10:00 on Monday', '2026-01-12 10:00'],
    ['10:00 Monday', '2026-01-12 10:00'],
    ['last Monday 10:00', '2026-01-12 10:00'],
    ['Thursday 10:00', '2026-01-15 10:00'],
    ['Thursday 14:00', '2026-01-08 14:00'],
    ['last Thursday 10:00', '2026-01-08 10:00'],
    ['sat 3pm', '2026-01-10 15:00'],
    // Whole dates.
    ['2026-01-10 14:02', '2026-01-10 14:02'],
    ['2026-01-10T14:02', '2026-01-10 14:02'],
    ['10 January 2026 14:02', '2026-01-10 14:02'],
    ['Jan 10, 14:02', '2026-01-10 14:02'],
    ['14:02 on 10 January', '2026-01-10 14:02'],
    ['20 December 14:02', '2025-12-20 14:02'],
    ['Sat 10 January 2026 14:02', '2026-01-10 14:02'],
    ['10.01.2026 14:02', '2026-01-10 14:02'],
    // So long ago.
    ['20 min ago', '2026-01-15 11:40'],
    ['10 minutes ago', '2026-01-15 11:50'],
    ['-10m', '2026-01-15 11:50'],
    ['- 10 min', '2026-01-15 11:50'],
    ['−1h 20m', '2026-01-15 10:40'],
    ['-90 min', '2026-01-15 10:30'],
    ['an hour ago', '2026-01-15 11:00'],
    ['half an hour ago', '2026-01-15 11:30'],
    ['about 20 min ago', '2026-01-15 11:40'],
    ['2 hours ago', '2026-01-15 10:00'],
    ['13 hours ago', '2026-01-14 23:00'],
    ['1h20m ago', '2026-01-15 10:40'],
    ['2 days ago at 14:00', '2026-01-13 14:00'],
    // With a zone.
    ['11:30 UTC', '2026-01-15 11:30'],
    ['11:30Z', '2026-01-15 11:30 Z'],
    ['12:30 CET', '2026-01-15 12:30 CET'],
    ['yesterday 12:30 CET', '2026-01-14 12:30 CET'],
    ['2026-01-15T13:30+02:00', '2026-01-15 13:30 +02:00'],
    ['Monday 10:00 Europe/Oslo', '2026-01-12 10:00 Europe/Oslo'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('in other languages', () => {
  test.each([
    ['gestern um 14:00', '2026-01-14 14:00'],
    ['gestern 14 Uhr', '2026-01-14 14:00'],
    ['Montag 10:00', '2026-01-12 10:00'],
    ['am Montag um 10:00', '2026-01-12 10:00'],
    ['vor 10 Minuten', '2026-01-15 11:50'],
    ['vor 2 Tagen um 14:00', '2026-01-13 14:00'],
    ['hier 14:00', '2026-01-14 14:00'],
    ['hier à 14h30', '2026-01-14 14:30'],
    ['lundi 10:00', '2026-01-12 10:00'],
    ['il y a 10 minutes', '2026-01-15 11:50'],
    ['il y a 2 heures', '2026-01-15 10:00'],
    ['ayer 14:00', '2026-01-14 14:00'],
    ['lunes a las 10:00', '2026-01-12 10:00'],
    ['hace 2 horas', '2026-01-15 10:00'],
    ['ontem às 14:00', '2026-01-14 14:00'],
    ['segunda-feira 10:00', '2026-01-12 10:00'],
    ['há 10 minutos', '2026-01-15 11:50'],
    ['i går kl. 14:00', '2026-01-14 14:00'],
    ['mandag 10:00', '2026-01-12 10:00'],
    ['for 10 minutter siden', '2026-01-15 11:50'],
    ['昨日 14:00', '2026-01-14 14:00'],
    ['月曜日 10:00', '2026-01-12 10:00'],
    ['10分前', '2026-01-15 11:50'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('in the zone of the team', () => {
  test.each([
    // Now is 15:00 in Tokyo on the 15th, 06:00 UTC.
    ['14:30', '2026-01-15T06:00:00Z', 'Asia/Tokyo', '2026-01-15 14:30'],
    // The last such time in the zone that was typed.
    ['17:30 PST', '2026-01-15T02:00:00Z', 'UTC', '2026-01-14 17:30 PST'],
    ['07:30 JST', '2026-01-15T23:00:00Z', 'UTC', '2026-01-16 07:30 JST'],
    ['08:30 JST', '2026-01-15T23:00:00Z', 'UTC', '2026-01-15 08:30 JST'],
    ['yesterday 20:00', '2026-01-15T23:30:00Z', 'Asia/Tokyo', '2026-01-15 20:00'],
    // Oslo: clocks go from 02:00 to 03:00 on 29 March 2026, and from 03:00 back to 02:00 on 25 October.
    ['2 hours ago', '2026-03-29T02:00:00Z', 'Europe/Oslo', '2026-03-29 01:00'],
    ['-30m', '2026-03-29T01:10:00Z', 'Europe/Oslo', '2026-03-29 01:40'],
    ['02:30', '2026-03-29T02:00:00Z', 'Europe/Oslo', 'There is no such time: the clock skipped it on 2026-03-29.'],
    ['02:30', '2026-03-28T23:30:00Z', 'Europe/Oslo', '2026-03-28 02:30'],
    ['02:30', '2026-03-30T02:00:00Z', 'Europe/Oslo', '2026-03-30 02:30'],
    [
      'yesterday 02:30',
      '2026-03-30T02:00:00Z',
      'Europe/Oslo',
      'There is no such time: the clock skipped it on 2026-03-29.',
    ],
    ['2026-03-29 02:30 UTC', '2026-03-30T02:00:00Z', 'Europe/Oslo', '2026-03-29 02:30 UTC'],
  ])('%s at %s in %s', (text, now, zone, expected) => expect(read(text, now, zone)).toBe(expected))
  test.each([
    // Both 02:30 have been, or only the first.
    ['02:30', '2026-10-25T01:45:00Z', '+01:00'],
    ['02:30', '2026-10-25T01:15:00Z', '+02:00'],
    ['90 min ago', '2026-10-25T02:00:00Z', '+02:00'],
    ['30 min ago', '2026-10-25T02:00:00Z', '+01:00'],
    ['2026-10-25 02:30 CEST', '2026-10-25T05:00:00Z', '+02:00'],
  ])('%s at %s is the one at %s', (text, now, offset) => {
    const start = readTypedStart(text, momentAt(Date.parse(now), 'Europe/Oslo'))
    expect('moment' in start && offsetOf(start.moment)).toBe(offset)
    expect('moment' in start && start.moment.clock).toBe('02:30')
  })
})

describe('not understood', () => {
  test.each([
    '',
    '   ',
    'soon',
    'disk full',
    '14:02 foo',
    'foo 14:02',
    'yesterday 14:00 or so',
    'around noon',
    '2026-01-10',
    '11:00 to 11:30',
    '11:00 11:30',
    '11:00 / 12:00 CET',
    'since',
    'ago',
    'yesterday',
    'Monday',
    'next Monday 10:00',
    'Someday 10:00',
    '20 min',
    'over 2 hours ago',
    '10 ago',
    '-10',
    '10 minutes ago foo',
    '2 days ago',
    '+10 min',
    '14:02 XYZ',
    'yesterday Monday 10:00',
  ])('%j', (text) => expect(read(text)).toMatch(/^Write it like 14:02/))
  test.each([
    ['25:61', 'There is no such time: 25:61.'],
    ['yesterday 25:61', 'There is no such time: 25:61.'],
    ['2026-02-30 10:00', 'There is no such day: 2026-02-30 10:00.'],
    ['3/4/2025 10:00', 'Which day is 3/4/2025 10:00? Write it like 2026-01-15.'],
    ['Monday 2026-01-13 10:00', '2026-01-13 is another day of the week.'],
    ['Monday 2026-01-10', '2026-01-10 is another day of the week.'],
    ['10:00 IST', 'Which zone is IST? Write it like +05:30.'],
    ['today 13:00', 'That is in the future.'],
    ['2026-01-16 10:00', 'That is in the future.'],
    ['2026-01-15 12:01', 'That is in the future.'],
    ['2026-01-15 13:30 CET', 'That is in the future.'],
  ])('%s', (text, problem) => expect(read(text)).toBe(problem))
  test('day and month in the order of the team', () => {
    expect(read('3/4/2025 10:00', NOON, 'UTC', { dateOrder: 'dmy' })).toBe('2025-04-03 10:00')
    expect(read('3/4/2025 10:00', NOON, 'UTC', { dateOrder: 'mdy' })).toBe('2025-03-04 10:00')
  })
})

describe('a day alone is enough where a template has no place for the time', () => {
  test.each([
    ['2026-01-10', '2026-01-10'],
    ['yesterday', '2026-01-14'],
    ['today', '2026-01-15'],
    ['Monday', '2026-01-12'],
    ['last Thursday', '2026-01-08'],
    ['2 days ago', '2026-01-13'],
    ['yesterday 23:10', '2026-01-14'],
    ['20 min ago', '2026-01-15'],
    ['now', '2026-01-15'],
    ['2026-01-16', 'That is in the future.'],
    ['2026-02-30', 'There is no such day: 2026-02-30.'],
    ['soon', 'Write it like 2026-01-15, yesterday or Monday.'],
  ])('%s', (text, expected) => expect(read(text, NOON, 'UTC', { isDay: true })).toBe(expected))
})

test('the service says what it understood, with the zone of the team', async () => {
  const { service } = makeWorld({ files: { '.postmortem.yml': 'timeZone: Europe/Oslo\n' } })
  expect(await service.readStart(null, '20 min ago')).toEqual({
    startedAt: '2026-01-15 12:40',
    message: '2026-01-15 12:40 Europe/Oslo',
  })
  expect(await service.readStart(null, '11:30 UTC')).toMatchObject({ message: '2026-01-15 12:30 Europe/Oslo' })
  expect(await service.readStart(null, 'yesterday', true)).toMatchObject({ startedAt: '2026-01-14' })
  expect(await service.readStart(null, 'soon')).toMatchObject({ startedAt: null })
  expect(await service.newPostMortemDefaults(null)).toMatchObject({
    startedAt: '2026-01-15 13:00',
    timeZone: 'Europe/Oslo',
  })
})
