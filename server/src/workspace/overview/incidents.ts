/** Many post-mortems in one list: what the command line prints and an editor shows. */
import { groupBy } from '../../group-by.ts'
import type { Stage } from '../../model/post-mortem.ts'
import { listActions, type SummarisedFile } from './actions.ts'

/** A post-mortem in a list. */
export interface ListedIncident {
  readonly path: string
  readonly id: string | null
  readonly title: string | null
  /** `YYYY-MM-DD` */
  readonly date: string | null
  readonly severity: string | null
  readonly stage: Stage
  /** How long it lasted, null where that is not known. */
  readonly minutes: number | null
  readonly openActions: number
  readonly overdueActions: number
  /** Sections that are written, of those that the template wants; null without a template. */
  readonly progress: { readonly filled: number; readonly total: number } | null
}

/** By what a list is grouped. */
export const INCIDENT_GROUPS = ['stage', 'severity', 'month'] as const

/** By what a list is grouped. */
export type IncidentGrouping = (typeof INCIDENT_GROUPS)[number]

/** Incidents that belong together. */
export interface IncidentGroup {
  /** What they have in common; null: they say nothing of it. */
  readonly name: string | null
  readonly incidents: readonly ListedIncident[]
}

const ALL_OPEN = { all: false, overdue: false, owner: null, dueUntil: null }

/**
 * The post-mortems of some files, the latest first; copies are none of their own.
 * @param today `YYYY-MM-DD`
 */
export function listIncidents(files: readonly SummarisedFile[], today: string): ListedIncident[] {
  const own = files.filter(({ summary }) => !summary.isCopy)
  const list = own.map(({ path, summary }): ListedIncident => {
    const { id, title, date, severity, stage, minutes, progress } = summary
    const open = listActions([{ path, summary }], today, ALL_OPEN)
    const overdueActions = open.filter(({ urgency }) => urgency === 'overdue').length
    return {
      path,
      id: id?.text ?? null,
      title,
      date,
      severity,
      stage,
      minutes,
      openActions: open.length,
      overdueActions,
      progress,
    }
  })
  return list.sort((a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.path, b.path))
}

/** The same in groups: drafts first, the worst severity by name, the latest month. */
export function groupIncidents(incidents: readonly ListedIncident[], by: IncidentGrouping): IncidentGroup[] {
  const nameOf = ({ stage, severity, date }: ListedIncident) => {
    return by === 'stage' ? stage : by === 'severity' ? (severity ?? '') : (date ?? '').slice(0, 7)
  }
  const groups = [...groupBy(incidents, nameOf)].map(([name, list]) => ({ name: name || null, incidents: list }))
  if (by === 'month') return groups
  return groups.sort((a, b) => compare(a.name ?? '\uFFFF', b.name ?? '\uFFFF'))
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
