/** Lists that are in order. */

/** How many items at the beginning of a list pass a test, where none passes behind one that fails. */
export function countWhile<T>(list: readonly T[], passes: (item: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(list[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}
