/** Which of many values holds a place, without looking at each: it is asked for every one of many places. */
import { memoize } from '../../memoize.ts'
import type { Inline, Range } from '../../outline/outline.ts'

/** What has a value: a field, a cell with its label. */
interface Valued {
  readonly value: Inline
}

/** The first of a list whose value holds a span; undefined when none does. */
export function holding<T extends Valued>(list: readonly T[], { start, end }: Range): T | undefined {
  const { values, ends } = inOrder(list)
  let first = list.length
  // From the last that starts before the span, back to where none reaches as far.
  for (let next = countUpTo(values, start) - 1; next >= 0 && (ends[next] ?? 0) >= end; next--) {
    const candidate = values[next]
    if (candidate && candidate.value.end >= end) first = Math.min(first, candidate.at)
  }
  return list[first]
}

/** By where they start, and how far those up to each reach. */
const inOrder = memoize((list: readonly Valued[]) => {
  const values = list.map(({ value }, at) => ({ value, at }))
  values.sort((a, b) => a.value.start - b.value.start || a.at - b.at)
  let furthest = 0
  const ends = values.map(({ value }) => {
    furthest = Math.max(furthest, value.end)
    return furthest
  })
  return { values, ends }
})

/** How many of them start at an offset or before. */
function countUpTo(values: readonly Valued[], offset: number): number {
  let [from, to] = [0, values.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((values[middle]?.value.start ?? 0) <= offset) from = middle + 1
    else to = middle
  }
  return from
}
