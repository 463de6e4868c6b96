import { actionLists } from '../../model/actions/action-lists.ts'
import { defineRule } from '../rule.ts'
import { reportMissingPart } from './shared/action-words.ts'

/** Open actions without a priority, in a list that has priorities: one finding per list. */
export const actionWithoutPriority = defineRule({
  severity: 'hint',
  aboutUnfinished: true,
  description: 'An open action has no priority.',
  scope: 'document',
  check: (postMortem, context) =>
    actionLists(postMortem).flatMap((list) =>
      reportMissingPart(list, { part: 'priority', name: 'priority', inTracker: false }, postMortem, context),
    ),
})
