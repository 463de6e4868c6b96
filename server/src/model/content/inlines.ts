/** Every piece of running text of a section, in order: what a reader reads, without code and quotations. */
import { memoize } from '../../memoize.ts'
import type { Block, Inline } from '../../outline/outline.ts'
import type { Section } from '../post-mortem.ts'

/** The texts of a section: its heading, lines of paragraphs, lines of items and cells. */
export const inlinesOf = memoize((section: Pick<Section, 'heading' | 'blocks'>): readonly Inline[] => {
  const heading = section.heading ? [section.heading.title] : []
  return [...heading, ...section.blocks.flatMap(inlinesOfBlock)]
})

function inlinesOfBlock(block: Block): Inline[] {
  switch (block.type) {
    case 'paragraph':
      return [whole(block.lines)]
    case 'list':
      return block.items.flatMap((item) => [item.line, ...item.blocks.flatMap(inlinesOfBlock)])
    case 'table':
      return [block.header, ...block.rows].flatMap(({ cells }) => cells)
    default:
      return []
  }
}

/** A paragraph as one text; its lines are apart by exactly what stands between them. */
function whole(lines: readonly Inline[]): Inline {
  const first = lines[0]?.start ?? 0
  let at = first
  const pieces = lines.map((line) => {
    const gap = '\n'.repeat(line.start - at)
    at = line.end
    return gap + line.text
  })
  const text = pieces.join('')
  return { text, plain: lines.map(({ plain }) => plain).join(' '), start: first, end: first + text.length }
}
