/**
 * The only file of the command line that writes to a terminal. Whatever it is given, names and documents of others
 * included, nothing of it steers the terminal: the styles are its own, and what else would is shown escaped.
 */
import { displayWidth } from '../display-width.ts'
import { escapeControls } from '../text.ts'

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], blue: [34, 39], cyan: [36, 39] } as const

/** What text may be made. `util.styleText` of Node is younger than the oldest Node that we support. */
export type Style = keyof typeof CODES

/** A text in a style, where colours are wanted. */
export interface Styled {
  readonly style: Style
  readonly text: string
}

/** One line, in pieces: a line break in a piece is shown escaped. */
export type OutputLine = string | readonly (string | Styled)[]

/** Where the command line writes. */
export interface Output {
  /** Lines on standard output. */
  print(...lines: readonly OutputLine[]): void
  /** JSON on standard output, the same value for whoever reads it. */
  json(value: unknown): void
  /** Lines on standard error. */
  error(...lines: readonly OutputLine[]): void
}

/** The terminal, or whatever standard output and standard error of this process lead to. */
export function processOutput(): Output {
  // Whoever reads the output may stop before its end: `postmortem lint . | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  return outputTo({
    colours: wantsColours(process.env, process.stdout.isTTY === true),
    write: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
  })
}

/** Writes by functions that are given text which is safe to be shown. */
export function outputTo({
  colours,
  write,
  complain,
}: {
  /** Whether colours are wanted on standard output. */
  readonly colours: boolean
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
}): Output {
  const painted = (lines: readonly OutputLine[]) => lines.map((line) => `${lineText(line, true)}\n`).join('')
  return {
    print: (...lines) => write(colours ? painted(lines) : plainText(lines)),
    json: (value) => write(`${jsonText(value)}\n`),
    error: (...lines) => complain(plainText(lines)),
  }
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

/** A text in a style. */
export function styled(style: Style, text: string): Styled {
  return { style, text }
}

/** Lines as a file holds them: without styles. */
export function plainText(lines: readonly OutputLine[]): string {
  return lines.map((line) => `${lineText(line, false)}\n`).join('')
}

/** Columns of a terminal that a text takes, as it is shown. */
export function textWidth(text: string): number {
  return displayWidth(escapeControls(text))
}

function lineText(line: OutputLine, painted: boolean): string {
  if (typeof line === 'string') return escapeControls(line)
  return line
    .map((piece) => {
      if (typeof piece === 'string') return escapeControls(piece)
      const [on, off] = CODES[piece.style]
      const text = escapeControls(piece.text)
      return painted ? `\u001B[${on}m${text}\u001B[${off}m` : text
    })
    .join('')
}

/** A value as JSON. JSON itself lets DEL, C1 and what turns text around stand as they are. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\x7F-\x9F\p{Bidi_Control}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
