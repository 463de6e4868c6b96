/** The pieces behind the title of an action: `(Ana, due 1 April)`, `- DONE in #12`, `. Owner: @ana`, `→ Bo`. */
import type { People } from './action-people.ts'
import { DATE_WORDS, dateOnly, lastMatch, lastTwo, type Piece, readPiece } from './action-piece.ts'

/** The last segment of a text. */
export interface Behind {
  /** Offset at which it starts, with what separates it from the text before. */
  readonly start: number
  /** None for a reference to a ticket, which says nothing of the action but may stand behind what does. */
  readonly pieces: readonly Piece[]
}

/** In UTF-16 code units: a longer segment is part of the title. */
const MAX_SEGMENT_LENGTH = 200

/** The last segment before an offset, null where it belongs to the title. */
export function behindTitle(text: string, from: number, before: number, people: People): Behind | null {
  const low = Math.max(from, before - MAX_SEGMENT_LENGTH)
  const end = trimmedEnd(text, low, before)
  if (end <= low) return null
  const tail = text.slice(low, end)
  const reference = REFERENCE.exec(tail)
  if (reference && low + reference.index > from) return { start: low + reference.index, pieces: [] }
  const bracket = bracketAt(tail)
  if (bracket) {
    const pieces = readPieces(tail.slice(bracket.open + 1, bracket.close), low + bracket.open + 1, people, true)
    return pieces && low + bracket.open > from ? { start: low + bracket.open, pieces } : null
  }
  const bare = bareTail(tail, people)
  if (bare && low + bare.at > from)
    return { start: low + bare.at, pieces: bare.pieces.map((piece) => moved(piece, low)) }
  for (const separator of SEPARATORS) {
    for (const [index, at] of lastTwo(tail, separator).entries()) {
      if (low + at.start <= from) continue
      // `- Priya - 20 October`: between two dashes stand two pieces.
      const isRow = separator === DASH && index > 0
      const [behind, base] = [tail.slice(at.end), low + at.end]
      const whole = readPieces(behind, base, people, false, separator === ARROW)
      const pieces = whole ?? (isRow ? readPieces(behind, base, people, true) : null)
      const isLoose = separator === COMMA && pieces?.some(({ part }) => part === 'status')
      if (pieces && pieces.length > 0 && !isLoose) return { start: low + at.start, pieces }
    }
  }
  return null
}

/** Links, tickets and addresses at the end: `#12`, `[#12](…)`, `OPS-7`, `https://…`. */
const REFERENCE =
  /(?:^|\s)(?:\[[^[\]]{1,80}\](?:\([^()\s]{1,300}\)|\[[^[\]]{0,40}\])|(?:[\w.-]+\/[\w.-]+)?#\d+|[A-Z][A-Z0-9]+-\d+|<?https?:\/\/\S+)$/

const ARROW = /\s+(?:→|->|=>|⇒)\s*/g
const DASH = /\s[–—-]\s/g
const COMMA = /,\s+/g
/** What parts a remark from the text before it; the last one counts. */
const SEPARATORS = [
  ARROW,
  DASH,
  /\s*(?:\\?\||[;·•])\s*/g,
  /[.!?。]\s+(?=[\p{L}*_@])/gu,
  /\s+(?=\*\*[^*]{2,24}\*\*)/g,
  COMMA,
]

/** White space, full stops and separators. */
function trimmedEnd(text: string, low: number, before: number): number {
  let end = before
  while (end > low && /[\s.。!,;|\\·–—-]/.test(text.charAt(end - 1))) end--
  return end
}

const PAIRS: Readonly<Record<string, string>> = { ')': '(', '）': '（', ']': '[', '】': '【', '}': '{' }

/** The bracket, perhaps in emphasis, that a text ends with; none that is the target of a link. */
function bracketAt(text: string): { open: number; close: number } | null {
  const close = text.length - 1 - (/[*_]+$/.exec(text)?.[0].length ?? 0)
  const closing = text.charAt(close)
  const opening = PAIRS[closing]
  if (opening === undefined) return null
  let depth = 0
  for (let at = close; at >= 0; at--) {
    const character = text.charAt(at)
    if (character === closing) depth++
    else if (character === opening && --depth === 0) return text.charAt(at - 1) === ']' ? null : { open: at, close }
  }
  return null
}

/** What needs no separator: `by 2025-04-01`, `@ana`, ✅, `DONE`. */
function bareTail(text: string, people: People): { at: number; pieces: Piece[] } | null {
  const mark = /\s(?:✅|☑️?|✔️?|❌|🚫|🚧)$/u.exec(text) ?? /\s\**(?:DONE|WIP|TODO)\**$/.exec(text)
  if (mark) {
    const status = mark[0].trimStart()
    return {
      at: mark.index,
      pieces: [{ part: 'status', text: status, start: mark.index + mark[0].length - status.length }],
    }
  }
  const italic = /(?:^|\s)([*_]{1,3})([^*_\s][^*_]{0,80})\1$/.exec(text)
  if (italic) {
    const [whole, , inner = ''] = italic
    const at = italic.index + whole.length - whole.trimStart().length
    const start = text.lastIndexOf(inner)
    const pieces = readPieces(inner, start, people, true)
    return pieces && pieces.length > 0 ? { at, pieces } : null
  }
  const due = lastMatch(text, DATE_WORDS)
  const date = due && dateOnly(text.slice(due.end))
  if (due && date) {
    return { at: due.start, pieces: [{ part: 'due', text: date.text, start: due.end + date.start }] }
  }
  return null
}

/**
 * The pieces of a segment; null where one of them is none: then it belongs to the title.
 * @param isWhole whether marks set it apart, so that it may have several pieces
 * @param isArrow whether an arrow leads to it, which may point to somebody whom nobody knows
 */
function readPieces(text: string, base: number, people: People, isWhole: boolean, isArrow = false): Piece[] | null {
  const pieces: Piece[] = []
  const dates: Piece[] = []
  for (const { text: piece, start } of isWhole ? split(text) : [{ text, start: 0 }]) {
    const found = readPiece(piece, base + start, people, isArrow)
    if (found === 'reference') continue
    if (found) pieces.push(found)
    else {
      const date = dateOnly(piece)
      if (!date) return null
      dates.push({ part: 'due', text: date.text, start: base + start + date.start })
    }
  }
  // A date alone may be that of anything.
  if (dates.length > 0 && !pieces.some(({ part }) => part === 'owner')) return null
  return [...pieces, ...dates]
}

function split(text: string): { text: string; start: number }[] {
  const found: { text: string; start: number }[] = []
  let at = 0
  for (const separator of text.matchAll(/\s*[,;|·•、]\s*|\s[–—-]\s/g)) {
    found.push({ text: text.slice(at, separator.index), start: at })
    at = separator.index + separator[0].length
  }
  found.push({ text: text.slice(at), start: at })
  return found.filter(({ text: piece }) => piece.trim() !== '')
}

function moved(piece: Piece, by: number): Piece {
  return { ...piece, start: piece.start + by }
}
