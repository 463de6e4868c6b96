/** Rows of one list that stand in the wrong order. */
import { gapBetween, type Moment, secondShowing } from '../../time/index.ts'
import type { TimelineEvent } from '../post-mortem.ts'
import { isMilestoneList } from './milestone-list.ts'
import { isTimed, type TimelineList } from './timeline-lists.ts'

/** A row that does not belong below the row before it. */
export interface Disorder {
  readonly row: TimelineEvent
  /** The last row above it that has a time. */
  readonly before: TimelineEvent
}

/**
 * The rows of a list that go back (forth, where the newest stand first): those that cannot have been in that order,
 * however their times are meant.
 */
export function disorderIn({ events, newestFirst }: TimelineList): Disorder[] {
  if (isMilestoneList(events)) return []
  return events.filter(isTimed).flatMap((row, index, timed) => {
    const before = timed[index - 1]
    const isBefore = before !== undefined && (newestFirst ? goesBack(before, row) : goesBack(row, before))
    return isBefore ? [{ row, before }] : []
  })
}

/** Whether the wall clock of the zone shows this time twice on that day, an hour or half an hour apart. */
export function occursTwice(moment: Moment): boolean {
  return secondShowing(moment) !== null
}

type TimedEvent = TimelineEvent & { readonly at: Moment }

/** Whether a row is certainly before the one that should be the earlier. */
function goesBack(row: TimedEvent, earlier: TimedEvent): boolean {
  // Without dates a day that ends between the two shows only in the jump.
  if (!row.at.date && !earlier.at.date && row.jump !== 'disorder') return false
  return (gapBetween(earlier, row) ?? 0) < 0
}
