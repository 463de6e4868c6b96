import { Temporal } from 'temporal-polyfill'
import type { Zone } from './zone.ts'

/** A point in time as far as it is known. Plain JSON. */
export interface Moment {
  /** `YYYY-MM-DD`; null when not known. */
  date: string | null
  /** `HH:MM` or `HH:MM:SS`; null when not known. */
  clock: string | null
  /** Null: unknown, which is *floating*. It is never taken for UTC. */
  zone: Zone | null
  approximate: boolean
  /** The clock was shown twice, because daylight saving ended, and the second time is meant. Absent: the first. */
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
 * Exact seconds from `a` to `b`, negative when `b` is earlier. Null unless both have a date and a clock time, and
 * both zones are known or both unknown (two moments of the same ambiguous zone count as floating).
 * Of a wall clock that daylight saving shows twice the first is meant, unless the moment says that it is `repeated`;
 * one that it skips is moved on by the gap.
 */
export function secondsBetween(a: Moment, b: Moment): number | null {
  const from = plainOf(a)
  const to = plainOf(b)
  if (!from || !to) return null
  const fromZone = zoneIdOf(a.zone)
  const toZone = zoneIdOf(b.zone)
  if (fromZone && toZone) {
    return zonedOf(a, from, fromZone)
      .toInstant()
      .until(zonedOf(b, to, toZone).toInstant())
      .total('seconds')
  }
  const isSameFloating = !fromZone && !toZone && a.zone?.name === b.zone?.name
  return isSameFloating ? from.until(to).total({ unit: 'seconds' }) : null
}

/**
 * Negative when `a` is before `b`, 0 when equal, positive when after; null when that is not known. Days are
 * compared where a clock time is missing, and then only different days have an order.
 */
export function compareMoments(a: Moment, b: Moment): number | null {
  const seconds = secondsBetween(a, b)
  if (seconds !== null) return seconds === 0 ? 0 : -seconds
  if (!a.date || !b.date || (a.clock && b.clock)) return null
  if (a.date === b.date) return a.clock || b.clock ? null : 0
  return a.date < b.date ? -1 : 1
}

/**
 * The moment that many seconds later (earlier when negative). Daylight saving counts when the zone is known.
 * Without a date the clock goes round; null without a clock time.
 */
export function addSeconds(moment: Moment, seconds: number): Moment | null {
  if (!moment.clock) return null
  const withSeconds = moment.clock.length > 5 || seconds % 60 !== 0
  if (!moment.date) {
    return { ...moment, clock: clockText(Temporal.PlainTime.from(moment.clock).add({ seconds }), withSeconds) }
  }
  const plain = plainOf(moment)
  const zone = zoneIdOf(moment.zone)
  if (!plain) return null
  if (zone) return withWallClock(moment, zonedOf(moment, plain, zone).add({ seconds }), withSeconds)
  const later = plain.add({ seconds })
  return { ...moment, date: later.toPlainDate().toString(), clock: clockText(later, withSeconds) }
}

/**
 * The wall clock of a zone at an instant, to the minute.
 * @param epochMs milliseconds since 1970-01-01T00:00Z
 * @throws RangeError when the zone is not known (see `isValidZoneId`)
 */
export function momentAt(epochMs: number, zoneId: string): Moment {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(zoneId)
  const fixedOffset = zoneId === 'UTC' ? '+00:00' : /^[+-]\d\d:\d\d$/.test(zoneId) ? zoneId : null
  const zone: Zone = { name: zoneId, id: zoneId, season: null, fixedOffset }
  return withWallClock({ date: null, clock: null, zone, approximate: false }, local, false)
}

/** The same instant on the clock of another zone; null unless date, clock and both zones are known. */
export function inZone(moment: Moment, zone: Zone): Moment | null {
  const plain = plainOf(moment)
  const from = zoneIdOf(moment.zone)
  const to = zoneIdOf(zone)
  if (!plain || !from || !to) return null
  const local = zonedOf(moment, plain, from).withTimeZone(to)
  return withWallClock({ ...moment, zone }, local, (moment.clock?.length ?? 0) > 5)
}

/** Whether the wall clock of the zone never shows this time on that day, because daylight saving puts it forward. */
export function isSkipped(moment: Moment): boolean {
  const zone = zoneIdOf(moment.zone)
  const plain = plainOf(moment)
  return zone !== null && plain !== null && !zonedOf(moment, plain, zone).toPlainDateTime().equals(plain)
}

/** The second showing of a clock that is put back over this time; null where the clock shows it once. */
export function secondShowing(moment: Moment): Moment | null {
  const zone = zoneIdOf(moment.zone)
  const plain = plainOf(moment)
  if (!zone || !plain || isSkipped(moment)) return null
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    plain.toZonedDateTime(zone, { disambiguation }),
  )
  return first?.offset === second?.offset ? null : { ...moment, repeated: true }
}

/** The offset from UTC at a moment, `+02:00`; null where the zone, or the day of a zone with seasons, is not known. */
export function offsetOf(moment: Moment): string | null {
  if (moment.zone?.fixedOffset) return moment.zone.fixedOffset
  const zone = zoneIdOf(moment.zone)
  const plain = plainOf(moment)
  return zone && plain ? zonedOf(moment, plain, zone).offset : null
}

/** Days added to a `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** Months added to a `YYYY-MM-DD`; the day is the last of its month where that month is too short for it. */
export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString()
}

/** Days from one `YYYY-MM-DD` to another, negative when the second is earlier. */
export function daysBetween(a: string, b: string): number {
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b)).days
}

/** The weekday of a `YYYY-MM-DD`, 1 (Monday) to 7. */
export function weekdayOf(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}

/**
 * The zone to reckon with. An abbreviation is taken at its word (CET is +01:00 in June as well, which
 * the rule `zone-season` is there to question); PT and IANA names follow daylight saving.
 */
function zoneIdOf(zone: Zone | null): string | null {
  return zone?.fixedOffset ?? zone?.id ?? null
}

function zonedOf(moment: Moment, plain: Temporal.PlainDateTime, zone: string): Temporal.ZonedDateTime {
  return plain.toZonedDateTime(zone, { disambiguation: moment.repeated ? 'later' : 'compatible' })
}

/** The moment with another date and clock, marked when it is the second showing of that clock. */
function withWallClock(moment: Moment, local: Temporal.ZonedDateTime, withSeconds: boolean): Moment {
  const { repeated: _, ...rest } = moment
  const date = local.toPlainDate().toString()
  const isFirst = local.toPlainDateTime().toZonedDateTime(local.timeZoneId).offset === local.offset
  return { ...rest, date, clock: clockText(local, withSeconds), ...(isFirst ? {} : { repeated: true }) }
}

function plainOf(moment: Moment): Temporal.PlainDateTime | null {
  return moment.date && moment.clock ? Temporal.PlainDateTime.from(`${moment.date}T${moment.clock}`) : null
}

function clockText(time: { hour: number; minute: number; second: number }, withSeconds: boolean): string {
  const parts = withSeconds ? [time.hour, time.minute, time.second] : [time.hour, time.minute]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
