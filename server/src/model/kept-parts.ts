/** Parts of a model that say the same as in an earlier version of the document stay the same objects. */
import type { PostMortem } from './post-mortem.ts'

/** The model with what is equal in an earlier one taken from there; parts are compared with `===` afterwards. */
export function withKeptParts(now: PostMortem, before: PostMortem): PostMortem {
  const parts = Object.entries(now).map(([part, value]) => {
    const earlier: unknown = before[part as keyof PostMortem]
    return [part, isEqual(earlier, value) ? earlier : value]
  })
  return Object.fromEntries(parts) as unknown as PostMortem
}

/** Whether plain data says the same. */
function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
    return one.every((element, index) => isEqual(element, other[index]))
  }
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  return keys.every((key) => key in other && isEqual(one[key as never], other[key as never]))
}
