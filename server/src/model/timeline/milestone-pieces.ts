/** Names of milestones, each with its time, that stand outside the timeline: `Detected 09:33 · Resolved 16:07`. */
import { MILESTONE_WORDS } from '../../lexicon/lexicons.ts'
import { memoize } from '../../memoize.ts'
import type { Block, Inline, Table } from '../../outline/outline.ts'
import { headingKey, nameKey } from '../../template/names.ts'
import { durationKind } from '../durations/duration-kinds.ts'
import type { Section } from '../post-mortem.ts'
import { markerOf } from './milestone-markers.ts'
import { plainTail } from './timeline-entry.ts'
import { openingOf, opensWithClock } from './timeline-opening.ts'

/** A name, and what is said under it. */
export interface NamedPiece {
  readonly name: Inline
  /** See `nameKey`. */
  readonly key: string
  readonly value: Inline
}

/** The pieces of a section that are a milestone with its time, and with such the durations of the incident. */
export interface MilestonePieces {
  readonly milestones: readonly NamedPiece[]
  readonly durations: readonly NamedPiece[]
}

const NOTHING: MilestonePieces = { milestones: [], durations: [] }

/** Reads the lines, items and tables of a section; its fields are read elsewhere. */
export const milestonePieces = memoize(({ blocks }: Pick<Section, 'blocks'>): MilestonePieces => {
  if (!blocks.some(mayNameMilestone)) return NOTHING
  const pieces = blocks.flatMap(piecesOf)
  return {
    milestones: pieces.filter(isMilestone),
    durations: pieces.filter(({ key, value }) => durationKind(key) !== null && /^[~≈*_`]{0,3}\d/.test(value.text)),
  }
})

/** Whether the name is one of a milestone, and the value opens with a time. */
export function isMilestone({ name, value }: Pick<NamedPiece, 'name' | 'value'>): boolean {
  return markerOf(name.plain).length > 0 && openingOf(value.text) !== null
}

/** Whether a line or column has the name of a milestone: most sections have none, and need no closer look. */
function mayNameMilestone(block: Block): boolean {
  if (block.type === 'paragraph') return block.lines.some(mayNameOne)
  if (block.type === 'list')
    return block.items.some(({ line, blocks }) => mayNameOne(line) || blocks.some(mayNameMilestone))
  return block.type === 'table' && block.rows.length === 1 && block.header.cells.some(({ plain }) => isNamedIn(plain))
}

function mayNameOne({ text, plain }: Inline): boolean {
  return /\d/.test(text) && isNamedIn(plain)
}

function isNamedIn(text: string): boolean {
  return MILESTONE_WORDS.isIn(headingKey(text))
}

function piecesOf(block: Block): NamedPiece[] {
  if (block.type === 'paragraph') return block.lines.flatMap(piecesOfLine)
  if (block.type === 'list')
    return block.items.flatMap((item) => [...piecesOfLine(item.line), ...item.blocks.flatMap(piecesOf)])
  return block.type === 'table' ? columnsOf(block) : []
}

/** Marks between pieces; those of a sentence only where a name follows, as in no date. */
const BETWEEN = /\s+[·•|/]\s+|\s*(?:→|⇒|[=-]>)\s*|\s*[;,.]\s+(?=[*_`]{0,3}\p{L})/gu
/** Where a line opens with a time, also before the next one: `09:33 detected, 10:11 declared`. */
const BEFORE_TIME =
  /\s+[·•|/]\s+|\s*(?:→|⇒|[=-]>)\s*|\s*[;,.]\s+(?=[*_`]{0,3}(?:\p{L}|\d{1,2}[:.h]\d\d|\d{4}-\d\d-\d\d))/gu

function piecesOfLine(line: Inline): NamedPiece[] {
  if (!/\d/.test(line.text)) return []
  const pieces: NamedPiece[] = []
  const between = opensWithClock(line) ? BEFORE_TIME : BETWEEN
  let from = 0
  for (const { index, 0: mark } of [...line.text.matchAll(between), { index: line.text.length, 0: '' }]) {
    const piece = pieceOf(line, from, index)
    if (piece) pieces.push(piece)
    from = index + mark.length
  }
  return pieces
}

/** `First detected 2025-03-14 09:33`, `**MTTR**: 6h 27m`. */
const NAMED = /^[\s*_`]*(\p{L}[\p{L} '’()-]{1,40}?)[\s*_`:：–—-]+(?:at\s+)?[*_`]*(?=[~≈]?\d|\p{Lu}\p{L}{2,8} \d)/u
/** Behind a time in front of a name. */
const GAP = /^[\s*_`:：–—-]+/
/** Marks, a zone or a remark behind a time; other words make a sentence. */
const REST = /^[\s*_`.]*(?:[A-Z]{2,5}[\s*_`.]*)?(?:\([^()]*\)[\s*_`.]*)?$/

function pieceOf(line: Inline, from: number, to: number): NamedPiece | null {
  const text = line.text.slice(from, to)
  const [whole = '', name = ''] = NAMED.exec(text) ?? []
  if (whole !== '') {
    const at = from + whole.lastIndexOf(name)
    const piece = named(part(line, at, at + name.length), part(line, from + whole.length, to))
    const time = openingOf(piece.value.text)
    return time && markerOf(name).length > 0 && !REST.test(piece.value.text.slice(time.end)) ? null : piece
  }
  const time = openingOf(text)
  if (!time?.clock || time.until) return null
  const gap = GAP.exec(text.slice(time.end))?.[0].length ?? 0
  const behind = text.slice(time.end + gap).replace(/[\s*_`.]+$/, '')
  const at = from + time.end + gap
  return gap > 0 ? named(part(line, at, at + behind.length), part(line, from, from + time.end)) : null
}

/** A table of one row whose columns are milestones. */
function columnsOf({ header, rows: [row, ...others] }: Table): NamedPiece[] {
  if (!row || others.length > 0) return []
  return header.cells.flatMap((name, column) => {
    const value = row.cells[column]
    return value ? [named(name, value)] : []
  })
}

function named(name: Inline, value: Inline): NamedPiece {
  return { name, key: nameKey(name.plain), value }
}

function part(line: Inline, from: number, to: number): Inline {
  return {
    text: line.text.slice(from, to),
    plain: plainTail(line, from, to),
    start: line.start + from,
    end: line.start + to,
  }
}
