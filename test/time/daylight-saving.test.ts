import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addSeconds,
  compareMoments,
  inZone,
  type Moment,
  momentAt,
  readTimeAtStart,
  readZone,
  resolveSequence,
  resolveUntil,
  secondsBetween,
  toIso,
} from '../../server/src/time/index.ts'

// The same values in every run; other seeds were tried when the arithmetic changed.
/** Zones that change by an hour, by half an hour in the other half of the year, and never. */
const ZONES = ['Europe/Oslo', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']

/** Minutes within six hours of a change of the clock, and of midnight in the zone that has none. */
function nearChange(zone: string): fc.Arbitrary<Temporal.ZonedDateTime> {
  const changes: Temporal.ZonedDateTime[] = []
  let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`2005-01-01T00:00[${zone}]`)
  for (let count = 0; count < 30; count++) {
    at = at.getTimeZoneTransition('next') ?? at.add({ months: 7 })
    changes.push(at)
  }
  const minutes = fc.integer({ min: -360, max: 360 })
  return fc.tuple(fc.constantFrom(...changes), minutes).map(([change, minute]) => change.add({ minutes: minute }))
}

function momentOf(instant: Temporal.ZonedDateTime): Moment {
  return momentAt(instant.epochMilliseconds, instant.timeZoneId)
}

describe.each(ZONES)('around the changes of the clock in %s', (zone) => {
  const seconds = fc.integer({ min: -40_000, max: 40_000 }).map((minutes) => minutes * 60)

  test('elapsed time is what Temporal says', () => {
    fc.assert(
      fc.property(nearChange(zone), nearChange(zone), (a, b) => {
        expect(secondsBetween(momentOf(a), momentOf(b))).toBe(a.until(b).total('seconds'))
        expect(Math.sign(compareMoments(momentOf(a), momentOf(b)) ?? Number.NaN)).toBe(
          Temporal.ZonedDateTime.compare(a, b),
        )
      }),
    )
  })

  test('adding is what Temporal says, and undoes the difference', () => {
    fc.assert(
      fc.property(nearChange(zone), seconds, (instant, more) => {
        const start = momentOf(instant)
        const end = addSeconds(start, more)
        expect(end).toEqual(momentOf(instant.add({ seconds: more })))
        expect(end && secondsBetween(start, end)).toBe(more)
        expect(end && addSeconds(end, -more)).toEqual(start)
      }),
    )
  })

  test('the ISO text is the instant', () => {
    fc.assert(
      fc.property(nearChange(zone), (instant) => {
        expect(Temporal.Instant.from(toIso(momentOf(instant)) ?? '').epochMilliseconds).toBe(instant.epochMilliseconds)
      }),
    )
  })

  test('every instant has its place on the clock of every other zone', () => {
    fc.assert(
      fc.property(nearChange(zone), fc.constantFrom(...ZONES, 'UTC'), (instant, other) => {
        const target = readZone(other)
        const there = target && inZone(momentOf(instant), target)
        expect(there && secondsBetween(there, momentOf(instant))).toBe(0)
        expect(there && momentOf(instant.withTimeZone(other))).toMatchObject({ date: there?.date, clock: there?.clock })
      }),
    )
  })

  test('rows an instant each, told in the zone with their dates, lie as far apart as they were', () => {
    fc.assert(
      fc.property(nearChange(zone), fc.integer({ min: 60, max: 1200 }), (instant, minutes) => {
        const rows = [instant, instant.add({ minutes })]
        // A wall clock that is shown twice is read as the first.
        fc.pre(rows.every((row) => row.toPlainDateTime().toZonedDateTime(zone).offset === row.offset))
        const entries = rows.map((row) => ({
          reading: readTimeAtStart(`${row.toPlainDate()} ${row.toPlainTime().toString({ smallestUnit: 'minute' })}`),
        }))
        const context = { incidentDate: null, windowStart: null, windowEnd: null, dateOrder: null }
        const [a, b] = resolveSequence(entries, { ...context, zone: readZone(zone) })
        expect(a?.start && b?.start && secondsBetween(a.start, b.start)).toBe(minutes * 60)
      }),
    )
  })
})

