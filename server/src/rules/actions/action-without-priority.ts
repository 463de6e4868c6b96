import { defineRule } from '../rule.ts'
import { checkPart } from './shared/action-words.ts'

/** Open actions without a priority, in a list that has priorities: one finding per list. */
export const actionWithoutPriority = defineRule({
  severity: 'hint',
  aboutUnfinished: true,
  onlyInOriginal: true,
  description: 'An open action has no priority.',
  scope: 'document',
  check: checkPart({ part: 'priority', name: 'priority', inTracker: false }),
})
