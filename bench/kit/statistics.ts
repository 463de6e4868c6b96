/** The value in the middle of some numbers; of an even number of them, the lower of the two. */
export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/**
 * The smallest of some numbers that at least so many percent of them do not exceed (nearest rank).
 *
 * @throws {Error} When there are no numbers.
 */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

/** The numbers in `count` equal steps of a run, for things that are measured by turns. */
export function rounds(total: number, count: number): number[] {
  return Array.from(
    { length: count },
    (_, index) => Math.floor(((index + 1) * total) / count) - Math.floor((index * total) / count),
  )
}
