/** Who does what an action says, where its sentence begins with somebody who is known: `Ana adds a test`. */
import { wordsSource } from '../../lexicon/patterns.ts'
import type { Inline } from '../../outline/outline.ts'
import type { ActionValue } from '../post-mortem.ts'
import type { People } from './action-people.ts'

/** One to three words that a line begins with, and the next one. */
const START = new RegExp(
  String.raw`^[\s*_]*((?:\p{Lu}[\p{L}\p{M}.'’-]*)(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,2})[*_]*(?:\s+(?:&|${wordsSource(
    ({ headings }) => headings.and,
  )})\s+\p{Lu}[\p{L}\p{M}.'’-]*[*_]*)?\s+(\p{Ll}[\p{L}\p{M}'’-]*)`,
  'u',
)
const START_WITHOUT_SPACES = /^([\p{Script=Han}\p{Script=Katakana}]{1,8}?)(?:さん|氏)?[がは]/u

/** Names that are verbs too: `Mark the disk`. */
const VERBS =
  /^(?:mark|will|grant|chase|bill|rob|pat|drew|sue|jack|hope|may|frank|josh|nick|skip|wade|miles|page|chip|art|dot|faith|grace|joy|dean|gene|carol|guy|ray|rose|ruby|rusty|trace)$/i
/** What follows the object of a verb, and never somebody's name. */
const OBJECT = /^(?:the|a|an|all|any|our|this|that|these|those|each|every|of|for|and|or|in|on|at|with|as|to|if|when)$/

/** The owner that a sentence begins with, null where its first words name nobody who is known. */
export function doerOf(title: Inline, people: People): ActionValue | null {
  const japanese = START_WITHOUT_SPACES.exec(title.text)?.[1]
  const [, words = japanese ?? '', next = ''] = START.exec(title.text) ?? []
  if (words === '') return null
  const all = words.split(' ')
  for (let count = all.length; count > 0; count--) {
    const name = all.slice(0, count).join(' ')
    const follows = count < all.length ? '' : next
    const person = people.find(name) ?? (follows === 'will' && people.isTeam(name) ? name : null)
    if (person === null) continue
    if (VERBS.test(name) && !/^(?:to|will|should|must)$/.test(follows)) return null
    if (japanese === undefined && follows !== 'to' && OBJECT.test(follows)) return null
    const at = title.start + title.text.indexOf(name)
    const range = { start: at, end: at + name.length }
    return { ...range, name: '', unfilled: false, value: { ...range, text: name, plain: person } }
  }
  return null
}
