/** Entries of a timeline table with any column order and names. */
import type { Inline, Table, TableRow } from '../../outline/outline.ts'
import { type DateReading, readDates, readDuration, readTimes } from '../../time/index.ts'
import { isUnfilledRow } from '../document/sections.ts'
import type { Section, TimelineEvent } from '../post-mortem.ts'
import { readMilestones } from './milestones.ts'
import { type Columns, columnsOf, zoneOfColumn } from './timeline-columns.ts'
import { dayOf } from './timeline-day.ts'
import { type Entry, type EntryContext, labelOf } from './timeline-entry.ts'
import { openingOf } from './timeline-opening.ts'

/** Reads the rows of a table; none when no column holds times. */
export function tableEntries(
  section: Section,
  table: Table,
  dateAbove: DateReading | null,
  context: EntryContext,
): Entry[] {
  const columns = columnsOf(table)
  if (columns.time < 0 && columns.date < 0) return []
  const headers = [table.header.cells[columns.date], table.header.cells[columns.time]]
  const zone = zoneOfColumn(headers[1])
  const year = yearIn(headers)
  const schema = section.template === null ? null : (context.template?.sections[section.template] ?? null)
  const entries: Entry[] = []
  let above = headers.flatMap((header) => (header ? readDates(header.plain, context.options) : []))[0] ?? dateAbove
  for (const row of table.rows) {
    const texts = row.cells.map(({ text }) => text)
    if (isUnfilledRow(texts, schema, context.unfilled)) continue
    const only = texts.filter((text) => text !== '')
    if (only.length === 0) continue
    const day = dayOfRow(row, columns, year, context)
    if (day && (columns.date >= 0 || only.length === 1)) above = day
    if (only.length === 1 && day) continue
    entries.push({ ...rowEntry(section, row, columns, year, context), dateAbove: above, zone })
  }
  return entries
}

/** The day of a row by its own column, or of a row that is nothing but a day. */
function dayOfRow({ cells }: TableRow, { date }: Columns, year: number | null, context: EntryContext) {
  const filled = cells.filter(({ text }) => text !== '')
  const cell = date >= 0 ? cells[date] : filled.length === 1 ? filled[0] : undefined
  return withYear(cell ? dayOf(cell, context.options) : null, year)
}

/** `Date (2025)`: the year of the dates below. */
function yearIn(headers: readonly (Inline | undefined)[]): number | null {
  const year = headers.flatMap((header) => /(?<!\d)(?:19|20)\d\d(?![\d-])/.exec(header?.plain ?? '')?.[0] ?? [])[0]
  return year === undefined ? null : Number(year)
}

function withYear(date: DateReading | null, year: number | null): DateReading | null {
  return date && date.year === null && year !== null ? { ...date, year } : date
}

function rowEntry(
  section: Section,
  row: TableRow,
  columns: Columns,
  year: number | null,
  context: EntryContext,
): Entry {
  const cell = (column: number): Inline | null => row.cells[column] ?? null
  const inColumn = cell(columns.time)
  // A row may say the day and leave its time open.
  const time = inColumn?.text ? inColumn : (cell(columns.date) ?? inColumn)
  const read =
    time && !context.unfilled.is(time.text)
      ? (openingOf(time.text, context.options) ?? readTimes(time.text, context.options)[0] ?? null)
      : null
  const reading = read && { ...read, date: withYear(read.date, year) }
  const description = cell(columns.text) ?? { text: '', plain: '', start: row.end, end: row.end }
  const stage = cell(columns.stage)?.plain ?? null
  return {
    section: section.index,
    start: row.start,
    end: row.end,
    form: 'row',
    time: reading && time ? { text: time.text, start: time.start, end: time.end } : null,
    reading,
    dateAbove: null,
    zone: null,
    offset: offsetOf(cell(columns.offset), context),
    description,
    owner: cell(columns.owner),
    ...readMilestones(description.text, stage ?? labelOf(description.text)),
  }
}

function offsetOf(cell: Inline | null, context: EntryContext): TimelineEvent['offset'] {
  if (!cell || context.unfilled.is(cell.text)) return null
  const offset = readTimes(cell.text)[0]?.offsetSeconds ?? readDuration(cell.text)?.seconds ?? null
  return { text: cell.text, start: cell.start, end: cell.end, seconds: offset }
}
