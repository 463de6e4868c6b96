import { actionMentions } from '../../model/actions/action-mentions.ts'
import { type NumberedAction, numberedActions, writtenId } from '../../model/actions/action-numbers.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { nameKey } from '../../template/names.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Finding, type Fix, type FixContext, type Report } from '../rule.ts'
import { titlePlace } from './shared/action-words.ts'

/** Two actions with the same ID. */
export const duplicateActionId = defineRule({
  severity: 'error',
  description: 'Two actions have the same ID.',
  scope: 'document',
  check,
  fix,
})

function check(postMortem: PostMortem): Report[] {
  const firsts = new Map<string, NumberedAction>()
  return numberedActions(postMortem).flatMap((action): Report[] => {
    if (action.item.unfilled) return []
    const key = `${action.scope} ${action.number}`
    const first = firsts.get(key)
    if (!first) firsts.set(key, action)
    if (!first || isSameAction(action, first)) return []
    const id = writtenId(action, action.number)
    const title = shortened(first.item.title.plain, 50)
    const related = [{ ...titlePlace(first.item), message: `The first ${id}` }]
    return [{ ...action.place, message: `${id} is taken: "${title}" has it already.`, related }]
  })
}

/**
 * Suggests the next number that is not used in the document, not even in a reference. References keep pointing to the
 * first action.
 */
function fix(finding: Finding, postMortem: PostMortem, { text }: FixContext): Fix[] {
  const actions = numberedActions(postMortem)
  const action = actions.find(({ place }) => place.section === finding.section && place.start === finding.start)
  if (!action) return []
  const { prefix, scope, place } = action
  const alike = actions.filter((other) => other.scope === scope)
  const mentions = prefix === '' ? [] : actionMentions([prefix], postMortem, text)
  const taken = [...alike, ...mentions].map(({ number }) => number)
  // A reference to `ACT-900` must not make the numbering continue from there.
  const highest = Math.max(...alike.map(({ number }) => number))
  let next = highest + 1
  while (taken.includes(next)) next++
  const newText = writtenId(action, next)
  return [{ title: `Change to ${newText}`, edits: [{ ...place, newText }], preferred: true }]
}

/** The same action in two lists: an overview and the details. */
function isSameAction({ item: a }: NumberedAction, { item: b }: NumberedAction): boolean {
  return a.section !== b.section && nameKey(a.title.plain) === nameKey(b.title.plain)
}
