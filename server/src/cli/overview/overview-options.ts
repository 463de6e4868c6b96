/** The options of `postmortem actions` and `postmortem incidents`. */
import { type Arguments, oneOf } from '../arguments.ts'
import type { ActionsOptions } from './list-actions.ts'
import type { IncidentsOptions } from './list-incidents.ts'
import { ROW_FORMATS } from './print-rows.ts'

interface Wrong {
  readonly wrong: string
}

const DAYS = { d: 1, w: 7 }

/** The options of `actions`, or what is wrong with them. */
export function actionsOptions({ values }: Arguments): ActionsOptions | Wrong {
  const format = oneOf('--format', values.format ?? 'text', ROW_FORMATS)
  if (typeof format === 'object') return format
  const group = oneOf('--group', values.group ?? 'urgency', ['urgency', 'owner', 'document', 'priority'] as const)
  if (typeof group === 'object') return group
  const within = values['due-within']
  const [, count, unit] = /^(\d{1,4})([dw])$/.exec(within ?? '') ?? []
  if (within !== undefined && count === undefined)
    return { wrong: `--due-within is days or weeks, as in 7d, not "${within}"` }
  const dueWithinDays = count === undefined ? null : Number(count) * DAYS[unit as keyof typeof DAYS]
  const { all = false, overdue = false, owner = null, 'fail-on-overdue': failOnOverdue = false } = values
  return { all, overdue, owner, dueWithinDays, group, format, failOnOverdue }
}

/** The options of `incidents`, or what is wrong with them. */
export function incidentsOptions({ values }: Arguments): IncidentsOptions | Wrong {
  const format = oneOf('--format', values.format ?? 'text', ROW_FORMATS)
  if (typeof format === 'object') return format
  const group = oneOf('--group', values.group ?? 'stage', ['stage', 'severity', 'month'] as const)
  return typeof group === 'object' ? group : { group, format }
}
