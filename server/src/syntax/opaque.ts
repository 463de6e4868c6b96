/**
 * Keeps hostile lines away from the Markdown parser, whose handling of delimiters is quadratic: a line
 * of 20 kB of `a*` takes seconds. Such a line is no prose; it stays in the document as opaque text. So does a table of
 * thousands of rows, which would cost every key in it what a whole document costs.
 */

/** A line longer than this (UTF-16 code units) is opaque. The longest of 137 real post-mortems has 1,054. */
export const MAX_LINE_LENGTH = 20_000
/** A line with more delimiters than this is opaque, and so is what follows in a paragraph with more. */
const MAX_LINE_DELIMITERS = 1_000
/** A line with more pipes than this is opaque: a table costs its columns times its rows. */
const MAX_LINE_PIPES = 200
/** Each underlined heading and each quotation costs as much as all before it: those after this many are opaque. */
const MAX_SLOW_BLOCKS = 500
/** A line that opens more nested lists and quotes than this is opaque. */
const MAX_LINE_NESTING = 32

/** A table with more rows than this, without its header, is opaque. The longest of 407 real post-mortems has 30. */
export const MAX_TABLE_ROWS = 2_000

/**
 * Masks a text: every character of an opaque line becomes an `x`, and every one of an opaque table a space, which is no
 * block at all; so all offsets stay as they are. Gives the text itself when nothing in it is opaque.
 */
export function maskOpaque(text: string): string {
  return maskLines(maskTables(text))
}

function maskTables(text: string): string {
  const parts: string[] = []
  let copied = 0
  for (const { start, end } of opaqueTables(text)) {
    parts.push(text.slice(copied, start), text.slice(start, end).replace(/[^\r\n]/g, ' '))
    copied = end
  }
  return copied === 0 ? text : parts.join('') + text.slice(copied)
}

function maskLines(text: string): string {
  const spent: Spent = { inParagraph: 0, slowBlocks: 0, inQuote: false }
  const parts: string[] = []
  let copied = 0
  for (let start = 0; start < text.length; ) {
    const end = endOfLine(text, start)
    if (isOpaque(text, start, end, spent)) {
      parts.push(text.slice(copied, start), 'x'.repeat(end - start))
      copied = end
    }
    start = afterLine(text, end)
  }
  return copied === 0 ? text : parts.join('') + text.slice(copied)
}

/** A table that is not read. Offsets in the text. */
export interface OpaqueTable {
  readonly start: number
  /** Behind its header. */
  readonly headerEnd: number
  readonly end: number
}

/** The tables of a text with more than `MAX_TABLE_ROWS` rows, as far as its lines tell: rows have a pipe. */
export function opaqueTables(text: string): OpaqueTable[] {
  // A row has two characters at least.
  if (text.length <= 2 * MAX_TABLE_ROWS) return []
  const found: OpaqueTable[] = []
  let header: { start: number; end: number } | null = null
  let table: { start: number; headerEnd: number; end: number; rows: number } | null = null
  for (let start = 0; start < text.length; ) {
    const end = endOfLine(text, start)
    const line = text.slice(start, end)
    if (!line.includes('|')) {
      header = null
      table = null
    } else if (table) {
      table.end = end
      table.rows++
      if (table.rows === MAX_TABLE_ROWS + 1) found.push(table)
    } else if (header && /^[ \t|:-]+$/.test(line) && line.includes('-')) {
      table = { start: header.start, headerEnd: header.end, end, rows: 0 }
    } else header = { start, end }
    start = afterLine(text, end)
  }
  return found
}

/** Whether a line is opaque whatever stands above it, as one that begins a block of its own. */
export function isOpaqueLine(text: string, start: number, end: number): boolean {
  if (end - start <= MAX_LINE_PIPES) return false
  return isOpaque(text, start, end, { inParagraph: 0, slowBlocks: 0, inQuote: false })
}

/** The end of the line that an offset is in, before its line ending. */
export function endOfLine(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return at
  }
  return text.length
}

/** The start of the next line, from the end of a line. */
export function afterLine(text: string, end: number): number {
  return end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1)
}

/** What the lines so far cost the parser. */
interface Spent {
  /** Delimiters since the paragraph began. */
  inParagraph: number
  slowBlocks: number
  inQuote: boolean
}

function isOpaque(text: string, start: number, end: number, spent: Spent): boolean {
  if (end - start > MAX_LINE_LENGTH) return true
  const isQuote = text.startsWith('>', firstNonSpace(text, start, end))
  const isSlow = isQuote || isUnderline(text, start, end)
  if (isSlow && !(isQuote && spent.inQuote)) spent.slowBlocks++
  spent.inQuote = isQuote
  if (isSlow && spent.slowBlocks > MAX_SLOW_BLOCKS) return true
  if (startsBlock(text, start, end)) spent.inParagraph = 0
  const { delimiters, pipes } = count(text, start, end)
  if (pipes > MAX_LINE_PIPES || delimiters > MAX_LINE_DELIMITERS) return true
  if (spent.inParagraph + delimiters > 2 * MAX_LINE_DELIMITERS) return true
  spent.inParagraph += delimiters
  return nesting(text, start, end) > MAX_LINE_NESTING
}

/** Whether a line ends the paragraph before it: blank, or a list item, heading, quote or table row. */
function startsBlock(text: string, start: number, end: number): boolean {
  const first = firstNonSpace(text, start, end)
  return first === end || '-+#>|0123456789'.includes(text.charAt(first)) || text.startsWith('* ', first)
}

function count(text: string, start: number, end: number): { delimiters: number; pipes: number } {
  let delimiters = 0
  let pipes = 0
  for (let at = start; at < end; at++) {
    const character = text.charAt(at)
    if ('*_~[]<`!\\&'.includes(character)) delimiters++
    else if (character === '|') pipes++
  }
  return { delimiters, pipes }
}

/** Whether a line is nothing but `===` or `---`, which makes the text above it a heading. */
function isUnderline(text: string, start: number, end: number): boolean {
  const first = firstNonSpace(text, start, end)
  if (first === end || !'=-'.includes(text.charAt(first))) return false
  let at = first
  while (at < end && text.charAt(at) === text.charAt(first)) at++
  return firstNonSpace(text, at, end) === end
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
