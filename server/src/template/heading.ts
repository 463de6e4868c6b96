/** A heading taken apart: its head says what the section is, the remark behind it more about it. */
import { KIND_WORDS } from '../lexicon/lexicons.ts'
import { monthNumber, readZone, weekdayNumber } from '../time/index.ts'

/** The parts of a heading, as written. */
export interface HeadingParts {
  readonly head: string
  /** `UTC, 14 March` of `Timeline (UTC, 14 March)`, with its brackets; null where nothing stands behind the head. */
  readonly remark: string | null
}

/**
 * Takes a heading apart at the first bracket, colon, spaced dash, end of a sentence or digit, or before a zone. What
 * stands before the first letter (a number, a bracket) is neither.
 */
export function headingParts(heading: string): HeadingParts {
  const start = startOf(heading)
  const end = endOf(heading, start)
  const head = heading.slice(start, end).trimEnd()
  const words = head.split(' ')
  while (words.length > 1 && isPartOfTime(words.at(-1) ?? '')) words.pop()
  const shorter = words.join(' ')
  const remark = heading.slice(start + shorter.length).replace(/^[\s:：;；,，.。!！?？|–—-]+/, '')
  return { head: shorter, remark: remark.trim() === '' ? null : remark.trim() }
}

/** What a bracket at the beginning holds comes before the head: `[Draft] Timeline`. */
function startOf(heading: string): number {
  const found = /^(?:[^\p{L}\p{N}([（［]|[([（［][^()[\]（）［］]*[)\]）］]|(?:\d+(?:\.\d+)+[.)]?|\d+[.)])\s+)+/u.exec(
    heading,
  )
  return found && found[0].length < heading.length ? found[0].length : 0
}

const SPLIT = '([{（［【「『:：;；|'
const DASHES = '-–—'

function endOf(heading: string, start: number): number {
  // `Root cause(s)`, `Les 5 pourquoi`: a word that is known is not taken apart.
  const known = KIND_WORDS.leading(heading.slice(start))?.end ?? 0
  let hasLetter = known > 0
  for (let at = start + known; at < heading.length; at++) {
    const letter = heading.charAt(at)
    if (/\p{L}/u.test(letter)) hasLetter = true
    else if (!hasLetter) continue
    else if (SPLIT.includes(letter) || /[\d#]/.test(letter)) return at
    else if (DASHES.includes(letter) && (letter === '—' || isSpace(heading, at - 1)) && isSpace(heading, at + 1))
      return at
    else if (/[.。!！?？]/.test(letter) && isSpace(heading, at + 1)) return at
  }
  return heading.length
}

function isSpace(text: string, at: number): boolean {
  return text.charAt(at).trim() === ''
}

/** A zone behind a head (`Timeline UTC`, `Timeline in CET`), or a name of a day or month before a number. */
function isPartOfTime(word: string): boolean {
  if (/^(?:in|on|i|am|den|en|le|el|em)$/.test(word)) return true
  if (monthNumber(word) !== null || weekdayNumber(word.replace(/[,.]$/, '')) !== null) return true
  return /^[A-Z]{2,5}$/.test(word) && readZone(word) !== null
}
