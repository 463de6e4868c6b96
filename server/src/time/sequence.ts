import type { DateReading } from './date-at.ts'
import { addDays, addSeconds, compareMoments, inZone, type Moment, secondsBetween } from './moment.ts'
import { momentOf, resolveDate, resolveUntil, type SequenceContext, zoneOf } from './resolve.ts'
import type { TimeReading } from './time-point.ts'
import type { Zone } from './zone.ts'

/** One row of a timeline, as far as its time goes. */
export interface SequenceEntry {
  /** Null when the row has no time. */
  reading: TimeReading | null
  /** The date heading or date row that the row stands under. */
  dateAbove?: DateReading | null
  /** The zone of its column or heading. */
  zone?: Zone | null
}

/** How a row without a date goes back from the row before it. */
export type Jump =
  /** It does not go back. */
  | 'none'
  /** Rows in the wrong order: back by no more than two hours, or a date that goes back. */
  | 'disorder'
  /** A new day: back by more than five hours. */
  | 'midnight'
  /** Between the two: nobody can say. */
  | 'unknown'
  /** A 12-hour clock without its PM. */
  | 'missing-pm'

/** When a row happened. */
export interface SequenceMoment {
  start: Moment | null
  /** End of the row, when it gives a range. */
  end: Moment | null
  /** For `+12 min` rows. */
  offsetSeconds: number | null
  /** The moment is a guess, and no metric may be computed from it. */
  uncertain: boolean
  jump: Jump
}

const HOUR = 3600
/** In real documents, rows in the wrong order went back by at most 113 minutes and midnights by at least 17 hours. */
const DISORDER = 2 * HOUR
const MIDNIGHT = 5 * HOUR
/** The step that is left of a jump back once 12 hours are added. */
const SMALL_STEP = 2 * HOUR

/** What is carried from row to row. */
interface State {
  context: SequenceContext
  /** Some row is written on the 24-hour clock, so that none lacks its PM. */
  has24Hours: boolean
  previous: Moment | null
  /** The date given above, until a row has used it. */
  dateAbove: string | null
  lastHeading: DateReading | null
  /** The first row with a clock time, from which `T+12m` counts. */
  base: Moment | null
}

/**
 * The moments of the rows of one timeline, in document order. The date of a row is the one on the value, else the
 * last one above it, else the incident's; rows that go back without a date are judged by how far they go, and by
 * the stated window where both readings are possible.
 */
export function resolveSequence(entries: readonly SequenceEntry[], context: SequenceContext): SequenceMoment[] {
  const state: State = {
    context,
    has24Hours: entries.some(({ reading }) => reading?.clock && !reading.clock.meridiem && reading.clock.hour > 12),
    previous: null,
    dateAbove: null,
    lastHeading: null,
    base: null,
  }
  return entries.map((entry) => resolveEntry(entry, state))
}

function resolveEntry(entry: SequenceEntry, state: State): SequenceMoment {
  const heading = entry.dateAbove ?? null
  if (heading && heading !== state.lastHeading) {
    state.lastHeading = heading
    state.dateAbove = resolveDate(heading, state.context, state.previous?.date ?? null)
  }
  const { reading } = entry
  if (!reading) return result(null)
  if (reading.offsetSeconds !== null) return resolveOffset(reading.offsetSeconds, state)
  const zone = zoneOf(reading, entry.zone ?? null, state.context)
  const found = reading.date ? resolveDated(reading, reading.date, zone, state) : resolveUndated(reading, zone, state)
  if (!found.start) return found
  if (!found.start.clock) {
    state.dateAbove = found.start.date
  } else if (found.jump !== 'unknown') {
    state.previous = found.start
    state.base ??= found.start
    state.dateAbove = null
  }
  return { ...found, end: endOf(reading, found, state.context) }
}

/** `+12 min` counts from the first row; some documents count from the row before, so it is a guess. */
function resolveOffset(offsetSeconds: number, state: State): SequenceMoment {
  const base = state.base ?? state.context.windowStart
  return { ...result(base && addSeconds(base, offsetSeconds)), offsetSeconds, uncertain: true }
}

