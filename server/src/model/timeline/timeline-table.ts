/** Entries of a timeline table with any column order and names. */
import type { Inline, Table, TableRow } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import { type DateReading, findZone, readDate, readDuration, readTimeAtStart, readTimes } from '../../time/index.ts'
import { isUnfilledRow } from '../document/sections.ts'
import type { Section, TimelineEvent } from '../post-mortem.ts'
import { readMilestones } from './milestones.ts'
import { type Entry, type EntryContext, labelOf } from './timeline-entry.ts'

const COLUMN = {
  date: /^(?:date|day|dato|日付|日)$/,
  time: /^(?:time|timestamp|when|start time|date ?\/ ?time|datetime|date and time|date\/time|clock|tid|tidspunkt|klokkeslett|時刻|時間|日時|time stamp)\b/,
  offset: /^(?:duration|offset|elapsed|elapsed time|t\+|delta|経過|経過時間)$/,
  text: /^(?:description|event|events|what|what happened|action|actions|details?|activity|entry|message|note|notes|comment|hendelse|beskrivelse|内容|イベント|出来事|事象)\b/,
  owner: /^(?:owner|who|by|actor|person|author|responsible|hvem|担当|担当者)$/,
  stage: /^(?:stage|phase|status|milestone|type|tag|step|フェーズ)$/,
}

/** Index of each column, -1 for one that the table does not have. */
export type Columns = Record<keyof typeof COLUMN, number>

/** Reads the rows of a table; none when no column holds times. */
export function tableEntries(
  section: Section,
  table: Table,
  dateAbove: DateReading | null,
  context: EntryContext,
): Entry[] {
  const columns = columnsOf(table, context)
  if (columns.time < 0 && columns.date < 0) return []
  const header = table.header.cells[columns.time]
  const zone = findZone(header?.text || header?.plain || '')?.zone ?? null
  const schema = section.template === null ? null : (context.template?.sections[section.template] ?? null)
  const entries: Entry[] = []
  let above = dateAbove
  for (const row of table.rows) {
    const texts = row.cells.map(({ text }) => text)
    if (isUnfilledRow(texts, schema, context.unfilled)) continue
    const only = texts.filter((text) => text !== '')
    if (only.length === 0) continue
    const day = dayOf(row, columns, context)
    if (day && (columns.date >= 0 || only.length === 1)) above = day
    if (only.length === 1 && day) continue
    entries.push({ ...rowEntry(section, row, columns, context), dateAbove: above, zone })
  }
  return entries
}

function dayOf({ cells }: TableRow, { date, time }: Columns, { options }: EntryContext): DateReading | null {
  return readDate(cells[date >= 0 ? date : time]?.plain ?? '', options)
}

function rowEntry(section: Section, row: TableRow, columns: Columns, context: EntryContext): Entry {
  const cell = (column: number): Inline | null => row.cells[column] ?? null
  const time = cell(columns.time) ?? cell(columns.date)
  const options = { ...context.options, rowStart: true }
  const reading =
    time && !context.unfilled.is(time.text)
      ? (readTimeAtStart(time.text, options) ?? readTimes(time.text, options)[0] ?? null)
      : null
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

/** Columns by their names, and where no name helps by what stands in them. */
export function columnsOf(table: Table, context: Pick<EntryContext, 'options'>): Columns {
  const names = table.header.cells.map(({ plain }) => nameKey(plain))
  const found = Object.entries(COLUMN).map(([part, named]) => [part, names.findIndex((name) => named.test(name))])
  const columns: Columns = Object.fromEntries(found)
  if (columns.time < 0) columns.time = names.findIndex((_, column) => holdsTimes(table, column, context))
  if (columns.text < 0) columns.text = longest(table, Object.values(columns))
  return columns
}

function holdsTimes(table: Table, column: number, context: Pick<EntryContext, 'options'>): boolean {
  const cells = table.rows.map(({ cells: row }) => row[column]?.text ?? '').filter((text) => text !== '')
  const times = cells.filter((text) => readTimeAtStart(text, { ...context.options, rowStart: true }) !== null)
  return times.length > 0 && times.length * 2 >= cells.length
}

/** The column with the most text among those that are nothing else. */
function longest({ header, rows }: Table, taken: readonly number[]): number {
  const lengths = header.cells.map((_, column) => {
    return taken.includes(column) ? 0 : rows.reduce((sum, { cells }) => sum + (cells[column]?.text.length ?? 0), 0)
  })
  const most = Math.max(0, ...lengths)
  return most > 0 ? lengths.indexOf(most) : -1
}
