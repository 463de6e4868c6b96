/** Tells whether a list starts its own timeline. */

import { compareMoments, type Moment } from '../moment.ts'
import { classifyJump, inRowZone, MIN_MIDNIGHT_SECONDS, stepBetween } from './jump.ts'
import { momentOf, resolveDate, zoneOf } from './resolve.ts'
import type { SequenceEntry, SettledContext } from './sequence-entry.ts'

/** The rows above a list. */
export interface PrecedingRows {
  readonly context: SettledContext
  /** The row before the list. */
  readonly previous: Moment
  /** The first day of the timeline so far. */
  readonly firstDay: string | null
  /** A date above that no row has used yet. */
  readonly dateAbove: string | null
  /** Whether the first row with a clock time has its own date heading. */
  readonly hasHeading: boolean
}

/** What follows from the first clock time of a list. */
export interface Opening {
  /** `if-again`: only if the list repeats times of the timeline so far. */
  readonly opens: boolean | 'if-again'
  /** The first day of the new timeline, where no row and no heading gives it. */
  readonly day: string | null
}

const CONTINUES: Opening = { opens: false, day: null }

/**
 * Whether a list, in the order of its times, starts its own timeline: before the end of the rows above, but not on the
 * next day. Then its days count from its own start.
 * @param first its first row with a clock time, in that order
 */
export function classifyOpening(first: SequenceEntry, above: PrecedingRows): Opening {
  const { context, previous, firstDay } = above
  const { reading } = first
  if (!reading || !previous.clock) return CONTINUES
  const zone = zoneOf(reading, first.zone ?? null, context)
  const day = reading.date ?? (above.hasHeading ? first.dateAbove : null)
  if (day || above.dateAbove) {
    const date = day ? resolveDate(day, context, previous.date) : above.dateAbove
    const start = momentOf(reading, date, zone)
    const order = start && compareMoments(start, previous)
    return order !== null && order < 0 ? { opens: true, day: null } : CONTINUES
  }
  const previousHere = inRowZone(previous, zone)
  const start = previousHere && momentOf(reading, previousHere.date, zone)
  if (!start?.clock || !previousHere) return CONTINUES
  const back = -stepBetween(previousHere, start)
  if (back > 0 && back <= MIN_MIDNIGHT_SECONDS) {
    const row = { reading, start, previous: previousHere, halves: context.halves }
    return classifyJump(row, context).jump === 'midnight' ? CONTINUES : { opens: true, day: previousHere.date }
  }
  const onFirstDay = momentOf(reading, firstDay, zone)
  const isBefore = onFirstDay !== null && stepBetween(onFirstDay, previousHere) > 0
  return isBefore ? { opens: 'if-again', day: firstDay } : CONTINUES
}
