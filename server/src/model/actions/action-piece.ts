/** One piece behind the title of an action: a person, a date, a state, a ticket. */
import { wordsSource } from '../../lexicon/patterns.ts'
import { readDates } from '../../time/index.ts'
import { type Part, partOf } from './action-parts.ts'
import type { People } from './action-people.ts'
import { stateOfRemark } from './action-status.ts'

/** A part of an action. */
export interface Piece {
  readonly part: Part
  readonly text: string
  /** Offset in the text that was given. */
  readonly start: number
  /** Where it differs from the text without marks: the full name of somebody. */
  readonly plain?: string
}

/** What stands in front of a date: `due by`, `bis zum`. */
export const DATE_WORDS = new RegExp(
  String.raw`(?:^|[\s,;(])((?:${wordsSource(({ prose }) => prose.by)})\s*[:：]?\s*)(?=\S)`,
  'giu',
)

/** The last match, and the one before it: `- Owner - Ana`. */
export function lastTwo(text: string, pattern: RegExp): { start: number; end: number }[] {
  const found = [...text.matchAll(pattern)].slice(-2).reverse()
  return found.map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** The last match, null for none. */
export function lastMatch(text: string, pattern: RegExp): { start: number; end: number } | null {
  return lastTwo(text, pattern)[0] ?? null
}

/** A date that is all there is, besides a zone of brackets and marks. */
export function dateOnly(text: string): { text: string; start: number } | null {
  if (text.length > 40) return null
  const dates = readDates(text, { rowStart: true })
  const [first] = dates
  const last = dates.at(-1)
  if (!first || !last) return null
  const rest = text.slice(0, first.start) + text.slice(last.end)
  if (!/^(?:[\s*_().,]|\b(?:the|end of|eod|latest|on|mon|tue|wed|thu|fri|sat|sun)\w*\b)*$/i.test(rest)) return null
  return { text: text.slice(first.start, last.end), start: first.start }
}

const LABELLED = /^[\s*_]*([\p{L}][\p{L} ]{0,24}?)[*_]*(?:\s*[:：]\s*|\s[–—-]\s|\s)[*_]*\s*(?=\S)/u
const COLON = /^[\s*_]*([\p{L}][\p{L} ]{0,24}?)[*_]*\s*[:：][*_]*\s*(?=\S)/u
const HANDLES = /^@[\w-]+(?:\/[\w-]+)?(?:(?:\s*[,&+/]\s*|\s+and\s+|\s+)@[\w-]+(?:\/[\w-]+)?)*$/
const TICKET =
  /^(?:(?:see|in|tracked in|issue|ticket|pr)\s*:?\s*)?(?:\[[^[\]]+\]\([^()\s]+\)|(?:[\w.-]+\/[\w.-]+)?#\d+|[A-Z][A-Z0-9]+-\d+|https?:\/\/\S+)$/i

/** Null for what is no piece. An arrow may point to somebody whom nobody knows. */
export function readPiece(given: string, base: number, people: People, isArrow: boolean): Piece | 'reference' | null {
  const lead = /^[\s*_`]*/.exec(given)?.[0].length ?? 0
  const text = given.slice(lead).replace(/[\s*_`]+$/, '')
  const start = base + lead
  if (text === '') return 'reference'
  if (TICKET.test(text)) return 'reference'
  const labelled = COLON.exec(text) ?? LABELLED.exec(text)
  const part = labelled && partOf(labelled[1] ?? '')
  if (labelled && part && part !== 'title') {
    const value = text.slice(labelled[0].length).replace(/[*_]+$/, '')
    const at = start + labelled[0].length
    const isColon = COLON.test(text) || /\s[–—-]\s/.test(labelled[0])
    if (part === 'owner' && (isColon ? value.length <= 60 : people.find(value) !== null || HANDLES.test(value))) {
      return { part, text: value, start: at, ...named(people.find(value)) }
    }
    if (part === 'due') {
      const date = dateOnly(value)
      if (date) return { part, text: date.text, start: at + date.start }
      if (isColon && value.length <= 30) return { part, text: value, start: at }
    }
    if (part === 'status' && stateOfRemark(value)) return { part, text: value, start: at }
    if (isColon && part !== 'owner' && part !== 'due' && part !== 'status' && value.length <= 30)
      return { part, text: value, start: at }
  }
  if (HANDLES.test(text)) return { part: 'owner', text, start }
  const person = personsIn(text, people)
  if (person !== null) return { part: 'owner', text, start, plain: person }
  if (/^P[0-4]$/.test(text)) return { part: 'priority', text, start }
  const due = lastMatch(text, DATE_WORDS)
  const date = due?.start === 0 ? dateOnly(text.slice(due.end)) : null
  if (due && date) return { part: 'due', text: date.text, start: start + due.end + date.start }
  if (stateOfRemark(text)) return { part: 'status', text, start }
  if (isArrow && /^\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,2}$/u.test(text)) return { part: 'owner', text, start }
  return null
}

function named(plain: string | null): { plain?: string } {
  return plain === null ? {} : { plain }
}

const BETWEEN_PEOPLE = new RegExp(
  String.raw`\s*[&+/]\s*|\s+(?:${wordsSource(({ headings }) => headings.and)})\s+`,
  'iu',
)

/** One or several people who are all known: `Ana`, `Ana and Bo`. */
function personsIn(text: string, people: People): string | null {
  const found = text.split(BETWEEN_PEOPLE).map((name) => people.find(name))
  return found.every((name) => name !== null) ? found.join(', ') : null
}
