import { describe, expect, test } from 'vitest'
import { durationsAgree, formatDuration, readDuration, readDurations } from '../../../server/src/time/index.ts'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

describe('readDuration', () => {
  test.each([
    ['1h 23m', 83 * MINUTE, 'minute'],
    ['1h23m', 83 * MINUTE, 'minute'],
    ['1h23', 83 * MINUTE, 'minute'],
    ['1 h 23 min', 83 * MINUTE, 'minute'],
    ['83 minutes', 83 * MINUTE, 'minute'],
    ['83 mins', 83 * MINUTE, 'minute'],
    ['1.5 hours', 1.5 * HOUR, 'hour'],
    ['1,5 timer', 1.5 * HOUR, 'hour'],
    ['1,500 seconds', 1500, 'second'],
    ['+5 min', 5 * MINUTE, 'minute'],
    ['0 min', 0, 'minute'],
    ['1:23', 83 * MINUTE, 'minute'],
    ['1:23:45', 83 * MINUTE + 45, 'second'],
    ['2 days 3 hours', 2 * DAY + 3 * HOUR, 'hour'],
    ['5 hours and 26 minutes', 5 * HOUR + 26 * MINUTE, 'minute'],
    ['1 day, 2 hours and 5 minutes', DAY + 2 * HOUR + 5 * MINUTE, 'minute'],
    ['2 weeks', 14 * DAY, 'week'],
    ['PT1H23M', 83 * MINUTE, 'minute'],
    ['P1DT2H', DAY + 2 * HOUR, 'hour'],
    ['1 time og 20 minutter', 80 * MINUTE, 'minute'],
    ['2 時間 5 分', 125 * MINUTE, 'minute'],
    ['**45 minutes**', 45 * MINUTE, 'minute'],
    ['two hours', 2 * HOUR, 'hour'],
    ['seven hours and ten minutes', 7 * HOUR + 10 * MINUTE, 'minute'],
    ['one day and 2 hours', DAY + 2 * HOUR, 'hour'],
    ['5 hours and\n  26 minutes', 5 * HOUR + 26 * MINUTE, 'minute'],
    ['26\n  minutes', 26 * MINUTE, 'minute'],
  ])('%s', (text, seconds, smallestUnit) => {
    expect(readDuration(text)).toMatchObject({ seconds, smallestUnit, approximate: false, bound: null })
  })

  test.each([
    ['~45m', 45 * MINUTE, true, null],
    ['約58分', 58 * MINUTE, true, null],
    ['約 3 日 23 時間', 3 * DAY + 23 * HOUR, true, null],
    ['about 2 hours', 2 * HOUR, true, null],
    ['2 hours (approx.)', 2 * HOUR, true, null],
    ['58分程度', 58 * MINUTE, true, null],
    ['half an hour', 30 * MINUTE, true, null],
    ['an hour and a half', 90 * MINUTE, true, null],
    ['one and a half hours', 90 * MINUTE, true, null],
    ['a couple of hours', 2 * HOUR, true, null],
    ['over two hours', 2 * HOUR, false, 'over'],
    ['a bit over 1 hour', HOUR, false, 'over'],
    ['at least 30 minutes', 30 * MINUTE, false, 'over'],
    ['> 30 min', 30 * MINUTE, false, 'over'],
    ['2h+', 2 * HOUR, false, 'over'],
    ['30分以上', 30 * MINUTE, false, 'over'],
    ['up to 2 days', 2 * DAY, false, 'under'],
    ['less than 5 min', 5 * MINUTE, false, 'under'],
  ])('%s', (text, seconds, approximate, bound) => {
    expect(readDuration(text)).toMatchObject({ seconds, approximate, bound })
  })

  test.each([
    ['TBD'],
    ['1h 23m of downtime'],
    ['14:02 to 15:10'],
    ['5M'],
    ['12'],
    ['a few minutes'],
    ['[Duration]'],
    ['1:75'],
    ['constructor hours'],
    [''],
  ])('none: %s', (text) => {
    expect(readDuration(text)).toBeNull()
  })
})

