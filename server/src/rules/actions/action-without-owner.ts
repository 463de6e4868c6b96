import { actionLists } from '../../model/actions/action-lists.ts'
import type { Rule } from '../rule.ts'
import { reportLacking } from './action-words.ts'

/** Open actions that nobody owns, in a list that has a place for an owner: one finding per list. */
export const actionWithoutOwner: Rule = {
  meta: {
    id: 'action-without-owner',
    group: 'actions',
    severity: 'warning',
    aboutUnfinished: true,
    description: 'An open action has no owner.',
    since: '0.1.0',
  },
  scope: 'document',
  sections: 'actions',
  check: (postMortem, context) =>
    actionLists(postMortem).flatMap((list) =>
      reportLacking(list, { part: 'owner', name: 'owner', inTracker: true }, postMortem, context),
    ),
}
