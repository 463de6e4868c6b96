/** The kinds of a heading, by the words of all languages. */
import type { SectionKind } from '../lexicon/lexicon.ts'
import { HEADING_WORDS, KIND_WORDS } from '../lexicon/lexicons.ts'
import { headingParts } from './heading.ts'
import { headingKey } from './names.ts'

const NONE: readonly SectionKind[] = []

/** Words before or behind a heading that are taken off, at most. */
const MAX_QUALIFIERS = 2
/** Words that may stand before a heading that stays what it is. */
const MAX_WORDS_BEFORE = 2
/** Letters that may stand before it where a script has no spaces. */
const MAX_LETTERS_BEFORE = 8

/**
 * The kinds of a heading: those of its head, without what stands behind it. A combined heading (`Root cause and
 * resolution`) has both.
 * @param key see `headingKey`
 */
export function kindsOf(heading: string, key = headingKey(heading)): readonly SectionKind[] {
  // Most headings of most documents hold no such word.
  if (!KIND_WORDS.isIn(key)) return NONE
  const whole = kindOf(heading)
  if (whole) return [whole]
  const { head, remark } = headingParts(heading)
  const own = remark === null ? null : kindOf(head)
  return own ? [own] : kindsOfParts(head)
}

/**
 * Each part of a combined heading has a kind. Where only the first has, it must be one that cannot be another thing;
 * where only the last has, a name of actions that is none of a plan's (`Tasks`, `Actions`): `Thanks and next steps`.
 */
function kindsOfParts(head: string): SectionKind[] {
  const parts = partsOf(head)
  if (parts.length < 2 || parts.length > 3) return []
  const kinds = parts.map(kindOf)
  if (kinds.every((kind) => kind !== null)) return [...new Set(kinds)]
  const [first] = kinds
  const key = headingKey(parts[0] ?? '')
  if (first) return headAtEnd(key) < key.length ? [first] : []
  const last = headingKey(parts.at(-1) ?? '')
  const isPlain = headAtEnd(last) === last.length && !last.includes(' ')
  return kinds.at(-1) === 'action-items' && !isPlain ? ['action-items'] : []
}

/** Between the parts of a combined heading, besides words. */
const SEPARATOR = /[&/,、・+]/

function partsOf(head: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const { start, end, means } of HEADING_WORDS.within(head)) {
    if (!means.includes('and')) continue
    parts.push(head.slice(from, start))
    from = end
  }
  return [...parts, head.slice(from)].flatMap((part) => part.split(SEPARATOR)).filter((part) => part.trim() !== '')
}

function kindOf(heading: string): SectionKind | null {
  const key = headingKey(heading).replace(/[?？.!。]$/, '')
  const whole = KIND_WORDS.named(key)[0]
  if (whole || key === '') return whole ?? null
  let bare = key
  for (let before = 0; before <= MAX_QUALIFIERS; before++) {
    let shorter = bare
    for (let after = 0; after <= MAX_QUALIFIERS; after++) {
      const kind = KIND_WORDS.named(shorter)[0]
      if (kind) return kind
      const last = HEADING_WORDS.trailing(shorter)
      if (!last?.means.includes('after') || last.start === 0) break
      shorter = shorter.slice(0, last.start).trimEnd()
    }
    const first = HEADING_WORDS.leading(bare)
    if (!first?.means.includes('before') || first.end === bare.length) break
    bare = bare.slice(first.end).trimStart()
  }
  return behindOthers(key)
}

/** `Vendor timeline`: a heading that stays what it is behind one or two words. */
function behindOthers(key: string): SectionKind | null {
  const start = headAtEnd(key)
  const before = key.slice(0, start)
  const words = before.trim().split(/\s+/)
  const isShort = /\s$/.test(before) ? words.length <= MAX_WORDS_BEFORE : before.length <= MAX_LETTERS_BEFORE
  if (!isShort || !/\p{L}/u.test(before)) return null
  if (SEPARATOR.test(before)) return null
  const isOther = HEADING_WORDS.within(before).some(({ means }) => means.includes('unlike') || means.includes('and'))
  return isOther ? null : (KIND_WORDS.named(key.slice(start))[0] ?? null)
}

/** Where a heading begins at the end of a text that stays what it is; the length of the text where none does. */
function headAtEnd(key: string): number {
  const found = HEADING_WORDS.trailing(key)
  return found?.means.includes('heads') ? found.start : key.length
}
