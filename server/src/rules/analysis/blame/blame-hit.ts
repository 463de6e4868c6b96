/** Hits of the wording rule, before they become findings. */

import { capitalised } from '../../../text.ts'
import type { Sentence, Word } from './blame-text.ts'

/** A replacement of words; offsets relative to the section. */
export interface Rewriting {
  readonly start: number
  readonly end: number
  readonly newText: string
}

/** The ways in which a sentence assigns blame. */
export type Category = 'counterfactual' | 'omission' | 'judgement' | 'cause' | 'advice'

/** Words that blame somebody, and their replacement. */
export interface Hit {
  readonly category: Category
  readonly section: number
  readonly start: number
  readonly end: number
  /** Empty where no automatic rewriting gives a sentence. */
  readonly rewriting: readonly Rewriting[]
}

/** A hit on the words between two indices, both inclusive; without a rewriting if any part of it is impossible. */
export function hitOn(
  { section }: Sentence,
  category: Category,
  [first, last]: readonly [Word, Word],
  rewriting: readonly Rewriting[] | null,
): Hit {
  return { category, section, start: first.start, end: last.end, rewriting: rewriting ?? [] }
}

/** Replaces words, keeping the case of the first letter; null where there is punctuation between them. */
export function replace(sentence: Sentence, first: Word, last: Word, newText: string): Rewriting[] | null {
  if (/[^\p{L}\p{N}\s'’-]/u.test(sentenceText(sentence, first.start, last.end))) return null
  const isCapital = sentence.words[0] === first && /^\p{Lu}/u.test(first.text)
  return [{ start: first.start, end: last.end, newText: isCapital ? capitalised(newText) : newText }]
}

/** Removes a word with the space after it, and adjusts article and capitalisation. */
export function drop(sentence: Sentence, index: number): Rewriting[] | null {
  const { words } = sentence
  const word = words[index]
  const next = words[index + 1]
  if (!word || !next || !/^\s+$/.test(sentenceText(sentence, word.end, next.start))) return null
  const before = words[index - 1]
  const isBroken = sentenceText(sentence, word.end, next.start).includes('\n')
  const hasSpaceBefore = before !== undefined && /^ +$/.test(sentenceText(sentence, before.end, word.start))
  // Keeps the line break after it.
  const gone: Rewriting =
    isBroken && hasSpaceBefore
      ? { start: before.end, end: word.end, newText: '' }
      : { start: word.start, end: next.start, newText: '' }
  if (before && word.gap === 'space' && /^an?$/.test(before.lower)) {
    const article = /^[aeiou]/.test(next.lower) ? 'an' : 'a'
    return [...(before.lower === article ? [] : (replace(sentence, before, before, article) ?? [])), gone]
  }
  if (!/^\p{Lu}/u.test(word.text) || !/^\p{Ll}/u.test(next.text)) return [gone]
  return [gone, { start: next.start, end: next.start + 1, newText: next.text.charAt(0).toUpperCase() }]
}

/** The text of a sentence between two offsets of its section. */
export function sentenceText({ source, base }: Sentence, start: number, end: number): string {
  return source.slice(start - base, end - base)
}
