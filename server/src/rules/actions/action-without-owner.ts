import { defineRule } from '../rule.ts'
import { checkPart } from './shared/action-words.ts'

/** Open actions without an owner, in a list that has owners: one finding per list. */
export const actionWithoutOwner = defineRule({
  severity: 'warning',
  aboutUnfinished: true,
  onlyInOriginal: true,
  description: 'An open action has no owner.',
  scope: 'document',
  check: checkPart({ part: 'owner', name: 'owner', inTracker: true }),
})
