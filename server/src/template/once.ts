/** What is worked out of data once, however often it is asked for: templates, sections and models never change. */

/**
 * A function that is computed once for each object it is given: what it gave last for that object is given again while
 * the other arguments are the same (`===`; lists element by element). What it gives must not be changed either.
 */
export function once<K extends object, A extends readonly unknown[], T>(
  derive: (from: K, ...given: A) => T,
): (from: K, ...given: A) => T {
  const known = new WeakMap<K, { readonly given: A; readonly value: T }>()
  return (from, ...given) => {
    const found = known.get(from)
    if (found?.given.every((argument, index) => isSame(argument, given[index]))) return found.value
    const value = derive(from, ...given)
    known.set(from, { given, value })
    return value
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
  return one.every((element, index) => element === other[index])
}
