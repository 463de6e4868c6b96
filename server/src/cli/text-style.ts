/** How text looks on a terminal: its colours, its width, and what must not reach it. */
import { eastAsianWidth } from 'get-east-asian-width'

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], blue: [34, 39], cyan: [36, 39] } as const

/** What text may be made. `util.styleText` of Node is younger than the oldest Node that we support. */
export type Style = keyof typeof CODES

/** A function that puts text into a style, or leaves it where no colours are wanted. */
export function painter(colours: boolean): (style: Style, text: string) => string {
  return (style, text) => (colours ? `\u001B[${CODES[style][0]}m${text}\u001B[${CODES[style][1]}m` : text)
}

/** A text of a document, safe to print: what would steer a terminal, or turn the text around, is shown as �. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '\uFFFD')
}

/** Columns of a terminal that one character takes, with all its marks. */
export function widthOf(grapheme: string): number {
  if (/^[\p{M}\p{Cf}]+$/u.test(grapheme)) return 0
  if (/\p{Emoji_Presentation}|\uFE0F/u.test(grapheme)) return 2
  return eastAsianWidth(grapheme.codePointAt(0) ?? 0)
}
