import type { Root, RootContent } from 'mdast'
import { type Cut, nextCut } from './cuts.ts'
import { createMask } from './opaque.ts'
import { endOfFrontMatter, endOfOpenBlock, isOpenable } from './open-blocks.ts'
import { parseTree, shift, type Tree } from './parse-tree.ts'
import { readPlainBlocks, readPlainHeading } from './plain-blocks.ts'

/** A stretch of a document that is parsed by itself. Immutable; the same object while it reads the same. */
export interface Piece {
  /** Length in the document, UTF-16 code units. */
  readonly length: number
  /** Its text; as long as in the document, and different from it only where text is opaque (see `maskOpaque`). */
  readonly text: string
  /** Its nodes. Offsets are relative to the start of the piece; lines and columns have no meaning. */
  readonly root: Root
  /** Normalised labels of the link definitions in it. */
  readonly definitions: readonly string[]
  /** Normalised labels that would be references in it if they were defined anywhere in the document. */
  readonly asked: ReadonlySet<string>
}

/** A document in pieces. Immutable. */
export interface Markdown {
  /** The document as given. */
  readonly text: string
  /** In order, at least one; their lengths add up to that of the text. */
  readonly pieces: readonly Piece[]
  /** Normalised labels of all link definitions; the same set while they are the same. */
  readonly defined: ReadonlySet<string>
}

/** A piece, and what stands behind it. */
export interface PieceRead {
  readonly piece: Piece
  readonly next: Cut['next']
}

/** A heading in place of the one behind a piece, to see that it is one. */
const HEADING = '#'

/**
 * Reads the piece that starts at an offset: that of a heading, or of the document.
 * @param defined labels that count as defined
 * @param known gives a piece with this very text that was read before, if there is one
 */
export function readPiece(
  text: string,
  start: number,
  defined: ReadonlySet<string>,
  known: (text: string, next: Cut['next']) => Piece | undefined = () => undefined,
): PieceRead {
  const mask = createMask()
  const content = new Content()
  let notBefore = start === 0 ? endOfFrontMatter(text) : 0
  let masked = ''
  // What is not yet parsed for good starts here, relative to the piece.
  let from = 0
  let openSince = -1
  let at = start
  for (;;) {
    const cut = nextCut(text, at, notBefore)
    at = cut.at
    if (masked === '' && start > 0) {
      const piece = known(text.slice(start, cut.at), cut.next)
      if (piece) return { piece, next: cut.next }
    }
    const plain = masked === '' ? plainPiece(copyOf(text.slice(start, cut.at)), start === 0) : null
    if (plain) return { piece: plain, next: cut.next }
    masked += mask(copyOf(text.slice(start + masked.length, cut.at)))
    const chunk = masked.slice(from)
    const tree = parseTree(chunk + (cut.next === 'heading' ? HEADING : ''), defined)
    if (isEnd(cut, chunk, tree.root)) {
      if (cut.next === 'heading') tree.root.children.pop()
      content.add(tree, from)
      return { piece: content.toPiece(masked), next: cut.next }
    }
    const open = tree.root.children.at(-1)
    const openAt = open?.position?.start.offset ?? 0
    const openFrom = startOfLine(chunk, openAt)
    const opening = chunk.slice(openAt)
    // Far more than before, so that it is not read time and again.
    const again = cut.at + (cut.at - start - from)
    // A heading that is hidden in a way that is not known: read it again, with more.
    if (!open || !isOpenable(open)) notBefore = again
    else {
      if (openFrom > 0) {
        // What stands above an open block stays as it is: only the block is read again, with more.
        tree.root.children.pop()
        content.add(tree, from)
        from += openFrom
      }
      const end = endOfOpenBlock(text, opening, cut.at)
      notBefore = from === openSince ? Math.max(again, end) : end
      openSince = from
    }
  }
}

/** A piece that takes no parser, null for any other: see `readPlainBlocks`. */
function plainPiece(text: string, isFirst: boolean): Piece | null {
  const head = readPlainHeading(text, 0)
  // Front matter looks like a rule.
  if (!head && (!isFirst || text.startsWith('---'))) return null
  const nodes = readPlainBlocks(text, head?.position?.end.offset ?? 0)
  if (!nodes) return null
  const children = head ? [head, ...nodes] : nodes
  return {
    length: text.length,
    text,
    root: { type: 'root', children },
    definitions: [],
    asked: NOTHING,
  }
}

const NOTHING: ReadonlySet<string> = new Set()

/** Whether nothing hides what stands behind a cut. */
function isEnd({ next }: Cut, chunk: string, { children }: Root): boolean {
  const last = children.at(-1)
  return next === 'end' || (last?.type === 'heading' && last.position?.start.offset === chunk.length)
}

/** A part of a text becomes a string of its own: a piece must not keep the whole text of its version in memory. */
function copyOf(part: string): string {
  return ` ${part}`.slice(1)
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
}

/** What was parsed of a piece. */
class Content {
  private readonly nodes: RootContent[] = []
  private readonly definitions: string[] = []
  private readonly asked = new Set<string>()

  /** Adds the nodes of a tree that starts at an offset of the piece. */
  add(tree: Tree, offset: number): void {
    for (const node of tree.root.children) {
      if (offset !== 0) shift(node, offset)
      this.nodes.push(node)
    }
    this.definitions.push(...tree.definitions)
    for (const label of tree.asked) this.asked.add(label)
  }

  toPiece(text: string): Piece {
    const { definitions, asked } = this
    return {
      length: text.length,
      text,
      root: { type: 'root', children: this.nodes },
      definitions,
      asked,
    }
  }
}
