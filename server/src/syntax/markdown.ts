/**
 * Text to Markdown tree (CommonMark with GFM tables, task lists, strikethrough and YAML front matter).
 * Invariant: parsing never throws, and every offset in the tree is an offset into the text given.
 */
import type { Root } from 'mdast'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { maskOpaque } from './opaque.ts'

const processor = unified().use(remarkParse).use(gfm).freeze()

/** A Markdown tree and the text that it was read from. */
export interface MarkdownTree {
  readonly root: Root
  /** As long as the text given; differs from it only where text is opaque (see `maskOpaque`). */
  readonly text: string
}

/** Parses a document. Positions in the tree count UTF-16 code units from the start of the text. */
export function parseMarkdown(text: string): MarkdownTree {
  // A byte-order mark is not counted by the parser: a blank line's worth of nothing in its place is.
  const masked = maskOpaque(text)
  const mark = masked.charCodeAt(0) === 0xfeff
  const root = processor.parse(mark ? masked.slice(1) : masked)
  if (mark) shift(root, 1)
  return { root, text: masked }
}

function gfm(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [gfmTable(), gfmTaskListItem(), gfmStrikethrough(), frontmatter(['yaml'])]
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    frontmatterFromMarkdown(['yaml']),
  ]
}

interface Positioned {
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined
  children?: Positioned[]
}

function shift(node: Positioned, by: number): void {
  if (node.position) {
    node.position.start.offset = (node.position.start.offset ?? 0) + by
    node.position.end.offset = (node.position.end.offset ?? 0) + by
  }
  for (const child of node.children ?? []) shift(child, by)
}
