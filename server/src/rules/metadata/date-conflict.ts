import type { PostMortem } from '../../model/post-mortem.ts'
import { capitalised, listed } from '../../text.ts'
import { defineRule, type Finding, type Fix, type FixContext, type Report, type RuleContext } from '../rule.ts'
import { changeDay, commonDay } from './shared/change-day.ts'
import { type DayConflict, dayConflict } from './shared/day-conflict.ts'
import { daysText, type IncidentDays } from './shared/incident-days.ts'

/** Different days in title, ID, file name and fields: usually the post-mortem was copied from another one. */
export const dateConflict = defineRule({
  severity: 'warning',
  description: 'Title, file name, ID, date field and timeline are not about the same day.',
  scope: 'document',
  check,
  fix,
})

function check(postMortem: PostMortem, { path }: RuleContext): Report[] {
  const conflict = dayConflict(postMortem, path)
  const at = conflict && placeOf(conflict)
  if (!conflict || !at?.place) return []
  const against = (conflict.agreed.includes(at) ? conflict.odd : conflict.agreed).filter((days) => days !== at)
  const related = [...conflict.agreed, ...conflict.odd].flatMap((days) => {
    const isOther = days !== at && days.place
    return isOther ? [{ ...isOther, message: `${capitalised(days.name)}: ${daysText(days)}` }] : []
  })
  const message = `${capitalised(at.name)} says ${daysText(at)}, but ${listedDays(against)}.`
  return [{ ...at.place, message, related }]
}

/** Suggests the day of the majority; where it is one against one, either. */
function fix(_: Finding, postMortem: PostMortem, context: FixContext): Fix[] {
  const conflict = dayConflict(postMortem, context.path)
  if (!conflict) return []
  const { agreed, odd, isSettled } = conflict
  const write = (places: readonly IncidentDays[], others: readonly IncidentDays[]): Fix[] => {
    const day = commonDay(others)
    return day === null ? [] : places.flatMap((days) => changeDay(days, day, postMortem, context))
  }
  return isSettled ? write(odd, agreed) : [...write(odd, agreed), ...write(agreed, odd)]
}

/** The place of the minority; when there is no majority, the date field, which people look at first. */
function placeOf({ agreed, odd, isSettled }: DayConflict): IncidentDays | null {
  const candidates = (isSettled ? odd : [...agreed, ...odd]).filter(({ place }) => place)
  const all = candidates.length > 0 ? candidates : agreed.filter(({ place }) => place)
  return all.find(({ kind }) => kind === 'date') ?? all[0] ?? null
}

/** `the ID and the file name say 2026-09-08`, `the title says 2026-09-08 and the timeline 2026-09-11`. */
function listedDays(against: readonly IncidentDays[]): string {
  const texts = new Set(against.map(daysText))
  const [first, ...others] = against
  if (!first) return ''
  if (texts.size === 1) {
    return `${listed(against.map(({ name }) => name))} ${others.length > 0 ? 'say' : 'says'} ${daysText(first)}`
  }
  const more = others.map((days) => `${days.name} ${daysText(days)}`)
  return listed([`${first.name} says ${daysText(first)}`, ...more])
}
