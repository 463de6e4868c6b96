/**
 * Where a document may be cut: before a line that can only be a heading at the root, unless a block is open that hides
 * it, and between the rows of a long table. Every decision depends on the text from the start of the piece to the
 * line behind the cut and on nothing else, so after an edit the cuts behind it fall on the same lines again.
 */
import { afterLine, endOfLine, isOpaqueLine } from './opaque.ts'

/** Where a piece may end. */
export interface Cut {
  readonly at: number
  /** What comes next: a heading, another row of the same table, or nothing. */
  readonly next: 'heading' | 'row' | 'end'
}

/** The cuts of one piece that come into question. */
export interface Cuts {
  /** The next one that is not before an offset. */
  next: (notBefore: number) => Cut
  /** From now on, no cuts between rows. */
  withoutRows: () => void
}

/** A table is cut behind this many rows at the earliest: first those below its header, then those of each piece. */
const FEWEST_FIRST_ROWS = 24
const FEWEST_ROWS = 4
/** And behind this many at the latest. */
const MOST_ROWS = 32
/** Between the two, behind one row in this many (a power of 2). */
const ONE_IN = 8

/** What the second line of a table consists of. */
const DELIMITERS = /^\|[ \t:|-]*$/

/** Finds cuts in the piece that starts at an offset, the start of a line. */
export function cutsFrom(text: string, start: number, continuesTable: boolean): Cuts {
  let at = start
  let rows = continuesTable ? 0 : Number.NaN
  let fewest = FEWEST_ROWS
  let mayCut = false
  let countsRows = true
  // A header stands behind a blank line, a heading, or nothing.
  let mayBegin = true
  let isHeader = false

  const readLine = () => {
    const end = endOfLine(text, at)
    const isPipe = text.charCodeAt(at) === 124
    if (!isPipe) rows = Number.NaN
    else if (rows >= 0) {
      rows++
      mayCut = rows >= MOST_ROWS || (rows >= fewest && hits(text, at, end))
    } else if (isHeader && DELIMITERS.test(text.slice(at, end))) {
      rows = 0
      fewest = FEWEST_FIRST_ROWS
      mayCut = false
    }
    isHeader = isPipe && mayBegin
    mayBegin = end === at || isHeadingLine(text, at)
    at = Math.min(text.length, afterLine(text, end))
  }

  const next = (notBefore: number): Cut => {
    while (at < text.length) {
      readLine()
      if (at >= text.length) break
      if (at < notBefore) rows = Number.NaN
      else if (isHeadingLine(text, at)) return { at, next: 'heading' }
      else if (countsRows && rows > 0 && mayCut && text.charCodeAt(at) === 124) return { at, next: 'row' }
    }
    return { at: text.length, next: 'end' }
  }
  return {
    next,
    withoutRows: () => {
      countsRows = false
    },
  }
}

/** Whether a line is a heading wherever no open block hides it: `#` to `######`, then white space or the end. */
export function isHeadingLine(text: string, start: number): boolean {
  let at = start
  while (text.charCodeAt(at) === 35) at++
  if (at === start || at - start > 6) return false
  if (at < text.length && !' \t\r\n'.includes(text.charAt(at))) return false
  return !isOpaqueLine(text, start, endOfLine(text, start))
}

/** Whether a table may be cut behind a row: its text decides (FNV-1a). */
function hits(text: string, start: number, end: number): boolean {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return ((hash >>> 16) & (ONE_IN - 1)) === 0
}
