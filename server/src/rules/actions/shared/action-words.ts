/** The wording of findings about actions. */

import { isTrackerReference } from '../../../config/wildcards.ts'
import { type ActionList, actionLists, lacking, sourceOf, textsOf } from '../../../model/actions/action-lists.ts'
import { numberedActions } from '../../../model/actions/action-numbers.ts'
import type { ActionItem, Place, PostMortem } from '../../../model/post-mortem.ts'
import { listed, shortened } from '../../../text.ts'
import type { Report, RuleContext } from '../../rule.ts'

/** Of actions named in one message. */
const MAX_NAMES = 4

/** The ID of an action, else its title in quotes. */
export function actionName({ id, title }: ActionItem): string {
  return id && id.plain !== '' && id.plain.length <= 12 ? id.plain : `"${shortened(title.plain, 40)}"`
}

/** The subject of a message that is shown at the action itself. */
export function actionSubject({ id }: ActionItem): string {
  return id && id.plain !== '' && id.plain.length <= 12 ? id.plain : 'This action'
}

/** The place of a finding about an action as a whole. */
export function titlePlace({ section, title }: ActionItem): Place {
  return { section, start: title.start, end: title.end }
}

/** A part that actions must have. */
interface Wanted {
  readonly part: 'owner' | 'due' | 'priority'
  readonly name: string
  /** Whether a ticket may have it instead. */
  readonly inTracker: boolean
}

/** Checks each list that has a part which some of its open actions lack: one finding per list. */
export function checkPart(wanted: Wanted) {
  return (postMortem: PostMortem, context: RuleContext): Report[] =>
    actionLists(postMortem).flatMap((list) => reportMissingPart(list, wanted, postMortem, context))
}

function reportMissingPart(
  list: ActionList,
  { part, name, inTracker }: Wanted,
  postMortem: PostMortem,
  context: RuleContext,
): Report[] {
  if (!list.parts.has(part)) return []
  const items = lacking(list, part, postMortem).filter(
    (item) => !inTracker || !isTracked(list, item, postMortem, context),
  )
  const [first, ...more] = items
  if (!first) return []
  if (more.length === 0) return [{ ...titlePlace(first), message: `${actionName(first)} has no ${name}.` }]
  const named = items.slice(0, items.length > MAX_NAMES ? MAX_NAMES - 1 : MAX_NAMES).map(actionName)
  const rest = items.length - named.length
  const names = listed(rest > 0 ? [...named, `${rest} more`] : named)
  const related = items.map((item) => ({ ...titlePlace(item), message: `${actionName(item)}: no ${name}` }))
  return [{ ...titlePlace(first), message: `${items.length} open actions have no ${name}: ${names}.`, related }]
}

/** Whether an action has a ticket, in which its owner and date are tracked. Its number in the document is not one. */
export function isTracked(
  list: ActionList,
  item: ActionItem,
  postMortem: PostMortem,
  { config }: RuleContext,
): boolean {
  const id = item.id?.plain
  if (item.links.some((link) => link !== id)) return true
  if (item.links.length > 0 && !numberedActions(postMortem).some((action) => action.item === item)) return true
  const source = config.tracker.length > 0 ? sourceOf(list, item) : null
  if (!source) return false
  const words = textsOf(source).flatMap(({ plain }) =>
    plain.split(/[\s,;()[\]]+/).map((word) => word.replace(/[.:]+$/, '')),
  )
  return words.some((word) => word !== '' && isTrackerReference(word, config.tracker))
}
