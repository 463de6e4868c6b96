/** Finds the days of the incident that contradict the others. */

import { enforcedTemplate } from '../../../model/document/schema.ts'
import type { PostMortem } from '../../../model/post-mortem.ts'
import { daysBetween } from '../../../time/index.ts'
import { impactDays } from './impact-days.ts'
import { daysApart, type IncidentDays, incidentDays } from './incident-days.ts'

/** Two groups of contradicting days. */
export interface DayConflict {
  /** The days that agree with most of the others. */
  readonly agreed: readonly IncidentDays[]
  readonly odd: readonly IncidentDays[]
  /** Whether `agreed` is the majority; else either may be right. */
  readonly isSettled: boolean
}

/** An incident at 23:30 is on the next day in another zone. */
const SLACK_DAYS = 1
/** A timeline may begin some days after the incident: with its detection. */
const LATE_TIMELINE_DAYS = 7
/** A post-mortem is written and published up to two months after its incident. */
const MAX_DAYS_TO_WRITE = 60

/** The conflict apart from the ID, null for none. */
export function dayConflict(postMortem: PostMortem, path: string | null): DayConflict | null {
  const firm = daysThatCount(postMortem, path)
  const known = firm.length > 0 ? firm : windowDays(postMortem)
  const days = postMortem.incidents.length > 0 ? firm : [...known, ...impactDays(postMortem, known)]
  const conflict = split(days)
  // The ID alone against all others is found by id-date-mismatch.
  return conflict && split(withoutId(days)) ? conflict : null
}

/** The days of the marked start and end of the timeline, where no place gives a whole date. */
function windowDays({ window: { start, end, source } }: PostMortem): IncidentDays[] {
  if (source !== 'timeline' || !start?.date || !end?.date) return []
  const days = { from: start.date, to: end.date, place: null, isRepeated: true, isSoft: false }
  return [{ kind: 'timeline', name: 'the timeline', ...days }]
}

/** The days of the ID and the others when it alone contradicts all of them; else null. */
export function idAlone(
  postMortem: PostMortem,
  path: string | null,
): { id: IncidentDays; others: readonly IncidentDays[] } | null {
  const days = daysThatCount(postMortem, path)
  const id = days.find(({ kind }) => kind === 'id')
  const others = withoutId(days)
  if (!id || others.length === 0 || split(others)) return null
  const timeline = incidentDays(postMortem, path).filter(({ kind }) => kind === 'timeline')
  return [...others, ...timeline].some((other) => agree(id, other)) ? null : { id, others }
}

function daysThatCount(postMortem: PostMortem, path: string | null): readonly IncidentDays[] {
  if (postMortem.incidents.length > 0) return []
  const days = withoutDayOfWriting(incidentDays(postMortem, path))
  return enforcedTemplate(postMortem) ? days : withoutLateTimeline(days)
}

function withoutDayOfWriting(all: readonly IncidentDays[]): IncidentDays[] {
  const firm = all.filter(({ isSoft }) => !isSoft)
  const [last] = firm.map(({ to }) => to).sort((a, b) => (a < b ? 1 : -1))
  if (!last) return []
  return all.filter((days) => {
    if (!days.isSoft || firm.some((other) => agree(days, other))) return true
    // A file keeps its name, however long ago the incident was.
    const after = daysBetween(last, days.from)
    return after <= 0 || (days.kind !== 'file' && after > MAX_DAYS_TO_WRITE)
  })
}

/** When everything else agrees on a day shortly before the first entry, the timeline is no contradiction. */
function withoutLateTimeline(days: readonly IncidentDays[]): readonly IncidentDays[] {
  const timeline = days.find(({ kind }) => kind === 'timeline')
  const others = withoutId(days).filter((other) => other !== timeline)
  if (!timeline || split(others)) return days
  const isLate = others.every((other) => other.to < timeline.from && daysApart(other, timeline) <= LATE_TIMELINE_DAYS)
  return isLate ? days.filter((other) => other !== timeline) : days
}

function withoutId(days: readonly IncidentDays[]): IncidentDays[] {
  return days.filter(({ kind }) => kind !== 'id')
}

function split(days: readonly IncidentDays[]): DayConflict | null {
  const camps = days.map((centre) => days.filter((other) => agree(centre, other)))
  const agreed = camps.reduce<IncidentDays[]>((most, camp) => (weight(camp) > weight(most) ? camp : most), [])
  const odd = days.filter((other) => !agreed.includes(other))
  return odd.length === 0 ? null : { agreed, odd, isSettled: weight(agreed) > weight(odd) }
}

/** A timeline with dates in several entries counts as two places. */
function weight(camp: readonly IncidentDays[]): number {
  return camp.reduce((sum, { kind, isRepeated }) => sum + (kind === 'timeline' && isRepeated ? 2 : 1), 0)
}

function agree(a: IncidentDays, b: IncidentDays): boolean {
  return daysApart(a, b) <= SLACK_DAYS
}
