import { setDueDate } from '../../edits/set-due-date.ts'
import { type ActionList, actionLists, lacking } from '../../model/actions/action-lists.ts'
import { dueWindow } from '../../model/actions/action-windows.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Finding, type Fix, type FixContext, type RuleContext } from '../rule.ts'
import { checkPart, isTracked } from './shared/action-words.ts'

/** Open actions without a due date, in a list that has due dates: one finding per list. */
export const actionWithoutDueDate = defineRule({
  severity: 'warning',
  aboutUnfinished: true,
  onlyInOriginal: true,
  description: 'An open action has no due date.',
  scope: 'document',
  check: checkPart({ part: 'due', name: 'due date', inTracker: true }),
  fix,
})

/** Suggests the last day that group or priority allows: only where each action has one, and none has passed. */
function fix(finding: Finding, postMortem: PostMortem, context: FixContext): Fix[] {
  const list = actionLists(postMortem).find(
    (other) =>
      reportedItems(other, postMortem, context)[0]?.title.start === finding.start &&
      other.section.index === finding.section,
  )
  if (!list) return []
  const items = reportedItems(list, postMortem, context)
  const windows = items.map((item) => dueWindow(item, postMortem, context.config.sla))
  const today = context.now.date ?? ''
  const edits = items.map((item, index) => {
    const end = windows[index]?.end ?? ''
    return end >= today && end !== '' ? setDueDate(list, item, end, postMortem, context.text) : null
  })
  const known = edits.filter((edit) => edit !== null)
  const [first] = windows
  if (!first || known.length < edits.length) return []
  const isSame = windows.every((window) => window?.end === first.end && window.name === first.name)
  const title = isSame
    ? `Set the due date to ${first.end}, the last day of "${shortened(first.name)}"`
    : 'Set each due date to the last day allowed'
  return [{ title, edits: known, preferred: true }]
}

function reportedItems(list: ActionList, postMortem: PostMortem, context: RuleContext) {
  return lacking(list, 'due', postMortem).filter((item) => !isTracked(list, item, postMortem, context))
}
