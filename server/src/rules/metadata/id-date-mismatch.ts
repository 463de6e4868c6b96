import { firstOf } from '../../model/durations/window.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { capitalised } from '../../text.ts'
import { daysBetween } from '../../time/index.ts'
import { defineRule, type Finding, type Fix, type FixContext, type Report, type RuleContext } from '../rule.ts'
import { changeDay, commonDay } from './shared/change-day.ts'
import { idAlone } from './shared/day-conflict.ts'
import { daysText, type IncidentDays } from './shared/incident-days.ts'

/** An ID with a wrong date. */
export const idDateMismatch = defineRule({
  severity: 'warning',
  description: 'The date in the ID is not that of the incident.',
  scope: 'document',
  check,
  fix,
})

function check(postMortem: PostMortem, { path }: RuleContext): Report[] {
  const found = idAlone(postMortem, path)
  const [main] = found ? byWeight(found.others) : []
  if (!found?.id.place || !main) return []
  // An ID is assigned when the incident is declared, which may be days after its start.
  const declared = firstOf(postMortem.timeline, 'declared')?.at?.date
  if (declared && Math.abs(daysBetween(declared, found.id.from)) <= 1) return []
  const message = `The ID says ${found.id.from}, but ${main.name} says ${daysText(main)}.`
  const related = found.others.flatMap((days) => {
    return days.place ? [{ ...days.place, message: `${capitalised(days.name)}: ${daysText(days)}` }] : []
  })
  return [{ ...found.id.place, message, related }]
}

/** Suggests either day, unless a third place decides. */
function fix(_: Finding, postMortem: PostMortem, context: FixContext): Fix[] {
  const found = idAlone(postMortem, context.path)
  if (!found) return []
  const { id, others } = found
  const day = commonDay(others) ?? postMortem.date
  const [only, ...more] = others
  const changeOther = only && more.length === 0 ? changeDay(only, id.from, postMortem, context) : []
  return [...(day ? changeDay(id, day, postMortem, context) : []), ...changeOther]
}

/** The date field first, since it is meant for the date. */
function byWeight(others: readonly IncidentDays[]): IncidentDays[] {
  return [...others].sort((a, b) => Number(b.kind === 'date') - Number(a.kind === 'date'))
}
