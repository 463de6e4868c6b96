/** The one matcher of words: whole names, and words in a text, in any script. */
import type { Lexicon } from './lexicon.ts'

/** A word that stands in a text. */
export interface FoundWord<K extends string> {
  readonly start: number
  readonly end: number
  /** What it may stand for, never empty. */
  readonly means: readonly K[]
}

/** Words of several languages with what they stand for. Case, accents, hyphens and full-width letters do not count. */
export interface Vocabulary<K extends string> {
  /** What a whole name may stand for; nothing for an unknown one. */
  named(name: string): readonly K[]
  /** The longest word that a text begins with, with a word end behind it. */
  leading(text: string): FoundWord<K> | null
  /** The longest word that a text ends with, with a word end before it. */
  trailing(text: string): FoundWord<K> | null
  /** All words in a text, in order; where two begin at one place, the longer one. */
  within(text: string): readonly FoundWord<K>[]
}

/** A letter or digit of a script that separates words. */
const LETTER = /(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])[\p{L}\p{M}\p{N}_]/u

/** Whether a word may begin or end at an offset: not between two letters, unless their script has no word ends. */
export function isWordEnd(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  return !isLetter(text, at - 1) || !isLetter(text, at)
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code >= 128) return LETTER.test(text.charAt(at))
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95
}

/**
 * A text in which spellings do not differ: small letters, no accents, half width, one apostrophe, spaces for hyphens. Of
 * the same length as the text, so that offsets stay.
 */
export function folded(text: string): string {
  return PLAIN.test(text) ? text : text.replace(FOLDABLE, unaccented).replace(SPACE, ' ').toLowerCase()
}

const PLAIN = /^[a-z0-9 ]*$/
const FOLDABLE = /[\u00c0-\u024f\u2019\uff01-\uff5e]/g
const SPACE = /[\s_\u2010-\u2015-]/g

function unaccented(letter: string): string {
  if (letter === '\u2019') return "'"
  return letter.normalize(letter < '\uff00' ? 'NFD' : 'NFKC').charAt(0)
}

/** A name as its words are looked up. */
function lookedUp(name: string): string {
  return folded(PLAIN.test(name) ? name : name.normalize('NFC'))
    .replace(/ {2,}/g, ' ')
    .trim()
}

/**
 * A vocabulary of some lists of all lexicons.
 * @param listsOf the lists of words in a lexicon, by what they stand for
 */
export function vocabulary<K extends string>(
  lexicons: readonly Lexicon[],
  listsOf: (lexicon: Lexicon) => Readonly<Record<K, string>>,
): Vocabulary<K> {
  // Not before it is asked for: a process that only shows its version needs no words.
  let compiled: Compiled<K> | null = null
  const words = () => {
    compiled ??= compile(lexicons, listsOf)
    return compiled
  }
  return {
    named: (name) => words().whole.get(lookedUp(name)) ?? [],
    leading: (text) => longestAt(folded(text), 0, words()),
    trailing: (text) => longestBefore(folded(text), words()),
    within: (text) => wordsIn(folded(text), words()),
  }
}

/** Letters by which words are looked up, and the length of a word that has fewer. */
const MIN_LETTERS = 2
const ONE = [1]

interface Compiled<K> {
  readonly whole: ReadonlyMap<string, readonly K[]>
  /** How long the words are that begin with the same letters, the longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>
  /** The same of those that end so. */
  readonly lengthsAtEnd: ReadonlyMap<string, readonly number[]>
  /** Words that may be a part of a longer one. */
  readonly parts: readonly {
    readonly text: string
    readonly opens: boolean
    readonly closes: boolean
    readonly means: K
  }[]
}

function longestAt<K extends string>(text: string, start: number, words: Compiled<K>): FoundWord<K> | null {
  for (const length of words.lengths.get(text.slice(start, start + MIN_LETTERS)) ?? ONE) {
    const end = start + length
    const means = end <= text.length && isWordEnd(text, end) ? words.whole.get(text.slice(start, end)) : undefined
    if (means) return { start, end, means }
  }
  return null
}

function longestBefore<K extends string>(text: string, words: Compiled<K>): FoundWord<K> | null {
  for (const length of words.lengthsAtEnd.get(text.slice(-MIN_LETTERS)) ?? ONE) {
    const start = text.length - length
    const means = start >= 0 && isWordEnd(text, start) ? words.whole.get(text.slice(start)) : undefined
    if (means) return { start, end: text.length, means }
  }
  return null
}

