/** Ongoing incidents, as far as the document tells. */

import { isOpenEnded } from '../model/document/going-on.ts'
import { isOngoingStatus } from '../model/document/metadata.ts'
import { firstOf, lastOf } from '../model/durations/window.ts'
import type { PostMortem } from '../model/post-mortem.ts'
import { oldestFirst } from '../model/timeline/timeline-lists.ts'
import {
  DEFAULT_STYLE,
  type DurationStyle,
  formatDuration,
  inZone,
  type Moment,
  secondsBetween,
} from '../time/index.ts'
import { clockText } from './wording.ts'

/** After that, the document was probably never closed. */
const MAX_ONGOING_SECONDS = 7 * 24 * 3600

/** After that, a row alone does not say that it goes on. */
const MAX_UNSTATED_SECONDS = 24 * 3600

/**
 * Whether the document is about one incident that is not over; a mitigated one is not over. A total duration without an
 * end means that it is over, unless the status or the total say otherwise, or the incident began today and has no
 * mitigation yet: then the total is that of the time of writing.
 */
export function isOngoing(postMortem: PostMortem, now: Moment): boolean {
  const { recognised, isTemplate, incidents, resolved, stage, window, durations, sections, timeline } = postMortem
  if (!recognised || isTemplate || incidents.length > 0 || stage !== 'draft') return false
  if (!resolved) return true
  // The model uses the mitigation as the end when there is no other.
  const isEnded = lastOf(timeline, 'resolved') !== null || lastOf(timeline, 'closed') !== null
  if (isEnded || (window.source === 'field' && window.end !== null)) return false
  if (isStatedAsOngoing(postMortem)) return true
  const isMitigated = lastOf(timeline, 'mitigated') !== null
  if (durations.some(({ section }) => (sections[section]?.level ?? 0) < 2)) {
    return !isMitigated && beganToday(postMortem, now)
  }
  return isMitigated
}

function isStatedAsOngoing({ metadata: { status, duration }, template }: PostMortem): boolean {
  if (duration && !duration.unfilled && isOpenEnded(duration.value.plain)) return true
  const listed = template?.template.statuses ?? []
  return status !== undefined && !status.unfilled && isOngoingStatus(status.value.plain, listed)
}

function beganToday(postMortem: PostMortem, now: Moment): boolean {
  const start = startOf(postMortem)
  return start?.zone != null && start.date !== null && inZone(now, start.zone)?.date === start.date
}

/** By the head, else by the row that records it, else by the first row. */
function startOf({ window, timeline }: PostMortem): Moment | null {
  if (window.source === 'field' && window.start) return window.start
  const started = firstOf(timeline, 'started')
  return started && !started.uncertain ? started.at : null
}

/** The first row, where it may be the start: in phases any, and else one that is not marked as something later. */
function firstRowOf({ timeline }: PostMortem): Moment | null {
  if (firstOf(timeline, 'started')) return null
  const first = oldestFirst(timeline).find(({ at }) => at !== null)
  if (!first?.at?.clock || first.uncertain) return null
  const isLater = first.marked && first.milestones.length > 0 && first.form !== 'phase'
  return isLater ? null : first.at
}

/** The start of an ongoing incident. */
export interface Running {
  readonly start: Moment
  /** Seconds from the start to now. */
  readonly seconds: number
}

/**
 * How long an incident has been going on; null when it is over, or when its start or the zone of the start is not
 * known, or the start is not recent.
 */
export function runningSince(postMortem: PostMortem, now: Moment): Running | null {
  if (!isOngoing(postMortem, now)) return null
  const stated = startOf(postMortem)
  const start = stated ?? firstRowOf(postMortem)
  if (!start?.zone) return null
  const seconds = secondsBetween(start, now)
  const most = stated ? MAX_ONGOING_SECONDS : MAX_UNSTATED_SECONDS
  return seconds === null || seconds < 0 || seconds > most ? null : { start, seconds }
}

/** `running 1 h 12 min, mitigated at 15:36`, in the zone of the start. */
export function runningText({ start, seconds }: Running, { timeline }: PostMortem): string {
  const mitigated = lastOf(timeline, 'mitigated')
  const length = `running ${formatDuration(seconds, LONG)}`
  if (!mitigated?.at) return `${length}, not mitigated`
  const at = mitigated.uncertain ? null : onClockOf(start, mitigated.at)
  return `${length}, mitigated${at ? ` at ${clockText(at, { ...start, zone: at.zone })}` : ''}`
}

function onClockOf({ zone }: Moment, moment: Moment): Moment | null {
  return zone && moment.zone?.name !== zone.name ? inZone(moment, zone) : moment
}

/** `1 h 12 min`. */
const LONG: DurationStyle = {
  ...DEFAULT_STYLE,
  units: [
    { unit: 'day', one: 'd', many: 'd' },
    { unit: 'hour', one: 'h', many: 'h' },
    { unit: 'minute', one: 'min', many: 'min' },
  ],
  gap: ' ',
}
