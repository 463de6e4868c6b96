/**
 * Text to Markdown tree (CommonMark with GFM tables, task lists, strikethrough and YAML front matter), piece by piece.
 * Invariants: parsing never throws; the nodes of all pieces are those of the whole text parsed at once; and the
 * pieces of a text are the same whether or not they were read from those of an earlier version.
 */
import { type EarlierPieces, earlierPieces } from './earlier-pieces.ts'
import { parseTree } from './parse-tree.ts'
import { type Markdown, type Piece, readPiece } from './piece.ts'

export type { Markdown, Piece } from './piece.ts'

/**
 * Parses a document.
 * @param before the reading of an earlier version: what did not change is taken from it. The result is the same without.
 */
export function parsePieces(text: string, before: Markdown | null = null): Markdown {
  if (before?.text === text) return before
  const assumed = before?.defined ?? likelyDefinitions(text)
  const pieces = readPieces(text, assumed, before && earlierPieces(before, text))
  const found = new Set<string>()
  for (const { definitions } of pieces) for (const label of definitions) found.add(label)
  const changed = new Set([...found, ...assumed].filter((label) => found.has(label) !== assumed.has(label)))
  return changed.size === 0 ? { text, pieces, defined: assumed } : readAgain({ text, pieces }, found, changed)
}

/** A line that may be a link definition. */
const DEFINITION = /^ {0,3}\[[^\]\r\n]{1,999}\]:[^\r\n]{0,1000}$/gm

/** The definitions of a text, most of the time: what is not known in advance is parsed twice. */
function likelyDefinitions(text: string): ReadonlySet<string> {
  const lines = text.match(DEFINITION) ?? []
  return new Set(lines.length === 0 ? [] : parseTree(lines.join('\n\n'), null).definitions)
}

/** Reads the pieces of a text, those before and behind the change from the earlier reading. */
function readPieces(text: string, defined: ReadonlySet<string>, earlier: EarlierPieces | null): readonly Piece[] {
  const pieces = [...(earlier?.before ?? [])]
  let at = earlier?.start ?? 0
  for (;;) {
    const read = earlier?.at(at) ?? readPiece(text, at, defined, earlier?.known)
    pieces.push(read.piece)
    if (read.next === 'end') return pieces
    at += read.piece.length
    const rest = earlier?.from(at)
    if (rest) return pieces.concat(rest)
  }
}

/** Reads the pieces again in which a label may be a reference that was none before, or the other way round. */
function readAgain(
  { text, pieces }: Omit<Markdown, 'defined'>,
  defined: ReadonlySet<string>,
  changed: ReadonlySet<string>,
): Markdown {
  let at = 0
  const read = pieces.map((piece) => {
    const start = at
    at += piece.length
    return hasAny(piece.asked, changed) ? readPiece(text, start, defined).piece : piece
  })
  return { text, pieces: read, defined }
}

function hasAny(labels: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const label of labels) if (others.has(label)) return true
  return false
}
