/** The wording of values in messages. */
import { isTrackedElsewhere } from '../model/actions/action-overdue.ts'
import type { ActionItem, ActionState, Stage } from '../model/post-mortem.ts'
import { DEFAULT_STYLE, type DurationStyle, daysBetween, formatDuration, type Moment } from '../time/index.ts'

/** A clock time, with its date where the other end of the range is on another day. */
export function clockText(moment: Moment, other: Moment): string {
  const zone = moment.zone && moment.zone.name !== other.zone?.name ? ` ${moment.zone.name}` : ''
  const date = moment.date !== other.date && moment.date ? `${moment.date} ` : ''
  return `${date}${moment.clock ?? '?'}${zone}`
}

/** `1h 23m`; with seconds unless it is a whole number of minutes: `3m 35s`. */
export function exactDuration(seconds: number): string {
  return formatDuration(seconds, seconds % 60 === 0 ? DEFAULT_STYLE : WITH_SECONDS)
}

const WITH_SECONDS: DurationStyle = {
  ...DEFAULT_STYLE,
  units: [...DEFAULT_STYLE.units, { unit: 'second', one: 's', many: 's' }],
}

/** `in 3 days`, `tomorrow`, `today`, `2 days ago`. Dates are `YYYY-MM-DD`. */
export function relativeDay(date: string, today: string): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}

const STATES: Record<ActionState, string> = {
  open: 'open',
  'in-progress': 'in progress',
  deferred: 'deferred',
  done: 'done',
  'wont-do': "won't be done",
  proposed: 'proposed',
}

/** All that {@link stateText} says, in the order in which work goes on. */
export const STATE_TEXTS: readonly string[] = [
  STATES.open,
  STATES['in-progress'],
  STATES.deferred,
  STATES.proposed,
  'no status',
  'tracked elsewhere',
  STATES.done,
  STATES['wont-do'],
]

/** How far a document is, in words. */
export const STAGES: Readonly<Record<Stage, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  final: 'Final',
  superseded: 'Superseded',
}

/** How far an action is, in words. */
export function stateText(item: ActionItem): string {
  if (isTrackedElsewhere(item)) return 'tracked elsewhere'
  const { state } = item
  return state === null ? 'no status' : STATES[state]
}

/** The ID of an action item, unless its title begins with it, and its title. */
export function nameParts({ id, title }: ActionItem): string[] {
  return id && id.plain !== '' && !title.plain.startsWith(id.plain) ? [id.plain, title.plain] : [title.plain]
}
