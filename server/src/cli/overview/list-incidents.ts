/** `postmortem incidents`: all post-mortems in one list. */
import { capitalised } from '../../text.ts'
import type { IncidentGrouping, ListedIncident } from '../../workspace/overview/incidents.ts'
import type { CliEnvironment } from '../environment.ts'
import { readerZone } from '../reader-zone.ts'
import { INCIDENT_COLUMNS, type PrintedIncident } from './overview-format.ts'
import { printRows, type RowFormat } from './print-rows.ts'
import { summarisedFiles } from './summarised-files.ts'

/** What the options say. */
export interface IncidentsOptions {
  readonly group: IncidentGrouping
  readonly format: RowFormat
}

const PRINTER = {
  columns: INCIDENT_COLUMNS,
  cells: (incident: PrintedIncident) => [
    incident.date ?? '-',
    incident.severity ?? '-',
    incident.minutes === null ? '-' : `${incident.minutes} min`,
    actionsOf(incident),
    incident.stage === 'draft' || incident.stage === 'in-review' ? farOf(incident) : incident.stage,
    incident.title ?? '-',
    incident.path,
  ],
  none: 'No post-mortems.',
}

/** Prints the incidents; returns the exit code: 2 for files that cannot be read. */
export async function runIncidents(
  names: readonly string[],
  { group, format }: IncidentsOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { files, code } = await summarisedFiles(names, environment)
  const { groupIncidents, listIncidents, today } = await import('../analysis.ts')
  const groups = groupIncidents(listIncidents(files, today(environment.now(), readerZone())), group).map(
    ({ name, incidents }) => ({
      title: name === null ? `No ${group}` : capitalised(name),
      rows: incidents.map(printed),
    }),
  )
  printRows(groups, format, PRINTER, environment.output)
  return code
}

function actionsOf({ openActions, overdueActions }: PrintedIncident): string {
  if (openActions === 0) return '-'
  return overdueActions > 0 ? `${openActions} open, ${overdueActions} overdue` : `${openActions} open`
}

function farOf({ stage, filledSections, sections }: PrintedIncident): string {
  const name = stage.replace('-', ' ')
  return sections === null ? name : `${name}, ${filledSections} of ${sections}`
}

function printed({ progress, ...incident }: ListedIncident): PrintedIncident {
  return { ...incident, filledSections: progress?.filled ?? null, sections: progress?.total ?? null }
}
