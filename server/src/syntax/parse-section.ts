/** The one function that parses a part of a document. */
import type { Root } from 'mdast'
import { maskOpaque, type OpaqueTable, opaqueTables } from './opaque.ts'
import { parseTree } from './parse-tree.ts'
import { readPlainBlocks, readPlainHeading } from './plain-blocks.ts'

/** A part of a document that was parsed by itself: a section, or what stands before the first. Immutable. */
export interface Chunk {
  /** As long as in the document, and different from it only where text is opaque (see `maskOpaque`). */
  readonly text: string
  /** Tables that are too long to be read: there are no nodes of theirs. */
  readonly opaqueTables: readonly OpaqueTable[]
  /** Its nodes. Offsets are relative to the start of the chunk; lines and columns have no meaning. */
  readonly root: Root
  /** Normalised labels of the link definitions in it (`[label]: url`). */
  readonly definitions: readonly string[]
  /** Normalised labels that may be references in it, and whether they counted as defined when it was parsed. */
  readonly asked: ReadonlyMap<string, boolean>
}

const NONE: ReadonlyMap<string, boolean> = new Map()
/** A heading in place of the one behind a chunk, to see that it is one. */
const HEADING = '#'

/**
 * Parses a part of a document.
 * @param text begins with a heading, or the document
 * @param next what stands behind it
 * @param defined normalised labels that count as defined
 * @returns null where the heading behind it is none, because a block is open
 */
export function parseSection(text: string, next: 'heading' | 'end', defined: ReadonlySet<string>): Chunk | null {
  const tables = opaqueTables(text)
  const plain = tables.length === 0 ? readPlainSection(text) : null
  if (plain) return { text, opaqueTables: tables, root: plain, definitions: [], asked: NONE }
  const masked = maskOpaque(text)
  const { root, definitions, asked } = parseTree(next === 'heading' ? masked + HEADING : masked, defined)
  if (next === 'heading') {
    const last = root.children.pop()
    if (last?.type !== 'heading' || last.position?.start.offset !== text.length) return null
  }
  return { text: masked, opaqueTables: tables, root, definitions, asked }
}

/** The nodes of a section that takes no parser, null for any other. */
function readPlainSection(text: string): Root | null {
  const heading = readPlainHeading(text, 0)
  // Front matter looks like a rule.
  if (!heading && text.startsWith('---')) return null
  const blocks = readPlainBlocks(text, heading?.position?.end.offset ?? 0)
  return blocks && { type: 'root', children: heading ? [heading, ...blocks] : blocks }
}
