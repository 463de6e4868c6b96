/** Toggle Done: the actions of a selection, or the items of any other check list. */

import { changedText, changesOf } from '../../edits/composed-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import { isDone, markAction } from '../../edits/toggle-action.ts'
import type { ActionItem, Place } from '../../model/post-mortem.ts'
import type { Block, ListItem } from '../../outline/outline.ts'
import type { DocumentContext } from '../context.ts'
import type { Refusal } from '../timeline/insert-event-target.ts'

/** The text of an action, and what became of it. */
export interface ToggledText {
  readonly before: string
  readonly after: string
}

/** What was there before somebody said that something is done, or open: toggled again, it comes back. */
export interface ToggleMemory {
  /** The longest that became such a text; null for none. */
  find(isIt: (after: string) => boolean): ToggledText | null
  remember(before: string, after: string): void
}

/** A document in which actions are toggled. */
export interface ToggleContext extends DocumentContext {
  readonly toggles: ToggleMemory
}

/** Edits that say of actions that they are done, or open. */
export interface Toggle {
  readonly target: 'done' | 'open'
  /** How many there are. */
  readonly count: number
  readonly edits: readonly Edit[]
}

/** As a person is asked whether to do it. */
export function titleOfToggle({ target, count }: Toggle): string {
  const what = count === 1 ? '' : ` ${count} items`
  return target === 'done' ? `Mark${what} as done` : `Mark${what} as open`
}

/** Something with a state: an action, or an item with a box. */
interface Toggled extends Place {
  readonly done: boolean
  mark(target: 'done' | 'open'): readonly Edit[]
}

/**
 * The toggle of what a selection touches: all become done, unless all are; a refusal where it touches nothing.
 * @param start absolute offset
 * @param end absolute offset
 */
export function toggleActions(context: ToggleContext, start: number, end: number): Toggle | Refusal {
  const { postMortem } = context
  if (!postMortem.recognised) return { refused: 'Open a post-mortem first.' }
  const touched = [...actionsIn(context, start, end), ...boxesIn(context, start, end)]
  const own = start === end ? innermost(touched) : touched
  const target = own.every(({ done }) => done) ? 'open' : 'done'
  const changing = own.filter(({ done }) => done === (target === 'open'))
  const changed = changing.map((one) => remembered(one, target, context)).filter((edits) => edits.length > 0)
  if (changed.length === 0) return { refused: 'There is no action item at the cursor.' }
  return { target, count: changed.length, edits: changed.flat() }
}

/** Of what an offset is in, the last one begins nearest to it. */
function innermost(touched: readonly Toggled[]): readonly Toggled[] {
  const last = touched.reduce<Toggled | null>(
    (best, one) =>
      best && (best.section > one.section || (best.section === one.section && best.start >= one.start)) ? best : one,
    null,
  )
  return last ? [last] : []
}

/** Toggled a second time it is what it was, though the state was neither open nor done. */
function remembered(
  one: Toggled,
  target: 'done' | 'open',
  { postMortem, text, toggles }: ToggleContext,
): readonly Edit[] {
  const base = postMortem.starts[one.section] ?? 0
  const at = base + one.start
  const rest = text.slice(at)
  const long = one.end - one.start
  const known = toggles.find((after) => after.length >= long && rest.startsWith(after))
  if (known) return [difference(one, known.after, known.before)]
  const edits = one.mark(target)
  const changes = changesOf(edits, postMortem)
  const to = Math.max(base + one.end, ...changes.map((change) => change.end))
  if (changes.some((change) => change.start < at)) return edits
  const own = text.slice(at, to)
  const after = changedText(
    own,
    changes.map((change) => ({ ...change, start: change.start - at, end: change.end - at })),
  )
  if (changes.length > 0) toggles.remember(own, after)
  return edits
}

/** The edit of what differs between two texts at a place. */
function difference({ section, start }: Place, from: string, to: string): Edit {
  const limit = Math.min(from.length, to.length)
  let head = 0
  while (head < limit && from[head] === to[head]) head++
  let tail = 0
  while (tail < limit - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++
  return { section, start: start + head, end: start + from.length - tail, newText: to.slice(head, to.length - tail) }
}

function actionsIn(context: ToggleContext, start: number, end: number): Toggled[] {
  return context.postMortem.actionItems
    .filter((item) => touches(item, context, start, end))
    .map(
      (item): Toggled => ({
        ...placeOf(item),
        done: isDone(item, context),
        mark: (target) => markAction(item, target, context),
      }),
    )
}

function placeOf({ section, start, end }: ActionItem): Place {
  return { section, start, end }
}

/** Items of check lists that are no actions: steps that were verified, criteria, what went well. */
function boxesIn(context: ToggleContext, start: number, end: number): Toggled[] {
  const { sections, actionItems } = context.postMortem
  return sections.flatMap(({ index, blocks }) =>
    itemsWithBox(blocks).flatMap(({ box, checked, ...item }): Toggled[] => {
      const place = { section: index, start: item.start, end: item.end }
      const isAction = actionItems.some((other) => other.section === index && other.start === item.start)
      if (!box || isAction || !touches(place, context, start, end)) return []
      const mark = (target: 'done' | 'open') => [
        { section: index, start: box.start + 1, end: box.end - 1, newText: target === 'done' ? 'x' : ' ' },
      ]
      return [{ ...place, done: checked === true, mark }]
    }),
  )
}

function itemsWithBox(blocks: readonly Block[]): ListItem[] {
  return blocks.flatMap((block) =>
    block.type === 'list'
      ? block.items.flatMap((item) => [...(item.box ? [item] : []), ...itemsWithBox(item.blocks)])
      : [],
  )
}

/** Whether a selection touches a place; a bare cursor at its ends does. One that ends at its start does not. */
function touches({ section, ...range }: Place, { postMortem }: DocumentContext, start: number, end: number): boolean {
  const base = postMortem.starts[section] ?? 0
  return start <= base + range.end && (start === end ? base + range.start <= end : base + range.start < end)
}
