import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  addSeconds,
  formatTime,
  inZone,
  type Moment,
  type ReadOptions,
  readTimeAtStart,
  readTimes,
  readZone,
  resolveMoment,
  resolveUntil,
  rewriteTime,
  secondsBetween,
  type TimeReading,
  timeStyleOf,
  toIso,
} from '../../server/src/time/index.ts'

// The same values in every run; other seeds were tried when the writers changed.
const ZONES = [
  'UTC',
  'Europe/Oslo',
  'Europe/London',
  'America/New_York',
  'America/Chicago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'CEST',
  'PDT',
  'JST',
  'PT',
  'UTC+2',
  '-03:30',
]

/** One of every notation: clock alone, with a date, with a zone, approximate, several spellings. */
const CLOCKS = [
  '14:02',
  '9:23',
  '14:02:31',
  '14：02',
  '2:02 PM',
  '02:02 PM',
  '2:02pm',
  '2:02 p.m.',
  '2pm',
  '2.02 PM',
  '14時02分',
  '14時',
  '午後2時5分',
  '午後2時半',
  '14.02',
]
const DATED = [
  '2024-01-15 14:02',
  '2024-01-15T14:02',
  '2024/01/15 14:02',
  '2024/1/5, 2:02 PM',
  '2024.01.15 14:02',
  '15.01.2024 14.02',
  '15/1/2024 14:02',
  '01/25/2024 14:02',
  '15 January 2024, 14:02',
  '15th of January 2024 at 14:02',
  'January 15, 2024 at 2:02 PM',
  'Mon, Jan 15th, 2024 14:02',
  '15-Jan-2024 14:02:31',
  '15. mai 2024 kl 13',
  '2024年1月15日(月) 14時02分',
  '14:02 on 15 January 2024',
  '15/Jan/2024:14:02:00',
]
const YEARLESS = ['Jan 15, 14:02', '15 Jan 14:02', '03-26 23:04', '1月15日 14時02分']
const ZONED = [
  '14:02 UTC',
  '14:02 (UTC)',
  '1402Z',
  '1402 UTC',
  '14:02Z',
  '14:02 CEST',
  '14:02 Europe/Oslo',
  '14:02 UTC+2',
  '14:02:31 -0700',
  '2024-01-15T14:02Z',
  '2024-01-15T14:02:31+02:00',
  '2024-01-15T14:02+0200',
  '2024-01-15 14:02 UTC',
  '15.01.2024 14.02 CET',
  '14:02 UTC on 15 January 2024',
  'Jan 15, 2:02 PM PST',
  '午後2時5分 JST',
  '00:30 UTC / 17:30 PDT',
  '14:02 UTC (16:02 CEST)',
]

const dates = fc
  .integer({ min: 0, max: 13_000 })
  .map((offset) => Temporal.PlainDate.from('2000-01-01').add({ days: offset }).toString())
const clocks = fc
  .integer({ min: 0, max: 86_399 })
  .map((second) => Temporal.PlainTime.from('00:00').add({ seconds: second }).toString({ smallestUnit: 'second' }))
const approximate = fc.boolean()
const zones = fc.constantFrom(...ZONES).map((name) => readZone(name))

/** As precise as the notation: without seconds where it has none. */
function cut(moment: Moment, example: TimeReading): Moment {
  return { ...moment, clock: moment.clock?.slice(0, example.clock?.second === null ? 5 : 8) ?? null }
}

/** The order that the document has settled. A hyphen is an ISO date without its year where nothing is. */
function optionsOf(text: string): ReadOptions {
  if (/\d-\d\d \d/.test(text) && text.length < 26 && !/20\d\d/.test(text)) return {}
  return { dateOrder: text.includes('01/25') ? 'mdy' : 'dmy' }
}

function contextOf(moment: Moment) {
  return { incidentDate: moment.date, windowStart: null, windowEnd: null, zone: null, dateOrder: null }
}

function exampleOf(text: string): TimeReading {
  const reading = readTimeAtStart(text, optionsOf(text))
  if (!reading || reading.text !== text) throw new Error(`not read as a whole: ${text}`)
  return reading
}

test.each([...CLOCKS, ...DATED, ...YEARLESS])('any local time like %s is read back', (text) => {
  const example = exampleOf(text)
  fc.assert(
    fc.property(dates, clocks, approximate, (date, clock, isApproximate) => {
      const moment: Moment = { date, clock, zone: null, approximate: isApproximate }
      const written = formatTime(moment, timeStyleOf(example, optionsOf(text)))
      const reading = readTimeAtStart(written, optionsOf(text))
      expect(reading?.text, written).toBe(written)
      const found = reading && resolveMoment(reading, contextOf(moment))
      // An hour alone is read as no more than that.
      const { within: _, ...parts } = found ?? { within: undefined }
      expect(parts, written).toEqual(cut(moment, example))
    }),
  )
})

