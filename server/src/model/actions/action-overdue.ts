/** Which actions are late. */

import type { ActionItem, PostMortem } from '../post-mortem.ts'
import { type ActionList, actionLists, isOpen } from './action-lists.ts'
import { leadsToTracker } from './action-values.ts'
import { incidentStarts } from './action-windows.ts'

/**
 * The actions that are still to be done on the day after their due date. What is done, won't be done or is only
 * proposed never is, and neither is one that was due before its incident: that is a slip of the pen.
 *
 * Without any status an action counts as open where its list has a place for one. Where it has none, nobody could have
 * said that it is done, and nothing is concluded; neither where a tracker says it, see {@link isTrackedElsewhere}. Those
 * of a copy are late in the original.
 * @param today `YYYY-MM-DD` in the zone of the team
 */
export function overdueActions(postMortem: PostMortem, today: string): ReadonlySet<ActionItem> {
  if (postMortem.isCopy) return new Set()
  const startOf = incidentStarts(postMortem)
  const late = postMortem.actionItems.filter((item) => {
    if (item.dueDate === null || item.dueDate >= today || !isOpen(item) || isTrackedElsewhere(item)) return false
    const start = startOf(item)
    return start === null || item.dueDate >= start
  })
  if (late.every(({ state }) => state !== null)) return new Set(late)
  const stateful = new Set(
    actionLists(postMortem)
      .filter(saysStates)
      .flatMap(({ items }) => items),
  )
  return new Set(late.filter((item) => item.state !== null || stateful.has(item)))
}

/** Whether a list has a place for the status of its actions: a column, a field, or boxes. */
function saysStates({ parts, items }: ActionList): boolean {
  return parts.has('status') || items.some(({ checked }) => checked !== null)
}

/** Whether a ticket says how far an action is, and the document does not: it has a link to one and no status of its own. */
export function isTrackedElsewhere(item: ActionItem): boolean {
  return item.state === null && isOpen(item) && item.links.some(leadsToTracker)
}
