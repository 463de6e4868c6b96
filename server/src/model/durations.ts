/** What the text says about durations and what its times add up to. */
import { formatDuration, type Moment, readDurations, secondsBetween } from '../time/index.ts'
import type { Place, PostMortem, StatedDuration, TimelineEvent } from './post-mortem.ts'
import { checkedDurations, recomputed } from './stated-durations.ts'
import { firstOf, lastOf } from './window.ts'

/** The length of the incident as its `start to end` field gives it. */
export interface WindowDuration {
  /** The value of the field. */
  readonly place: Place
  readonly start: Moment
  readonly end: Moment
  /** Seconds from start to end. */
  readonly seconds: number
  /** The total that stands beside it, null where there is none. */
  readonly stated: StatedDuration | null
  /** What the total should say instead, null where it may stand or cannot be judged. */
  readonly update: string | null
}

/** Null when the document has no such field, or one whose times are not both known. */
export function windowDuration(postMortem: PostMortem): WindowDuration | null {
  const { window, durations } = postMortem
  const { start, end, place, source } = window
  if (!start || !end || !place || source !== 'field') return null
  const seconds = secondsBetween(start, end)
  if (seconds === null || seconds < 0) return null
  const inField = (other: Place) =>
    other.section === place.section && other.start >= place.start && other.end <= place.end
  const stated = durations.find(inField) ?? null
  const checked = checkedDurations(postMortem).find((candidate) => candidate.stated === stated)
  return { place, start, end, seconds, stated, update: checked ? recomputed(checked) : null }
}

/** How long the timeline spans. */
export interface TimelineSpan {
  readonly first: TimelineEvent
  readonly last: TimelineEvent
  readonly seconds: number
}

/** From the start of the incident to its end where the entries record both, else from the first entry to the last. */
export function timelineSpan(timeline: readonly TimelineEvent[]): TimelineSpan | null {
  const timed = timeline.filter(({ at }) => at?.clock)
  const first = firstOf(timeline, 'started') ?? timed[0]
  const last = lastOf(timeline, 'resolved') ?? timed.at(-1)
  if (!first?.at || !last?.at || first === last) return null
  const seconds = secondsBetween(first.at, last.at)
  return seconds === null || seconds < 0 ? null : { first, last, seconds }
}

/** An offset written as the old one was: `+5 min` stays in minutes, with its sign; `0 min` has none. */
export function rewriteOffset(old: string, seconds: number): string {
  const sign = /^\s*\+/.test(old) && seconds > 0 ? '+' : ''
  const reading = readDurations(old.replace(/^\s*\+\s*/, ''))[0]
  return `${sign}${formatDuration(seconds, reading?.style)}`
}
