import { dueAction, dueReading, moveDueDate } from '../../edits/due-date.ts'
import { dueWindow } from '../../model/actions/action-windows.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Finding, type Fix, type FixContext, type Report, type RuleContext } from '../rule.ts'
import { actionSubject } from './shared/action-words.ts'

/** An action that is due later than its group (`This Week`) or the team's SLA for its priority allows. */
export const actionDueOutsideWindow = defineRule({
  severity: 'hint',
  description: 'An action is due later than its group or its priority allows.',
  scope: 'document',
  check,
  fix,
})

function check(postMortem: PostMortem, { config }: RuleContext): Report[] {
  return postMortem.actionItems.flatMap((item): Report[] => {
    const { section, due, dueDate, state, unfilled } = item
    if (unfilled || state === 'wont-do' || !due || dueDate === null || !dueReading(item, postMortem)) return []
    const window = dueWindow(item, postMortem, config.sla)
    if (!window || dueDate <= window.end) return []
    const name = shortened(window.name)
    const bound = window.by === 'group' ? `"${name}" ends` : `${name} must be done`
    const message = `${actionSubject(item)} is due on ${due.value.plain}, but ${bound} ${window.by === 'group' ? 'on' : 'by'} ${window.end}.`
    const related = [{ ...window.place, message: `${name}: from ${window.from} to ${window.end}` }]
    return [{ section, start: due.start, end: due.end, message, related }]
  })
}

function fix(finding: Finding, postMortem: PostMortem, { config }: FixContext): Fix[] {
  const item = dueAction(finding, postMortem)
  const window = item ? dueWindow(item, postMortem, config.sla) : null
  const edits = item && window ? moveDueDate(item, window.end, postMortem) : []
  const title = `Change to ${edits[0]?.newText ?? ''}, the last day of "${shortened(window?.name ?? '')}"`
  return edits.length > 0 ? [{ title, edits, preferred: true }] : []
}
