/** Entries of a timeline table with any column order and names. */
import { memoize } from '../../memoize.ts'
import type { Inline, Table, TableRow } from '../../outline/outline.ts'
import type { TemplateSection } from '../../template/template.ts'
import { type DateReading, readDates, readDuration, readTimes } from '../../time/index.ts'
import { isUnfilled } from '../content/unfilled.ts'
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
    const { day, entry } = readRow(row, section.index, columnList(columns), year, schema, context)
    above = day ?? above
    if (entry) entries.push({ ...entry, dateAbove: above, zone })
  }
  return entries
}

/** What one row says. */
interface RowReading {
  /** The day that it gives to itself and the rows below it. */
  readonly day: DateReading | null
  /** Null for a row that is empty, or nothing but a day. */
  readonly entry: Entry | null
}

/** A row is read again only where it has changed, or what its columns hold. */
const readRow = memoize(
  (
    row: TableRow,
    section: number,
    columns: ColumnList,
    year: number | null,
    schema: TemplateSection | null,
    context: EntryContext,
  ): RowReading => {
    const filled = row.cells.filter(({ text }) => text !== '').length
    if (filled === 0 || isUnfilledRow(row, schema, context.unfilled)) return { day: null, entry: null }
    const [date] = columns
    const day = dayOfRow(row, date, year, context)
    const isOnlyDay = filled === 1 && day !== null
    return {
      day: date >= 0 || filled === 1 ? day : null,
      entry: isOnlyDay ? null : rowEntry(section, row, columns, year, context),
    }
  },
)

/** The columns as a list, by whose elements they are compared. */
type ColumnList = readonly [date: number, time: number, offset: number, text: number, owner: number, stage: number]

function columnList({ date, time, offset, text, owner, stage }: Columns): ColumnList {
  return [date, time, offset, text, owner, stage]
}

/** The day of a row by its own column, or of a row that is nothing but a day. */
function dayOfRow({ cells }: TableRow, date: number, year: number | null, context: EntryContext) {
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
  section: number,
  row: TableRow,
  [date, time, offset, text, owner, stage]: ColumnList,
  year: number | null,
  context: EntryContext,
): Entry {
  const cell = (column: number): Inline | null => row.cells[column] ?? null
  const inColumn = cell(time)
  // A row may say the day and leave its time open.
  const written = inColumn?.text ? inColumn : (cell(date) ?? inColumn)
  const read =
    written && !isUnfilled(written, context.unfilled)
      ? (openingOf(written.text, context.options) ?? readTimes(written.text, context.options)[0] ?? null)
      : null
  const reading = read && { ...read, date: withYear(read.date, year) }
  const description = cell(text) ?? { text: '', plain: '', start: row.end, end: row.end }
  const label = cell(stage)?.plain ?? labelOf(description.text)
  return {
    section,
    start: row.start,
    end: row.end,
    form: 'row',
    time: reading && written ? { text: written.text, start: written.start, end: written.end } : null,
    reading,
    dateAbove: null,
    zone: null,
    offset: offsetOf(cell(offset), context),
    description,
    owner: cell(owner),
    ...readMilestones(description.text, label),
  }
}

function offsetOf(cell: Inline | null, context: EntryContext): TimelineEvent['offset'] {
  if (!cell || isUnfilled(cell, context.unfilled)) return null
  const offset = readTimes(cell.text)[0]?.offsetSeconds ?? readDuration(cell.text)?.seconds ?? null
  return { text: cell.text, start: cell.start, end: cell.end, seconds: offset }
}
