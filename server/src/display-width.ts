/** How wide a text is where every character takes one column, or two: in a terminal, in an editor. */
import { eastAsianWidth } from 'get-east-asian-width'

/** Columns that one character takes, with all its marks. */
export function widthOf(grapheme: string): number {
  if (/^[\p{M}\p{Cf}]+$/u.test(grapheme)) return 0
  if (/\p{Emoji_Presentation}|\uFE0F/u.test(grapheme)) return 2
  return eastAsianWidth(grapheme.codePointAt(0) ?? 0)
}

let segmenter: Intl.Segmenter | null = null

/** Columns that a text takes: characters of East Asia and emoji take two, marks none. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  segmenter ??= new Intl.Segmenter()
  return Array.from(segmenter.segment(text)).reduce((sum, { segment }) => sum + widthOf(segment), 0)
}
