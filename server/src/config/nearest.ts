import { distance } from 'fastest-levenshtein'

/** In UTF-16 code units; a longer name is no typo of a known one. */
const MAX_NAME_LENGTH = 64
/** Maximum edit distance, relative to the length. */
const MAX_DISTANCE_RATIO = 0.4

/** The closest known name; null when none is close. */
export function closestName(name: string, names: readonly string[]): string | null {
  if (name.length > MAX_NAME_LENGTH) return null
  const key = comparable(name)
  let best: { name: string; apart: number } | null = null
  for (const candidate of names) {
    const other = comparable(candidate)
    const isPart = key.length > 2 && (other.startsWith(key) || key.startsWith(other))
    const apart = distance(key, other)
    if (!isPart && apart > MAX_DISTANCE_RATIO * Math.max(key.length, other.length)) continue
    if (best === null || apart < best.apart) best = { name: candidate, apart }
  }
  return best?.name ?? null
}

/** The message about an unknown name. */
export function unknownName(what: string, name: string, near: string | null): string {
  const shown = name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH)}…` : name
  return `There is no ${what} "${shown}".${near === null ? '' : ` Did you mean "${near}"?`}`
}

function comparable(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '')
}
