/** The points in time that stated durations can be measured between, each with where the text says it. */

import { type Moment, readTimes, secondsBetween, shiftReading, type TimeReading } from '../../time/index.ts'
import type { Place, PostMortem, TimelineEvent } from '../post-mortem.ts'
import { timePlace } from '../timeline/timeline-text.ts'
import type { Pair, PointName } from './duration-kinds.ts'

/** A point in time of the incident. */
export interface DurationPoint {
  readonly name: PointName
  readonly at: Moment
  /** Where it stands in the text. */
  readonly place: Place
  /** Whether the timeline says it, and not the head. */
  readonly isEntry: boolean
  /** Whether a marker or a field says what it is, and not only a phrase. */
  readonly isMarked: boolean
  /** The time at the place, where it is one that could be exchanged for another. */
  readonly reading: TimeReading | null
}

/** What lies between two points. */
export interface Measured {
  readonly from: DurationPoint
  readonly to: DurationPoint
  /** Never negative. */
  readonly seconds: number
}

/** The points of a document by their names; none for a log of several incidents. */
export type Points = ReadonlyMap<PointName, readonly DurationPoint[]>

/**
 * Reads the points. Entries whose time is a guess give none. The start and the end that the head states count beside
 * those of the timeline: where the two differ, either may be meant.
 */
export function pointsOf(
  postMortem: Pick<PostMortem, 'timeline' | 'listedMilestones' | 'window' | 'incidents' | 'metadata' | 'dateOrder'>,
): Points {
  const { timeline, listedMilestones, window, incidents } = postMortem
  const points = new Map<PointName, DurationPoint[]>()
  const add = (point: Omit<DurationPoint, 'at'> & { readonly at: Moment | null }) => {
    const { name, at } = point
    if (at?.clock) points.set(name, [...(points.get(name) ?? []), { ...point, at }])
  }
  if (incidents.length > 0) return points
  const addEntry = (name: PointName, event: TimelineEvent) => {
    const place = timePlace(event)
    add({ name, at: event.at, place, isEntry: true, isMarked: event.marked, reading: event.time && event.reading })
    add({ name, at: event.until, place, isEntry: true, isMarked: event.marked, reading: null })
  }
  const isSure = ({ at, uncertain }: TimelineEvent) => at?.clock && !uncertain
  for (const event of timeline.filter(isSure)) for (const name of event.milestones) addEntry(name, event)
  const head = headPlaces(postMortem)
  if (head) {
    add({ name: 'started', at: window.start, place: head.start, isEntry: false, isMarked: true, reading: null })
    add({ name: 'resolved', at: window.end, place: head.end, isEntry: false, isMarked: true, reading: head.reading })
  }
  for (const event of listedMilestones.filter(isSure)) {
    const { at, reading, milestones } = event
    const place = timePlace(event)
    for (const name of milestones) add({ name, at, place, isEntry: false, isMarked: true, reading })
  }
  const [first, last] = [timeline.find(isSure), timeline.findLast(isSure)]
  if (first && last) {
    addEntry('first', first)
    addEntry('last', last)
  }
  return points
}

/** Everything that can be measured between two names, the usual reading first. */
export function measure(points: Points, [from, to]: Pair): Measured[] {
  const starts = points.get(from) ?? []
  const ends = inOrder(points.get(to) ?? [], to)
  return ends.flatMap((end) =>
    starts.flatMap((start) => {
      const seconds = start === end ? null : secondsBetween(start.at, end.at)
      return seconds === null || seconds < 0 ? [] : [{ from: start, to: end, seconds }]
    }),
  )
}

/** The first detection and acknowledgement count, the last mitigation and resolution; the head before the timeline. */
function inOrder(ends: readonly DurationPoint[], name: PointName): readonly DurationPoint[] {
  const stated = ends.filter(({ isEntry }) => !isEntry)
  const rows = ends.filter(({ isEntry }) => isEntry)
  const isLast = ['mitigated', 'repaired', 'resolved', 'closed', 'last'].includes(name)
  return [...stated, ...(isLast ? rows.toReversed() : rows)]
}

/** Where the head says when the incident started and ended; null where it does not. */
function headPlaces({ window, metadata, dateOrder }: Pick<PostMortem, 'window' | 'metadata' | 'dateOrder'>) {
  const { place, source } = window
  if (source !== 'field' || !place) return null
  const { start, end } = metadata
  const isApart = start && end && place.section === start.section && place.start === start.start
  if (!isApart) return { start: place, end: place, reading: null }
  const [found] = readTimes(end.value.text, dateOrder ? { dateOrder } : {})
  if (!found?.clock) return { start: place, end: place, reading: null }
  const at = end.value.start
  return {
    start: place,
    end: { section: end.section, start: at + found.start, end: at + found.end },
    reading: shiftReading(found, -found.start),
  }
}
