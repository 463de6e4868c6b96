/** Writes a timeline entry in the notation of its neighbour. */

import { type Columns, columnsOf } from '../../model/timeline/timeline-columns.ts'
import { listAt } from '../../model/timeline/timeline-lists.ts'
import type { Table } from '../../outline/outline.ts'
import type { DocumentContext } from '../context.ts'
import { lineAt } from '../line.ts'
import type { TimedEvent } from './insert-event-target.ts'

/** The parts of an entry. */
export interface EntryContent {
  /** With its date, unless dates have a column. */
  readonly time: string
  /** Emphasis around the time of a cell, `**`; else empty. */
  readonly mark: string
  /** For a date column; empty where the date is implied. */
  readonly date: string
  /** Empty where the timeline has none, or when it is not known. */
  readonly offset: string
  readonly text: string
  readonly owner: string | null
}

/** A line with the offset of its description. */
export interface EntryLine {
  readonly text: string
  /** Offset in `text`. */
  readonly description: number
}

/** Writes one line. */
export type EntryWriter = (content: EntryContent) => EntryLine

/**
 * A row of a table.
 * @param like another row, without surrounding text: with or without outer bars
 * @param widths of the columns, where they are aligned
 */
export function rowWriter(table: Table, columns: Columns, like: string, widths: readonly number[] = []): EntryWriter {
  const dateColumn = columns.date >= 0 && columns.time >= 0 ? columns.date : -1
  const timeColumn = columns.time >= 0 ? columns.time : columns.date
  return ({ time: bare, mark, date, offset, text, owner }) => {
    const time = mark + bare + mark
    const cells = table.header.cells.map(() => '')
    if (dateColumn >= 0) cells[dateColumn] = date
    cells[timeColumn] = dateColumn >= 0 || date === '' ? time : `${date} ${time}`
    if (columns.offset >= 0) cells[columns.offset] = offset
    if (columns.owner >= 0 && owner !== null) cells[columns.owner] = cellText(owner)
    const descriptionText = columns.owner < 0 && owner !== null ? `${owner}: ${text}` : text
    const textColumn = columns.text >= 0 ? columns.text : cells.length - 1
    cells[textColumn] = cellText(descriptionText)
    return writeRow(cells, textColumn, like, widths)
  }
}

/**
 * A row with these cells.
 * @param textColumn the column of its description
 * @param like another row, without surrounding text
 * @param widths of the columns, where they are aligned
 */
export function writeRow(
  cells: readonly string[],
  textColumn: number,
  like: string,
  widths: readonly number[],
): EntryLine {
  const opens = like.startsWith('|')
  const closes = like.length > 1 && like.endsWith('|')
  let line = opens ? '|' : ''
  let description = 0
  cells.forEach((cell, column) => {
    if (column > 0) line += '|'
    if (opens || column > 0) line += ' '
    if (column === textColumn) description = line.length
    line += `${cell.padEnd((widths[column] ?? 0) - 2)} `
  })
  return { text: closes ? `${line}|` : line.slice(0, Math.max(description, line.trimEnd().length)), description }
}

/**
 * A list item, a line or a heading, in the notation of an existing entry.
 * @param source the document
 * @param base absolute start of the event's section
 */
function lineWriter(event: TimedEvent, source: string, base: number): EntryWriter {
  const { time, description } = event
  const isTimeLast = time.start >= description.end && description.text !== ''
  const first = base + (isTimeLast ? description.start : time.start)
  const prefix = unchecked(source.slice(lineAt(source, first).start, first))
  if (isTimeLast) {
    const gap = source.slice(base + description.end, base + time.start)
    return (content) => ({
      text: prefix + descriptionText(content) + gap + timeOf(content),
      description: prefix.length,
    })
  }
  const gap = source.slice(base + time.end, base + Math.max(time.end, description.start))
  return prefixWriter(...paired(prefix, gap))
}

/** An entry that starts with its time: `- 14:02 what`. */
export function prefixWriter(before: string, after: string): EntryWriter {
  return (content) => {
    const start = before + timeOf(content) + after
    return { text: start + descriptionText(content), description: start.length }
  }
}

/** Text for a cell: one line, without a bar that would end the cell. */
function cellText(text: string): string {
  return text.replace(/(\\*)\|/g, (whole, slashes: string) => (slashes.length % 2 === 1 ? whole : `${slashes}\\|`))
}

function timeOf({ date, time }: EntryContent): string {
  return date === '' ? time : `${date} ${time}`
}

function descriptionText({ text, owner }: EntryContent): string {
  return owner === null ? text : `${owner}: ${text}`
}

/** A new item is not ticked: `- [x] ` becomes `- [ ] `. */
function unchecked(prefix: string): string {
  return prefix.replace(/\[[xX]\](?=\s)/, '[ ]')
}

const CLOSER: Readonly<Record<string, string>> = { '[': ']', '(': ')', '<': '>', '（': '）', '［': '］' }

/** Text before and after the time: emphasis and brackets only where they enclose only the time. */
function paired(prefix: string, gap: string): [string, string] {
  const opener = /[*_`[(<（［]+$/.exec(prefix)?.[0] ?? ''
  const closer = [...opener]
    .reverse()
    .map((sign) => CLOSER[sign] ?? sign)
    .join('')
  const at = opener === '' ? 0 : gap.slice(0, closer.length + 1).indexOf(closer)
  const isPair = at >= 0 && /^[:：.,]?$/.test(gap.slice(0, at))
  const head = isPair ? gap.slice(0, at + closer.length) : ''
  const rest = isPair ? gap.slice(head.length) : gap.replace(/^[*_`\])>）］]+/, '')
  const separator = /^[\s:：,;.|–—~>→-]*/u.exec(rest)?.[0] ?? ''
  const after = head + separator
  return [isPair ? prefix : prefix.slice(0, prefix.length - opener.length), /\s$/u.test(after) ? after : `${after} `]
}

/**
 * The widths of the columns in characters, where all lines of a table have the same length, that is, where it is
 * aligned. Else none.
 * @param base absolute start of the table's section
 */
export function widthsOf(table: Table, source: string, base: number): number[] {
  const [header = '', dashes = '', ...rows] = source.slice(base + table.start, base + table.end).split(/\r?\n/)
  if (![dashes, ...rows].every((line) => line.trimEnd().length === header.trimEnd().length)) return []
  const opens = header.startsWith('|') ? 1 : 0
  const cells = dashes.trimEnd().split('|').slice(opens)
  return cells.map(({ length }) => length)
}

/** The writer for entries in the notation of an existing one. */
export function entryWriterFor(like: TimedEvent, { postMortem, text }: DocumentContext): EntryWriter {
  const section = postMortem.sections[like.section]
  const base = postMortem.starts[like.section] ?? 0
  const table = section && like.form === 'row' ? listAt(section.blocks, like.start) : null
  if (table?.type !== 'table') return lineWriter(like, text, base)
  const row = text.slice(base + like.start, base + like.end).trim()
  return rowWriter(table, columnsOf(table), row, widthsOf(table, text, base))
}

/** Emphasis or code around the time of a cell. */
export function markOf({ form, time, reading }: TimedEvent): string {
  const mark = form === 'row' ? (/^[*_`]*/.exec(time.text)?.[0] ?? '') : ''
  return time.text.slice(reading.end).endsWith(mark) ? mark : ''
}
