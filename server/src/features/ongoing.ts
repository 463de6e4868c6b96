/** An incident that is still going on, as far as its document says. */
import type { PostMortem } from '../model/post-mortem.ts'
import { firstOf, lastOf } from '../model/window.ts'
import { type Moment, secondsBetween } from '../time/index.ts'

/** Seconds in the days after which a start is an old one: nobody closed the document. */
const LONGEST = 7 * 24 * 3600

/** Whether the document is about one incident that is not over. One that is only mitigated is not. */
export function isOngoing(postMortem: PostMortem): boolean {
  const { recognised, isTemplate, incidents, resolved, stage, window, durations, sections, timeline } = postMortem
  if (!recognised || isTemplate || incidents.length > 0) return false
  if (!resolved) return true
  // The model takes the mitigation of a timeline for its end, where there is no other.
  const isEnded = lastOf(timeline, 'resolved') !== null || lastOf(timeline, 'closed') !== null
  const isStated = window.source === 'field' || durations.some(({ section }) => (sections[section]?.level ?? 0) < 2)
  return stage === 'draft' && !isEnded && !isStated && lastOf(timeline, 'mitigated') !== null
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
  if (!isOngoing(postMortem)) return null
  const { window, timeline } = postMortem
  const started = firstOf(timeline, 'started')
  const start = window.source === 'field' && window.start ? window.start : started?.uncertain ? null : started?.at
  if (!start?.zone) return null
  const seconds = secondsBetween(start, now)
  return seconds === null || seconds < 0 || seconds > LONGEST ? null : { start, seconds }
}
