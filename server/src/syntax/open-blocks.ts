/** Blocks that go on until their own mark and hide headings (CommonMark 4.5 and 4.6, and YAML front matter). */

/** How a block of HTML opens, and what it ends with. The last kind ends at a blank line. */
const HTML: readonly [RegExp, RegExp][] = [
  [/<(?:script|pre|style|textarea)(?=[\s>]|$)/iy, /<\/(?:script|pre|style|textarea)>/gi],
  [/<!--/y, /-->/g],
  [/<\?/y, /\?>/g],
  [/<!\[CDATA\[/y, /\]\]>/g],
  [/<![a-z]/iy, />/g],
  [/</y, /(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n])/g],
]

/** Where a fence, comment or other raw block ends that opens at an offset: behind its mark, or at the end of the text. */
export function endOfOpenBlock(text: string, start: number): number {
  const fence = matchAt(text, /`{3,}|~{3,}/y, start)
  const end = fence
    ? new RegExp(`(?:\\r\\n|\\n|\\r) {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*(?=[\\r\\n]|$)`, 'g')
    : HTML.find(([opening]) => matchAt(text, opening, start) !== null)?.[1]
  return (end && endOfMatch(text, end, start)) ?? text.length
}

/** Where the front matter of a document ends; 0 when it has none. */
export function endOfFrontMatter(text: string): number {
  const opening = /^\uFEFF?---[ \t]*(?=[\r\n])/.exec(text)?.[0]
  return opening === undefined ? 0 : (endOfMatch(text, /(?:\r\n|\n|\r)---[ \t]*(?=[\r\n]|$)/g, opening.length) ?? 0)
}

function matchAt(text: string, sticky: RegExp, at: number): string | null {
  sticky.lastIndex = at
  return sticky.exec(text)?.[0] ?? null
}

function endOfMatch(text: string, mark: RegExp, from: number): number | null {
  mark.lastIndex = from
  return mark.test(text) ? mark.lastIndex : null
}
