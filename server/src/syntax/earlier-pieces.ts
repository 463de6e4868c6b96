import { changedRange } from './changed-range.ts'
import { type Cut, isHeadingLine } from './cuts.ts'
import { endOfFrontMatter } from './open-blocks.ts'
import type { Markdown, Piece, PieceRead } from './piece.ts'

/** What can be taken from the reading of an earlier version of a text. Offsets are those of the new text. */
export interface EarlierPieces {
  /** The pieces before the first that may have changed. */
  readonly before: readonly Piece[]
  /** Where the first that may have changed starts. */
  readonly start: number
  /** The piece that starts at an offset, if neither it nor what stands behind it has changed. */
  at: (start: number) => PieceRead | null
  /** All pieces from an offset on, if nothing has changed from there on. */
  from: (start: number) => readonly Piece[] | null
  /** A piece with this text and the same behind it, wherever it was. */
  known: (text: string, next: Cut['next']) => Piece | undefined
}

/** From this many pieces on that are not where they were, they are looked for by their text: sections were moved. */
const FEW = 4

/** Compares an earlier reading with a new text. */
export function earlierPieces(earlier: Markdown, text: string): EarlierPieces {
  const { pieces } = earlier
  const starts = startsOf(pieces)
  const range = changedRange(earlier.text, text)
  const sameFrontMatter = endOfFrontMatter(text) === endOfFrontMatter(earlier.text)
  // What a piece begins with decides whether the one above it ends there.
  const first = sameFrontMatter ? Math.max(0, lastUpTo(starts, range.start) - 1) : 0
  const nextOf = (index: number): Cut['next'] => (index + 1 === pieces.length ? 'end' : 'heading')
  const indexAt = (start: number): number | null => {
    const index = lastUpTo(starts, start)
    return starts[index] === start ? index : null
  }

  let asked = 0
  let byText: Map<string, Piece> | null = null
  const readByText = () => {
    const known = new Map<string, Piece>()
    const last = lastUpTo(starts, range.oldEnd)
    // The first piece of a document is read like no other: it may have front matter.
    for (let index = Math.max(1, first); index <= last; index++) {
      const piece = pieces[index] as Piece
      const start = starts[index] ?? 0
      known.set(keyOf(earlier.text.slice(start, start + piece.length), nextOf(index)), piece)
    }
    return known
  }

  return {
    before: pieces.slice(0, first),
    start: starts[first] ?? 0,
    at: (start) => {
      const index = start === 0 && !sameFrontMatter ? null : indexAt(start)
      const piece = index === null ? undefined : pieces[index]
      if (index === null || !piece) return null
      const end = start + piece.length
      const next = nextOf(index)
      return end <= range.start && standsAt(text, end, next) ? { piece, next } : null
    },
    from: (start) => {
      if (start < range.newEnd) return null
      const index = indexAt(start - range.newEnd + range.oldEnd)
      return index === null ? null : pieces.slice(index)
    },
    known: (own, next) => {
      if (++asked <= FEW) return undefined
      byText ??= readByText()
      return byText.get(keyOf(own, next))
    },
  }
}

function startsOf(pieces: readonly Piece[]): number[] {
  let at = 0
  return pieces.map(({ length }) => {
    at += length
    return at - length
  })
}

/** Index of the last of some offsets, in order, that is not behind another; 0 when all are. */
function lastUpTo(offsets: readonly number[], offset: number): number {
  let low = 0
  let high = offsets.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low
}

function standsAt(text: string, at: number, next: Cut['next']): boolean {
  return next === 'heading' && at < text.length && isHeadingLine(text, at)
}

function keyOf(text: string, next: Cut['next']): string {
  return `${next} ${text}`
}
