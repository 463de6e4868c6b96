/** What the readers of action items share. */
import type { Template } from '../../template/template.ts'
import { addDays, completeDate, type DateReading, type ReadOptions, readDate, readDates } from '../../time/index.ts'
import type { Unfilled } from '../content/unfilled.ts'
import type { ActionValue } from '../post-mortem.ts'
import type { Part } from './action-parts.ts'
import type { People } from './action-people.ts'
import { stateAtStart } from './action-status.ts'

/** What the readers need to know. */
export interface ActionContext {
  readonly options: ReadOptions
  readonly template: Template | null
  readonly unfilled: Unfilled
  readonly people: People
  /** The day on which the incident started, `YYYY-MM-DD`: a due date without a year is the next one after it. */
  readonly day: string | null
}

/** Whether a part of an action waits to be filled in. In the place of a status TODO is one. */
export function isUnfilledPart(part: Part, text: string, { unfilled }: Pick<ActionContext, 'unfilled'>): boolean {
  return unfilled.is(text) && !(part === 'status' && /^[\s*_`]*\p{L}/u.test(text) && isStateAlone(text))
}

function isStateAlone(text: string): boolean {
  const said = stateAtStart(text)
  return said !== null && !/[\p{L}\p{N}]/u.test(said.rest) && !/^\W*tb[a-z]\W*$/i.test(text)
}

/**
 * The day of a due date, `YYYY-MM-DD`; null when it is not written or not complete. Of several, as in
 * `2026-02-01, moved to 2026-03-01`, the latest: nobody is late who was given more time.
 */
export function dueDateOf(due: ActionValue | null, context: ActionContext): string | null {
  if (!due || due.unfilled) return null
  const whole = readDate(due.value.plain, context.options)
  const days = (whole ? [whole] : readDates(due.value.plain, context.options)).map((date) => dayOf(date, context.day))
  return days.some((day) => day === null) ? null : (days.sort().at(-1) ?? null)
}

/** Days before the incident that a date without a year may name: what was due just before it is none of next year. */
const MAX_DAYS_BEFORE = 120

/** The day of a date; without a year the next one after the incident, null where that cannot be told. */
function dayOf(date: DateReading, incident: string | null): string | null {
  if (date.year !== null || incident === null) return completeDate(date)
  const year = Number(incident.slice(0, 4))
  const same = completeDate({ ...date, year })
  if (same === null || same >= incident) return same
  return same < addDays(incident, -MAX_DAYS_BEFORE) ? completeDate({ ...date, year: year + 1 }) : null
}

/** Names of techniques and of things with numbers of their own, which only look like `ABC-123`. */
export const NO_REFERENCE = /^(?:UTF|SHA|AES|MD|RSA|EC|HTTP|TLS|SSL|ISO|RFC|IEEE|CVE|GPT|LOG)-/

/** URLs and tracker references (`#123`, `ABC-123`) in a text. */
export function linksIn(text: string): string[] {
  const urls = text.match(/https?:\/\/[^\s)>\]|]+/g) ?? []
  const references =
    text
      .replace(/https?:\/\/\S+/g, ' ')
      .match(/(?<![\w/])(?:[\w-]+\/[\w.-]+)?#\d+\b|\b(?!ACT-|AI-|SEV-|INC-)[A-Z][A-Z0-9]+-\d+\b/g) ?? []
  return [...urls, ...references.filter((reference) => !NO_REFERENCE.test(reference))]
}

/** Parts of the address of a ticket, an issue or a change, in the trackers that are in common use. */
const TICKET_URL =
  /\/(?:issues?|pulls?|merge_requests|browse|tickets?|tasks?|story|stories|bugs?|_workitems|work_packages|cards?|c)\/[^/\s]*\w|[?&#](?:id|issue|ticket|selectedIssue|show_bug)=\w|show_bug\.cgi|\b(?:jira|linear|trello|asana|youtrack)\b/i

/** Whether a link leads to a tracker: a reference (`#12`, `ABC-123`), or the address of a ticket. */
export function leadsToTracker(link: string): boolean {
  return /^https?:/.test(link) ? TICKET_URL.test(link) : true
}
