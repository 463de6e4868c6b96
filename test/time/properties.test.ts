import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addSeconds,
  findZone,
  formatDuration,
  inZone,
  type Moment,
  momentAt,
  readDate,
  readDates,
  readDuration,
  readDurations,
  readTimeAtStart,
  readTimes,
  readZone,
  resolveMoment,
  resolveSequence,
  type SequenceContext,
  secondsBetween,
  toIso,
} from '../../server/src/time/index.ts'
import { anyCharacter } from '../kit/nasty.ts'
import { runs } from '../kit/sampling.ts'

// The same values in every run; other seeds were tried when the readers changed.
const CONTEXT: SequenceContext = {
  incidentDate: '2024-06-15',
  windowStart: null,
  windowEnd: null,
  zone: null,
  dateOrder: null,
}

const two = (part: number) => String(part).padStart(2, '0')
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((offset) => Temporal.PlainDate.from('1990-01-01').add({ days: offset }))
const clocks = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })

type Clock = { hour: number; minute: number }

const CLOCK_NOTATIONS: Record<string, (clock: Clock) => string> = {
  padded: ({ hour, minute }) => `${two(hour)}:${two(minute)}`,
  short: ({ hour, minute }) => `${hour}:${two(minute)}`,
  meridiem: ({ hour, minute }) => `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`,
  'meridiem glued': ({ hour, minute }) => `${hour % 12 || 12}:${two(minute)}${hour < 12 ? 'am' : 'pm'}`,
  seconds: ({ hour, minute }) => `${two(hour)}:${two(minute)}:00`,
  military: ({ hour, minute }) => `${two(hour)}${two(minute)}Z`,
  japanese: ({ hour, minute }) => `${hour}時${two(minute)}分`,
  'japanese half days': ({ hour, minute }) => `${hour < 12 ? '午前' : '午後'}${hour % 12}時${minute}分`,
  dotted: ({ hour, minute }) => `${two(hour)}.${two(minute)}`,
}

const DATE_NOTATIONS: Record<string, (date: Temporal.PlainDate) => string> = {
  iso: (date) => date.toString(),
  slashes: (date) => `${date.year}/${two(date.month)}/${two(date.day)}`,
  dotted: (date) => `${two(date.day)}.${two(date.month)}.${date.year}`,
  'day first': (date) => `${date.day} ${MONTHS[date.month - 1]} ${date.year}`,
  'month first': (date) => `${MONTHS[date.month - 1]} ${date.day}, ${date.year}`,
  short: (date) => `${date.day}-${MONTHS[date.month - 1]?.slice(0, 3)}-${date.year}`,
  japanese: (date) => `${date.year}年${date.month}月${date.day}日`,
  weekday: (date) => `${WEEKDAYS[date.dayOfWeek - 1]}, ${date.day} ${MONTHS[date.month - 1]} ${date.year}`,
}

describe('what is written is read back', () => {
  test.each(Object.keys(CLOCK_NOTATIONS))('clock time: %s', (notation) => {
    fc.assert(
      fc.property(clocks, (clock) => {
        const reading = readTimeAtStart(`${CLOCK_NOTATIONS[notation]?.(clock)} alert`)
        expect([reading?.clock?.hour, reading?.clock?.minute]).toEqual([clock.hour, clock.minute])
        expect(reading?.problem).toBeNull()
      }),
    )
  })

  test.each(Object.keys(DATE_NOTATIONS))('date: %s', (notation) => {
    fc.assert(
      fc.property(days, (day) => {
        const reading = readDate(DATE_NOTATIONS[notation]?.(day) ?? '')
        expect([reading?.year, reading?.month, reading?.day]).toEqual([day.year, day.month, day.day])
        expect([reading?.impossible, reading?.alternative]).toEqual([false, null])
        if (notation === 'weekday') expect(reading?.weekday).toBe(day.dayOfWeek)
      }),
    )
  })

  test('date and clock time in any pair of notations', () => {
    const notations = fc.record({
      date: fc.constantFrom(...Object.values(DATE_NOTATIONS)),
      clock: fc.constantFrom(...Object.entries(CLOCK_NOTATIONS).filter(([name]) => name !== 'military')),
      join: fc.constantFrom(' ', ', ', ' - ', ' – ', ' at ', ' | '),
    })
    fc.assert(
      fc.property(days, clocks, notations, (day, clock, { date, clock: [, write], join }) => {
        const text = date(day) + join + write(clock)
        const [reading, ...others] = readTimes(text)
        const moment = reading && resolveMoment(reading, CONTEXT)
        const iso = `${day.toString()}T${two(clock.hour)}:${two(clock.minute)}`
        expect([moment && toIso(moment)?.slice(0, 16), others.length]).toEqual([iso, 0])
        expect(text.slice(reading?.start, reading?.end)).toBe(text)
      }),
    )
  })

  test('a range of clock times', () => {
    const separators = fc.constantFrom('–', ' – ', '-', ' - ', ' -> ', ' → ', ' to ', ' until ', '〜', ' 〜 ')
    fc.assert(
      fc.property(clocks, clocks, separators, (from, until, separator) => {
        const text = `${two(from.hour)}:${two(from.minute)}${separator}${two(until.hour)}:${two(until.minute)} UTC`
        const [reading] = readTimes(text)
        expect(reading).toMatchObject({ clock: from, until: { clock: until }, zone: { text: 'UTC' }, end: text.length })
      }),
    )
  })

  test('a month and a day without a year are the latest near the incident', () => {
    fc.assert(
      fc.property(days, days, (incident, day) => {
        const reading = readTimeAtStart(`${MONTHS[day.month - 1]} ${day.day}, 14:02`)
        const moment = reading && resolveMoment(reading, { ...CONTEXT, incidentDate: incident.toString() })
        const found = Temporal.PlainDate.from(moment?.date ?? '')
        const distance = incident.until(found).days
        const isLeapDay = day.month === 2 && day.day === 29
        expect([found.month, found.day]).toEqual([day.month, day.day])
        expect(distance <= 31 && distance > (isLeapDay ? -8 * 366 : -366)).toBe(true)
      }),
    )
  })
})

