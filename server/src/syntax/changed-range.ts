/** Where two versions of a text differ. Offsets and lengths in UTF-16 code units. */
export interface ChangedRange {
  /** Length of what both begin with. */
  readonly start: number
  /** End of the difference in the old and in the new text: what stands behind is the same. */
  readonly oldEnd: number
  readonly newEnd: number
}

/** Texts are compared this much at a time: as a whole, which is fast, and one by one only where they differ. */
const CHUNK = 4_096

/** Finds the one stretch in which two texts differ. */
export function changedRange(old: string, text: string): ChangedRange {
  const most = Math.min(old.length, text.length)
  let start = 0
  while (start + CHUNK <= most && old.slice(start, start + CHUNK) === text.slice(start, start + CHUNK)) start += CHUNK
  while (start < most && old.charCodeAt(start) === text.charCodeAt(start)) start++
  const left = most - start
  let same = 0
  while (same + CHUNK <= left && fromEnd(old, same) === fromEnd(text, same)) same += CHUNK
  while (same < left && old.charCodeAt(old.length - 1 - same) === text.charCodeAt(text.length - 1 - same)) same++
  return { start, oldEnd: old.length - same, newEnd: text.length - same }
}

function fromEnd(text: string, skipped: number): string {
  return text.slice(text.length - skipped - CHUNK, text.length - skipped)
}