function resolveDated(reading: TimeReading, date: DateReading, zone: Zone | null, state: State): SequenceMoment {
  const day = resolveDate(date, state.context, state.previous?.date ?? null)
  const start = momentOf(reading, day, zone)
  const order = start && state.previous ? compareMoments(start, state.previous) : null
  return { ...result(start), uncertain: day === null, jump: order !== null && order < 0 ? 'disorder' : 'none' }
}

function resolveUndated(reading: TimeReading, zone: Zone | null, state: State): SequenceMoment {
  const previous = state.previous && inRowZone(state.previous, zone)
  const day = state.dateAbove ?? previous?.date ?? state.context.incidentDate
  const start = momentOf(reading, day, zone)
  if (!start?.clock || !previous?.clock) return result(start)
  const back = -stepBetween(previous, start)
  return back > 0 && (start.date === previous.date || !start.date) ? judge(reading, start, back, state) : result(start)
}

/** A row that goes back by `back` seconds: which of its readings is it? */
function judge(reading: TimeReading, start: Moment, back: number, state: State): SequenceMoment {
  const readings: Partial<Record<Jump, Moment | null>> = {
    disorder: start,
    midnight: start.date ? { ...start, date: addDays(start.date, 1) } : start,
  }
  const hour = reading.clock?.hour ?? 0
  if (!reading.clock?.meridiem && hour > 0 && hour < 12 && !state.has24Hours) {
    readings['missing-pm'] = addSeconds(start, 12 * HOUR)
  }
  const jump = byWindow(readings, state.context) ?? byDistance(back, 'missing-pm' in readings)
  return { ...result(readings[jump] ?? start), jump, uncertain: jump === 'unknown' }
}

function byDistance(back: number, isTwelveHours: boolean): Jump {
  const step = 12 * HOUR - back
  if (isTwelveHours && step >= 0 && step <= SMALL_STEP) return 'missing-pm'
  if (back <= DISORDER) return 'disorder'
  return back > MIDNIGHT ? 'midnight' : 'unknown'
}

/** The only reading that lies in the stated window, if exactly one does. */
function byWindow(readings: Partial<Record<Jump, Moment | null>>, context: SequenceContext): Jump | null {
  const { windowStart, windowEnd } = context
  if (!windowStart || !windowEnd) return null
  const inside = (Object.keys(readings) as Jump[]).filter((jump) => {
    const moment = readings[jump]
    const fromStart = moment && secondsBetween(windowStart, moment)
    const toEnd = moment && secondsBetween(moment, windowEnd)
    return typeof fromStart === 'number' && typeof toEnd === 'number' && fromStart >= 0 && toEnd >= 0
  })
  return inside.length === 1 ? (inside[0] ?? null) : null
}

/** The row before on the clock of this row, so that 17:30 PDT and 00:30 UTC are no jump. */
function inRowZone(previous: Moment, zone: Zone | null): Moment | null {
  if (!zone || !previous.zone || zone.name === previous.zone.name) return previous
  return inZone(previous, zone)
}

/** Seconds from one clock time to another, by date too where both have one. */
function stepBetween(a: Moment, b: Moment): number {
  return secondsBetween(a, b) ?? secondsOfDay(b) - secondsOfDay(a)
}

function secondsOfDay({ clock }: Moment): number {
  const [hour = 0, minute = 0, second = 0] = (clock ?? '').split(':').map(Number)
  return hour * HOUR + minute * 60 + second
}

function endOf(reading: TimeReading, { start, jump }: SequenceMoment, context: SequenceContext): Moment | null {
  const clock = reading.until?.clock
  const lacksPm = jump === 'missing-pm' && clock && !clock.meridiem && clock.hour < 12
  const until =
    lacksPm && reading.until ? { ...reading.until, clock: { ...clock, hour: clock.hour + 12 } } : reading.until
  return resolveUntil({ ...reading, until }, start, context)
}

function result(start: Moment | null): SequenceMoment {
  return { start, end: null, offsetSeconds: null, uncertain: false, jump: 'none' }
}
