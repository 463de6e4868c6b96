/** The moments of the rows of a run, one after the other. */

import { kept } from '../kept.ts'
import { addSeconds, compareMoments, isSkipped, type Moment, secondShowing } from '../moment.ts'
import type { DateReading } from '../read/date-at.ts'
import { sameContext, sameMoment, sameMoments } from '../same.ts'
import type { TimeReading } from '../time-point.ts'
import type { Zone } from '../zone/zone.ts'
import { inRowZone, judgeJump, stepBetween } from './jump.ts'
import { momentOf, resolveDate, resolveUntil, type SequenceContext, zoneOf } from './resolve.ts'
import type { Run, SequenceEntry, SequenceMoment, SettledContext } from './sequence-entry.ts'
import { clockKey, factsOf } from './sequence-facts.ts'

/** All that the moments of a run depend on besides its rows. */
export interface Before {
  readonly context: SettledContext
  readonly isReversed: boolean
  /** Whether its first row, in the order of the text, opens a timeline. */
  readonly opens: boolean
  readonly previous: Moment | null
  /** The date given above, until a row has used it. */
  readonly dateAbove: string | null
  /** The rows before stand under its first date heading as well. */
  readonly isUnderHeading: boolean
  /** The row from which `T+12m` counts; null also for runs without such rows. */
  readonly base: Moment | null
}

/** What becomes of a run. */
export interface Outcome {
  /** In the order of the text. */
  readonly moments: readonly SequenceMoment[]
  readonly previous: Moment | null
  readonly dateAbove: string | null
  readonly base: Moment | null
  /** The clock times of its rows that count, see `clockKey`. */
  readonly clocks: readonly number[]
}

/** Works out the rows of a run, unless nothing has changed for them. */
export const resolveRun: (run: Run, before: Before) => Outcome = kept(
  (run: Run, before: Before, last: Outcome | null): Outcome => {
    const { isReversed, isUnderHeading, previous, dateAbove, base, context } = before
    const { firstHeading, lastHeading } = factsOf(run)
    const heading = isReversed ? lastHeading : firstHeading
    const state: State = { context, previous, dateAbove, base, heading: isUnderHeading ? heading : null, clocks: [] }
    const rows = isReversed ? [...run].reverse() : run
    const moments = rows.map((entry) => resolveEntry(entry, state))
    if (isReversed) moments.reverse()
    if (before.opens && moments[0]) moments[0] = { ...moments[0], opens: true }
    const isSame = last !== null && sameMoments(moments, last.moments)
    return {
      moments: isSame ? last.moments : moments,
      previous: state.previous,
      dateAbove: state.dateAbove,
      base: state.base,
      clocks: state.clocks,
    }
  },
  sameBefore,
)

function sameBefore(a: Before, b: Before): boolean {
  return (
    a.isReversed === b.isReversed &&
    a.opens === b.opens &&
    a.dateAbove === b.dateAbove &&
    a.isUnderHeading === b.isUnderHeading &&
    sameMoment(a.previous, b.previous) &&
    sameMoment(a.base, b.base) &&
    sameContext(a.context, b.context)
  )
}

/** What is carried from row to row. */
interface State {
  readonly context: SettledContext
  previous: Moment | null
  dateAbove: string | null
  heading: DateReading | null
  base: Moment | null
  readonly clocks: number[]
}

function resolveEntry(entry: SequenceEntry, state: State): SequenceMoment {
  const heading = entry.dateAbove ?? null
  if (heading && heading !== state.heading) {
    state.heading = heading
    state.dateAbove = resolveDate(heading, state.context, state.previous?.date ?? null)
  }
  const { reading } = entry
  if (!reading) return result(null)
  if (reading.offsetSeconds !== null) return resolveOffset(reading.offsetSeconds, state)
  const zone = zoneOf(reading, entry.zone ?? null, state.context)
  const read = reading.date ? resolveDated(reading, reading.date, zone, state) : resolveUndated(reading, zone, state)
  const found = onClock(read, state)
  if (!found.start) return found
  if (!found.start.clock) {
    state.dateAbove = found.start.date
  } else if (found.jump !== 'unknown' && found.uncertain === read.uncertain) {
    state.previous = found.start
    state.base ??= found.start
    state.clocks.push(clockKey(reading))
    state.dateAbove = null
  }
  return { ...found, end: endOf(reading, found, state.context) }
}

/**
 * A time that the clock of its zone skipped is no moment, and no reason to call the rows around it wrong. One that goes
 * back where the clock was put back is its second showing if it is in order then, else nobody can say which it is.
 */
function onClock(found: SequenceMoment, { previous }: State): SequenceMoment {
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
  if (back <= 0 || (start.date && start.date !== previous.date)) return result(start)
  const { jump, moment } = judgeJump({ reading, start, previous, halves: state.context.halves }, state.context)
  return { ...result(moment), jump, uncertain: jump === 'unknown' }
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
