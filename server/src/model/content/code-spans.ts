/** Code spans in a line of text: what stands in them is shown as it is. */
import { groupBy } from '../../group-by.ts'
import type { Range } from '../../outline/outline.ts'

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
