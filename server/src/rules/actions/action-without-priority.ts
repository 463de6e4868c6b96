import { actionLists } from '../../model/actions/action-lists.ts'
import type { Rule } from '../rule.ts'
import { reportLacking } from './action-words.ts'

/** Open actions without a priority, in a list that has a place for one: one finding per list. */
export const actionWithoutPriority: Rule = {
  meta: {
    id: 'action-without-priority',
    group: 'actions',
    severity: 'hint',
    aboutUnfinished: true,
    description: 'An open action has no priority.',
    since: '0.1.0',
  },
  scope: 'document',
  sections: 'actions',
  check: (postMortem, context) =>
    actionLists(postMortem).flatMap((list) =>
      reportLacking(list, { part: 'priority', name: 'priority', inTracker: false }, postMortem, context),
    ),
}
