import { type DateOrder, type DateReading, dateAt, type ReadOptions } from './date-at.ts'
import { monthNumber } from './names.ts'
import { BLANK, tokens } from './scan.ts'

/** A number, or a word before one: most words of a text cannot begin a date. */
const MAY_BEGIN = new RegExp(String.raw`\d+|(?<![A-Za-z\u00c0-\u024f])[A-Za-zä]{3,9}(?=\.?${BLANK}{0,2}\d)`, 'g')

/** All calendar dates of a text, in order. */
export function readDates(text: string, options: ReadOptions = {}): DateReading[] {
  const dates: DateReading[] = []
  if (!/\d/.test(text)) return dates
  let done = 0
  for (const { 0: token, index } of text.matchAll(MAY_BEGIN)) {
    if (index < done || !mayBeDate(token)) continue
    // `24.01.2024-04.02.2024`: the text before the second date is the first one.
    const isEnd = dates.length > 0 && index === done + 1 && '-–—'.includes(text.charAt(done))
    const date = dateAt(text, index, options, isEnd)
    if (!date) continue
    dates.push(date)
    done = date.end
  }
  return dates
}

/** Words start a date only if they name a month. */
function mayBeDate(token: string): boolean {
  return /^\d/.test(token) || monthNumber(token) !== null
}

const DECORATION = /^[\s*_`"'“”‘’()[\]（）<>~.,:]*(?:(?:on|the|den)\s[\s*_`"'“”‘’()[\]（）<>~.,:]*)?$/i

/**
 * Reads a text that is a date, optionally with a weekday, emphasis, quotes or brackets. Null otherwise: prose in a date
 * field is no invalid date.
 */
export function readDate(text: string, options: ReadOptions = {}): DateReading | null {
  if (!/\d/.test(text)) return null
  for (const token of tokens(text.slice(0, 80))) {
    if (!mayBeDate(token.text)) continue
    const date = dateAt(text, token.start, { ...options, rowStart: true })
    if (!date) continue
    const start = Math.min(date.start, date.weekdayRange?.start ?? date.start)
    const end = Math.max(date.end, date.weekdayRange?.end ?? date.end)
    const rest = `${text.slice(0, start)} ${text.slice(end)}`
    return rest.length < 80 && DECORATION.test(rest) ? date : null
  }
  return null
}

/** The order of day and month proven by unambiguous dates of a file; null for none, or when they disagree. */
export function settleDateOrder(readings: readonly DateReading[]): DateOrder | null {
  const orders = new Set(readings.flatMap((reading) => reading.order ?? []))
  const [only] = orders
  return orders.size === 1 && only ? only : null
}
