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
    if (!isRecentDay(year, month, day)) continue
    return { date: `${year}-${month}-${day}`, start: match.index, end: match.index + whole.length, separator }
  }
  return null
}

/** `2023-04/25-mail.md`, `2023/04-25-mail.md`, `2023-04/04-25-mail.md`: a date over two parts of a path, or three. */
const SPLIT =
  /(?:^|\/)(\d{4})(?:[-_.](\d{2})(?:\/\2[-_.](\d{2})|\/(\d{2})(?![-_.]\d))|\/(\d{2})(?:[-_.](\d{2})|\/(\d{2})))(?!\d)[^/]*(?:\/[^/]*)?$/

/**
 * The day in the name of a file, also where it is split over parts of its path; null when there is none.
 * @param path with `/`
 */
export function dateInPath(path: string): string | null {
  const named = dateInName(path.slice(path.lastIndexOf('/') + 1))
  if (named) return named.date
  const match = SPLIT.exec(path)
  const [year, month, day] = [
    match?.[1],
    match?.[2] ?? match?.[5],
    match?.[3] ?? match?.[4] ?? match?.[6] ?? match?.[7],
  ]
  return year && month && day && isRecentDay(year, month, day) ? `${year}-${month}-${day}` : null
}

function isRecentDay(year: string, month: string, day: string): boolean {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  return y >= 1990 && y < 2200 && m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m)
}
