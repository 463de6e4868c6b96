/**
 * The only file of the command line that writes to a terminal: colours, the width of characters, and what must not reach
 * a terminal.
 */
import { eastAsianWidth } from 'get-east-asian-width'

/** Where the command line writes. */
export interface Output {
  /** Whether colours are wanted on standard output. */
  readonly colours: boolean
  /** A line, or several, on standard output. */
  print(text: string): void
  /** A line on standard error. */
  error(text: string): void
}

/** The terminal, or whatever standard output and standard error of this process lead to. */
export function processOutput(): Output {
  // Whoever reads the output may stop before its end: `postmortem lint . | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  return {
    colours: wantsColours(process.env, process.stdout.isTTY === true),
    print: (text) => process.stdout.write(`${text}\n`),
    error: writeError,
  }
}

/** Writes a line on standard error. */
function writeError(text: string): void {
  process.stderr.write(`${text}\n`)
}

/**
 * Whether to write colours: on a terminal that knows them, unless NO_COLOR (see no-color.org) says otherwise;
 * FORCE_COLOR, as Node reads it, has the last word.
 */
export function wantsColours(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: none } = env
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return isTerminal && !none && env['TERM'] !== 'dumb'
}

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], blue: [34, 39], cyan: [36, 39] } as const

/** What text may be made. `util.styleText` of Node is younger than the oldest Node that we support. */
export type Style = keyof typeof CODES

/** A function that puts text into a style, or leaves it where no colours are wanted. */
export function painter(colours: boolean): (style: Style, text: string) => string {
  return (style, text) => (colours ? `\u001B[${CODES[style][0]}m${text}\u001B[${CODES[style][1]}m` : text)
}

/** A text of a document, safe to print: what would steer a terminal, or turn the text around, is shown as �. */
export function replaceControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '\uFFFD')
}

/** Columns of a terminal that one character takes, with all its marks. */
export function widthOf(grapheme: string): number {
  if (/^[\p{M}\p{Cf}]+$/u.test(grapheme)) return 0
  if (/\p{Emoji_Presentation}|\uFE0F/u.test(grapheme)) return 2
  return eastAsianWidth(grapheme.codePointAt(0) ?? 0)
}