describe('single changes', () => {
  const at = (date: string, clock: string, zone: string | null): Moment => ({
    date,
    clock,
    zone: zone === null ? null : readZone(zone),
    approximate: false,
  })

  test.each([
    // Forward: an hour, and half an hour, that the clock leaves out.
    ['2024-03-31T01:30', '2024-03-31T03:30', 'Europe/Oslo', 60],
    ['2024-03-10T01:30', '2024-03-10T03:30', 'America/New_York', 60],
    ['2024-10-06T01:30', '2024-10-06T02:45', 'Australia/Lord_Howe', 45],
    ['2024-03-31T01:30', '2024-03-31T03:30', 'Asia/Kathmandu', 120],
    // Back: they come twice.
    ['2024-10-27T01:30', '2024-10-27T03:30', 'Europe/Oslo', 180],
    ['2024-11-03T00:30', '2024-11-03T02:30', 'America/New_York', 180],
    ['2024-04-07T01:00', '2024-04-07T02:30', 'Australia/Lord_Howe', 120],
    // A leap day, a common year, the end of a year.
    ['2024-02-28T23:00', '2024-03-01T01:00', 'Asia/Kathmandu', 1560],
    ['2023-02-28T23:00', '2023-03-01T01:00', 'Asia/Kathmandu', 120],
    ['2024-12-31T23:30', '2025-01-01T00:30', 'Europe/Oslo', 60],
    // An abbreviation keeps its offset over the change; a local time of no zone knows of none.
    ['2024-03-31T01:30', '2024-03-31T03:30', 'CET', 120],
    ['2024-03-31T01:30', '2024-03-31T03:30', null, 120],
  ])('from %s to %s in %s are %i minutes', (from, to, zone, minutes) => {
    const [a, b] = [from, to].map((text) => at(text.slice(0, 10), text.slice(11), zone))
    expect(a && b && secondsBetween(a, b)).toBe(minutes * 60)
  })

  test('an hour after the first showing of a clock is its second showing', () => {
    const first = at('2024-11-03', '01:30', 'America/New_York')
    const second = addSeconds(first, 3600)
    expect(second).toEqual({ ...first, repeated: true })
    expect(second && [toIso(first), toIso(second)]).toEqual(['2024-11-03T01:30-04:00', '2024-11-03T01:30-05:00'])
    expect(second && addSeconds(second, 3600)).toEqual({ ...first, clock: '02:30' })
  })

  test('the end of a range over the lost hour is not moved to the next day', () => {
    const reading = readTimeAtStart('2024-03-31 01:50 – 03:10')
    const context = { incidentDate: null, windowStart: null, windowEnd: null, dateOrder: null }
    const start = at('2024-03-31', '01:50', 'Europe/Oslo')
    const end = reading && resolveUntil(reading, start, { ...context, zone: readZone('Europe/Oslo') })
    expect(end && [end.date, secondsBetween(start, end)]).toEqual(['2024-03-31', 20 * 60])
  })
})

describe('local times without a date are not reckoned with', () => {
  const clock = (text: string, zone: string | null = null): Moment => ({
    date: null,
    clock: text,
    zone: zone === null ? null : readZone(zone),
    approximate: false,
  })

  test.each([null, 'UTC', 'Europe/Oslo', 'CET'])('zone %s', (zone) => {
    const dated = { ...clock('14:10', zone), date: '2024-01-15' }
    for (const [a, b] of [
      [clock('14:02', zone), clock('14:10', zone)],
      [clock('14:02', zone), dated],
      [dated, clock('14:02', zone)],
    ] as const) {
      expect(secondsBetween(a, b)).toBeNull()
      expect(compareMoments(a, b)).toBeNull()
    }
    const oslo = readZone('Europe/Oslo')
    expect(oslo && inZone(clock('14:02', zone), oslo)).toBeNull()
  })

  test('a floating time is never compared with one that has a zone', () => {
    const floating = { ...clock('14:02'), date: '2024-01-15' }
    for (const zone of ['UTC', 'Europe/Oslo', 'IST']) {
      const zoned = { ...clock('15:02', zone), date: '2024-01-15' }
      expect([secondsBetween(floating, zoned), compareMoments(zoned, floating)]).toEqual([null, null])
    }
  })
})
