/** An incident that is still going on, as far as its document says. */

import { firstOf, lastOf } from '../model/durations/window.ts'
import type { PostMortem } from '../model/post-mortem.ts'
import { inZone, type Moment, secondsBetween } from '../time/index.ts'

/** Seconds in the days after which a start is an old one: nobody closed the document. */
const MAX_ONGOING_SECONDS = 7 * 24 * 3600

/** What a status, or a total, says while the incident goes on. */
const GOES_ON = /\b(?:ongoing|on-going|investigating|unresolved|so far|and counting|to date)\b/i
const NOT_ON = /\b(?:not|no longer)\b/i

/**
 * Whether the document is about one incident that is not over. One that is only mitigated is not. A total without an
 * end is the end of it, unless status or total say that it goes on, or the incident began today and nobody wrote down
 * that it was so much as mitigated: then it was only how long it had lasted.
 */
export function isOngoing(postMortem: PostMortem, now: Moment): boolean {
  const { recognised, isTemplate, incidents, resolved, stage, window, durations, sections, timeline } = postMortem
  if (!recognised || isTemplate || incidents.length > 0) return false
  if (!resolved) return true
  // The model takes the mitigation of a timeline for its end, where there is no other.
  const isEnded = lastOf(timeline, 'resolved') !== null || lastOf(timeline, 'closed') !== null
  if (stage === 'final' || isEnded || (window.source === 'field' && window.end !== null)) return false
  if (saysSo(postMortem)) return true
  const isMitigated = lastOf(timeline, 'mitigated') !== null
  if (durations.some(({ section }) => (sections[section]?.level ?? 0) < 2)) {
    return !isMitigated && beganToday(postMortem, now)
  }
  return window.source !== 'field' && isMitigated
}

function saysSo({ metadata: { status, duration } }: PostMortem): boolean {
  return [status, duration].some(
    (field) => field && !field.unfilled && GOES_ON.test(field.value.plain) && !NOT_ON.test(field.value.plain),
  )
}

function beganToday(postMortem: PostMortem, now: Moment): boolean {
  const start = startOf(postMortem)
  return start?.zone != null && start.date !== null && inZone(now, start.zone)?.date === start.date
}

function startOf({ window, timeline }: PostMortem): Moment | null {
  if (window.source === 'field' && window.start) return window.start
  const started = firstOf(timeline, 'started')
  return started && !started.uncertain ? started.at : null
}

/** An ongoing incident with its start. */
export interface Running {
  readonly start: Moment
  /** Seconds from the start to now. */
  readonly seconds: number
}

/**
 * How long an incident has been going on; null when it is over, or its start is not known, is not recent, or stands
 * in a zone that is not known: then there is no telling what time it is there.
 */
export function runningSince(postMortem: PostMortem, now: Moment): Running | null {
  if (!isOngoing(postMortem, now)) return null
  const start = startOf(postMortem)
  if (!start?.zone) return null
  const seconds = secondsBetween(start, now)
  return seconds === null || seconds < 0 || seconds > MAX_ONGOING_SECONDS ? null : { start, seconds }
}
