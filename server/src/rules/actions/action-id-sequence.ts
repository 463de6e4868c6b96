import { renumbering } from '../../edits/action-renumbering.ts'
import { type NumberedAction, numberedActions, writtenId } from '../../model/actions/action-numbers.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { defineRule, type Finding, type Fix, type FixContext, type Report } from '../rule.ts'

/** Actions that are not numbered consecutively: one finding per prefix. */
export const actionIdSequence = defineRule({
  severity: 'off',
  description: 'The actions are not numbered through.',
  scope: 'document',
  check,
  fix,
})

function check(postMortem: PostMortem): Report[] {
  const last = new Map<string, NumberedAction>()
  const reported = new Set<string>()
  return numberedActions(postMortem).flatMap((action): Report[] => {
    const { prefix, scope, number, place } = action
    const before = last.get(scope)
    last.set(scope, action)
    // Two actions with the same number are another rule's finding.
    if (prefix === '' || reported.has(scope) || number === before?.number) return []
    const expected = (before?.number ?? 0) + 1
    if (number === expected) return []
    reported.add(scope)
    const [id, wanted] = [writtenId(action, number), writtenId(action, expected)]
    const where = before ? `comes after ${writtenId(before, before.number)}` : 'is the first action'
    return [{ ...place, message: `${id} ${where}: ${wanted} was expected.` }]
  })
}

function fix(_finding: Finding, postMortem: PostMortem, { text }: FixContext): Fix[] {
  const found = renumbering(postMortem, text)
  return found ? [{ title: 'Number the actions through', edits: found.edits, preferred: true }] : []
}
