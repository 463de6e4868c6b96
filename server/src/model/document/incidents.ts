/** Several incidents in one file: a log, in which the same timeline heading stands under several parents. */

import { memoize } from '../../memoize.ts'
import { kindsOf } from '../../template/kinds.ts'
import { completeDate, type DateOrder, readDates } from '../../time/index.ts'
import type { Incident } from '../details.ts'
import type { Section } from '../post-mortem.ts'

/** The incidents of a log, in order; none when the document is about one incident. */
export function readIncidents(sections: readonly Section[], dateOrder: DateOrder | null): Incident[] {
  const timelines = sections.filter(isTimelineByName)
  const parents = [...new Set(timelines.map(({ parent }) => parent))]
  const roots = parents.flatMap((parent) => (parent === null ? [] : (sections[parent] ?? [])))
  // A second timeline of one incident stands beside the first or inside another section of it.
  const apart =
    roots.length > 1 &&
    roots.length === timelines.length &&
    roots.every(({ level, kinds }) => level === roots[0]?.level && kinds.length === 0)
  if (!apart) return []
  return roots.map(({ index, heading }) => {
    const title = heading?.title.plain ?? ''
    const [date = null] = readDates(title, dateOrder ? { dateOrder } : {}).flatMap((found) => completeDate(found) ?? [])
    return { section: index, title, date }
  })
}

/** One that is no part of another, and not only by what stands in it: a log repeats its headings. */
function isTimelineByName({ kinds, within, heading }: Section): boolean {
  if (!kinds.includes('timeline') || within.includes('timeline')) return false
  return kindsOf(heading?.title.plain ?? '').includes('timeline')
}

/** The incident that a section belongs to, null when it belongs to none. */
export function incidentOf(
  section: number | null,
  incidents: readonly Incident[],
  sections: readonly Section[],
): Incident | null {
  if (section === null) return null
  const found = bySection(incidents).get(section)
  return found ?? incidentOf(sections[section]?.parent ?? null, incidents, sections)
}

const bySection = memoize(
  (incidents: readonly Incident[]) => new Map(incidents.map((incident) => [incident.section, incident])),
)
