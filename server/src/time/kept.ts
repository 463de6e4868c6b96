/**
 * Like `once`, for what depends on values that are made anew each time: keeps, for each object that it is given, the
 * last result, and gives it again while the rest that it is given says the same. Nothing of all that may be changed.
 * @param derive also gets its last result for that object, null at first
 * @param isSame whether two that were given lead to the same result
 */
export function kept<K extends object, G, T>(
  derive: (of: K, given: G, last: T | null) => T,
  isSame: (a: G, b: G) => boolean,
): (of: K, given: G) => T {
  const known = new WeakMap<K, { readonly given: G; readonly value: T }>()
  return (of, given) => {
    const found = known.get(of)
    if (found && isSame(found.given, given)) return found.value
    const value = derive(of, given, found?.value ?? null)
    known.set(of, { given, value })
    return value
  }
}
