/**
 * What `postmortem actions --format json` and `postmortem incidents --format json` print: the types and the schemas
 * actions.schema.json and incidents.schema.json come from here, and so do the columns of CSV.
 */
import * as v from 'valibot'

const text = (description: string) => v.pipe(v.string(), v.description(description))
const maybe = (description: string) => v.pipe(v.nullable(v.string()), v.description(description))
const whole = (least: number, description: string) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.description(description))
const maybeWhole = (description: string) =>
  v.pipe(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))), v.description(description))

const PATH = text('Relative to the current folder, with `/`.')

const ACTION = v.object({
  path: PATH,
  line: whole(1, 'Where the action begins, from 1.'),
  urgency: v.pipe(
    v.picklist(['overdue', 'this-week', 'later', 'no-date', 'tracked-elsewhere', 'done']),
    v.description('When it is to be done; `done` is also what never will be.'),
  ),
  id: maybe('ID of the action in its document.'),
  title: text('What is to be done, without markup.'),
  owner: maybe('As it is written.'),
  priority: maybe('As it is written.'),
  due: maybe('`YYYY-MM-DD`; where no day can be read, as it is written.'),
  state: v.pipe(
    v.nullable(v.picklist(['open', 'in-progress', 'done', 'wont-do', 'deferred', 'proposed'])),
    v.description('What the document says.'),
  ),
  link: maybe('What it leads to first: a URL, or the key of a ticket.'),
  incident: maybe('ID of the incident.'),
  incidentTitle: maybe('Title of the post-mortem.'),
  incidentDate: maybe('Day of the incident, `YYYY-MM-DD`.'),
  severity: maybe('Severity of the incident.'),
})

const INCIDENT = v.object({
  path: PATH,
  id: maybe('ID of the incident.'),
  title: maybe('Title of the post-mortem.'),
  date: maybe('Day of the incident, `YYYY-MM-DD`.'),
  severity: maybe('As it is written.'),
  stage: v.pipe(
    v.picklist(['draft', 'in-review', 'final', 'superseded']),
    v.description('How far the post-mortem is.'),
  ),
  minutes: maybeWhole('How long the incident lasted.'),
  openActions: whole(0, 'Actions that are still to be done.'),
  overdueActions: whole(0, 'Those of them that are overdue.'),
  filledSections: maybeWhole('Sections that are written, of those that the template wants.'),
  sections: maybeWhole('Sections that the template wants.'),
})

/** The output of `actions`. */
export const ACTIONS_FORMAT = v.array(ACTION)
/** The output of `incidents`. */
export const INCIDENTS_FORMAT = v.array(INCIDENT)

/** An action as it is printed. */
export type PrintedAction = Readonly<v.InferOutput<typeof ACTION>>
/** An incident as it is printed. */
export type PrintedIncident = Readonly<v.InferOutput<typeof INCIDENT>>

/** Columns of a table of actions. */
export const ACTION_COLUMNS = Object.keys(ACTION.entries) as (keyof PrintedAction)[]
/** Columns of a table of incidents. */
export const INCIDENT_COLUMNS = Object.keys(INCIDENT.entries) as (keyof PrintedIncident)[]
