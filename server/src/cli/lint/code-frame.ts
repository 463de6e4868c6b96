/** A line of a document with carets under a part of it. */

import { widthOf } from '../../display-width.ts'
import { escapeControls } from '../../text.ts'
import type { LineColumn, TextLines } from '../files/lines.ts'

/** From one tab stop to the next. */
const TAB_COLUMNS = 4
/** Of a longer line only what is near the place is shown. */
const MAX_LINE_CODE_UNITS = 120
/** What is then shown before the place. */
const LEAD_CODE_UNITS = 40

/** One column for each character: nearly all lines, and finding graphemes is slow. */
const PLAIN = /^[ -~]*$/

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Two lines of text: the first line of a range, and the carets below it. Nothing for an empty line. */
export function codeFrame(lines: TextLines, start: LineColumn, end: LineColumn): string[] {
  const line = lines.line(start.line)
  if (line.trim() === '') return []
  const from = Math.min(start.column - 1, line.length)
  const to = Math.max(from, end.line === start.line ? end.column - 1 : line.trimEnd().length)
  const first = line.length > MAX_LINE_CODE_UNITS ? boundary(line, from - LEAD_CODE_UNITS) : 0
  const last = line.length > MAX_LINE_CODE_UNITS ? boundary(line, first + MAX_LINE_CODE_UNITS) : line.length
  const shown = rendered(line.slice(first, last), from - first, to - first)
  const [head, tail] = [first > 0 ? '…' : '', last < line.length ? '…' : '']
  const number = String(start.line)
  const carets = ' '.repeat(head.length + shown.before) + '^'.repeat(Math.max(1, shown.marked))
  return [`${number} | ${head}${shown.text}${tail}`.trimEnd(), `${' '.repeat(number.length)} | ${carets}`]
}

/** A text with its tabs as spaces, and how many columns stand before and inside a range of it. */
function rendered(text: string, from: number, to: number): { text: string; before: number; marked: number } {
  if (PLAIN.test(text)) return { text, before: from, marked: to - from }
  let [shown, column, before, marked] = ['', 0, 0, 0]
  for (const { segment, index } of graphemes.segment(text)) {
    const safe = segment === '\t' ? ' '.repeat(TAB_COLUMNS - (column % TAB_COLUMNS)) : escapeControls(segment)
    const width = safe === segment ? widthOf(safe) : safe.length
    if (index < from) before += width
    else if (index < to) marked += width
    shown += safe
    column += width
  }
  return { text: shown, before, marked }
}

/** An offset of a line that does not part a pair of surrogates. */
function boundary(line: string, offset: number): number {
  const at = Math.min(Math.max(0, offset), line.length)
  return /[\uDC00-\uDFFF]/.test(line.charAt(at)) && /[\uD800-\uDBFF]/.test(line.charAt(at - 1)) ? at - 1 : at
}
