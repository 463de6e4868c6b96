import { actionLists } from '../../model/actions/action-lists.ts'
import { defineRule } from '../rule.ts'
import { reportMissingPart } from './shared/action-words.ts'

/** Open actions without an owner, in a list that has owners: one finding per list. */
export const actionWithoutOwner = defineRule({
  severity: 'warning',
  aboutUnfinished: true,
  description: 'An open action has no owner.',
  scope: 'document',
  check: (postMortem, context) =>
    actionLists(postMortem).flatMap((list) =>
      reportMissingPart(list, { part: 'owner', name: 'owner', inTracker: true }, postMortem, context),
    ),
})
