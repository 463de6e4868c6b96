/** Replaces a date by another day. */
import type { Place } from '../model/post-mortem.ts'
import { type DateOrder, type DateReading, rewriteDate, rewriteWeekday, weekdayOf } from '../time/index.ts'
import type { Edit } from './edit.ts'

/**
 * The edits that change a date to another day, in its own notation, including the weekday next to it. None where it
 * names several days, like `14 - 19 January`.
 *
 * @param place any place in the section of the date
 * @param reading the date, with offsets in `text`
 * @param base start of `text` in its section
 * @param day `YYYY-MM-DD`
 */
export function dateEdits(
  { section }: Pick<Place, 'section'>,
  text: string,
  reading: DateReading,
  base: number,
  day: string,
  order: DateOrder | null,
): Edit[] {
  const written = text.slice(reading.start, reading.end)
  if (namesSeveralDays(written)) return []
  const edit = (start: number, end: number, newText: string): Edit => {
    return { section, start: base + start, end: base + end, newText }
  }
  const edits = [edit(reading.start, reading.end, rewriteDate(written, reading, day, order))]
  const { weekday, weekdayRange } = reading
  if (weekdayRange && weekday !== weekdayOf(day)) {
    const { start, end } = weekdayRange
    edits.push(edit(start, end, rewriteWeekday(text.slice(start, end), weekdayOf(day))))
  }
  return edits
}

/** `14 - 19 January`, `October 29-30`. */
export function namesSeveralDays(written: string): boolean {
  return /[A-Za-zä]{3}/.test(written) && /\d\s?[-–—]\s?\d/.test(written)
}