function wordsIn<K extends string>(text: string, words: Compiled<K>): FoundWord<K>[] {
  const found: FoundWord<K>[] = []
  let start = 0
  while (start < text.length) {
    const word = isWordEnd(text, start) && text[start] !== ' ' ? longestAt(text, start, words) : null
    if (word) found.push(word)
    start = word?.end ?? start + 1
  }
  const isIn = (inner: FoundWord<K>, word: FoundWord<K>) => word.start <= inner.start && inner.end <= word.end
  const partial = words.parts
    .flatMap((part) => placesOf(part, text))
    .filter((part) => !found.some((word) => isIn(part, word)))
  return partial.length > 0 ? [...found, ...partial].sort((a, b) => a.start - b.start) : found
}

function placesOf<K extends string>(part: Compiled<K>['parts'][number], text: string): FoundWord<K>[] {
  const found: FoundWord<K>[] = []
  for (let at = text.indexOf(part.text); at >= 0; at = text.indexOf(part.text, at + 1)) {
    const end = at + part.text.length
    const isWhole = (part.opens || isWordEnd(text, at)) && (part.closes || isWordEnd(text, end))
    if (isWhole) found.push({ start: at, end, means: [part.means] })
  }
  return found
}

function compile<K extends string>(
  lexicons: readonly Lexicon[],
  listsOf: (lexicon: Lexicon) => Readonly<Record<K, string>>,
): Compiled<K> {
  const whole = new Map<string, K[]>()
  const parts = new Map<string, Compiled<K>['parts'][number]>()
  const add = (word: string, means: K) => {
    const text = word.replaceAll('*', '')
    const known = whole.get(text)
    const part = { text, opens: word.startsWith('*'), closes: word.endsWith('*'), means }
    if (text !== word) parts.set(word, part)
    else if (!known) whole.set(text, [means])
    else if (!known.includes(means)) known.push(means)
  }
  // Whole lists are folded, not each word: this runs when the first document is shown.
  for (const lexicon of lexicons) {
    for (const [means, list] of Object.entries(listsOf(lexicon)) as [K, string][]) {
      for (const spelled of spellingsOf(spelledWords(list, lexicon).join('|'))) {
        for (const word of spelled.split('|')) if (word !== '') add(word, means)
      }
    }
  }
  const words = [...whole.keys()]
  return {
    whole,
    lengths: lengthsBy(words, (word) => word.slice(0, MIN_LETTERS)),
    lengthsAtEnd: lengthsBy(words, (word) => word.slice(-MIN_LETTERS)),
    parts: [...parts.values()],
  }
}

/** By the letters that words begin or end with, how long they are, the longest first; a single letter may be one, too. */
function lengthsBy(words: readonly string[], keyOf: (word: string) => string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Set<number>>()
  for (const word of words) {
    const known = found.get(keyOf(word))
    if (known) known.add(word.length)
    else found.set(keyOf(word), new Set([word.length, ...ONE]))
  }
  return new Map([...found].map(([key, lengths]) => [key, [...lengths].sort((a, b) => b - a)]))
}

/** What stands for a letter where there is none: `Massnahmen`, `stoerung`, `paavist`. */
const IN_ASCII: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', å: 'aa', ø: 'oe', æ: 'ae' }

function spellingsOf(list: string): ReadonlySet<string> {
  const ascii = list.replace(/[äöüßåøæ]/g, (letter) => IN_ASCII[letter] ?? letter)
  const spellings = ascii === list ? [list] : [list, list.replaceAll('ß', 'ss'), ascii]
  return new Set(spellings.map(folded))
}

/** The words of a list, with its nouns and without or with the parts that may be missing. */
export function spelledWords(list: string, { incident, fault }: Pick<Lexicon, 'incident' | 'fault'>): string[] {
  const items = itemsOf(list).flatMap((item) => (item.includes('(') ? withAndWithout(item) : [item]))
  return items.flatMap((item) => {
    const slot = item.includes('<') ? /<(incident|fault|it)>/.exec(item)?.[1] : undefined
    if (slot === undefined) return [item]
    const nouns = [...(slot === 'fault' ? [] : itemsOf(incident)), ...(slot === 'incident' ? [] : itemsOf(fault))]
    return nouns.map((noun) => item.replace(`<${slot}>`, noun))
  })
}

function withAndWithout(item: string): string[] {
  const part = /\(([^()]* )\)/.exec(item)
  if (!part) return [item]
  const [whole, text = ''] = part
  return [item.replace(whole, ''), item.replace(whole, text)].flatMap(withAndWithout)
}

/** The items of a list of a lexicon, as they are written there. */
export function itemsOf(list: string): string[] {
  return list.split('|').flatMap((item) => item.trim() || [])
}