test.each(ZONED)('any time of any zone like %s is read back as the same instant', (text) => {
  const example = exampleOf(text)
  fc.assert(
    fc.property(dates, clocks, zones, (date, clock, zone) => {
      const local = { date, clock, zone, approximate: false }
      // No wall clock that daylight saving skips.
      const moment = cut(addSeconds(local, 0) ?? local, example)
      const written = formatTime(moment, timeStyleOf(example))
      const reading = readTimeAtStart(written)
      const found = reading && resolveMoment(reading, contextOf(moment))
      expect(reading?.text, written).toBe(written)
      expect(found && secondsBetween(moment, found), written).toBe(0)
      for (const other of reading?.also ?? []) {
        const there = resolveMoment(other, contextOf(moment))
        const apart = there && secondsBetween(moment, there)
        expect(Math.abs(apart ?? Number.NaN) % 86_400, written).toBe(0)
      }
    }),
  )
})

test.each([...CLOCKS, ...DATED, ...YEARLESS, ...ZONED])('%s is written as it was', (text) => {
  const example = exampleOf(text)
  const moment = resolveMoment(example, {
    ...contextOf({ date: '2024-01-15', clock: null, zone: null, approximate: false }),
  })
  expect(moment && formatTime(moment, timeStyleOf(example, optionsOf(text)))).toBe(text)
  expect(moment && rewriteTime(`**${text}** x`, shifted(`**${text}** x`), moment)).toBe(`**${text}** x`)
})

function shifted(text: string, options: ReadOptions = optionsOf(text)): TimeReading {
  const reading = readTimeAtStart(text, options)
  if (!reading) throw new Error(`no time in ${text}`)
  return reading
}

const RANGES = [
  '14:02–14:10',
  '14:02 - 14:10 UTC',
  '14:02 UTC – 14:10 UTC',
  '14:02 UTC → 14:10',
  '2:02–2:10 PM',
  '2:02 PM to 2:10',
  '2:02 PM to 2:10 PM',
  '2024-01-15 22:00 – 23:00',
  '2024-01-15 22:00 UTC – 2024-01-15 23:00 UTC',
  '12:30 til 14:00 26. april 2023',
  '19:25 JST 〜 21:27 JST',
  'Jan 15, 14:02 UTC to 15:10',
]

test.each(RANGES)('both ends of any range like %s are read back', (text) => {
  const [reading] = readTimes(text)
  if (!reading?.until) throw new Error(`no range in ${text}`)
  const isZoned = reading.zone !== null
  const isDated = reading.date !== null
  const lengths = fc.integer({ min: 0, max: isDated ? 4000 : 1439 })
  fc.assert(
    fc.property(dates, clocks, lengths, zones, (date, clock, minutes, zone) => {
      const local = { date, clock: clock.slice(0, 5), zone: isZoned ? zone : null, approximate: false }
      const from = addSeconds(local, 0)
      const until = from && addSeconds(from, minutes * 60)
      if (!from || !until) throw new Error('no moment')
      const written = rewriteTime(text, reading, from, until)
      const [back, ...others] = readTimes(written)
      const start = back ? resolveMoment(back, contextOf(from)) : null
      const end = back ? resolveUntil(back, start, contextOf(from)) : null
      expect(others, written).toEqual([])
      expect(start && secondsBetween(from, start), written).toBe(0)
      expect(end && secondsBetween(until, end), `${written} for ${toIso(until)}`).toBe(0)
    }),
  )
})

test('only the time changes in a text, and a second writing changes nothing', () => {
  const texts = [...CLOCKS, ...DATED, ...ZONED].map((text) => `- **[${text}]** deploy of v1.2`)
  fc.assert(
    fc.property(fc.constantFrom(...texts), dates, clocks, (text, date, clock) => {
      const reading = shifted(text)
      const utc = readZone('UTC')
      const moment = cut({ date, clock, zone: reading.zone ? utc : null, approximate: false }, reading)
      const once = rewriteTime(text, reading, moment, null, optionsOf(text))
      expect(once.startsWith('- **[') && once.endsWith(']** deploy of v1.2'), once).toBe(true)
      expect(rewriteTime(once, shifted(once, optionsOf(text)), moment, null, optionsOf(text))).toBe(once)
    }),
  )
})

test('converting a time to any zone and back gives the time', () => {
  fc.assert(
    fc.property(dates, clocks, zones, (date, clock, zone) => {
      const utc = { date, clock: clock.slice(0, 5), zone: readZone('UTC'), approximate: false }
      const there = zone && inZone(utc, zone)
      const back = there && utc.zone && inZone(there, utc.zone)
      expect(back).toEqual(utc)
    }),
  )
})
