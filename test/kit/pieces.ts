/** The pieces of a document as one tree, to compare with that of the whole. */
import { expect } from 'vitest'
import { type Markdown, parsePieces } from '../../server/src/syntax/markdown.ts'
import { parseTree } from '../../server/src/syntax/parse-tree.ts'

/** A node with offsets alone for its position. */
interface Plain {
  type?: string
  position?: { start: number; end: number }
  children?: Plain[]
  [key: string]: unknown
}

/** What nobody reads of a node, and a piece that takes no parser does not have. */
const UNREAD = ['position', 'children', 'data', 'spread', 'start', 'align', 'title', 'referenceType']

/** The nodes of a tree, moved; lines and columns are left out. */
function plain(node: unknown, by: number): Plain {
  const { position, children } = node as Record<string, unknown>
  const rest = Object.fromEntries(
    Object.entries(node as object)
      .filter(([key, value]) => !UNREAD.includes(key) && value !== null && value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  const at = position as { start: { offset: number }; end: { offset: number } } | undefined
  return {
    ...rest,
    ...(at ? { position: { start: at.start.offset + by, end: at.end.offset + by } } : {}),
    ...(children ? { children: (children as unknown[]).map((child) => plain(child, by)) } : {}),
  }
}

/** The nodes of all pieces with offsets in the document. */
function joined({ pieces }: Markdown): Plain[] {
  let start = 0
  return pieces.flatMap(({ root, length }) => {
    start += length
    return root.children.map((child) => plain(child, start - length))
  })
}

/** The pieces are those of the text parsed at once; gives them. */
export function expectWhole(markdown: Markdown): Markdown {
  const text = markdown.pieces.map((piece) => piece.text).join('')
  expect(text.length).toBe(markdown.text.length)
  expect(markdown.pieces.every((piece) => piece.length === piece.text.length)).toBe(true)
  const whole = parseTree(text, null).root.children.map((child) => plain(child, 0))
  expectEqual(joined(markdown), whole)
  return markdown
}

/** Like `toEqual`, and fast where that is so. */
function expectEqual(found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected)
}

/** Reading on from an earlier version gives the same as reading anew; gives it. */
export function expectSame(text: string, before: Markdown): Markdown {
  const after = parsePieces(text, before)
  const anew = parsePieces(text)
  expect(after.text).toBe(text)
  expect(after.pieces.map(({ text: own }) => own)).toEqual(anew.pieces.map(({ text: own }) => own))
  expectEqual(after.pieces, anew.pieces)
  expect(after.defined).toEqual(anew.defined)
  return after
}

/** How many pieces were parsed: those that are not the same objects as before. */
export function parsed(after: Markdown, before: Markdown): number {
  const kept = new Set(before.pieces)
  return after.pieces.filter((piece) => !kept.has(piece)).length
}
