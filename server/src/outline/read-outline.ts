import { memoize } from '../memoize.ts'
import { type Markdown, type Piece, parsePieces } from '../syntax/markdown.ts'
import type { Outline, OutlineSection } from './outline.ts'
import { type Content, contentsOf, continuedBy, joined } from './section-contents.ts'

/** Rows of a table from which on further pieces of it are sections of their own. */
const MANY_ROWS = 40

/** Reads a document into its outline. Never throws. */
export function readOutline(text: string): Outline {
  return outlineOf(parsePieces(text)).outline
}

/** The outline of one version of a document. */
export interface OutlineReading {
  readonly markdown: Markdown
  readonly outline: Outline
  /** For each piece the index of the first section that begins in it, or behind it. */
  readonly firsts: readonly number[]
}

/**
 * The outline of a document that was parsed: its sections are the same objects as before where nothing has changed.
 * @param before that of an earlier version; the result is the same without
 */
export function outlineOf(markdown: Markdown, before: OutlineReading | null = null): OutlineReading {
  const { pieces, text } = markdown
  const kept = before && keptPieces(pieces, before.markdown.pieces)
  const head = kept?.head ?? 0
  const tail = kept?.tail ?? 0
  const sections = before ? before.outline.sections.slice(0, before.firsts[head] ?? 0) : []
  const starts = before ? before.outline.starts.slice(0, sections.length) : []
  const firsts = before ? before.firsts.slice(0, head) : []
  const open = openAt(sections, sections.length)
  const add = (from: number, to: number) => {
    let offset = 0
    for (let index = 0; index < from; index++) offset += pieces[index]?.length ?? 0
    for (const { piece, start: at, content, continues } of withFewRows(pieces, from, to, offset)) {
      while (firsts.length <= piece) firsts.push(sections.length)
      addSection(sections, open, content, continues)
      starts.push(at)
    }
  }
  const until = pieces.length - tail
  add(head, until)
  if (before && tail > 0) {
    const old = before.firsts[before.markdown.pieces.length - tail] ?? 0
    const moved = text.length - before.markdown.text.length
    if (old === sections.length && isSameOpen(open, openAt(before.outline.sections, old))) {
      while (firsts.length < until) firsts.push(sections.length)
      sections.push(...before.outline.sections.slice(old))
      for (const start of before.outline.starts.slice(old)) starts.push(start + moved)
      firsts.push(...before.firsts.slice(before.firsts.length - tail))
    } else add(until, pieces.length)
  }
  while (firsts.length < pieces.length) firsts.push(sections.length)
  const frontMatter = pieces[0] ? (contentsOf(pieces[0])[0]?.frontMatter ?? null) : null
  return { markdown, outline: { sections, starts, frontMatter, lineEnding: lineEndingOf(text) }, firsts }
}

/** A section that goes on, as far as it encloses those that follow. */
interface Open {
  readonly index: number
  readonly level: number
}

function addSection(sections: OutlineSection[], open: Open[], content: Content, continues: boolean): void {
  const index = sections.length
  const level = content.heading?.level ?? 0
  while (level > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
  const parent = open.at(-1)?.index ?? null
  const around = continues ? lastWithHeading(sections) : null
  sections.push(around === null ? placed(content, level, parent) : further(content, around.level + 1, around.index))
  if (level > 0) open.push({ index, level })
}

/** The sections that go on behind the last of so many. */
function openAt(sections: readonly OutlineSection[], count: number): Open[] {
  const open: Open[] = []
  for (let index: number | null = count - 1; index !== null && index >= 0; ) {
    const section: OutlineSection | undefined = sections[index]
    if (section && section.level > 0 && !section.continues) open.unshift({ index, level: section.level })
    index = section?.parent ?? null
  }
  return open
}

function isSameOpen(some: readonly Open[], others: readonly Open[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ index, level }, at) => others[at]?.index === index && others[at].level === level)
  )
}

/** How many pieces at both ends are the same as before, none of them in a table that goes over the edge. */
function keptPieces(pieces: readonly Piece[], old: readonly Piece[]): { head: number; tail: number } {
  const least = Math.min(pieces.length, old.length)
  let head = 0
  while (head < least && pieces[head] === old[head]) head++
  let tail = 0
  while (tail < least - head && pieces[pieces.length - 1 - tail] === old[old.length - 1 - tail]) tail++
  // The table that the last of them ends with may go on otherwise.
  head = Math.max(0, head - 1)
  while (head > 0 && pieces[head]?.continuesTable) head--
  while (tail > 0 && pieces[pieces.length - tail]?.continuesTable) tail--
  return { head, tail }
}

interface Placed {
  /** Index of the piece that it begins in. */
  readonly piece: number
  readonly start: number
  readonly content: Content
  readonly continues: boolean
}

/** The sections of some pieces. A table of hundreds of rows goes on in sections of its own. */
function withFewRows(pieces: readonly Piece[], from: number, to: number, offset: number): Placed[] {
  const found: Placed[] = []
  let start = offset
  for (let index = from; index < to; ) {
    const piece = pieces[index] as Piece
    const contents = contentsOf(piece)
    // Only a document begins with something else than a heading.
    for (let part = index === 0 ? 0 : 1; part < contents.length; part++) {
      const content = contents[part] as Content
      found.push({ piece: index, start: start + content.at, content, continues: false })
    }
    start += piece.length
    index++
    if (index >= to || !pieces[index]?.continuesTable) continue
    const further = furtherPieces(pieces, index)
    addRows(found, further, index, start)
    for (const { length } of further) start += length
    index += further.length
  }
  return found
}

function furtherPieces(pieces: readonly Piece[], from: number): Piece[] {
  let to = from
  while (pieces[to]?.continuesTable) to++
  return pieces.slice(from, to)
}

/** Adds further rows of the table that the last section ends with, and the sections that begin below them. */
function addRows(found: Placed[], further: readonly Piece[], firstPiece: number, offset: number): void {
  let start = offset
  let tail: Piece[] = []
  const above = found.at(-1)?.content.blocks.at(-1)
  const names = above?.type === 'table' ? above.header.cells.map(({ plain }) => plain) : []
  let rows = above?.type === 'table' ? above.rows.length : 0
  const close = () => {
    const last = found.pop()
    if (last) found.push(tail.length > 0 ? { ...last, content: joined(last.content, ...tail) } : last)
    tail = []
  }
  for (const [index, piece] of further.entries()) {
    const [first, ...contents] = contentsOf(piece)
    const table = first?.blocks[0]
    const count = table?.type === 'table' ? table.rows.length : 0
    if (first && rows >= MANY_ROWS) {
      close()
      found.push({ piece: firstPiece + index, start, content: continuedBy(first, names), continues: true })
      rows = count
    } else {
      tail.push(piece)
      rows += count
    }
    if (contents.length > 0) close()
    for (const content of contents) {
      found.push({ piece: firstPiece + index, start: start + content.at, content, continues: false })
    }
    start += piece.length
  }
  close()
}

const placed = memoize((content: Content, level: number, parent: number | null): OutlineSection => {
  const { length, heading, blocks } = content
  return { length, heading, level, parent, blocks }
})

const further = memoize((content: Content, level: number, parent: number): OutlineSection => {
  const { length, heading, blocks } = content
  return { length, heading, level, parent, blocks, continues: true }
})

function lastWithHeading(sections: readonly OutlineSection[]): { index: number; level: number } | null {
  const index = sections.findLastIndex(({ continues }) => !continues)
  const section = sections[index]
  return section ? { index, level: section.level } : null
}

function lineEndingOf(text: string): Outline['lineEnding'] {
  return /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n'
}
