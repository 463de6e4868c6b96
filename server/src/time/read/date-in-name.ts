/** Dates in identifiers and in the names of files. */
import { daysInMonth } from './date-at.ts'

/** A date within a text, with offsets in it. */
export interface DateInText {
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly start: number
  readonly end: number
  /** The separator between year, month and day. */
  readonly separator: string
}

/**
 * The full date in an identifier or file name (`INC-20260519-001`, `2026-05-19-checkout.md`), null when there is none.
 */
export function dateInName(text: string): DateInText | null {
  for (const match of text.matchAll(/(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)/g)) {
    const [whole, year = '', separator = '', month = '', day = ''] = match
    const exists = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1
    const isRecent = Number(year) >= 1990 && Number(year) < 2200
    if (!exists || !isRecent || Number(day) > daysInMonth(Number(year), Number(month))) continue
    const date = `${year}-${month}-${day}`
    return { date, start: match.index, end: match.index + whole.length, separator }
  }
  return null
}
