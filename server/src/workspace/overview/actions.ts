/** The action items of many post-mortems in one list: what the command line prints and an editor shows. */
import { groupBy } from '../../group-by.ts'
import { addDays } from '../../time/index.ts'
import type { ActionSummary, Summary } from '../index/file-summary.ts'

/** When an action is to be done, the most urgent first. */
export const ACTION_URGENCIES = ['overdue', 'this-week', 'later', 'no-date', 'tracked-elsewhere', 'done'] as const

/** When an action is to be done; `tracked-elsewhere`: only a tracker knows, `done`: no more, or never. */
export type Urgency = (typeof ACTION_URGENCIES)[number]

/** A post-mortem that was read. */
export interface SummarisedFile {
  /** As it is shown. */
  readonly path: string
  readonly summary: Summary
}

/** An action with its incident. */
export interface ListedAction extends Omit<ActionSummary, 'isOpen' | 'isTracked' | 'canBeLate'> {
  readonly path: string
  readonly urgency: Urgency
  readonly incident: {
    readonly id: string | null
    readonly title: string | null
    readonly date: string | null
    readonly severity: string | null
  }
}

/** By what a list is grouped. */
export const ACTION_GROUPS = ['urgency', 'owner', 'document', 'priority'] as const

/** By what a list is grouped. */
export type ActionGrouping = (typeof ACTION_GROUPS)[number]

/** What of all actions is listed. */
export interface ActionFilter {
  /** Whether those are, too, that are done. */
  readonly all: boolean
  readonly overdue: boolean
  /** Part of a name, whatever its case; null: of anybody, and of nobody. */
  readonly owner: string | null
  /** Due on this day or before, `YYYY-MM-DD`; null: whenever. */
  readonly dueUntil: string | null
}

/** Actions that belong together. */
export interface ListedActionGroup {
  /** What they have in common; null: they say nothing of it. */
  readonly name: string | null
  readonly actions: readonly ListedAction[]
}

/** Days of a week that is not over. */
const WEEK_DAYS = 7

/**
 * All actions of some files, the most urgent first; of equal ones those with the higher priority.
 * @param today `YYYY-MM-DD`
 */
export function listActions(files: readonly SummarisedFile[], today: string, filter: ActionFilter): ListedAction[] {
  const all = files.flatMap(({ path, summary }) => {
    const { id, title, date, severity } = summary
    const incident = { id: id?.text ?? null, title, date, severity }
    return summary.actions.map(({ isOpen, isTracked, canBeLate, ...action }): ListedAction => {
      const urgency = !isOpen ? 'done' : isTracked ? 'tracked-elsewhere' : urgencyOf(action.due, canBeLate, today)
      return { path, urgency, incident, ...action }
    })
  })
  return all.filter((action) => isWanted(action, filter)).sort(compareActions)
}

/** The same in groups: by urgency in that order, else by name, and what says nothing comes last. */
export function groupActions(actions: readonly ListedAction[], by: ActionGrouping): ListedActionGroup[] {
  const nameOf = ({ urgency, owner, priority, path }: ListedAction) =>
    ({ urgency, owner, priority, document: path })[by]
  const groups = [...groupBy(actions, (action) => nameOf(action) ?? '')].map(([name, list]) => {
    return { name: name === '' ? null : name, actions: list }
  })
  if (by === 'urgency') return groups
  return groups.sort((a, b) => compareTexts(a.name, b.name))
}

function urgencyOf(due: string | null, canBeLate: boolean, today: string): Urgency {
  if (due === null || !/^\d{4}-\d\d-\d\d$/.test(due)) return 'no-date'
  if (due < today) return canBeLate ? 'overdue' : 'no-date'
  return due <= addDays(today, WEEK_DAYS) ? 'this-week' : 'later'
}

function isWanted(action: ListedAction, { all, overdue, owner, dueUntil }: ActionFilter): boolean {
  const { urgency, due } = action
  if (urgency === 'done' && !all) return false
  if (overdue && urgency !== 'overdue') return false
  if (owner !== null && !action.owner?.toLowerCase().includes(owner.toLowerCase())) return false
  return dueUntil === null || (due !== null && due <= dueUntil && /^\d{4}-/.test(due))
}

function compareActions(a: ListedAction, b: ListedAction): number {
  return (
    ACTION_URGENCIES.indexOf(a.urgency) - ACTION_URGENCIES.indexOf(b.urgency) ||
    compareTexts(a.due, b.due) ||
    compareTexts(a.priority, b.priority) ||
    compareTexts(a.path, b.path) ||
    a.line - b.line
  )
}

/** What says nothing comes last. */
function compareTexts(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
