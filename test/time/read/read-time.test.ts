import { describe, expect, test } from 'vitest'
import { readTimeAtStart, readTimes } from '../../../server/src/time/index.ts'
import { showTime } from '../show.ts'

describe('readTimes', () => {
  test.each([
    // Clock times
    ['at 14:02 the probe failed', '14:02'],
    ['9:23', '09:23'],
    ['14:02:31', '14:02:31'],
    ['14:02:31.250', '14:02:31'],
    ['14：02', '14:02'],
    ['2:02 PM', '14:02'],
    ['2:02pm', '14:02'],
    ['2:02 p.m.', '14:02'],
    ['2pm', '14:00'],
    ['12:30 AM', '00:30'],
    ['12:30 PM', '12:30'],
    ['2.02 PM', '14:02'],
    ['1402Z', '14:02 Z'],
    ['1402 UTC', '14:02 UTC'],
    ['14時02分', '14:02'],
    ['14時', '14:00'],
    ['午後2時半', '14:30'],
    ['午前0時5分', '00:05'],
    ['kl 13', '13:00'],
    ['12:53.34 toggle on', '12:53:34'],
    // An end that is not known is no zone
    ['12:26-12:?? deploy', '12:26'],
    // Other languages
    ['10:45a', '10:45'],
    ['12:29p', '12:29'],
    ['12:05a', '00:05'],
    ['3:30 p. m.', '15:30'],
    ['14.30 Uhr', '14:30'],
    ['9.05 Uhr', '09:05'],
    ['14 Uhr', '14:00'],
    ['14 Uhr 30', '14:30'],
    ['um 14:30 Uhr UTC', '14:30 UTC'],
    ['gegen 14:30 Uhr', '~ 14:30'],
    ['14:30h', '14:30'],
    ['à 14 h 05', '14:05'],
    ['vers 14h30', '~ 14:30'],
    ['às 14h', '14:00'],
    ['às 14h30', '14:30'],
    ['a las 14:30 horas', '14:30'],
    ['por volta das 14:30', '~ 14:30'],
    // With a date
    ['14 mars 2024 à 14 h 05', '2024-03-14 14:05'],
    ['1er août 2024 09h10', '2024-08-01 09:10'],
    ['12 de marzo de 2024, 14:30', '2024-03-12 14:30'],
    ['12 de março de 2024 às 14h', '2024-03-12 14:00'],
    ['15. März 2024, 14.30 Uhr', '2024-03-15 14:30'],
    ['2024-01-15 1402: alert', '2024-01-15 14:02'],
    ['2024-01-15 1402 hrs', '2024-01-15 14:02'],
    ['2024-01-15 2024 users', ''],
    ['2024-01-15T14:02:03.123Z', '2024-01-15 14:02:03 Z'],
    ['2024-01-15T14:02+02:00', '2024-01-15 14:02 +02:00'],
    ['2024-01-15T14:02-05:00', '2024-01-15 14:02 -05:00'],
    ['2024-01-15 14:02 UTC', '2024-01-15 14:02 UTC'],
    ['2024-01-15 14.02', '2024-01-15 14:02'],
    ['2024/01/15 14:02', '2024-01-15 14:02'],
    ['2024-01-15   14:02', '2024-01-15 14:02'],
    ['2024.01.15 14:02', '2024-01-15 14:02'],
    ['15/Jan/2024:14:02:00 +0000', '2024-01-15 14:02:00 +0000'],
    ['14:02 UTC [Jan 15]', '*-01-15 14:02 UTC'],
    ['2024年1月15日 14時02分', '2024-01-15 14:02'],
    ['Jan 15, 14:02', '*-01-15 14:02'],
    ['Nov 24 – 09:36 UTC', '*-11-24 09:36 UTC'],
    ['November 24, 2025 at 2:02 PM', '2025-11-24 14:02'],
    ['Monday, 15 January 2024, 14:02 CET', '2024-01-15 day 1 14:02 CET'],
    ['03-26 23:04', '*-03-26 23:04'],
    ['15.01.24 - 10:00', '2024-01-15 10:00'],
    ['24.05.2023 kl 08:00', '2023-05-24 08:00'],
    ['24.05.2023 ca kl 08:00', '~ 2023-05-24 08:00'],
    ['14:02 UTC on 15 January 2024', '2024-01-15 14:02 UTC'],
    ['03:01 UTC on Tuesday 12th January', '*-01-12 day 2 03:01 UTC'],
    ['22:30 UTC (Oct 29)', '*-10-29 22:30 UTC'],
    ['den 15.01.2024\nkl 14:02', '2024-01-15 14:02'],
    ['mellom kl 13 og kl 14 den 15. mai 2020', '2020-05-15 13:00 → 2020-05-15 14:00'],
    ['kl 13 den 15. mai 2020', '2020-05-15 13:00'],
    // Zones
    ['14:02 (UTC)', '14:02 UTC'],
    ['14:02 Europe/Oslo', '14:02 Europe/Oslo'],
    ['14:02 UTC+2', '14:02 UTC+2'],
    ['14:02 -0700', '14:02 -0700'],
    ['14:02CEST', '14:02 CEST'],
    ['14:02 PST (UTC-7)', '14:02 PST (UTC-7)'],
    ['14:02 GET /health', '14:02'],
    ['at UTC 14:02', '14:02 UTC'],
    ['(JST 14:02–14:10)', '14:02 JST → 14:10 JST'],
    ['UTC+2 14:02', '14:02 UTC+2'],
    ['SEV 14:02', '14:02'],
    ['seen at 14:02\nUTC by all', '14:02 UTC'],
    ['seen at 14:02\nEST 15:02 again', '14:02,15:02 EST'],
    ['14:02 (PT rollout)', '14:02'],
    // Approximate
    ['~14:02', '~ 14:02'],
    ['14:02頃', '~ 14:02'],
    ['約14時02分', '~ 14:02'],
    ['around 14:02', '~ 14:02'],
    ['23:06ish', '~ 23:06'],
    ['14:02?', '~ 14:02'],
    ['14:02~ | alert', '~ 14:02'],
    ['14:02~14:10', '14:02 → 14:10'],
    ['~~14:02~~', '~ 14:02'],
    // Ranges
    ['14:02–14:10', '14:02 → 14:10'],
    ['14:02-14:10', '14:02 → 14:10'],
    ['14:02 -> 14:10', '14:02 → 14:10'],
    ['14:02 to 14:10 UTC', '14:02 UTC → 14:10 UTC'],
    ['**14:02** – **14:10**', '14:02 → 14:10'],
    ['12:30 til 14:00 26. april 2023', '2023-04-26 12:30 → 2023-04-26 14:00'],
    ['2:02–2:10 PM', '14:02 → 14:10'],
    ['11:50–12:10 PM', '11:50 → 12:10'],
    ['02:00 to 02.30 PM', '02:00 → 14:30'],
    ['2:02 PM – 2:10', '14:02 → 14:10'],
    ['22:00–24:00', '22:00 → 24:00'],
    ['2024-01-15 23:50 – 2024-01-16 00:10', '2024-01-15 23:50 → 2024-01-16 00:10'],
    ['22:30 UTC on October 29 to 05:39 UTC on October 30', '*-10-29 22:30 UTC → *-10-30 05:39 UTC'],
    ['19:25 JST 〜 21:27 JST (約 2 時間)', '19:25 JST → 21:27 JST'],
    ['between 14:02 and 15:10 UTC', '14:02 UTC → 15:10 UTC'],
    ['14:02～15:10', '14:02 → 15:10'],
    ['14:02 – ~15:10', '14:02 → ~ 15:10'],
    ['14:02 to 14:47 (0:45)', '14:02 → 14:47'],
    ['**14:02 – 14:47** (0:45:10)', '14:02 → 14:47'],
    ['2024-01-15T14:02Z/2024-01-15T15:10Z', '2024-01-15 14:02 Z → 2024-01-15 15:10 Z'],
    ['14:02〜', '14:02 → …'],
    ['14:02 onwards', '14:02 → …'],
    ['14:02 – ongoing', '14:02 → …'],
    ['zwischen 14:02 und 15:10 Uhr', '14:02 → 15:10'],
    ['2024-01-15 between 14:02 and 15:10', '2024-01-15 14:02 → 15:10'],
    // One instant, told twice
    ['00:30 UTC / 17:30 PDT', '00:30 UTC = 17:30 PDT'],
    ['14:02 UTC (16:02 CEST)', '14:02 UTC = 16:02 CEST'],
    ['2026-03-25 18:11 (UTC 09:11)', '2026-03-25 18:11 = 09:11 UTC'],
    // Offsets
    ['T+12m', 'T+720'],
    ['T+1h 5m', 'T+3900'],
    ['T-5 min', 'T-300'],
    ['T+0', 'T+0'],
    ['T+1:05', 'T+3900'],
    // Slips
    ['25:61', '25:61 (impossible)'],
    ['2024-01-15 25:61', '2024-01-15 25:61 (impossible)'],
    ['2024-02-30 14:02', '2024-02-30 impossible 14:02 (impossible)'],
    ['13:55 PM', '13:55 (contradictory-meridiem)'],
    ['13:55 AM', '13:55 (contradictory-meridiem)'],
    ['00:25 AM', '00:25'],
  ])('%s', (text, expected) => {
    expect(readTimes(text).map(showTime).join()).toBe(expected)
  })

  test.each([
    ['version 1.17 and 14.02'],
    ['from $9.42m to 3.10%'],
    ['kubernetes 1.13.12'],
    ['localhost:8080 and 10.0.0.1:53'],
    ['image:12:30'],
    ['12:34:56:78:9a:bc'],
    ['fe80::12:34'],
    ['main.go:12:30'],
    ['a ratio of 80:20 was seen'],
    ['16:9'],
    ['2024-01-15'],
    ['3時間'],
    ['5 may fail at 3/4'],
    ['for 1h 23m'],
    ['/from=14:02'],
    ['+12 min of latency'],
    [''],
  ])('no time in: %s', (text) => {
    expect(readTimes(text)).toEqual([])
  })

  test('several, in order, with their places', () => {
    const text = 'First 14:02 UTC and ~15:10, then 2024-01-16 01:00.'
    expect(readTimes(text).map((time) => text.slice(time.start, time.end))).toEqual([
      '14:02 UTC',
      '~15:10',
      '2024-01-16 01:00',
    ])
  })

  test('day and month as the options say', () => {
    expect(readTimes('3/4/2024 14:02', { dateOrder: 'mdy' }).map(showTime)).toEqual(['2024-03-04 14:02'])
    expect(readTimes('3/4/2024 14:02', { dateOrder: 'dmy' }).map(showTime)).toEqual(['2024-04-03 14:02'])
    expect(readTimes('3/4/2024 14:02').map(showTime)).toEqual(['2024-04-03 or 03-04 14:02'])
  })
})

