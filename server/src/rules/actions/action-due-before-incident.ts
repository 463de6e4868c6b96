import { dueAction, dueReading, moveDueDate } from '../../edits/due-date.ts'
import { incidentStarts } from '../../model/actions/action-windows.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { daysBetween, daysInMonth } from '../../time/index.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'
import { actionSubject } from './shared/action-words.ts'

/** Days after the incident: if the date with another year is within them, that year was probably meant. */
const MAX_DAYS_UNTIL_DUE = 180

/** An action that was due before the incident began: usually a wrong year. */
export const actionDueBeforeIncident = defineRule({
  severity: 'warning',
  description: 'An action is due before the incident began.',
  scope: 'document',
  byIncidentDay: true,
  check,
  fix,
})

function check(postMortem: PostMortem): Report[] {
  const { date, incidents } = postMortem
  const stated = postMortem.window.place ?? postMortem.metadata.date
  const startOf = incidentStarts(postMortem)
  return postMortem.actionItems.flatMap((item): Report[] => {
    const { section, due, dueDate, unfilled } = item
    const start = startOf(item)
    if (unfilled || !due || dueDate === null || start === null || dueDate >= start) return []
    if (!dueReading(item, postMortem)) return []
    const message = `${actionSubject(item)} is due on ${due.value.plain}, before the incident on ${start}.`
    const place = stated && { section: stated.section, start: stated.start, end: stated.end }
    const related = place && incidents.length === 0 ? [{ ...place, message: `The incident: ${date ?? start}` }] : []
    return [{ section, start: due.start, end: due.end, message, related }]
  })
}

/** Suggests the same day in the first year that is not before the incident, if that is soon after it. */
function fix(finding: Finding, postMortem: PostMortem): Fix[] {
  const item = dueAction(finding, postMortem)
  const start = item ? incidentStarts(postMortem)(item) : null
  if (!item?.dueDate || start === null || dueReading(item, postMortem)?.year === null) return []
  const [, month = '', dayOfMonth = ''] = item.dueDate.split('-')
  const first = Number(start.slice(0, 4))
  const year = `${start.slice(0, 4)}-${month}-${dayOfMonth}` < start ? first + 1 : first
  const day = `${year}-${month}-${dayOfMonth}`
  if (Number(dayOfMonth) > daysInMonth(year, Number(month)) || daysBetween(start, day) > MAX_DAYS_UNTIL_DUE) return []
  const edits = moveDueDate(item, day, postMortem)
  return edits.length > 0 ? [{ title: `Change to ${edits[0]?.newText ?? day}`, edits, preferred: true }] : []
}
