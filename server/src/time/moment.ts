import * as Calendar from 'temporal-polyfill/fns/Calendar'
import * as Instant from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime'
import * as PlainTime from 'temporal-polyfill/fns/PlainTime'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import type { DayPart } from './read/day-parts.ts'
import { dateOfDay, dayNumber, inSeconds, zoneIdOf } from './zone/epoch.ts'
import type { Zone } from './zone/zone.ts'

/** A point in time as far as it is known. Plain JSON. */
export interface Moment {
  /** `YYYY-MM-DD`; null when not known. */
  date: string | null
  /** `HH:MM` or `HH:MM:SS`; null when not known. */
  clock: string | null
  /** Null: unknown, a *floating* time. It is never assumed to be UTC. */
  zone: Zone | null
  approximate: boolean
  /** Set where less is known than a minute of the day: `2pm` gives the hour, `around noon` a part of the day. */
  within?: 'hour' | DayPart
  /** Set for the second occurrence of a clock time that occurs twice, since daylight saving ended. */
  repeated?: true
}

/**
 * The moment as ISO text: `2024-01-15T14:02Z`, `2024-01-15T14:02+02:00`, `2024-01-15T14:02` where the zone is
 * unknown or ambiguous, `T14:02` without a date, `2024-01-15` without a clock time. Null when neither is known.
 */
export function toIso(moment: Moment): string | null {
  if (!moment.clock) return moment.date
  if (!moment.date) return `T${moment.clock}`
  const offset = offsetOf(moment)
  return `${moment.date}T${moment.clock}${offset === '+00:00' ? 'Z' : (offset ?? '')}`
}

/**
 * Exact seconds from `a` to `b`, negative when `b` is earlier. Null unless both have a date and a clock time, and both
 * zones are known or both unknown (two moments of the same ambiguous zone count as floating). A clock time that occurs
 * twice is the first one, unless the moment is `repeated`; one that is skipped is moved forward by the gap.
 */
export function secondsBetween(a: Moment, b: Moment): number | null {
  const from = inSeconds(a)
  const to = inSeconds(b)
  if (!from || !to) return null
  if (from.epoch !== null && to.epoch !== null) return to.epoch - from.epoch
  const isSameFloating = from.epoch === null && to.epoch === null && a.zone?.name === b.zone?.name
  return isSameFloating ? to.wall - from.wall : null
}

/**
 * Negative when `a` is before `b`, 0 when equal, positive when after; null when that is not known. Without a clock
 * time, days are compared, and only different days have an order.
 */
export function compareMoments(a: Moment, b: Moment): number | null {
  const seconds = secondsBetween(a, b)
  if (seconds !== null) return seconds === 0 ? 0 : -seconds
  if (!a.date || !b.date || (a.clock && b.clock)) return null
  if (a.date === b.date) return a.clock || b.clock ? null : 0
  return a.date < b.date ? -1 : 1
}

/**
 * The moment a number of seconds later (earlier when negative), with daylight saving when the zone is known. Without a
 * date the clock wraps around midnight; null without a clock time.
 */
export function addSeconds(moment: Moment, seconds: number): Moment | null {
  if (!moment.clock) return null
  const withSeconds = moment.clock.length > 5 || seconds % 60 !== 0
  if (!moment.date) {
    const later = PlainTime.addSeconds(PlainTime.fromString(moment.clock), seconds)
    return { ...moment, clock: clockText(later, withSeconds) }
  }
  const plain = plainOf(moment)
  const zone = zoneIdOf(moment.zone)
  if (!plain) return null
  if (zone) return withWallClock(moment, ZonedDateTime.addSeconds(zonedOf(moment, plain, zone), seconds), withSeconds)
  const later = PlainDateTime.addSeconds(plain, seconds)
  return { ...moment, date: dateText(later), clock: clockText(later, withSeconds) }
}

/**
 * The local time of a zone at an instant, to the minute.
 * @param epochMs milliseconds since 1970-01-01T00:00Z
 * @throws RangeError when the zone is not known (see `isValidZoneId`)
 */
