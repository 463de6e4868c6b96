/** Moments as numbers. The time zone database is slow, so it is queried once per zone and day. */
import * as Calendar from 'temporal-polyfill/fns/Calendar'
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime'
import { memoize } from '../../memoize.ts'
import type { Moment } from '../moment.ts'
import type { Zone } from './zone.ts'

/** A moment in numbers. */
export interface MomentInSeconds {
  /** Seconds from 1970-01-01T00:00 in its own local time. */
  readonly wall: number
  /** Seconds since the epoch; null where the zone is not known. */
  readonly epoch: number | null
  /** How often this clock time occurs on that day in the zone; once when the zone is not known. */
  readonly shown: 0 | 1 | 2
}

/** A moment in numbers; null unless it has a date and a clock time. */
export const inSeconds = memoize((moment: Moment): MomentInSeconds | null => {
  const { date, clock, zone } = moment
  if (!date || !clock) return null
  const wall = Date.parse(`${date}T${clock}Z`) / 1000
  const id = zoneIdOf(zone)
  if (!zone || !id) return { wall, epoch: null, shown: 1 }
  const offset = offsetOnDay(zone, id, date)
  if (offset !== null) return { wall, epoch: wall - offset, shown: 1 }
  const [first, second] = [epochOf(date, clock, id, 'earlier'), epochOf(date, clock, id, 'later')]
  if (first === second) return { wall, epoch: first, shown: 1 }
  // A time that occurs twice is the earlier one unless marked, a skipped one is moved forward.
  const usual = epochOf(date, clock, id, 'compatible')
  return { wall, epoch: moment.repeated ? second : usual, shown: usual === second ? 0 : 2 }
})

/**
 * The zone for calculations. An abbreviation is taken literally (CET is +01:00 in June as well, which the rule
 * `zone-season` reports); PT and IANA names follow daylight saving.
 */
export function zoneIdOf(zone: Zone | null): string | null {
  return zone?.fixedOffset ?? zone?.id ?? null
}

/** Days from 1970-01-01 to a `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00Z`) / DAY_MS
}

/** The `YYYY-MM-DD` a number of days after 1970-01-01. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

const DAY_MS = 86_400_000

type Disambiguation = 'compatible' | 'earlier' | 'later'

/** The offsets in seconds by day, null for days on which the offset changes. */
const daysOf = memoize((_: Zone) => new Map<string, number | null>())

function offsetOnDay(zone: Zone, id: string, date: string): number | null {
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(id)
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 3600 + Number(fixed[3]) * 60)
  if (id === 'UTC') return 0
  const days = daysOf(zone)
  const known = days.get(date)
  if (known !== undefined) return known
  // From noon to noon, since some clocks change at midnight.
  const before = offsetAtNoon(dayNumber(date) - 1, id)
  const offset = before === offsetAtNoon(dayNumber(date) + 1, id) ? before : null
  days.set(date, offset)
  return offset
}

function offsetAtNoon(day: number, id: string): number {
  const date = dateOfDay(day)
  return Date.parse(`${date}T12:00Z`) / 1000 - epochOf(date, '12:00', id, 'compatible')
}

function epochOf(date: string, clock: string, id: string, disambiguation: Disambiguation): number {
  const plain = PlainDateTime.fromString(`${date}T${clock}`, Calendar.getISO)
  return PlainDateTime.toZonedDateTime(plain, id, { disambiguation }).epochMilliseconds / 1000
}
