/** `postmortem actions`: the action items of all post-mortems. */
import { capitalised } from '../../text.ts'
import type { ActionFilter, ActionGrouping, ListedAction, Urgency } from '../../workspace/overview/actions.ts'
import type { CliEnvironment } from '../environment.ts'
import { readerZone } from '../reader-zone.ts'
import { ACTION_COLUMNS, type PrintedAction } from './overview-format.ts'
import { printRows, type RowFormat } from './print-rows.ts'
import { summarisedFiles } from './summarised-files.ts'

/** What the options say. */
export interface ActionsOptions extends Omit<ActionFilter, 'dueUntil'> {
  /** Days from today; null: whenever they are due. */
  readonly dueWithinDays: number | null
  readonly group: ActionGrouping
  readonly format: RowFormat
  readonly failOnOverdue: boolean
}

const URGENCIES: Record<Urgency, string> = {
  overdue: 'Overdue',
  'this-week': 'Due within a week',
  later: 'Later',
  'no-date': 'Without a date',
  'tracked-elsewhere': 'Tracked elsewhere',
  done: 'Done',
}

const PRINTER = {
  columns: ACTION_COLUMNS,
  cells: ({ due, priority, owner, title, path, line }: PrintedAction) => [
    due ?? '-',
    priority ?? '-',
    owner ?? '-',
    title,
    `${path}:${line}`,
  ],
  none: 'No actions.',
}

/** Prints the actions; returns the exit code: 1 where some are overdue and that fails, 2 for files that cannot be read. */
export async function runActions(
  names: readonly string[],
  { dueWithinDays, group, format, failOnOverdue, ...filter }: ActionsOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { files, code } = await summarisedFiles(names, environment)
  const { addDays, groupActions, listActions, today } = await import('../analysis.ts')
  const day = today(environment.now(), readerZone())
  const dueUntil = dueWithinDays === null ? null : addDays(day, dueWithinDays)
  const actions = listActions(files, day, { ...filter, dueUntil })
  const groups = groupActions(actions, group).map(({ name, actions: list }) => ({
    title: titleOf(name, group),
    rows: list.map(printed),
  }))
  printRows(groups, format, PRINTER, environment.output)
  return code || (failOnOverdue && actions.some(({ urgency }) => urgency === 'overdue') ? 1 : 0)
}

function titleOf(name: string | null, group: ActionGrouping): string {
  if (name === null) return group === 'document' ? 'Elsewhere' : `No ${group}`
  return group === 'urgency' ? (URGENCIES[name as Urgency] ?? capitalised(name)) : name
}

function printed({
  path,
  line,
  urgency,
  id,
  title,
  owner,
  priority,
  due,
  state,
  link,
  incident,
}: ListedAction): PrintedAction {
  return {
    path,
    line: line + 1,
    urgency,
    id,
    title,
    owner,
    priority,
    due,
    state,
    link,
    incident: incident.id,
    incidentTitle: incident.title,
    incidentDate: incident.date,
    severity: incident.severity,
  }
}
