/** Expressions made of the lists of all lexicons, for texts that are looked through and not compared with a list. */
import type { Lexicon } from './lexicon.ts'
import { LEXICONS } from './lexicons.ts'
import { spelledWords } from './vocabulary.ts'

/** A letter of a script that has no spaces between words. */
const NO_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u

/**
 * The source of an expression that finds the words of a list where they are whole; where words have no ends, where no
 * letter follows. For expressions with the flags `i` and `u`.
 */
export function wordsSource(listOf: (lexicon: Lexicon) => string): string {
  const words = LEXICONS.flatMap((lexicon) => spelledWords(listOf(lexicon), lexicon))
  const spaced = words.filter((word) => !NO_SPACES.test(word))
  const others = words.filter((word) => NO_SPACES.test(word))
  return [
    ...(spaced.length > 0 ? [String.raw`(?<![\p{L}\p{N}_])${anyOf(spaced)}(?![\p{L}\p{N}_])`] : []),
    ...(others.length > 0 ? [String.raw`${anyOf(others)}(?![\p{L}\p{N}])`] : []),
  ].join('|')
}

/** The source of an expression for one of some texts as they stand; the longest that fits. */
export function anyOf(texts: readonly string[]): string {
  const longestFirst = [...new Set(texts)].sort((a, b) => b.length - a.length)
  return `(?:${longestFirst.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`
}
