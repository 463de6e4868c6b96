/** Structural sharing: what is equal in two versions of plain data becomes the same object in both. */

/**
 * The later of two versions of plain data, in which every part that equals its counterpart in the earlier version is the
 * object of the earlier version; the whole is, where all of it is equal. Properties are counterparts by name, elements
 * of lists by their place: behind an inserted or removed element counted from the end, else from the start.
 * Linear in the size of the data; what is the same object already is not looked into. Neither version is changed.
 */
export function share<T>(before: unknown, now: T): T {
  return shared(before, now) as T
}

function shared(before: unknown, now: unknown): unknown {
  if (before === now || !isObject(before) || !isObject(now)) return now
  if (Array.isArray(before) && Array.isArray(now)) return sharedList(before, now)
  return Array.isArray(before) || Array.isArray(now) ? now : sharedRecord(before, now)
}

type PlainObject = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null
}

function sharedRecord(before: PlainObject, now: PlainObject): PlainObject {
  const keys = Object.keys(now)
  let isEqual = keys.length === Object.keys(before).length
  // Copied only where a part is taken from before: this runs over most of the model for each key that somebody types.
  let result: Record<string, unknown> | null = null
  for (const key of keys) {
    const old = before[key]
    const own = now[key]
    const value = shared(old, own)
    isEqual &&= Object.is(value, old) && (value !== undefined || key in before)
    if (Object.is(value, own)) continue
    result ??= { ...now }
    result[key] = value
  }
  return isEqual ? before : (result ?? now)
}

function sharedList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const result = [...now]
  const added = now.length - before.length
  let end = now.length
  // Where the lengths differ, what is equal at the end has moved.
  for (; added !== 0 && end > Math.max(0, added); end--) {
    const old = before[end - 1 - added]
    result[end - 1] = shared(old, now[end - 1])
    if (!Object.is(result[end - 1], old)) break
  }
  for (let index = 0; index < Math.min(end, end - added); index++) {
    result[index] = shared(before[index], result[index])
  }
  if (areSame(result, before)) return before
  return areSame(result, now) ? now : result
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => Object.is(one, others[index]))
}
