/** How the rules about actions call them. */

import { isTrackerReference } from '../../../config/wildcards.ts'
import type { ActionList } from '../../../model/actions/action-lists.ts'
import { lacking, sourceOf, textsOf } from '../../../model/actions/action-lists.ts'
import { numberedActions } from '../../../model/actions/action-numbers.ts'
import type { ActionItem, Place, PostMortem } from '../../../model/post-mortem.ts'
import { listed, shortened } from '../../../text.ts'
import type { Report, RuleContext } from '../../rule.ts'

/** Actions that are named one by one. */
const MAX_NAMES = 4

/** The ID of an action, else its title in quotes. */
export function actionName({ id, title }: ActionItem): string {
  return id && id.plain !== '' && id.plain.length <= 12 ? id.plain : `"${shortened(title.plain, 40)}"`
}

/** An action in a finding that is shown in it. */
export function actionSubject({ id }: ActionItem): string {
  return id && id.plain !== '' && id.plain.length <= 12 ? id.plain : 'This action'
}

/** Where a finding about an action as a whole is shown. */
export function titlePlace({ section, title }: ActionItem): Place {
  return { section, start: title.start, end: title.end }
}

/** What a list must say of an action. */
interface Wanted {
  readonly part: 'owner' | 'due' | 'priority'
  readonly name: string
  /** Whether a ticket says it instead. */
  readonly inTracker: boolean
}

/** One finding for a list that has a place for a part and open actions without it. */
export function reportLacking(
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

/** Whether an action has a ticket: there somebody owns it, and it has a date. Its number in the document is none. */
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
