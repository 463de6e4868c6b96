/** The chunks of a document as one tree, to compare with that of the whole. */
import { expect } from 'vitest'
import { type Markdown, parseMarkdown } from '../../server/src/syntax/markdown.ts'
import { parseTree } from '../../server/src/syntax/parse-tree.ts'

/** A node with offsets alone for its position. */
interface Plain {
  type?: string
  position?: { start: number; end: number }
  children?: Plain[]
  [key: string]: unknown
}

/** What nobody reads of a node, and a chunk that takes no parser does not have. */
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

/** The nodes of all chunks with offsets in the document. */
function joined({ chunks }: Markdown): Plain[] {
  let start = 0
  return chunks.flatMap(({ root, text: { length } }) => {
    start += length
    return root.children.map((child) => plain(child, start - length))
  })
}

/** The chunks are those of the text parsed at once; gives them. */
export function expectWhole(markdown: Markdown): Markdown {
  const text = markdown.chunks.map((chunk) => chunk.text).join('')
  expect(text.length).toBe(markdown.text.length)
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
  const after = parseMarkdown(text, before)
  const anew = parseMarkdown(text)
  expect(after.text).toBe(text)
  expect(after.chunks.map(({ text: own }) => own)).toEqual(anew.chunks.map(({ text: own }) => own))
  expectEqual(after.chunks, anew.chunks)
  expect(after.defined).toEqual(anew.defined)
  return after
}

/** How many chunks were parsed: those that are not the same objects as before. */
export function parsed(after: Markdown, before: Markdown): number {
  const kept = new Set(before.chunks)
  return after.chunks.filter((chunk) => !kept.has(chunk)).length
}
