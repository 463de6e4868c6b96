/** What the sections of one chunk of a document hold. Read once for each chunk. */
import type { Heading as HeadingNode, Html, Root, RootContent, Yaml } from 'mdast'
import { memoize } from '../memoize.ts'
import type { Chunk } from '../syntax/markdown.ts'
import { readBlocks } from './blocks.ts'
import { readFrontMatter } from './front-matter.ts'
import { inlineOf, offsetsOf, rangeOf, type Source } from './inline.ts'
import type { Block, FrontMatter, Heading } from './outline.ts'

/** A section without its place among the others. */
export interface Content {
  /** Offset of its start in the chunk. */
  readonly at: number
  readonly length: number
  readonly heading: Heading | null
  readonly blocks: readonly Block[]
  readonly frontMatter: FrontMatter | null
}

/** The sections of a chunk. The first has no heading: it is what stands above the first one, perhaps nothing. */
export const contentsOf = memoize((chunk: Chunk): readonly Content[] => {
  const cuts = cut(chunk.root)
  return cuts.map(({ start, heading, nodes }, index): Content => {
    const source: Source = { text: chunk.text, base: start }
    const yaml = index === 0 ? nodes.find((node): node is Yaml => node.type === 'yaml') : undefined
    const length = (cuts[index + 1]?.start ?? chunk.text.length) - start
    return {
      at: start,
      length,
      heading: heading && readHeading(source, heading),
      blocks: withOpaqueTables(readBlocks(source, nodes), chunk, start, length),
      frontMatter: yaml ? readFrontMatter(source, yaml) : null,
    }
  })
})

/** The blocks of a section, and its opaque tables where they stand; one inside of code, a comment or a list is none. */
function withOpaqueTables(
  blocks: readonly Block[],
  { opaqueTables }: Chunk,
  base: number,
  length: number,
): readonly Block[] {
  const tables = opaqueTables.flatMap(({ start, headerEnd, end }): Block[] => {
    const range = { start: start - base, end: end - base }
    const isInside = blocks.some((block) => block.start <= range.start && range.end <= block.end)
    if (range.start < 0 || range.start >= length || isInside) return []
    return [{ type: 'opaque-table', ...range, header: { start: range.start, end: headerEnd - base } }]
  })
  return tables.length === 0 ? blocks : [...blocks, ...tables].sort((a, b) => a.start - b.start)
}

interface SectionNodes {
  start: number
  heading: HeadingNode | null
  nodes: RootContent[]
}

function cut(root: Root): SectionNodes[] {
  const cuts: SectionNodes[] = [{ start: 0, heading: null, nodes: [] }]
  let end = 0
  for (const node of root.children) {
    const at = offsetsOf(node)
    // The position of an underlined heading may begin with a link definition above it.
    if (node.type === 'heading') cuts.push({ start: Math.max(at.start, end), heading: node, nodes: [] })
    else cuts.at(-1)?.nodes.push(node)
    end = at.end
  }
  return cuts
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
