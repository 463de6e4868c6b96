/** Where a document may be cut: before a line at the left margin that can only be a heading, unless a block hides it. */
import { endOfLine, isOpaqueLine } from './opaque.ts'
import { endOfFrontMatter, endOfOpenBlock } from './open-blocks.ts'

/** The start of a line that is a heading wherever no open block hides it, or one that opens such a block. */
const STARTS = /(?<![^\r\n])(?:#{1,6}(?![^ \t\r\n])|`{3,}(?=[^`\r\n]*(?:[\r\n]|$))|~{3,}|<[!?/a-z])/gi

/**
 * The first heading behind the start of a chunk that is not before another offset; the end of the text where there is
 * none. Headings in open blocks are passed over as far as the lines tell: the parser has the last word.
 * @param start where the chunk starts: a heading, or 0
 */
export function nextCut(text: string, start: number, notBefore: number): number {
  const starts = new RegExp(STARTS)
  starts.lastIndex = start === 0 ? endOfFrontMatter(text) : start
  for (let found = starts.exec(text); found; found = starts.exec(text)) {
    const { index, 0: mark } = found
    if (!mark.startsWith('#')) starts.lastIndex = endOfOpenBlock(text, index)
    else if (index > start && index >= notBefore && !isOpaqueLine(text, index, endOfLine(text, index))) return index
  }
  return text.length
}
