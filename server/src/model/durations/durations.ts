/** What the text says about durations and what its times add up to. */
import { type Moment, secondsBetween } from '../../time/index.ts'
import type { Place, PostMortem, StatedDuration, TimelineEvent } from '../post-mortem.ts'
import { oldestFirst } from '../timeline/timeline-lists.ts'
import { checkedDurations, recomputed } from './stated-durations.ts'
import { firstOf, lastOf } from './window.ts'

/** The length of the incident as its `start to end` field gives it, or its fields `Start` and `End`. */
export interface WindowDuration {
  /** The value that the length belongs to: of the field of both, of a field `Duration`, else of `Start`. */
  readonly place: Place
  readonly start: Moment
  readonly end: Moment
  /** Seconds from start to end. */
  readonly seconds: number
  /** The total that stands there, null where there is none. */
  readonly stated: StatedDuration | null
  /** What the total should say instead, null where it may stand or cannot be judged. */
  readonly update: string | null
  /** Whether a length that is not stated can be written behind the range. */
  readonly hasRoom: boolean
}

/** Null when the document has no such field, or one whose times are not both known. */
export function windowDuration(postMortem: PostMortem): WindowDuration | null {
  const { window, durations } = postMortem
  const { start, end, source } = window
  if (!start || !end || !window.place || source !== 'field') return null
  const seconds = secondsBetween(start, end)
  if (seconds === null || seconds < 0) return null
  const { place, hasRoom } = lengthPlace(window.place, postMortem)
  const inField = (other: Place) =>
    other.section === place.section && other.start >= place.start && other.end <= place.end
  const stated = durations.find(inField) ?? null
  const checked = checkedDurations(postMortem).find((candidate) => candidate.stated === stated)
  // A total in a field of its own may be one of other points than the two that are shown.
  const isMeant = hasRoom || (checked?.verdict === 'differs' && checked.seconds === seconds)
  return { place, start, end, seconds, stated, update: checked && isMeant ? recomputed(checked) : null, hasRoom }
}

/** Where the length of a window stands or belongs. A field of one time is no place for it. */
function lengthPlace(window: Place, { metadata }: PostMortem): { readonly place: Place; readonly hasRoom: boolean } {
  const { start, end, duration } = metadata
  const isAt = (field: Place | undefined) => field?.section === window.section && field.start === window.start
  if (!end || !isAt(start)) return { place: window, hasRoom: true }
  if (!duration) return { place: window, hasRoom: false }
  const place = { section: duration.section, start: duration.start, end: duration.end }
  return { place, hasRoom: false }
}

/** How long the timeline spans. */
export interface TimelineSpan {
  readonly first: TimelineEvent
  readonly last: TimelineEvent
  readonly seconds: number
}

/** From the start of the incident to its end where the entries record both, else from the first entry to the last. */
export function timelineSpan(timeline: readonly TimelineEvent[]): TimelineSpan | null {
  const ordered = oldestFirst(timeline)
  const timed = ordered.filter(({ at }) => at?.clock)
  const first = firstOf(ordered, 'started') ?? timed[0]
  const last = lastOf(ordered, 'resolved') ?? timed.at(-1)
  if (!first?.at || !last?.at || first === last) return null
  if (first.uncertain || last.uncertain) return null
  const seconds = secondsBetween(first.at, last.at)
  return seconds === null || seconds < 0 ? null : { first, last, seconds }
}
