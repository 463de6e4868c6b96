/** White space inside a line: space, tab, no-break spaces, ideographic space. */
const BLANK = '[ \\t\\u00a0\\u202f\\u3000]'

/**
 * A sticky expression from a raw template, which may run over several lines: line breaks and the indentation
 * after them are not part of it. `␣` stands for one blank inside a line.
 */
export function sticky(source: TemplateStringsArray, ...parts: string[]): RegExp {
  return new RegExp(pattern(source, parts), 'y')
}

/** A sticky expression that takes capitals and small letters alike. */
export function stickyAnyCase(source: TemplateStringsArray, ...parts: string[]): RegExp {
  return new RegExp(pattern(source, parts), 'iy')
}

/** An expression that must end where the text ends, for looking back. Capitals and small letters alike. */
export function ending(source: TemplateStringsArray, ...parts: string[]): RegExp {
  return new RegExp(`(?:${pattern(source, parts)})$`, 'i')
}

function pattern(source: TemplateStringsArray, parts: string[]): string {
  return String.raw(source, ...parts)
    .replace(/\n\s*/g, '')
    .replaceAll('␣', BLANK)
}

/**
 * Match a sticky expression at one place. All expressions of this room are sticky and bounded, so that
 * a reader looks at a constant number of characters per place and a text is read in linear time.
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

/** The last `length` characters before an offset, for the few words that a reader looks back at. */
export function before(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - length), at)
}

/** Is there a letter of the Latin script at this offset? */
export function isLatinAt(text: string, at: number): boolean {
  return /[A-Za-z\u00c0-\u024f]/.test(text.charAt(at))
}

/** A number or a word at which a date or time may begin. */
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
