/** Blocks that go on until their own mark and hide headings (CommonMark 4.5 and 4.6, and YAML front matter). */
import type { RootContent } from 'mdast'

/** How a block of HTML opens, and what it ends with. The last kind ends at a blank line. */
const HTML: readonly [RegExp, RegExp][] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/gi],
  [/^<!--/, /-->/g],
  [/^<\?/, /\?>/g],
  [/^<!\[CDATA\[/, /\]\]>/g],
  [/^<![a-z]/i, />/g],
  [/^</, /(?:\r\n|\n|\r)[ \t]*(?=[\r\n])/g],
]

/** Whether a node may be a block that goes on behind the text that was parsed. */
export function isOpenable({ type }: RootContent): boolean {
  return type === 'code' || type === 'html'
}

/**
 * Where an open block ends, as far as its text tells: the parser has the last word.
 * @param opening the text from the start of the block
 * @param from where to look, in the document
 */
export function endOfOpenBlock(text: string, opening: string, from: number): number {
  const fence = /^(?:`{3,}|~{3,})/.exec(opening)?.[0]
  const trimmed = opening.trimStart()
  const end = fence
    ? new RegExp(`(?:\\r\\n|\\n|\\r) {0,3}${fence}${fence.charAt(0)}*[ \\t]*(?=[\\r\\n]|$)`, 'g')
    : HTML.find(([opens]) => opens.test(trimmed))?.[1]
  return (end && endOfMatch(text, end, from)) ?? text.length
}

/** Where the front matter of a document ends; 0 when it has none. */
export function endOfFrontMatter(text: string): number {
  const opening = /^\uFEFF?---[ \t]*(?=[\r\n])/.exec(text)?.[0]
  return opening === undefined ? 0 : (endOfMatch(text, /(?:\r\n|\n|\r)---[ \t]*(?=[\r\n]|$)/g, opening.length) ?? 0)
}

function endOfMatch(text: string, mark: RegExp, from: number): number | null {
  mark.lastIndex = from
  return mark.test(text) ? mark.lastIndex : null
}
