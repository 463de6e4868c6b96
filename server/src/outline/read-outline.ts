import type { Heading as HeadingNode, Html, Root, RootContent, Yaml } from 'mdast'
import { parseMarkdown } from '../syntax/markdown.ts'
import { readBlocks } from './blocks.ts'
import { readFrontMatter } from './front-matter.ts'
import { inlineOf, offsetsOf, rangeOf, type Source } from './inline.ts'
import type { FrontMatter, Heading, Outline, OutlineSection } from './outline.ts'

/** Reads a document into its outline. Never throws. */
export function readOutline(text: string): Outline {
  const { root, text: read } = parseMarkdown(text)
  const pieces = cut(root)
  const sections: OutlineSection[] = []
  const open: { index: number; level: number }[] = []
  let frontMatter: FrontMatter | null = null
  for (const [index, piece] of pieces.entries()) {
    const { start } = piece
    const source: Source = { text: read, base: start }
    const heading = piece.heading && readHeading(source, piece.heading)
    const level = heading?.level ?? 0
    while (level > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
    const parent = open.at(-1)?.index ?? null
    if (level > 0) open.push({ index, level })
    const yaml = index === 0 ? piece.content.find((node): node is Yaml => node.type === 'yaml') : undefined
    if (yaml) frontMatter = readFrontMatter(source, yaml)
    const blocks = readBlocks(source, piece.content)
    sections.push({ length: (pieces[index + 1]?.start ?? text.length) - start, heading, level, parent, blocks })
  }
  return {
    sections,
    starts: pieces.map((piece) => piece.start),
    frontMatter,
    lineEnding: /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n',
  }
}

interface Piece {
  start: number
  heading: HeadingNode | null
  content: RootContent[]
}

function cut(root: Root): Piece[] {
  const pieces: Piece[] = [{ start: 0, heading: null, content: [] }]
  let end = 0
  for (const node of root.children) {
    const at = offsetsOf(node)
    // The position of an underlined heading may begin with a link definition above it.
    if (node.type === 'heading') pieces.push({ start: Math.max(at.start, end), heading: node, content: [] })
    else pieces.at(-1)?.content.push(node)
    end = at.end
  }
  return pieces
}

function readHeading(source: Source, node: HeadingNode): Heading {
  const range = rangeOf(source, node)
  const first = node.children[0]
  const last = node.children.at(-1)
  const from = first ? offsetsOf(first).start : range.end + source.base
  // A comment behind the title (`<!-- optional -->`) is not part of it.
  const comment = node.children.find((child): child is Html => child.type === 'html' && child.value.startsWith('<!--'))
  const to = comment ? Math.max(from, offsetsOf(comment).start) : last ? offsetsOf(last).end : from
  return {
    start: Math.max(0, range.start),
    end: range.end,
    level: node.depth,
    title: inlineOf(source, node.children, from, to),
  }
}
