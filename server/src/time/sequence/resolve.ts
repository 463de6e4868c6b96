import { addDays, compareMoments, daysBetween, type Moment } from '../moment.ts'
import type { ClockReading } from '../read/clock-time.ts'
import { type DateOrder, type DateReading, daysInMonth } from '../read/date-at.ts'
import type { TimeReading } from '../time-point.ts'
import { settleZone, type Zone } from '../zone/zone.ts'

/**
 * Which times may be missing their PM: `never` where any row uses the 24-hour clock; `written` where any row has AM or
 * PM; else only those with a one-digit hour.
 */
export type Halves = 'never' | 'written' | 'unknown'

/** What is known about all times of a document. */
export interface SequenceContext {
  /** `YYYY-MM-DD`. */
  incidentDate: string | null
  /** The stated window of the incident, which decides between two readings. */
  windowStart: Moment | null
  windowEnd: Moment | null
  /** The zone of the document, else of the configuration; also settles ambiguous abbreviations. */
  zone: Zone | null
  /** Order of day and month, given by other dates or by the configuration. */
  dateOrder: DateOrder | null
  /** Which halves of the day are distinguished by other rows. */
  halves?: Halves
}

/**
 * The moment of a single time, such as a field. Its date is the written one, else that of the incident. Null without a
 * date and a clock time, and for an impossible clock time.
 */
export function resolveMoment(reading: TimeReading, context: SequenceContext): Moment | null {
  const date = reading.date ? resolveDate(reading.date, context) : context.incidentDate
  return momentOf(reading, date, zoneOf(reading, null, context))
}

/**
 * The end of a range whose start is known. Without a date of its own it is the start's, or the day after when its
 * clock time is before the start's. Null when the reading is no range.
 */
export function resolveUntil(reading: TimeReading, start: Moment | null, context: SequenceContext): Moment | null {
  const { until, date } = reading
  if (!until) {
    const last =
      date?.lastDay && start?.date && !start.clock ? `${start.date.slice(0, 8)}${twoDigits(date.lastDay)}` : null
    return last && start ? { ...start, date: last } : null
  }
  const zone = until.zone ? zoneOf(until, null, context) : (start?.zone ?? zoneOf(until, null, context))
  if (until.date) return momentOf(until, resolveDate(until.date, context, start?.date ?? null), zone)
  const end = momentOf(until, start ? start.date : context.incidentDate, zone)
  if (!start || !end?.date) return end
  const order = compareMoments(end, start)
  return order !== null && order < 0 ? { ...end, date: addDays(end.date, 1) } : end
}

const MAX_YEAR = 9999

/** Days after the incident for a date without a year: an incident at the turn of the year. */
const MAX_DAYS_LATER = 31

/**
 * A written date as `YYYY-MM-DD`. Without a year it is the latest that is not after the incident (nor more than a
 * month later, for the rows that follow it over the turn of a year). Null when the day does not exist, the year
 * cannot be known, or day and month could be exchanged and nothing settles it.
 *
 * @param near a date closer to this one than the incident, `YYYY-MM-DD`
 */
export function resolveDate(date: DateReading, context: SequenceContext, near: string | null = null): string | null {
  const anchor = near ?? context.incidentDate
  // A year with a digit too many is no year.
  const year = date.year !== null && date.year > MAX_YEAR ? null : date.year
  if (!date.alternative) return dayNear(year, date, context, near)
  if (context.dateOrder) {
    return dayNear(date.year, context.dateOrder === 'dmy' ? date : date.alternative, context, near)
  }
  if (!anchor) return null
  // Ambiguous: accepted only if exactly one reading is around the time of the incident.
  const close = [date, date.alternative]
    .map((parts) => dateText(date.year, parts, anchor))
    .filter((text) => text !== null && Math.abs(daysBetween(anchor, text)) <= 3)
  return close.length === 1 ? (close[0] ?? null) : null
}

/**
 * A date that needs no context, as `YYYY-MM-DD`: with its year, on a day that exists, and not ambiguous like
 * `3/4/2026`. Null for any other.
 */
export function completeDate({ year, month, day, impossible, alternative }: DateReading): string | null {
  return year === null || impossible || alternative !== null ? null : iso(year, month, day)
}

/** A moment from its parts; `24:00` is the beginning of the next day. */
export function momentOf(reading: TimeReading, date: string | null, zone: Zone | null): Moment | null {
  const clock = reading.clock && isPossible(reading.clock) ? reading.clock : null
  if (reading.clock && !clock) return null
  const { approximate, dayPart } = reading
  if (!clock) return date ? { date, clock: null, zone, approximate, ...(dayPart ? { within: dayPart } : {}) } : null
  const isEndOfDay = clock.hour === 24
  const day = isEndOfDay && date ? addDays(date, 1) : date
  return { date: day, clock: clockOf(clock), zone, approximate, ...(clock.hourOnly ? { within: 'hour' } : {}) }
}

/** The zone of a time: of the value, else of its column or heading, else of the document. */
export function zoneOf(reading: TimeReading, near: Zone | null, context: SequenceContext): Zone | null {
  const zone = reading.zone?.zone ?? near ?? context.zone
  return zone && settleZone(zone, context.zone?.id ?? null)
}

/** With an impossible date, `problem` does not tell about the clock time. */
function isPossible({ hour, minute, second, meridiem }: ClockReading): boolean {
  const isEndOfDay = hour === 24 && minute === 0 && !second && !meridiem
  return (hour < 24 || isEndOfDay) && minute < 60 && (second ?? 0) < 60
}

function clockOf(clock: ClockReading): string {
  const parts = [clock.hour % 24, clock.minute, ...(clock.second === null ? [] : [clock.second])]
  return parts.map(twoDigits).join(':')
}

/**
 * Without a year it counts from the incident or from the row before, whichever goes on from that row: of
 * `12-05`, `03-10` before an incident in March the second is of the incident's year.
 */
function dayNear(
  year: number | null,
  parts: { month: number; day: number },
  { incidentDate }: SequenceContext,
  near: string | null,
): string | null {
  const close = dateText(year, parts, near ?? incidentDate)
  if (year !== null || !near || !incidentDate || !close || close >= near) return close
  const other = dateText(null, parts, incidentDate)
  return other && other > near ? other : close
}

function dateText(year: number | null, parts: { month: number; day: number }, anchor: string | null): string | null {
  const { month, day } = parts
  if (month < 1 || month > 12 || day < 1) return null
  if (year !== null) return day <= daysInMonth(year, month) ? iso(year, month, day) : null
  if (!anchor) return null
  const latest = addDays(anchor, MAX_DAYS_LATER)
  // Eight years back reach a 29 February in any case.
  for (let candidate = Number(latest.slice(0, 4)), tries = 0; tries < 9; candidate--, tries++) {
    const text = iso(candidate, month, day)
    if (day <= daysInMonth(candidate, month) && text <= latest) return text
  }
  return null
}

function iso(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), ...[month, day].map(twoDigits)].join('-')
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0')
}
