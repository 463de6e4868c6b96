/** White space inside a line: space, tab, no-break spaces, ideographic space. */
export const BLANK = '[ \\t\\u00a0\\u202f\\u3000]'

/**
 * A sticky expression from a raw template, which may span several lines: line breaks and the following indentation are
 * ignored. `␣` stands for one blank inside a line.
 */
export function sticky(source: TemplateStringsArray, ...parts: string[]): RegExp {
  return new RegExp(pattern(source, parts), 'y')
}

/** A case-insensitive sticky expression. */
export function stickyAnyCase(source: TemplateStringsArray, ...parts: string[]): RegExp {
  return new RegExp(pattern(source, parts), 'iy')
}

/** A case-insensitive expression that must match at the end of the text, for looking back. */
export function ending(source: TemplateStringsArray, ...parts: string[]): RegExp {
  return new RegExp(`(?:${pattern(source, parts)})$`, 'i')
}

function pattern(source: TemplateStringsArray, parts: string[]): string {
  return String.raw(source, ...parts)
    .replace(/\n\s*/g, '')
    .replaceAll('␣', BLANK)
}

/**
 * Matches a sticky expression at one offset. All expressions of this room are sticky and bounded, so that a reader
 * looks at a constant number of characters per offset and reads a text in linear time.
 *
 * @param expression with the flag `y`
 * @param at UTF-16 offset
 */
export function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at
  return expression.exec(text)
}

/** The offset after a sticky expression that may be empty; `at` itself when it does not match. */
export function skipAt(expression: RegExp, text: string, at: number): number {
  const match = matchAt(expression, text, at)
  return match ? at + match[0].length : at
}

/** The last `length` characters before an offset, for looking back at a few words. */
export function textBefore(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - length), at)
}

/** Whether there is a Latin letter at an offset. */
export function isLatinAt(text: string, at: number): boolean {
  return /[A-Za-z\u00c0-\u024f]/.test(text.charAt(at))
}

/** A number or a word at which a date or time may start. */
export interface Token {
  text: string
  start: number
  end: number
}

/** All runs of digits and of Latin letters, in order. */
export function* tokens(text: string): Generator<Token> {
  const expression = /\d+|[A-Za-z\u00c0-\u024f]+/g
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    yield { text: match[0], start: match.index, end: match.index + match[0].length }
  }
}
