/**
 * Keeps hostile lines away from the Markdown parser, whose handling of delimiters is quadratic: a line
 * of 20 kB of `a*` takes seconds. Such a line is no prose; it stays in the document as opaque text.
 */

/** A line longer than this (UTF-16 code units) is opaque. The longest of 137 real post-mortems has 1,054. */
const LONGEST_LINE = 20_000
/** A line with more delimiters than this is opaque, and so is what follows in a paragraph with more. */
const MOST_DELIMITERS = 1_000
/** A line that opens more nested lists and quotes than this is opaque. */
const DEEPEST_NESTING = 32

/**
 * Replaces every character of an opaque line by `x`, so that all offsets stay as they are.
 * Returns the text itself when it has no such line.
 */
export function maskOpaque(text: string): string {
  const pieces: string[] = []
  let copied = 0
  let inParagraph = 0
  for (let start = 0; start < text.length; ) {
    const end = endOfLine(text, start)
    const opaque = end - start > LONGEST_LINE || isDense(text, start, end)
    if (opaque) {
      pieces.push(text.slice(copied, start), 'x'.repeat(end - start))
      copied = end
    }
    start = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  if (copied === 0) return text
  pieces.push(text.slice(copied))
  return pieces.join('')

  function isDense(of: string, from: number, to: number): boolean {
    if (startsBlock(of, from, to)) inParagraph = 0
    const here = countDelimiters(of, from, to)
    if (here > MOST_DELIMITERS || inParagraph + here > 2 * MOST_DELIMITERS) return true
    inParagraph += here
    return nesting(of, from, to) > DEEPEST_NESTING
  }
}

function endOfLine(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return text.length
}

/** Whether a line ends the paragraph before it: blank, or a list item, heading, quote or table row. */
function startsBlock(text: string, start: number, end: number): boolean {
  const first = firstNonSpace(text, start, end)
  return first === end || '-+#>|0123456789'.includes(text.charAt(first)) || text.startsWith('* ', first)
}

function countDelimiters(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if ('*_~[]<`!\\&'.includes(text.charAt(at))) count++
  return count
}

/** How many list markers and quote marks a line opens one inside the other. */
function nesting(text: string, start: number, end: number): number {
  let depth = 0
  for (let at = start; at < end; ) {
    at = firstNonSpace(text, at, end)
    const marker = at
    while (at < end && at - marker < 9 && '0123456789'.includes(text.charAt(at))) at++
    if (at > marker ? !'.)'.includes(text.charAt(at)) : !'-*+>'.includes(text.charAt(at))) return depth
    if (at >= end) return depth
    at++
    depth++
  }
  return depth
}

function firstNonSpace(text: string, start: number, end: number): number {
  let at = start
  while (at < end && ' \t'.includes(text.charAt(at))) at++
  return at
}
