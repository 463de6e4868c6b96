/** Classifies timeline rows that go back without a date: a mistake, a new day, or a 12-hour clock without its PM. */
import { addDays, inZone, type Moment, secondsBetween } from '../moment.ts'
import type { TimeReading } from '../time-point.ts'
import type { Zone } from '../zone/zone.ts'
import type { Halves, SequenceContext } from './resolve.ts'

/** How a row without a date goes back from the previous row. */
export type Jump =
  /** It does not go back. */
  | 'none'
  /** Rows in the wrong order: back by no more than two hours, or a date that goes back. */
  | 'disorder'
  /** A new day: back by more than five hours. */
  | 'midnight'
  /** Between the two: not known. */
  | 'unknown'
  /** A 12-hour clock without its PM. */
  | 'missing-pm'

/** A row that goes back. */
export interface BackwardRow {
  readonly reading: TimeReading
  /** Its moment on the day of the previous row. */
  readonly start: Moment
  /** The previous row, in the same zone. */
  readonly previous: Moment
  readonly halves: Halves
}

const HOUR_SECONDS = 3600
/** In real documents, rows in the wrong order went back by at most 113 minutes … */
const MAX_DISORDER_SECONDS = 2 * HOUR_SECONDS
/** … and midnights by at least 17 hours. Seconds. */
export const MIN_MIDNIGHT_SECONDS = 5 * HOUR_SECONDS
/** The remaining step of a jump back once 12 hours are added. */
const SMALL_STEP_SECONDS = 2 * HOUR_SECONDS

/** The reading of a row that goes back, and its moment: by the stated window, else by the size of the jump. */
export function classifyJump(row: BackwardRow, context: SequenceContext): { jump: Jump; moment: Moment } {
  const readings = readingsOf(row)
  const jump = byWindow(readings, context) ?? byDistance(row, readings['missing-pm'] ?? null)
  return { jump, moment: readings[jump] ?? row.start }
}

/** Seconds from one clock time to another, by date too where both have one. */
export function stepBetween(a: Moment, b: Moment): number {
  return secondsBetween(a, b) ?? secondsOfDay(b) - secondsOfDay(a)
}

/** The previous row in the zone of this row, so that 17:30 PDT and 00:30 UTC are no jump. */
export function inRowZone(previous: Moment, zone: Zone | null): Moment | null {
  if (!zone || !previous.zone || zone.name === previous.zone.name) return previous
  return inZone(previous, zone)
}

/** Which halves of the day the clock times of a timeline distinguish. */
export function halvesOf(readings: readonly (TimeReading | null)[]): Halves {
  const clocks = readings.flatMap((reading) => (reading?.clock ? [{ reading, clock: reading.clock }] : []))
  // `01:05` never means the afternoon.
  if (clocks.some(({ reading, clock }) => !clock.meridiem && (clock.hour > 12 || digitsOf(reading).startsWith('0'))))
    return 'never'
  return clocks.some(({ clock }) => clock.meridiem) ? 'written' : 'unknown'
}

/** The digits of the hour as written. */
function digitsOf({ text, start, clock }: TimeReading): string {
  return /\d+/.exec(text.slice((clock?.start ?? 0) - start))?.[0] ?? ''
}

function readingsOf({ reading, start, halves }: BackwardRow): Partial<Record<Jump, Moment>> {
  const readings: Partial<Record<Jump, Moment>> = {
    disorder: start,
    midnight: start.date ? { ...start, date: addDays(start.date, 1) } : start,
  }
  const hour = reading.clock?.hour ?? 0
  const mayLackPm = halves === 'written' || (halves === 'unknown' && digitsOf(reading).length === 1)
  if (!reading.clock?.meridiem && hour > 0 && hour < 12 && mayLackPm) readings['missing-pm'] = inAfternoon(start)
  return readings
}

/** Twelve hours later on the clock, which may be eleven or thirteen hours when daylight saving begins or ends. */
function inAfternoon(start: Moment): Moment {
  const [hour = '', ...rest] = (start.clock ?? '').split(':')
  return { ...start, clock: [Number(hour) + 12, ...rest].join(':') }
}

function byDistance({ previous, start }: BackwardRow, afternoon: Moment | null): Jump {
  const step = afternoon && stepBetween(previous, afternoon)
  if (step !== null && step >= 0 && step <= SMALL_STEP_SECONDS) return 'missing-pm'
  const back = stepBetween(start, previous)
  if (back <= MAX_DISORDER_SECONDS) return 'disorder'
  return back > MIN_MIDNIGHT_SECONDS ? 'midnight' : 'unknown'
}

/** The only reading that lies in the stated window, if exactly one does. */
function byWindow(readings: Partial<Record<Jump, Moment>>, { windowStart, windowEnd }: SequenceContext): Jump | null {
  if (!windowStart || !windowEnd) return null
  const inside = (Object.keys(readings) as Jump[]).filter((jump) => {
    const moment = readings[jump]
    const fromStart = moment && secondsBetween(windowStart, moment)
    const toEnd = moment && secondsBetween(moment, windowEnd)
    return typeof fromStart === 'number' && typeof toEnd === 'number' && fromStart >= 0 && toEnd >= 0
  })
  return inside.length === 1 ? (inside[0] ?? null) : null
}

/** Of `HH:MM` or `HH:MM:SS`. */
function secondsOfDay({ clock }: Moment): number {
  const part = (at: number) => Number(clock?.slice(at, at + 2))
  return clock ? part(0) * HOUR_SECONDS + part(3) * 60 + part(6) : 0
}
