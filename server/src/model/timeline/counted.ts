/** Which of the places that record a milestone counts for it. */
import { compareMoments, type Moment, secondsBetween } from '../../time/index.ts'
import type { Milestone, Place, PostMortem, TimelineEvent } from '../post-mortem.ts'

/** Milestones in the order in which an incident goes through them. */
export const MILESTONES: readonly Milestone[] = [
  'started',
  'detected',
  'declared',
  'acknowledged',
  'investigating',
  'identified',
  'mitigated',
  'repaired',
  'resolved',
  'closed',
]

/** Milestones of which the last entry counts; of the others it is the first. */
const LAST: readonly Milestone[] = ['mitigated', 'repaired', 'resolved', 'closed']

/** Whether the last of several entries counts for a milestone, and not the first. */
export function countsLast(milestone: Milestone): boolean {
  return LAST.includes(milestone)
}

/** A point that a metric is measured from or to. */
export interface MetricPoint {
  readonly at: Moment
  /** What is said there: the description of a row, the name of a field. */
  readonly text: string
  readonly place: Place
  /** The row of the timeline, null for a field of the head. */
  readonly event: TimelineEvent | null
}

/** From one point to another. */
export interface MetricSpan {
  readonly from: MetricPoint
  readonly to: MetricPoint
}

/**
 * The entry that counts for a milestone, by time: the first detection, the last resolution. Null when there is none
 * with a clock time, or when the time of one of them is a guess.
 */
export function countedEvent(timeline: readonly TimelineEvent[], milestone: Milestone): TimelineEvent | null {
  const found = timeline.filter(({ milestones, at }) => at?.clock && milestones.includes(milestone))
  if (found.some(({ uncertain }) => uncertain)) return null
  return found.reduce<TimelineEvent | null>((best, event) => {
    if (!best) return event
    // Where the order of the times is not known it is that of the rows.
    const isBefore = best.at && event.at ? (compareMoments(best.at, event.at) ?? -1) > 0 : false
    return countsLast(milestone) === isBefore ? best : event
  }, null)
}

/** The same with where it stands; a start that no row records is the one that the head states. */
export function countedPoint(
  { timeline, window, metadata }: Pick<PostMortem, 'timeline' | 'window' | 'metadata'>,
  milestone: Milestone,
): MetricPoint | null {
  const event = countedEvent(timeline, milestone)
  if (event) return pointOf(event)
  const { start, place, source } = window
  const isRecorded = timeline.some(({ milestones }) => milestones.includes(milestone))
  if (milestone !== 'started' || isRecorded || source !== 'field' || !start?.clock || !place) return null
  const field = [metadata.start, metadata.duration].find(
    (value) => value?.section === place.section && value.start === place.start,
  )
  return { at: start, text: field?.name ?? 'Start', place, event: null }
}

/** Not a log of several incidents, and not a timeline in which something was resolved before it started. */
export function isOneIncident(source: Pick<PostMortem, 'timeline' | 'window' | 'metadata' | 'incidents'>): boolean {
  const started = countedPoint(source, 'started')
  const before = source.timeline.some(
    ({ milestones, at }) =>
      started && at?.clock && milestones.includes('resolved') && (compareMoments(at, started.at) ?? 0) < 0,
  )
  return source.incidents.length === 0 && !before
}

/** An entry as a point; null without a clock time. */
export function pointOf(event: TimelineEvent): MetricPoint | null {
  const { at, description, section, start, end } = event
  return at?.clock ? { at, text: description.plain, place: { section, start, end }, event } : null
}

/** How long a span lasts in seconds; null when that is not known, or it runs backwards. */
export function secondsOf({ from, to }: MetricSpan): number | null {
  const seconds = secondsBetween(from.at, to.at)
  return seconds !== null && seconds >= 0 ? seconds : null
}