describe('durations', () => {
  const styles = [
    '1h 23m',
    '1h23m',
    '1 h 23 min',
    '83 minutes',
    '1:23',
    'PT1H23M',
    '~45m',
    '約58分',
    '+5 min',
    '3h 02m',
  ]

  test.each(styles)('formatDuration and readDuration undo each other: %s', (written) => {
    const style = readDuration(written)?.style
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (minutes) => {
        const text = formatDuration(minutes * 60, style)
        const reading = readDuration(text)
        expect(reading?.seconds).toBe(minutes * 60)
        expect(formatDuration(minutes * 60, reading?.style)).toBe(text)
      }),
    )
  })

  test.each(['1d 2h 3m 4s', '1:02:03', 'P1DT2H3M4S', '1 day, 2 hours and 3 seconds', '2 hrs 3 mins 4 secs'])(
    'to the second: %s',
    (written) => {
      const style = readDuration(written)?.style
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 3_000_000 }), (seconds) => {
          expect(readDuration(formatDuration(seconds, style))?.seconds).toBe(seconds)
        }),
      )
    },
  )
})

describe('zones', () => {
  const zones = ['Europe/Oslo', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']
  // Up to 2037, gaps and overlaps of daylight saving included.
  const instants = fc.integer({ min: 0, max: 68 * 365 * 24 * 60 }).map((minutes) => minutes * 60_000)

  test.each(zones)('elapsed time in %s is what the instants say', (zone) => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        const [from, to] = [momentAt(a, zone), momentAt(b, zone)]
        // A wall clock shown twice in an overlap is read as its first time.
        const first = (ms: number, moment: Moment) => ms - repeated(ms, moment)
        expect(secondsBetween(from, to)).toBe((first(b, to) - first(a, from)) / 1000)
      }),
    )
  })

  test.each(zones)('the ISO text in %s is the instant', (zone) => {
    fc.assert(
      fc.property(instants, (ms) => {
        const moment = momentAt(ms, zone)
        expect(Date.parse(toIso(moment) ?? '')).toBe(ms - repeated(ms, moment))
      }),
    )
  })

  test.each(zones)('adding seconds in %s passes gaps and overlaps', (zone) => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 4000 }), (ms, minutes) => {
        const moment = momentAt(ms - repeated(ms, momentAt(ms, zone)), zone)
        const later = addSeconds(moment, minutes * 60)
        const expected = momentAt(ms - repeated(ms, moment) + minutes * 60_000, zone)
        expect(later && [later.date, later.clock]).toEqual([expected.date, expected.clock])
      }),
    )
  })

  test('another clock, the same instant', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (ms, name) => {
        const zone = readZone(name)
        const local = zone && inZone(momentAt(ms, 'UTC'), zone)
        expect(local && [local.date, local.clock]).toEqual([momentAt(ms, name).date, momentAt(ms, name).clock])
      }),
    )
  })

  /** Milliseconds by which this instant is the second showing of its wall clock, else 0. */
  function repeated(ms: number, moment: Moment): number {
    const id = moment.zone?.id ?? 'UTC'
    const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(id)
    return ms - at.toPlainDateTime().toZonedDateTime(id, { disambiguation: 'earlier' }).epochMilliseconds
  }
})

test('the rows of a night without dates, at most five hours apart, run through midnight', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 299 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(days, clocks, gaps, (day, first, steps) => {
      const times = [day.toPlainDateTime(first)]
      for (const minutes of steps) times.push((times.at(-1) ?? day.toPlainDateTime()).add({ minutes }))
      const entries = times.map((time) => ({ reading: readTimeAtStart(`${two(time.hour)}:${two(time.minute)} alert`) }))
      // One row after noon shows that the clock has 24 hours.
      const isTwentyFour = times.some(({ hour }) => hour > 12)
      fc.pre(isTwentyFour)
      const moments = resolveSequence(entries, { ...CONTEXT, incidentDate: day.toString() })
      expect(moments.map(({ start }) => start && toIso(start))).toEqual(
        times.map((time) => time.toString().slice(0, 16)),
      )
    }),
  )
})

test('no text makes a reader throw or leave the text', () => {
  const pieces = fc.constantFrom(
    '14:02',
    '2024-01-15',
    ' ',
    '–',
    'UTC',
    '(',
    ')',
    '~',
    'T',
    '+',
    '1h',
    '午後',
    '時',
    'Jan',
    '\ud800',
    '**',
  )
  const texts = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const whole = [readTimeAtStart(text, { rowStart: true }), readDate(text), readDuration(text), findZone(text)]
      const several = [readTimes(text), readDates(text), readDurations(text)]
      for (const reading of [...whole, ...several.flat()]) {
        if (!reading) continue
        expect(0 <= reading.start && reading.start < reading.end && reading.end <= text.length).toBe(true)
      }
      for (const readings of several) {
        const places = readings.flatMap(({ start, end }) => [start, end])
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }
    }),
    { numRuns: runs(1000) },
  )
})
