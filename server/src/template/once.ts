/** What is worked out of data once, however often it is asked for: templates and models never change. */

/** A function that is computed once for each object it is given. What it gives must not be changed either. */
export function once<K extends object, T>(derive: (from: K) => T): (from: K) => T {
  const known = new WeakMap<K, { readonly value: T }>()
  return (from) => {
    const found = known.get(from) ?? { value: derive(from) }
    known.set(from, found)
    return found.value
  }
}
