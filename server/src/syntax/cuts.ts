/**
 * Where a document may be cut: before a line that can only be a heading at the root, unless a block is open that hides
 * it. Every decision depends on the line alone, so after an edit the cuts behind it fall on the same lines again.
 */
import { afterLine, endOfLine, isOpaqueLine } from './opaque.ts'

/** Where a piece may end. */
export interface Cut {
  readonly at: number
  /** What comes next: a heading, or nothing. */
  readonly next: 'heading' | 'end'
}

/** The first cut behind the line at an offset that is not before another. */
export function nextCut(text: string, start: number, notBefore: number): Cut {
  let at = start
  while (at < text.length) {
    at = Math.min(text.length, afterLine(text, endOfLine(text, at)))
    if (at < text.length && at >= notBefore && isHeadingLine(text, at)) return { at, next: 'heading' }
  }
  return { at: text.length, next: 'end' }
}

/** Whether a line is a heading wherever no open block hides it: `#` to `######`, then white space or the end. */
export function isHeadingLine(text: string, start: number): boolean {
  let at = start
  while (text.charCodeAt(at) === 35) at++
  if (at === start || at - start > 6) return false
  if (at < text.length && !' \t\r\n'.includes(text.charAt(at))) return false
  return !isOpaqueLine(text, start, endOfLine(text, start))
}