export function momentAt(epochMs: number, zoneId: string): Moment {
  const local = Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(Math.floor(epochMs)), zoneId)
  const fixedOffset = zoneId === 'UTC' ? '+00:00' : /^[+-]\d\d:\d\d$/.test(zoneId) ? zoneId : null
  const zone: Zone = { name: zoneId, id: zoneId, season: null, fixedOffset }
  return withWallClock({ date: null, clock: null, zone, approximate: false }, local, false)
}

/** The same instant in another zone; null unless date, clock and both zones are known. */
export function inZone(moment: Moment, zone: Zone): Moment | null {
  const plain = plainOf(moment)
  const from = zoneIdOf(moment.zone)
  const to = zoneIdOf(zone)
  if (!plain || !from || !to) return null
  const local = ZonedDateTime.withTimeZone(zonedOf(moment, plain, from), to)
  return withWallClock({ ...moment, zone }, local, (moment.clock?.length ?? 0) > 5)
}

/** Whether the clock time does not exist on that day, since daylight saving skips it. */
export function isSkipped(moment: Moment): boolean {
  return inSeconds(moment)?.shown === 0
}

/** The second occurrence of a clock time that occurs twice on its day; null when it occurs once. */
export function secondShowing(moment: Moment): Moment | null {
  return inSeconds(moment)?.shown === 2 ? { ...moment, repeated: true } : null
}

/**
 * The offset from UTC at a moment, `+02:00`; null when the zone, or the date in a zone with daylight saving, is not
 * known.
 */
export function offsetOf(moment: Moment): string | null {
  if (moment.zone?.fixedOffset) return moment.zone.fixedOffset
  const zone = zoneIdOf(moment.zone)
  const plain = plainOf(moment)
  return zone && plain ? ZonedDateTime.offset(zonedOf(moment, plain, zone)) : null
}

/** Adds days to a `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days)
}

/** Adds months to a `YYYY-MM-DD`; limited to the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  return PlainDate.toString(PlainDate.addMonths(dateOf(date), months))
}

/** Days from one `YYYY-MM-DD` to another, negative when the second is earlier. */
export function daysBetween(a: string, b: string): number {
  return dayNumber(b) - dayNumber(a)
}

/** The weekday of a `YYYY-MM-DD`, 1 (Monday) to 7. */
export function weekdayOf(date: string): number {
  return PlainDate.dayOfWeek(dateOf(date))
}

function zonedOf(moment: Moment, plain: PlainDateTime.Record, zone: string): ZonedDateTime.Record {
  return PlainDateTime.toZonedDateTime(plain, zone, { disambiguation: moment.repeated ? 'later' : 'compatible' })
}

/** The moment with another date and clock, marked when it is the second occurrence of that clock time. */
function withWallClock(moment: Moment, local: ZonedDateTime.Record, withSeconds: boolean): Moment {
  const { repeated: _, ...rest } = moment
  const first = PlainDateTime.toZonedDateTime(ZonedDateTime.toPlainDateTime(local), local.timeZoneId)
  const isFirst = first.epochMilliseconds === local.epochMilliseconds
  return {
    ...rest,
    date: dateText(ZonedDateTime.toPlainDateTime(local)),
    clock: clockText(local, withSeconds),
    ...(isFirst ? {} : { repeated: true }),
  }
}

function plainOf({ date, clock }: Moment): PlainDateTime.Record | null {
  return date && clock ? PlainDateTime.fromString(`${date}T${clock}`, Calendar.getISO) : null
}

function dateOf(date: string): PlainDate.Record {
  return PlainDate.fromString(date, Calendar.getISO)
}

function dateText(plain: PlainDateTime.Record): string {
  return PlainDate.toString(PlainDateTime.toPlainDate(plain))
}

function clockText(time: { hour: number; minute: number; second: number }, withSeconds: boolean): string {
  const parts = withSeconds ? [time.hour, time.minute, time.second] : [time.hour, time.minute]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
