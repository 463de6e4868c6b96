/** Rows of one list that stand in the wrong order. */
import { addSeconds, type Moment, secondShowing } from '../../time/index.ts'
import type { TimelineEvent } from '../post-mortem.ts'
import { isTimed, stepOf, type TimelineList } from './timeline-lists.ts'

/** A row that does not belong below the row before it. */
export interface Disorder {
  readonly row: TimelineEvent
  /** The last row above it that has a time. */
  readonly before: TimelineEvent
}

/**
 * The rows of a list that go back (forth, where the newest stand first). A row counts by its start, to the minute
 * where one of two has no seconds; approximate times are given their uncertainty, and an hour that the clock shows
 * twice the benefit of the doubt.
 */
export function disorderIn({ events, newestFirst }: TimelineList): Disorder[] {
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

/** Whether a row is before the one that should be the earlier. */
function goesBack(row: TimedEvent, earlier: TimedEvent): boolean {
  // Without dates a day that ends between the two shows only in the jump.
  if (!row.at.date && !earlier.at.date && row.jump !== 'disorder') return false
  const step = stepOf(...sameUnits(row.at, earlier.at))
  const uncertainty = uncertaintyOf(row) + uncertaintyOf(earlier)
  return step !== null && step > uncertainty && step - overlapAt(row.at) > uncertainty
}

/** Daylight saving puts the clock back by one of these. */
const OVERLAPS = [1800, 3600, 7200]

/** Seconds from the first time to the second at which the clock shows this time; 0 when it does so once. */
function overlapAt(moment: Moment): number {
  if (!moment.date || !moment.clock || !moment.zone?.id || moment.zone.fixedOffset) return 0
  const again = (seconds: number) => {
    const later = addSeconds(moment, seconds)
    return later?.date === moment.date && later?.clock === moment.clock
  }
  return OVERLAPS.find(again) ?? 0
}

/** Both to the minute unless both have seconds. */
function sameUnits(a: Moment, b: Moment): [Moment, Moment] {
  if (a.clock?.length === b.clock?.length) return [a, b]
  return [
    { ...a, clock: a.clock?.slice(0, 5) ?? null },
    { ...b, clock: b.clock?.slice(0, 5) ?? null },
  ]
}

const MINUTE = 60

/** Seconds by which a row may have been earlier or later: nobody means `~14:00` to the minute. */
function uncertaintyOf({ reading, time, approximate }: TimelineEvent): number {
  const clock = reading?.clock
  if (!clock) return 0
  if (/^\d{1,2}\s?[ap]\.?m/i.test(time?.text.slice(clock.start, clock.end) ?? '')) return 59 * MINUTE
  if (!approximate) return 0
  if (clock.minute === 0) return 30 * MINUTE
  if (clock.minute % 15 === 0) return 15 * MINUTE
  return (clock.minute % 5 === 0 ? 5 : 2) * MINUTE
}
