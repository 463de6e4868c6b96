import { once } from '../once.ts'
import { type Markdown, type Piece, parsePieces } from '../syntax/markdown.ts'
import type { FrontMatter, Outline, OutlineSection } from './outline.ts'
import { type Content, contentsOf, continuedBy, joined } from './section-contents.ts'

/** Rows of a table from which on further pieces of it are sections of their own. */
const MANY_ROWS = 40

/** Reads a document into its outline. Never throws. */
export function readOutline(text: string): Outline {
  return outlineOf(parsePieces(text))
}

/** The outline of a document that was parsed. Its sections are the same objects as before where nothing has changed. */
export function outlineOf({ text, pieces }: Markdown): Outline {
  const sections: OutlineSection[] = []
  const starts: number[] = []
  const open: { index: number; level: number }[] = []
  let frontMatter: FrontMatter | null = null
  for (const { start, content, continues } of withFewRows(pieces)) {
    const index = sections.length
    const level = content.heading?.level ?? 0
    while (level > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
    const parent = open.at(-1)?.index ?? null
    const around = continues ? lastWithHeading(sections) : null
    sections.push(around === null ? placed(content, level, parent) : further(content, around.level + 1, around.index))
    starts.push(start)
    if (level > 0) open.push({ index, level })
    frontMatter ??= content.frontMatter
  }
  return { sections, starts, frontMatter, lineEnding: lineEndingOf(text) }
}

interface Placed {
  readonly start: number
  readonly content: Content
  readonly continues: boolean
}

/** The sections of all pieces. A table of hundreds of rows goes on in sections of its own. */
function withFewRows(pieces: readonly Piece[]): Placed[] {
  const found: Placed[] = []
  let start = 0
  for (let index = 0; index < pieces.length; ) {
    const piece = pieces[index] as Piece
    const contents = contentsOf(piece)
    // Only a document begins with something else than a heading.
    for (let part = index === 0 ? 0 : 1; part < contents.length; part++) {
      const content = contents[part] as Content
      found.push({ start: start + content.at, content, continues: false })
    }
    start += piece.length
    index++
    if (!pieces[index]?.continuesTable) continue
    const further = furtherPieces(pieces, index)
    addRows(found, further, start)
    for (const { length } of further) start += length
    index += further.length
  }
  return found
}

function furtherPieces(pieces: readonly Piece[], from: number): Piece[] {
  const end = pieces.findIndex((piece, index) => index >= from && !piece.continuesTable)
  return pieces.slice(from, end < 0 ? pieces.length : end)
}

/** Adds further rows of the table that the last section ends with, and the sections that begin below them. */
function addRows(found: Placed[], further: readonly Piece[], offset: number): void {
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
  for (const piece of further) {
    const [first, ...contents] = contentsOf(piece)
    const table = first?.blocks[0]
    const count = table?.type === 'table' ? table.rows.length : 0
    if (first && rows >= MANY_ROWS) {
      close()
      found.push({ start, content: continuedBy(first, names), continues: true })
      rows = count
    } else {
      tail.push(piece)
      rows += count
    }
    if (contents.length > 0) close()
    for (const content of contents) found.push({ start: start + content.at, content, continues: false })
    start += piece.length
  }
  close()
}

const placed = once((content: Content, level: number, parent: number | null): OutlineSection => {
  const { length, heading, blocks } = content
  return { length, heading, level, parent, blocks }
})

const further = once((content: Content, level: number, parent: number): OutlineSection => {
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
