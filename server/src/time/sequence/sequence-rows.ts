/** Computes the moments of timeline rows, one after the other. */

import { gapBetween } from '../interval.ts'
import {
  addDays,
  addSeconds,
  compareMoments,
  isSkipped,
  type Moment,
  secondShowing,
  secondsBetween,
} from '../moment.ts'
import type { DateReading } from '../read/date-at.ts'
import type { TimeReading } from '../time-point.ts'
import type { Zone } from '../zone/zone.ts'
import { classifyJump, inRowZone, stepBetween } from './jump.ts'
import { momentOf, resolveDate, resolveUntil, type SequenceContext, zoneOf } from './resolve.ts'
import type { SequenceEntry, SequenceMoment, SettledContext } from './sequence-entry.ts'

/** The state carried from row to row. */
export interface SequenceState {
  readonly context: SettledContext
  /** The last row with a certain clock time. */
  previous: Moment | null
  /** The date given above, until a row has used it. */
  dateAbove: string | null
  /** The last date heading. */
  heading: DateReading | null
  /** The first row of the timeline with a clock time, from which `T+12m` counts. */
  base: Moment | null
  /** The clock times of the timeline so far, see `clockKey`. */
  readonly clocks: Set<number>
}

/** A number for each clock time as written. */
export function clockKey({ clock }: TimeReading): number {
  return clock ? (clock.hour * 100 + clock.minute) * 100 + (clock.second ?? 0) : 0
}

/** Computes the moment of a row, and updates the state for the following rows. */
export function resolveEntry(entry: SequenceEntry, state: SequenceState): SequenceMoment {
  const heading = entry.dateAbove ?? null
  if (heading && heading !== state.heading) {
    state.heading = heading
    state.dateAbove = resolveDate(heading, state.context, state.previous?.date ?? null)
  }
  const { reading } = entry
  if (!reading) return result(null)
  if (reading.offsetSeconds !== null) return resolveOffset(reading, reading.offsetSeconds, state)
  const zone = zoneOf(reading, entry.zone ?? null, state.context)
  const read = reading.date ? resolveDated(reading, reading.date, zone, state) : resolveUndated(reading, zone, state)
  const found = onExistingClock(read, state)
  if (!found.start) return found
  if (!found.start.clock) {
    state.dateAbove = found.start.date
  } else if (found.jump !== 'unknown' && found.uncertain === read.uncertain) {
    state.previous = found.start
    state.base ??= found.start
    state.clocks.add(clockKey(reading))
    state.dateAbove = null
  }
  return { ...found, end: endOf(reading, found, state.context) }
}

/**
 * A time that daylight saving skips is no moment, and must not make its neighbours look wrong. One that goes back where
 * the clock was put back is the second occurrence if that is in order, else it is uncertain.
 */
function onExistingClock(found: SequenceMoment, { previous }: SequenceState): SequenceMoment {
  const { start, jump } = found
  if (!start) return found
  if (isSkipped(start)) return { ...found, uncertain: true, jump: 'none' }
  const again = jump === 'disorder' ? secondShowing(start) : null
  if (!again || !previous) return found
  const step = compareMoments(again, previous)
  return step !== null && step >= 0
    ? { ...found, start: again, jump: 'none' }
    : { ...found, uncertain: true, jump: 'none' }
}

/**
 * `T+12m` counts from the start where that is stated. Else both it and `+12 min` count from the first row as a rule, but
 * some documents count from the row before, so it is a guess.
 */
function resolveOffset({ text }: TimeReading, offsetSeconds: number, state: SequenceState): SequenceMoment {
  const { windowStart } = state.context
  const zero = text.startsWith('T') && windowStart?.clock ? windowStart : null
  const base = zero ?? state.base ?? windowStart
  return { ...result(base && addSeconds(base, offsetSeconds)), offsetSeconds, uncertain: zero === null }
}

function resolveDated(
  reading: TimeReading,
  date: DateReading,
  zone: Zone | null,
  state: SequenceState,
): SequenceMoment {
  const day = resolveDate(date, state.context, state.previous?.date ?? null)
  const start = momentOf(reading, day, zone)
  const order = start && state.previous ? compareMoments(start, state.previous) : null
  return {
    ...result(start),
    uncertain: day === null || date.impossible,
    jump: order !== null && order < 0 ? 'disorder' : 'none',
  }
}

function resolveUndated(reading: TimeReading, zone: Zone | null, state: SequenceState): SequenceMoment {
  const previous = state.previous && inRowZone(state.previous, zone)
  const day = state.dateAbove ?? previous?.date ?? firstDay(reading, zone, state.context)
  const start = momentOf(reading, day, zone)
  if (start && reading.dayPart) return partOfDay(start, previous)
  if (!start?.clock || !previous?.clock) return result(start)
  const back = -stepBetween(previous, start)
  if (back <= 0 || (start.date && start.date !== previous.date)) return result(start)
  const { jump, moment } = classifyJump({ reading, start, previous, halves: state.context.halves }, state.context)
  return { ...result(moment), jump, uncertain: jump === 'unknown' }
}

/** `In the morning` far below `22:00` is of the next day. Which day it is nobody has written, so that it is a guess. */
function partOfDay(start: Moment, previous: Moment | null): SequenceMoment {
  const gap = previous === null ? 0 : (gapBetween({ at: previous }, { at: start }) ?? 0)
  const day = start.date !== null && -gap >= MIN_SECONDS_BACK ? addDays(start.date, 1) : start.date
  return { ...result({ ...start, date: day }), uncertain: true }
}

/** A part of the day that ended so long before the row above it is of the next day. */
const MIN_SECONDS_BACK = 6 * 3600

const HALF_DAY_SECONDS = 12 * 3600

/**
 * The day of a row above which no day is given: that of the stated start, in the zone of the row. A clock time that would
 * be long after the start, and after the end, is of the evening before.
 */
function firstDay(reading: TimeReading, zone: Zone | null, context: SequenceContext): string | null {
  const { incidentDate, windowStart, windowEnd } = context
  if (!windowStart?.clock || windowStart.date !== incidentDate) return incidentDate
  const start = inRowZone(windowStart, zone)
  const at = start && momentOf(reading, start.date, zone)
  if (!start?.date || !at) return incidentDate
  const late = secondsBetween(start, at) ?? 0
  const isOver = windowEnd ? (secondsBetween(windowEnd, at) ?? 0) > 0 : start !== windowStart
  return late > HALF_DAY_SECONDS && isOver ? addDays(start.date, -1) : start.date
}

function endOf(reading: TimeReading, { start, jump }: SequenceMoment, context: SequenceContext): Moment | null {
  const clock = reading.until?.clock
  const lacksPm = jump === 'missing-pm' && clock && !clock.meridiem && clock.hour < 12
  const until =
    lacksPm && reading.until ? { ...reading.until, clock: { ...clock, hour: clock.hour + 12 } } : reading.until
  return resolveUntil({ ...reading, until }, start, context)
}

function result(start: Moment | null): SequenceMoment {
  return { start, end: null, offsetSeconds: null, uncertain: false, jump: 'none', opens: false }
}
