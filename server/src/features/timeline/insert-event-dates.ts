/** Dates in a timeline that gives them only where the day changes. */

import type { Edit } from '../../edits/edit.ts'
import { optionsOf } from '../../model/content/written.ts'
import { columnsOf } from '../../model/timeline/timeline-columns.ts'
import { listAt } from '../../model/timeline/timeline-lists.ts'
import { addDays, formatTime, type Moment, readTimeAtStart, timeStyleOf } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import { secondsTo, type TimedEvent } from './insert-event-target.ts'

/** The cell of an event in a column of dates. */
export interface DateCell {
  readonly text: string
  /** Relative to the section. */
  readonly start: number
}

/** Null where its table has no date column in addition to the time column. */
export function dateCellOf(
  { form, section: index, start }: TimedEvent,
  { postMortem }: DocumentContext,
): DateCell | null {
  const table = form === 'row' && listAt(postMortem.sections[index]?.blocks ?? [], start)
  if (!table) return null
  if (table.type !== 'table') return null
  const columns = columnsOf(table)
  if (columns.date < 0 || columns.time < 0) return null
  return table.rows.find((row) => row.start === start)?.cells[columns.date] ?? null
}

/** A day in the notation of a date column. */
export function formatDayLike(cell: DateCell, at: Moment, { postMortem }: DocumentContext): string {
  const options = optionsOf(postMortem)
  const reading = readTimeAtStart(cell.text, options)
  return (reading?.date && formatTime(at, timeStyleOf(reading, options))) || (at.date ?? '')
}

/** Adds the date to a row that inherited it from the row above, when the row above now has another date. */
export function restoredDate(context: DocumentContext, next: TimedEvent, above: Moment): Edit[] {
  const { postMortem, text } = context
  const { date } = next.at
  if (next.reading.date || !date || !above.date || date === above.date) return []
  // After midnight the new day is implied.
  const back = secondsTo({ ...next.at, date: null }, { ...above, date: null, zone: next.at.zone }) ?? 0
  if (date === addDays(above.date, 1) && back > FIVE_HOURS_SECONDS) return []
  const cell = dateCellOf(next, context)
  if (cell) {
    if (cell.text !== '') return []
    const isWide = /\s/.test(text.charAt((postMortem.starts[next.section] ?? 0) + cell.start))
    return [{ section: next.section, start: cell.start, end: cell.start, newText: isWide ? date : `${date} ` }]
  }
  const start = next.time.start + next.reading.start
  return [{ section: next.section, start, end: start, newText: `${date} ` }]
}

const FIVE_HOURS_SECONDS = 5 * 3600
