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
  /** Whether any word stands in a text. */
  isIn(text: string): boolean
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
  return code < ASCII_LETTERS.length ? ASCII_LETTERS[code] === true : LETTER.test(text.charAt(at))
}

const ASCII_LETTERS = Array.from({ length: 128 }, (_, code) => LETTER.test(String.fromCharCode(code)))

/**
 * A text in which spellings do not differ: small letters, no accents, half width, one apostrophe, spaces for hyphens. Of
 * the same length as the text, so that offsets stay.
 */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text
  const letters = WORDS.test(text) ? text : text.replace(FOLDABLE, unaccented).replace(SPACE, ' ')
  return letters.toLowerCase()
}

const PLAIN = /^[a-z0-9 ]*$/
/** ASCII without hyphens and other spaces. */
const WORDS = /^[ -,.-^`-~]*$/
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
    leading: (text) => leadingWord(folded(text), words()),
    trailing: (text) => longestBefore(folded(text), words()),
    within: (text) => wordsIn(folded(text), words()),
    isIn: (text) => isAnyIn(folded(text), words()),
  }
}

interface Compiled<K> {
  readonly whole: ReadonlyMap<string, readonly K[]>
  /** How long those are that begin with the same run of letters, or character that is none, the longest first. */
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

/** Where the run of letters ends that begins at an offset, or the one character there that is no letter. */
function runEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && isLetter(text, end)) end++
  return Math.max(end, start + 1)
}

function runStart(text: string, end: number): number {
  let start = end
  while (start > 0 && isLetter(text, start - 1)) start--
  return Math.min(start, end - 1)
}

/** The longest word at an offset where one may begin, with a run of letters or a character that ends there. */
function longestAt<K extends string>(
  text: string,
  start: number,
  endOfRun: number,
  words: Compiled<K>,
): FoundWord<K> | null {
  for (const length of words.lengths.get(text.slice(start, endOfRun)) ?? NONE) {
    const end = start + length
    const means = end <= text.length && isWordEnd(text, end) ? words.whole.get(text.slice(start, end)) : undefined
    if (means) return { start, end, means }
  }
  return null
}

function leadingWord<K extends string>(text: string, words: Compiled<K>): FoundWord<K> | null {
  return longestAt(text, 0, runEnd(text, 0), words)
}

function longestBefore<K extends string>(text: string, words: Compiled<K>): FoundWord<K> | null {
  for (const length of words.lengthsAtEnd.get(text.slice(runStart(text, text.length))) ?? NONE) {
    const start = text.length - length
    const means = start >= 0 && isWordEnd(text, start) ? words.whole.get(text.slice(start)) : undefined
    if (means) return { start, end: text.length, means }
  }
  return null
}

const NONE: readonly number[] = []

/** The first word from an offset on where one may begin; inside a run of letters none does. */
function nextWord<K extends string>(text: string, from: number, words: Compiled<K>): FoundWord<K> | null {
  for (let start = from; start < text.length; ) {
    const end = runEnd(text, start)
    const word = text.charCodeAt(start) === SPACE_CODE ? null : longestAt(text, start, end, words)
    if (word) return word
    start = end
  }
  return null
}

const SPACE_CODE = 32

function wordsIn<K extends string>(text: string, words: Compiled<K>): FoundWord<K>[] {
  const found: FoundWord<K>[] = []
  for (let word = nextWord(text, 0, words); word; word = nextWord(text, word.end, words)) found.push(word)
  const isIn = (inner: FoundWord<K>, word: FoundWord<K>) => word.start <= inner.start && inner.end <= word.end
  const partial = partsIn(text, words).filter((part) => !found.some((word) => isIn(part, word)))
  return partial.length > 0 ? [...found, ...partial].sort((a, b) => a.start - b.start) : found
}

function isAnyIn<K extends string>(text: string, words: Compiled<K>): boolean {
  return nextWord(text, 0, words) !== null || partsIn(text, words).length > 0
}

function partsIn<K extends string>(text: string, { parts }: Compiled<K>): FoundWord<K>[] {
  const there = parts.filter((part) => text.includes(part.text))
  return there.length > 0 ? there.flatMap((part) => placesOf(part, text)) : []
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
    lengths: lengthsBy(words, (word) => word.slice(0, runEnd(word, 0))),
    lengthsAtEnd: lengthsBy(words, (word) => word.slice(runStart(word, word.length))),
    parts: [...parts.values()],
  }
}

/** By what words begin or end with, how long they are, the longest first. */
function lengthsBy(words: readonly string[], keyOf: (word: string) => string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Set<number>>()
  for (const word of words) {
    const key = keyOf(word)
    const known = found.get(key)
    if (known) known.add(word.length)
    else found.set(key, new Set([word.length]))
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
