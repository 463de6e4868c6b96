/** How rules speak of rows of a timeline. */

import { shortened } from '../../text.ts'
import type { Place, TimelineEvent } from '../post-mortem.ts'

/** The time of a row as it stands there. */
export function timeText({ time, reading }: TimelineEvent): string {
  return shortened(time && reading ? time.text.slice(reading.start, endOf(reading)) : '', 40)
}

/** Where the time of a row stands; the row itself where it has none. */
export function timePlace({ section, time, start, end }: TimelineEvent): Place {
  return time ? { section, start: time.start, end: time.end } : { section, start, end }
}

function endOf({ end, until }: NonNullable<TimelineEvent['reading']>): number {
  return until ? Math.max(end, until.end) : end
}