describe('readTimeAtStart', () => {
  test.each([
    ['14:02: the probe failed', '14:02', ': the probe failed'],
    ['**14:02 UTC** - alert', '14:02 UTC', '** - alert'],
    ['[14:02] alert', '14:02', '] alert'],
    ['`14:02` alert', '14:02', '` alert'],
    ['~14:02 alert', '~ 14:02', ' alert'],
    ['ca 14:02 alert', '~ 14:02', ' alert'],
    ['At around 14:02 UTC we saw', '~ 14:02 UTC', ' we saw'],
    ['14.02 alert', '14:02', ' alert'],
    ['UTC 14:02 alert', '14:02 UTC', ' alert'],
    ['9.15 | alert', '09:15', ' | alert'],
    ['14:02 - 15 pods died', '14:02', ' - 15 pods died'],
    ['14:02 -> feilsøking', '14:02', ' -> feilsøking'],
    ['2020-12-21: upgraded', '2020-12-21', ': upgraded'],
    ['2020-12-21 – 2020-12-23: upgraded', '2020-12-21 → 2020-12-23', ': upgraded'],
    ['15.01.24 upgraded', '2024-01-15', ' upgraded'],
    ['Tuesday 9th of June 2020, we', '2020-06-09 day 2', ', we'],
    ['**Nov 24 – 07:00 UTC** – token used', '*-11-24 07:00 UTC', '** – token used'],
    ['24.05.2023 kl 09:00 og utover: søk', '2023-05-24 09:00 → …', ': søk'],
    ['+12 min rolled back', 'T+720', ' rolled back'],
    ['T+12m rolled back', 'T+720', ' rolled back'],
    ['25:61 alert', '25:61 (impossible)', ' alert'],
    ['15h30 : début', '15:30', ' : début'],
    ['15 h 30 - début', '15:30', ' - début'],
    ['15h : début', '15:00', ' : début'],
    ['Às 14h30 o time', '14:30', ' o time'],
    ['à partir de 14h05, panne', '14:05', ', panne'],
    ['De 14h à 15h30 : panne', '14:00 → 15:30', ' : panne'],
    ['entre 14h02 et 15h10 : panne', '14:02 → 15:10', ' : panne'],
    ['14h30–15h10: queda', '14:30 → 15:10', ': queda'],
    ['14.30 Uhr Alarm', '14:30', ' Alarm'],
    ['10:45a alert', '10:45', ' alert'],
    ['1625 hrs detected', '16:25', ' detected'],
    ['14.03 10:15 alert', '*-03-14 10:15', ' alert'],
    ['9.15 - 10.30 build', '09:15 → 10:30', ' build'],
    ['14 March 2025: upgraded', '2025-03-14', ': upgraded'],
    ['12 to 13 March 2025: slow', '2025-03-12 to 13', ': slow'],
    ['du 12 au 13 mars 2025 : lent', '2025-03-12 to 13', ' : lent'],
    ['12. bis 13. März 2025: langsam', '2025-03-12 to 13', ': langsam'],
    ['March 12–13, 2025: slow', '2025-03-12 to 13', ': slow'],
    ['2025-03-14, around noon: full', '2025-03-14 noon', ': full'],
    ['14 March in the afternoon we saw', '*-03-14 afternoon', ' we saw'],
    ['14. März 2025, gegen Mittag voll', '2025-03-14 noon', ' voll'],
    ['le 14 mars 2025 au soir, plein', '2025-03-14 evening', ', plein'],
    ['2025-03-14 evening - full', '2025-03-14 evening', ' - full'],
    ['2025-03-14 morning deploy', '2025-03-14', ' morning deploy'],
  ])('%s', (text, expected, rest) => {
    const time = readTimeAtStart(text)
    expect([showTime(time), text.slice(time?.end)]).toEqual([expected, rest])
  })

  test.each([
    ['The probe failed at 14:02'],
    ['1.17 released'],
    ['v1.17'],
    ['3 pods restarted'],
    ['12.50 hours of work'],
    ['Deploy 14:02'],
    ['SEV 14:02'],
    ['UTC 2024-01-15'],
    ['10.0.0.1'],
    ['3h later it was full'],
    ['1625: detected'],
    ['Set 10 replicas'],
    [''],
  ])('does not begin with a time: %s', (text) => {
    expect(readTimeAtStart(text)).toBeNull()
  })

  test.each([
    ['1.02 Kim starts', 'dotted', '01:02'],
    ['9.15 build', 'dotted', '09:15'],
    ['1.02 seconds', 'dotted', 'none'],
    ['1.75 users', 'dotted', 'none'],
    ['1625: detected', 'military', '16:25'],
    ['**0915** - detected', 'military', '09:15'],
    ['2500: detected', 'military', 'none'],
    ['1625 users', 'military', 'none'],
  ] as const)('%s where the other rows are %s', (text, notation, expected) => {
    expect(showTime(readTimeAtStart(text, { rowStart: true, notation }))).toBe(expected)
  })
})
