/** Lists of milestones with their times, which are fields and no chronology: declaring late is normal. */
import type { TimelineEvent } from '../post-mortem.ts'

const MIN_ITEMS = 2
const MIN_SHARE = 0.7

/** Whether the items of a list name a milestone each, and then its time: `First detected 2025-03-14 09:33`. */
export function isMilestoneList(events: readonly TimelineEvent[]): boolean {
  const timed = events.filter(({ form, time, reading }) => form !== 'phase' && time && reading)
  const named = timed.filter(
    ({ time, description, marked }) => marked && time !== null && time.start > description.start,
  )
  return named.length >= MIN_ITEMS && named.length >= timed.length * MIN_SHARE
}
