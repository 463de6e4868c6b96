import type { Milestone, PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { timelineLists } from '../../model/timeline/timeline-lists.ts'
import { timePlace } from '../../model/timeline/timeline-text.ts'
import { gapBetween, secondsBetween } from '../../time/index.ts'
import { defineRule, type Report } from '../rule.ts'

/** Milestones in an impossible order. */
export const milestoneOrder = defineRule({
  severity: 'hint',
  description: 'A milestone comes before one that has to come first.',
  scope: 'document',
  check,
})

/** The required order, and the wording of both milestones. */
const ORDER: readonly [first: Milestone, then: Milestone, said: string, instead: string][] = [
  ['started', 'detected', 'Detected', 'it started'],
  ['started', 'acknowledged', 'Acknowledged', 'it started'],
  ['started', 'mitigated', 'Mitigated', 'it started'],
  ['started', 'resolved', 'Resolved', 'it started'],
  ['detected', 'acknowledged', 'Acknowledged', 'it was detected'],
  ['mitigated', 'resolved', 'Resolved', 'it was mitigated'],
  ['resolved', 'closed', 'Closed', 'it was resolved'],
  ['started', 'closed', 'Closed', 'it started'],
]

/** In seconds. */
const HALF_A_DAY = 12 * 3600

function check({ timeline, incidents }: PostMortem): Report[] {
  if (incidents.length > 0) return []
  const newestFirst = new Set(timelineLists(timeline).flatMap((list) => (list.newestFirst ? list.events : [])))
  // Where the rows stand in the right order and half a day or more lies between, a day is wrong: see timeline-order.
  const isMisdated = (first: TimelineEvent, then: TimelineEvent) =>
    first.list === then.list &&
    timeline.indexOf(first) < timeline.indexOf(then) !== newestFirst.has(first) &&
    Math.abs(first.at && then.at ? (secondsBetween(first.at, then.at) ?? 0) : 0) >= HALF_A_DAY
  const reported = new Set<TimelineEvent>()
  return ORDER.flatMap(([first, then, said, instead]) => {
    const earlier = certainEvents(timeline, then)
    const later = certainEvents(timeline, first)
    const [event, other] = [earlier[0], later[0]]
    // Only when all of them are too early: an incident may begin, and be resolved, more than once.
    const isWrong = earlier.length > 0 && later.length > 0 && earlier.every((a) => later.every((b) => isBefore(a, b)))
    if (!isWrong || !event?.time || !other?.time || reported.has(event) || isMisdated(other, event)) return []
    reported.add(event)
    const [at, before] = [clockOf(event, other), clockOf(other, event)]
    const related = [{ ...timePlace(other), message: `Timeline: ${before}` }]
    return [{ ...timePlace(event), message: `${said} at ${at}, before ${instead} at ${before}.`, related }]
  })
}

/** The entries with the marker of a milestone; none when any of their times is a guess. */
function certainEvents(timeline: readonly TimelineEvent[], milestone: Milestone): TimelineEvent[] {
  const found = timeline.filter(({ marked, milestones, at }) => marked && at?.clock && milestones.includes(milestone))
  return found.some(({ uncertain }) => uncertain) ? [] : found
}

function isBefore(a: TimelineEvent, b: TimelineEvent): boolean {
  if (!a.at || !b.at || (gapBetween({ at: a.at }, { at: b.at }) ?? 0) <= 0) return false
  return (secondsBetween(a.at, b.at) ?? 0) >= 60
}

/** The clock time, with the date where the other has another date. */
function clockOf({ at }: TimelineEvent, other: TimelineEvent): string {
  return at?.date !== other.at?.date ? `${at?.date} ${at?.clock}` : (at?.clock ?? '')
}
