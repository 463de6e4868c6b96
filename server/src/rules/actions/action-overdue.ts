import { overdueActions } from '../../model/actions/action-overdue.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { defineRule, type Report, type RuleContext } from '../rule.ts'
import { actionSubject } from './shared/action-words.ts'

/** An action that is open after its due date: from the next day on, in the zone of the team. */
export const actionOverdue = defineRule({
  severity: 'information',
  dependsOnToday: true,
  description: 'An open action is past its due date.',
  scope: 'document',
  check,
})

function check(postMortem: PostMortem, { now }: RuleContext): Report[] {
  if (now.date === null) return []
  return [...overdueActions(postMortem, now.date)].flatMap((item): Report[] => {
    const { section, due, state } = item
    if (!due) return []
    const said = state === null ? 'has no status' : `is ${state === 'in-progress' ? 'in progress' : state}`
    const message = `${actionSubject(item)} ${said}, but was due on ${due.value.plain}.`
    return [{ section, start: due.start, end: due.end, message }]
  })
}
