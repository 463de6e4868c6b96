/** Renumbers the actions of a document, with all references to them. */
import { type ActionMention, actionMentions } from '../model/actions/action-mentions.ts'
import { type NumberedAction, numberedActions, writtenId } from '../model/actions/action-numbers.ts'
import type { Place, PostMortem } from '../model/post-mortem.ts'

/** A change of one ID. */
export interface ChangedId extends Place {
  readonly newText: string
}

/** New numbers for the actions. */
export interface Renumbering {
  /** Every ID that changes, of an action or in a reference to one. */
  readonly edits: readonly ChangedId[]
  /** The number of actions that change. */
  readonly actions: number
  /** The number of references that change. */
  readonly references: number
  /** The number of references in code, which stay unchanged. */
  readonly inCode: number
}

/**
 * Numbers `ACT-1`, `ACT-2` … in document order, each prefix separately. Null when they are numbered so already, and
 * when a reference would become wrong: to an ID that two actions have, to an ID without an action that would be
 * assigned, to a range (`ACT-1 to 3`), to a heading.
 * @param text the whole document
 */
export function renumbering(postMortem: PostMortem, text: string): Renumbering | null {
  if (postMortem.incidents.length > 0) return null
  const actions = numberedActions(postMortem).filter(({ prefix }) => prefix !== '')
  const target = numbersThrough(actions)
  const moved = actions.filter((action) => target.get(action) !== action.number)
  if (moved.length === 0) return null
  const own = new Set(actions.map(({ place }) => `${place.section} ${place.start}`))
  const prefixes = [...new Set(actions.map(({ prefix }) => prefix))]
  const mentions = actionMentions(prefixes, postMortem, text).filter(
    ({ section, start }) => !own.has(`${section} ${start}`),
  )
  const edits: ChangedId[] = moved.map((action) => {
    return { ...action.place, newText: writtenId(action, target.get(action) ?? action.number) }
  })
  let inCode = 0
  for (const mention of mentions) {
    const numbers = numbersOf(mention, actions, target)
    const [number] = numbers
    if (numbers.size > 1 || number === undefined) return null
    if (number === mention.number) continue
    if (mention.opensRange || isAnchor(mention, text)) return null
    if (mention.inside === 'code') inCode++
    else edits.push({ ...placeOf(mention), newText: inNotationOf(mention, number) })
  }
  return { edits, actions: moved.length, references: edits.length - moved.length, inCode }
}

function numbersThrough(actions: readonly NumberedAction[]): Map<NumberedAction, number> {
  const last = new Map<string, number>()
  return new Map(
    actions.map((action) => {
      const number = (last.get(action.prefix) ?? 0) + 1
      last.set(action.prefix, number)
      return [action, number]
    }),
  )
}

/** The new numbers for a mention: none where it would name another action than before. */
function numbersOf(
  { prefix, number }: ActionMention,
  actions: readonly NumberedAction[],
  target: ReadonlyMap<NumberedAction, number>,
): Set<number> {
  const alike = actions.filter((action) => action.prefix === prefix)
  const named = alike.filter((action) => action.number === number)
  if (named.length > 0) return new Set(named.map((action) => target.get(action) ?? number))
  return new Set(alike.some((action) => target.get(action) === number) ? [] : [number])
}

/** Whether a link of the document leads to a heading with the ID. */
function isAnchor({ id }: ActionMention, text: string): boolean {
  return new RegExp(`\\]\\(#[^()\\s]*${id}`, 'i').test(text)
}

function inNotationOf({ id, prefix }: ActionMention, number: number): string {
  const digits = id.slice(prefix.length)
  return prefix + String(number).padStart(digits.startsWith('0') ? digits.length : 0, '0')
}

function placeOf({ section, start, end }: Place): Place {
  return { section, start, end }
}
