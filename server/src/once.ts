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
    if (found !== undefined && areSame(found.given, given)) return found.value
    const value = derive(from, ...given)
    known.set(from, { given, value })
    return value
  }
}

// Loops, since this is asked thousands of times for each key that somebody types.
function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  if (some.length !== others.length) return false
  for (let index = 0; index < some.length; index++) {
    const one = some[index]
    const other = others[index]
    if (one === other) continue
    if (!Array.isArray(one) || !Array.isArray(other) || !hasSameElements(one, other)) return false
  }
  return true
}

function hasSameElements(some: readonly unknown[], others: readonly unknown[]): boolean {
  if (some.length !== others.length) return false
  for (let index = 0; index < some.length; index++) if (some[index] !== others[index]) return false
  return true
}
