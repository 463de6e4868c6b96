/** Code, in a line and in blocks: what stands in it is shown as it is. */
import { groupBy } from '../../group-by.ts'
import type { Block, Range } from '../../outline/outline.ts'

/** The code spans of a text, with their backticks (CommonMark 6.1). Takes time in proportion to its length. */
export function codeSpans(text: string): Range[] {
  const runs = [...text.matchAll(/\\`|`+/g)].filter(([run]) => run.startsWith('`'))
  /** Runs by their length, the last one first: each is taken off once it is passed. */
  const byLength = groupBy(runs.toReversed(), ([marks]) => marks.length)
  const spans: Range[] = []
  for (const { index, 0: marks } of runs) {
    if (index < (spans.at(-1)?.end ?? 0)) continue
    const same = byLength.get(marks.length) ?? []
    while ((same.at(-1)?.index ?? Number.POSITIVE_INFINITY) <= index) same.pop()
    const closing = same.at(-1)
    if (closing) spans.push({ start: index, end: closing.index + marks.length })
  }
  return spans
}

/** Whether an offset stands in a code block or quotation, however deep. */
export function isInCode(block: Block, at: number): boolean {
  if (at < block.start || at >= block.end) return false
  if (block.type === 'list') return block.items.some(({ blocks }) => blocks.some((inner) => isInCode(inner, at)))
  return block.type === 'code' || block.type === 'quote'
}
