import { describe, expect, test } from 'vitest'
import { readDate, readDates, settleDateOrder } from '../../../server/src/time/index.ts'
import { showDate } from '../show.ts'

describe('readDate', () => {
  test.each([
    ['2024-01-15', '2024-01-15'],
    [' 2024-1-5 ', '2024-01-05'],
    ['2024/07/25', '2024-07-25'],
    ['2024年1月15日', '2024-01-15'],
    ['15 January 2024', '2024-01-15'],
    ['15. januar 2024', '2024-01-15'],
    ['15th of January, 2024', '2024-01-15'],
    ['15-Jan-2024', '2024-01-15'],
    ['January 15, 2024', '2024-01-15'],
    ['Jan 15th', '*-01-15'],
    ['Sept. 3 2024', '2024-09-03'],
    ['January 14-19, 2026', '2026-01-14 to 19'],
    ['1月15日', '*-01-15'],
    ['15.01.2024', '2024-01-15'],
    ['15.01.24', '2024-01-15'],
    ['15/1/24', '2024-01-15'],
    ['1/15/24', '2024-01-15'],
    ['3/4/2024', '2024-04-03 or 03-04'],
    ['4/4/2024', '2024-04-04'],
    ['15-01-2024', '2024-01-15'],
    ['**[15.05.2020]**', '2020-05-15'],
    ['Monday, 15 January 2024', '2024-01-15 day 1'],
    ['2024-01-15 (Tue)', '2024-01-15 day 2'],
    ['2024-01-15（月）', '2024-01-15 day 1'],
    ['mandag 15. januar 2024', '2024-01-15 day 1'],
    ['2023-02-29', '2023-02-29 impossible'],
    ['2024-02-29', '2024-02-29'],
    ['30 February 2024', '2024-02-30 impossible'],
    ['Feb 29', '*-02-29'],
    ['2024-13-01', '2024-13-01 impossible'],
    ['31.06.2019', '2019-06-31 impossible'],
  ])('%s', (text, expected) => {
    expect(showDate(readDate(text))).toBe(expected)
  })

  test.each([
    ['2024-01-15 14:02'],
    ['to be decided in January'],
    ['from January 8-month plans'],
    ['since March 8-day certificates'],
    ['of January 31 days are charged'],
    ['some time after 2024-01-15'],
    ['July 2025'],
    ['YYYY-MM-DD'],
    ['1.13.12'],
    [''],
  ])('not a date and nothing else: %s', (text) => {
    expect(readDate(text)).toBeNull()
  })

  test('a weekday has its own range', () => {
    const text = 'Tuesday, 15 January 2024'
    const date = readDate(text)
    expect(text.slice(date?.weekdayRange?.start, date?.weekdayRange?.end)).toBe('Tuesday')
    expect(text.slice(date?.start, date?.end)).toBe('15 January 2024')
  })
})

describe('readDates', () => {
  test.each([
    ['from 2024-01-15 to Jan 17', ['2024-01-15', '*-01-17']],
    ['2024-01-15-outage.md', ['2024-01-15']],
    ['outage-2024-01-15.md', ['2024-01-15']],
    ['upgraded from 18.09.17 to 19.03.12', []],
    ['nodes-1.16.13 and v1.19', []],
    ['https://x.test/2024/01/15/post', []],
    ['it may 5 times, and 3 may fail', []],
    ['24/7/365', []],
    ['3/4 of users', []],
    ['at 100.000.000', []],
    ['99.99.2024', []],
    ['March 45 and July 2025', []],
    ['20202-01-16', ['20202-01-16 impossible']],
    ['from 24.1.2024-04.02.2024', ['2024-01-24', '2024-02-04']],
    ['15.01.2024-2', []],
  ])('%s', (text, expected) => {
    expect(readDates(text).map(showDate)).toEqual(expected)
  })
})

describe('settleDateOrder', () => {
  test.each([
    ['on 3/4/2024 and 15/4/2024', 'dmy'],
    ['on 3/4/2024 and 4/15/2024', 'mdy'],
    ['on 3/4/2024 and 16.04.2024', 'dmy'],
    ['on 3/4/2024 and 2024-04-15', null],
    ['on 15/4/2024 and 4/15/2024', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(settleDateOrder(readDates(text))).toBe(expected)
  })
})
