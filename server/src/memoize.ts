/** The one cache of what is derived from data: templates, sections and models never change once they are read. */

/**
 * Makes a function remember its last result for each object that it is given first. The result is computed again only
 * when another argument has changed (`===`; lists are compared element by element), and is forgotten with the object.
 * Neither the arguments nor the result may be changed afterwards. Arguments beyond the function's parameters do not
 * count, so that it can be given to `map`; it may have neither defaults nor rest parameters.
 */
export function memoize<K extends object, A extends readonly unknown[], T>(
  derive: (from: K, ...rest: A) => T,
): (from: K, ...rest: A) => T {
  const count = derive.length - 1
  const cache = new WeakMap<K, { readonly rest: readonly unknown[]; readonly value: T }>()
  return (from, ...rest) => {
    const cached = cache.get(from)
    if (cached !== undefined && areSame(cached.rest, rest)) return cached.value
    const value = derive(from, ...rest)
    cache.set(from, { rest: rest.slice(0, count), value })
    return value
  }
}

// A loop: this runs some hundred times for each key that somebody types.
function areSame(cached: readonly unknown[], rest: readonly unknown[]): boolean {
  for (let index = 0; index < cached.length; index++) if (!isSame(cached[index], rest[index])) return false
  return true
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
  return one.every((element, index) => element === other[index])
}