describe('readDurations', () => {
  test.each([
    ['It lasted 1 hour and 48 minutes, from 16:58 UTC.', ['1 hour and 48 minutes']],
    ['down for 1h50m, unstable for ~1 day', ['1h50m', '~1 day']],
    ['21:45 to 23:28 UTC (103 minutes)', ['103 minutes']],
    ['a 30-minute outage', ['30-minute']],
    ['close to half an hour later', ['close to half an hour']],
    ['for over two hours', ['over two hours']],
    ['2026-03-23 07:37 〜（約 3 日 23 時間）', ['約 3 日 23 時間']],
    ['timeout=30s, 10m cache, 45s wait', ['10m', '45s']],
    ['mem_limit 512m to 1536m, $5m, 5 m of cable', []],
    ['503s and 504s from k8s', []],
    ['it failed 1 time, a second attempt, twice a day', []],
    ['outages of 10-30 minutes', []],
    ['v1.5 hours', []],
    ['10:23 and 1:23', []],
    ['for seven hours and ten\nminutes', ['seven hours and ten\nminutes']],
    ['for two hours and one server', ['two hours']],
    ['5 hours\n26 minutes', ['5 hours', '26 minutes']],
    ['10:00 to 10:45 (0:45)', ['0:45']],
    ['**2024-01-15 23:10 – 00:25 UTC** (01:15)', ['01:15']],
    ['10:00 (10:45)', []],
    ['10:00 – 10:45 UTC (12:45 CEST)', []],
  ])('%s', (text, expected) => {
    expect(readDurations(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })
})

describe('formatDuration writes as the document does', () => {
  test.each([
    ['1h 10m', '1h 23m'],
    ['83 minutes', '83 minutes'],
    ['5 minutes', '83 minutes'],
    ['1 minute', '83 minutes'],
    ['10 mins', '83 mins'],
    ['2 h 5 min', '1 h 23 min'],
    ['1.5 hours', '1.4 hours'],
    ['2 hours', '1 hour 23 minutes'],
    ['22h', '1h 23m'],
    ['5 hours and 26 minutes', '1 hour and 23 minutes'],
    ['2:05', '1:23'],
    ['02:05', '01:23'],
    ['PT2H', 'PT1H23M'],
    ['PT5M', 'PT83M'],
    ['3h 02m', '1h 23m'],
    ['約58分', '約83分'],
    ['約 2 時間', '約 1 時間 23 分'],
    ['2時間', '1時間23分'],
    ['~45m', '~83m'],
    ['+5 min', '+83 min'],
    ['1 time og 20 minutter', '1 time og 23 minutter'],
    ['two hours', '1 hour 23 minutes'],
    ['seven hours and ten minutes', '1 hour and 23 minutes'],
    ['5 hours and\n26\nminutes', '1 hour and 23 minutes'],
    ['1h30', '1h23'],
  ])('%s', (written, expected) => {
    expect(formatDuration(83 * MINUTE, readDuration(written)?.style)).toBe(expected)
  })

  test.each([
    [0, '0m'],
    [45, '45s'],
    [60, '1m'],
    [HOUR, '1h'],
    [26 * HOUR, '26h'],
    [83 * MINUTE + 29, '1h 23m'],
    [83 * MINUTE + 31, '1h 24m'],
    [3599, '1h'],
  ])('the usual style: %d s', (seconds, expected) => {
    expect(formatDuration(seconds)).toBe(expected)
  })

  test.each([
    ['0h 22m', 45 * MINUTE, '0h 45m'],
    ['3h 02m', 2 * HOUR + 5 * MINUTE, '2h 05m'],
    ['3h 02m', 2 * HOUR, '2h 00m'],
    ['2 days', 2 * DAY + 3 * HOUR, '2 days 3 hours'],
    ['1.5 hours', 2 * MINUTE, '2 minutes'],
    ['2 hours', 10, '10 seconds'],
    ['10-day', 3 * DAY, '3-day'],
  ])('%s for %d s', (written, seconds, expected) => {
    expect(formatDuration(seconds, readDuration(written)?.style)).toBe(expected)
  })
})

describe('durationsAgree', () => {
  test.each([
    ['83 minutes', 84 * MINUTE, true],
    ['83 minutes', 85 * MINUTE, false],
    ['22 hours', 22 * HOUR + 50 * MINUTE, true],
    ['22 hours', 23 * HOUR + 10 * MINUTE, false],
    ['1.5 hours', 95 * MINUTE, true],
    ['1.5 hours', 100 * MINUTE, false],
    ['~45m', 53 * MINUTE, true],
    ['~45m', 55 * MINUTE, false],
    ['over two hours', 9 * HOUR, true],
    ['over two hours', 50 * MINUTE, false],
    ['up to 2 days', HOUR, true],
    ['up to 2 days', 4 * DAY, false],
    ['half an hour', 35 * MINUTE, true],
  ])('%s and %d s: %s', (written, seconds, expected) => {
    const stated = readDuration(written)
    expect(stated && durationsAgree(stated, seconds)).toBe(expected)
  })
})
