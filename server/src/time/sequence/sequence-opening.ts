/** Whether a list begins a timeline of its own. */

import { compareMoments, type Moment } from '../moment.ts'
import { inRowZone, judgeJump, MIN_MIDNIGHT_SECONDS, stepBetween } from './jump.ts'
import { momentOf, resolveDate, zoneOf } from './resolve.ts'
import type { SequenceEntry, SettledContext } from './sequence-entry.ts'

/** What stands above a list. */
export interface Above {
  readonly context: SettledContext
  /** The row before the list. */
  readonly previous: Moment
  /** On which the timeline so far begins. */
  readonly firstDay: string | null
  /** The date given above that no row has used yet. */
  readonly dateAbove: string | null
  /** The first row with a clock time stands under a date heading of its own. */
  readonly hasHeading: boolean
}

/** What the first clock time of a list says. */
export interface Opening {
  /** `if-again`: only if the list tells hours again that the timeline so far has told. */
  readonly opens: boolean | 'if-again'
  /** The day on which the new timeline begins, where no row and no heading says it. */
  readonly day: string | null
}

const GOES_ON: Opening = { opens: false, day: null }

/**
 * Whether a list, in the order of its times, begins a timeline of its own: before the end of what stands above it,
 * but not on the next day. Then it counts from the day on which it begins.
 * @param first its first row with a clock time, in that order
 */
export function judgeOpening(first: SequenceEntry, above: Above): Opening {
  const { context, previous, firstDay } = above
  const { reading } = first
  if (!reading || !previous.clock) return GOES_ON
  const zone = zoneOf(reading, first.zone ?? null, context)
  const day = reading.date ?? (above.hasHeading ? first.dateAbove : null)
  if (day || above.dateAbove) {
    const date = day ? resolveDate(day, context, previous.date) : above.dateAbove
    const start = momentOf(reading, date, zone)
    const order = start && compareMoments(start, previous)
    return order !== null && order < 0 ? { opens: true, day: null } : GOES_ON
  }
  const before = inRowZone(previous, zone)
  const start = before && momentOf(reading, before.date, zone)
  if (!start?.clock || !before) return GOES_ON
  const back = -stepBetween(before, start)
  if (back > 0 && back <= MIN_MIDNIGHT_SECONDS) {
    const row = { reading, start, previous: before, halves: context.halves }
    return judgeJump(row, context).jump === 'midnight' ? GOES_ON : { opens: true, day: before.date }
  }
  const onFirstDay = momentOf(reading, firstDay, zone)
  const isBefore = onFirstDay !== null && stepBetween(onFirstDay, before) > 0
  return isBefore ? { opens: 'if-again', day: firstDay } : GOES_ON
}
