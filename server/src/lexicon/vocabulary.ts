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
  return !LETTER.test(text.charAt(at - 1)) || !LETTER.test(text.charAt(at))
}

/**
 * A text in which spellings do not differ: small letters, no accents, half width, `'` and spaces for what stands for them.
 * Of the same length as the text, so that offsets stay.
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
  const at = (text: string, start: number, end: number): FoundWord<K> | null => {
    const means = isWordEnd(text, start) && isWordEnd(text, end) && words().whole.get(text.slice(start, end))
    return means ? { start, end, means } : null
  }
  return {
    named: (name) => words().whole.get(lookedUp(name)) ?? [],
    leading: (text) => {
      const plain = folded(text)
      for (let end = Math.min(plain.length, words().longest); end > 0; end--) {
        const found = at(plain, 0, end)
        if (found) return found
      }
      return null
    },
    trailing: (text) => {
      const plain = folded(text)
      for (let start = Math.max(0, plain.length - words().longest); start < plain.length; start++) {
        const found = at(plain, start, plain.length)
        if (found) return found
      }
      return null
    },
    within: (text) => wordsIn(folded(text), words()),
  }
}

interface Compiled<K> {
  readonly whole: ReadonlyMap<string, readonly K[]>
  /** Words that may be a part of a longer one. */
  readonly parts: readonly {
    readonly text: string
    readonly opens: boolean
    readonly closes: boolean
    readonly means: K
  }[]
  /** Length of the longest word. */
  readonly longest: number
}

function wordsIn<K extends string>(text: string, { whole, parts, longest }: Compiled<K>): FoundWord<K>[] {
  const found: FoundWord<K>[] = []
  let start = 0
  while (start < text.length) {
    const word = isWordEnd(text, start) ? longestAt(text, start, whole, longest) : null
    if (word) found.push(word)
    start = word?.end ?? start + 1
  }
  for (const { text: part, opens, closes, means } of parts) {
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      const end = at + part.length
      if ((opens || isWordEnd(text, at)) && (closes || isWordEnd(text, end)))
        found.push({ start: at, end, means: [means] })
    }
  }
  return parts.length > 0 ? found.sort((a, b) => a.start - b.start) : found
}

function longestAt<K extends string>(
  text: string,
  start: number,
  whole: Compiled<K>['whole'],
  longest: number,
): FoundWord<K> | null {
  for (let end = Math.min(text.length, start + longest); end > start; end--) {
    const means = isWordEnd(text, end) ? whole.get(text.slice(start, end)) : undefined
    if (means) return { start, end, means }
  }
  return null
}

function compile<K extends string>(
  lexicons: readonly Lexicon[],
  listsOf: (lexicon: Lexicon) => Readonly<Record<K, string>>,
): Compiled<K> {
  const whole = new Map<string, K[]>()
  const parts: Compiled<K>['parts'][number][] = []
  let longest = 0
  for (const lexicon of lexicons) {
    for (const [means, list] of Object.entries(listsOf(lexicon)) as [K, string][]) {
      for (const word of wordsOf(list, lexicon)) {
        const text = lookedUp(word.replace(/^\*|\*$/g, ''))
        longest = Math.max(longest, text.length)
        if (text.length < word.length && word.includes('*')) {
          parts.push({ text, opens: word.startsWith('*'), closes: word.endsWith('*'), means })
          continue
        }
        const known = whole.get(text)
        if (!known) whole.set(text, [means])
        else if (!known.includes(means)) known.push(means)
      }
    }
  }
  return { whole, parts, longest }
}

/** The words of a list, with its nouns and without or with the parts that may be missing. */
export function wordsOf(list: string, { incident, fault }: Pick<Lexicon, 'incident' | 'fault'>): string[] {
  const nouns = { incident, fault, it: `${incident} | ${fault}` }
  return itemsOf(list)
    .flatMap(withAndWithout)
    .flatMap((item) => {
      const slot = /<(incident|fault|it)>/.exec(item)?.[1] as keyof typeof nouns | undefined
      return slot ? itemsOf(nouns[slot]).map((noun) => item.replace(`<${slot}>`, noun)) : [item]
    })
}

function withAndWithout(item: string): string[] {
  const part = /\(([^()]* )\)/.exec(item)
  if (!part) return [item]
  const [whole, text = ''] = part
  return [item.replace(whole, ''), item.replace(whole, text)].flatMap(withAndWithout)
}

function itemsOf(list: string): string[] {
  return list.split('|').map((item) => item.replace(/\s+/g, ' ').trim())
}
