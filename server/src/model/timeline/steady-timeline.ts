/** The timeline as far as its times go: the same list from version to version while somebody writes what happened. */
import { memoize } from '../../memoize.ts'
import { eachOnce } from '../each-once.ts'
import type { TimelineEvent } from '../post-mortem.ts'

/**
 * The events of a timeline, each perhaps as it was in an earlier version of the document: its times, offset and
 * milestones are those of today, its place and its words may not be.
 */
export const steadyTimeline = eachOnce((event: TimelineEvent) => [event], saysWhen)

/** The same event as it is now. */
export function eventNow(
  event: TimelineEvent,
  steady: readonly TimelineEvent[],
  timeline: readonly TimelineEvent[],
): TimelineEvent {
  return timeline[placesIn(steady).get(event) ?? -1] ?? event
}

const placesIn = memoize(
  (steady: readonly TimelineEvent[]): ReadonlyMap<TimelineEvent, number> =>
    new Map(steady.map((event, index) => [event, index])),
)

function saysWhen({
  section: _section,
  start: _start,
  end: _end,
  time,
  offset,
  description: _description,
  owner: _owner,
  ...when
}: TimelineEvent): string {
  return JSON.stringify([when, time?.text, offset?.text, offset?.seconds])
}
