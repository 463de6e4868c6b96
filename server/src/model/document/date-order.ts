/** Whether the day or the month comes first in `3/4/2026`, by the other dates of the document. */
import { memoize } from '../../memoize.ts'
import type { Chunk } from '../../syntax/markdown.ts'
import { type DateOrder, readDates, settleDateOrder } from '../../time/index.ts'

/** It is looked for in the first part of a text: so many UTF-16 code units. */
const EARLY = 20_000

/**
 * The order in a document, null when nothing in its first part settles it.
 * @param otherwise is asked for it where there is a date that can be read both ways
 */
export function dateOrderOf(chunks: readonly Chunk[], otherwise: () => DateOrder | null): DateOrder | null {
  const dates: ReturnType<typeof readDates> = []
  let start = 0
  for (const chunk of chunks) {
    for (const date of datesIn(chunk)) if (start + date.end <= EARLY) dates.push(date)
    start += chunk.text.length
    if (start >= EARLY) break
  }
  const order = settleDateOrder(dates)
  return order === null && dates.some(({ alternative }) => alternative !== null) ? otherwise() : order
}

const datesIn = memoize(({ text }: Chunk) => readDates(text))
