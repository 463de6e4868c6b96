/** What a language calls a stage of the incident, for markers that are written. */
import type { Milestone } from './lexicon.ts'
import { LEXICONS } from './lexicons.ts'
import { itemsOf, vocabulary } from './vocabulary.ts'

/** Each language by itself; the first one is that of the names of milestones. */
const LANGUAGES = LEXICONS.map((lexicon) => ({ lexicon, words: vocabulary([lexicon], ({ milestones }) => milestones) }))

/** The name of a milestone in the language of another marker; the first word of that language that has no open noun. */
export function milestoneName(milestone: Milestone, like: string): string {
  const index = LANGUAGES.findIndex(({ words }) => words.named(like).length > 0)
  const other = index > 0 ? LANGUAGES[index]?.lexicon : undefined
  const words = other ? itemsOf(other.milestones[milestone]) : []
  return words.find((word) => !/[<(*]/.test(word)) ?? milestone
}
