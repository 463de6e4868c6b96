import { monthNumber, weekdayNumber } from './names.ts'
import { isLatinAt, matchAt, sticky, textBefore } from './scan.ts'

/** The order of day and month in numeric dates. */
export type DateOrder = 'dmy' | 'mdy'

/** Options for reading a text. */
export interface ReadOptions {
  /** Order of day and month in ambiguous numeric dates; undefined: not known. */
  dateOrder?: DateOrder
  /** Whether the text is a timeline row, which may start with dotted times (`14.02`) and short dotted dates. */
  rowStart?: boolean
  /** How the other rows of the document write clock times, where that settles the reading of one. */
  notation?: ClockNotation
}

/** Notations that are read without further proof where other rows have them: `1.02`, `0915`. */
export type ClockNotation = 'dotted' | 'military'

/** A calendar date in a text. Offsets are UTF-16, without the weekday. */
export interface DateReading {
  start: number
  end: number
  /** Null when not written. */
  year: number | null
  /** 1 to 12; larger only when `impossible`. */
  month: number
  /** 1 to 31; larger only when `impossible`. */
  day: number
  /** The other reading of an ambiguous date such as `3/4/2024`. */
  alternative: { month: number; day: number } | null
  /** The order that this date proves (`15/1/24`: dmy), which then applies to the whole file. */
  order: DateOrder | null
  /** The last day of a range within the month: 30 in `October 29-30`. */
  lastDay?: number
  /** The weekday written next to it, 1 (Monday) to 7. */
  weekday: number | null
  /** The place of that weekday. */
  weekdayRange: { start: number; end: number } | null
  /** No such day: 30 February, month 13. */
  impossible: boolean
}

/** Days in a month (1 to 12); 29 for February when the year is not known. */
export function daysInMonth(year: number | null, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
  return leap ? 29 : 28
}

/**
 * The date that starts exactly at an offset; null for none.
 * @param trusted whether the text before was read already, so that it does not exclude a date
 */
export function dateAt(text: string, at: number, options: ReadOptions = {}, trusted = false): DateReading | null {
  if (isLatinAt(text, at)) {
    if (isLatinAt(text, at - 1)) return null
    return monthFirst(text, at)
  }
  if (!trusted && !startsNumber(text, at)) return null
  return yearFirst(text, at) ?? dayFirst(text, at) ?? numeric(text, at, options) ?? short(text, at, options)
}

/** Whether a numeric date may start here: Not inside a word, a version, an amount, an address or a path. */
function startsNumber(text: string, at: number): boolean {
  const previous = text.charAt(at - 1)
  if (/[-_]/.test(previous)) return isLatinAt(text, at - 2) || /^[*_\s]?$/.test(text.charAt(at - 2))
  return !/[A-Za-z0-9.:/=%&#+$\\]/.test(previous)
}

const YEAR_FIRST = /(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?!\d|\.\d|\/)/y

/** A year with a digit too many: `22025-03-14`. */
const LONG_YEAR = /(\d{5})([-/])(\d{2})\2(\d{2})(?!\d|\.\d|\/)/y

function yearFirst(text: string, at: number): DateReading | null {
  const match = matchAt(YEAR_FIRST, text, at)
  if (!match) {
    const long = matchAt(LONG_YEAR, text, at)
    return long && mistyped(text, at, long)
  }
  const length = match[0].length
  // `2024.01.15` is a version as often as a date.
  if (match[2] === '.' && (length < 10 || !matchAt(CLOCK_FOLLOWS, text, at + length))) return null
  const month = Number(match[3] ?? match[5])
  const day = Number(match[4] ?? match[6])
  return build(text, at, length, { year: Number(match[1]), month, day })
}

/** Before a colon four digits may be a clock time: `Jan 15 1402:30`. */
const YEAR = '(\\d{4}(?![\\d:])|20\\d{2}(?=:(?!\\d)))'
const ORDINAL = '(?:st|nd|rd|th|er|[.ºª])?'
/** With the last day of a range: `29-30 October`, `12 to 13 March`, `du 12 au 13 mars`. */
const DAY_FIRST = sticky`
  (\d{1,2})(?:␣?[-–—]␣?(\d{1,2})|${ORDINAL}␣(?:to|til|until|through|bis|au|al?|até)␣(\d{1,2}))?${ORDINAL}
  (?:␣{1,2}(?:of|de)(?=␣))?
  (?:␣{0,3}|[-/])([A-Za-z\u00c0-\u024f]{3,10})(?![A-Za-z\u00c0-\u024f])
  (?:[.,]?␣{1,2}(?:del?␣)?${YEAR}|[-/](\d{4})(?!\d))?
`

function dayFirst(text: string, at: number): DateReading | null {
  const match = matchAt(DAY_FIRST, text, at)
  const month = match?.[4] ? monthNumber(match[4]) : null
  if (match && month)
    return build(text, at, match[0].length, {
      year: yearOf(match[5] ?? match[6]),
      month,
      day: Number(match[1]),
      lastDay: Number(match[2] ?? match[3]),
    })
  const japanese = matchAt(/(\d{1,2})月(\d{1,2})日/y, text, at)
  if (!japanese) return null
  return build(text, at, japanese[0].length, { year: null, month: Number(japanese[1]), day: Number(japanese[2]) })
}

/** With the last day of a range: `October 29-30`, or with blanks when the year follows, `January 14 - 19, 2026`. */
const MONTH_FIRST = sticky`
  ([A-Za-zä]{3,9})\.?␣{0,2}(\d{1,2})(?:st|nd|rd|th)?(?![\dA-Za-z%]|[.,:]\d|-(?:day|week|month|year|hour|minute)|␣(?:days|weeks|months|years|hours|minutes)(?![a-z]))
  (?:[-–—](\d{1,2})(?![\dA-Za-z:.時])
  |␣(?:[-–—]|to|through)␣(\d{1,2})(?:st|nd|rd|th)?(?=,?␣{1,2}\d{4}(?!\d)))?
  (?:,?␣{1,2}${YEAR}(?![A-Za-z]))?
`

function monthFirst(text: string, at: number): DateReading | null {
  const match = matchAt(MONTH_FIRST, text, at)
  const month = match?.[1] ? monthNumber(match[1]) : null
  if (!match || !month || match[1] === match[1]?.toLowerCase()) return null
  const lastDay = Number(match[3] ?? match[4])
  return build(text, at, match[0].length, { year: yearOf(match[5]), month, day: Number(match[2]), lastDay })
}

const NUMERIC = /(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d|[./]\d|-\d(?!\d?\.\d\d?\.\d))/y
const CLOCK_FOLLOWS = /(?=[ \t,–—-]{1,4}(?:ca\.?|kl\.?)?[ \t]?\d{1,2}[:.]\d{2})/y

function numeric(text: string, at: number, options: ReadOptions): DateReading | null {
  const match = matchAt(NUMERIC, text, at)
  if (!match) return null
  const [whole, first, separator, second, year] = match
  if (year?.length === 2) {
    if (separator === '-') return null
    // `18.09.17` is more often a version than a date: accepted only where a date is expected.
    const expected = options.rowStart || matchAt(CLOCK_FOLLOWS, text, at + whole.length)
    if (separator === '.' && (whole.length !== 8 || !expected)) return null
  }
  const pair = { first: Number(first), second: Number(second) }
  return build(text, at, whole.length, { year: yearOf(year), ...dayAndMonth(pair, separator === '.', options) })
}

const SHORT = /(\d{1,2})([/-])(\d{1,2})(?![\d./-])|(\d{1,2})\.(\d{1,2})(?:\.(?!\d)|(?=,?[ ]\d))/y

/** `03-26`, `15.01.` and `15.01` are dates only when a clock time follows. */
function short(text: string, at: number, options: ReadOptions): DateReading | null {
  const match = matchAt(SHORT, text, at)
  if (!match || !matchAt(CLOCK_FOLLOWS, text, at + match[0].length)) return null
  const dotted = match[4] !== undefined
  // Without the second dot it may be a version or an amount, and `14.02 15.10` two times.
  const isBare = dotted && !match[0].endsWith('.')
  if (isBare && !(options.rowStart && Number(match[5]) >= 1 && Number(match[5]) <= 12)) return null
  const pair = { first: Number(match[1] ?? match[4]), second: Number(match[3] ?? match[5]) }
  // With a hyphen it is an ISO date without its year, unless only day first is possible.
  const isIsoLike = match[2] === '-' && pair.first <= 12 && !options.dateOrder
  const parts = isIsoLike
    ? { month: pair.first, day: pair.second, alternative: null, order: null }
    : dayAndMonth(pair, dotted, options)
  return build(text, at, match[0].length, { year: null, ...parts })
}

interface Parts {
  year: number | null
  month: number
  day: number
  /** Not a number when none is written. */
  lastDay?: number
  alternative?: { month: number; day: number } | null
  order?: DateOrder | null
}

/** Determines which of two numbers is the day. Dotted dates are always day first. */
function dayAndMonth(
  pair: { first: number; second: number },
  dotted: boolean,
  options: ReadOptions,
): Omit<Parts, 'year'> {
  const { first, second } = pair
  const dmy = { day: first, month: second }
  const mdy = { day: second, month: first }
  if (dotted) return { ...dmy, order: 'dmy' }
  if (first > 12) return { ...dmy, order: second > 12 ? null : 'dmy' }
  if (second > 12) return { ...mdy, order: 'mdy' }
  if (options.dateOrder) return options.dateOrder === 'dmy' ? dmy : mdy
  return { ...dmy, alternative: first === second ? null : mdy }
}

/** `24` is 2024: no post-mortem is older. */
function yearOf(written: string | undefined): number | null {
  if (!written) return null
  return written.length === 2 ? 2000 + Number(written) : Number(written)
}

function build(text: string, start: number, length: number, parts: Parts): DateReading | null {
  const { year, month, day } = parts
  // Not even a wrong date: an address, a version, a size.
  if (month > 19 || day > 39 || (year !== null && (year < 1970 || year > 2199))) return null
  const impossible = month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)
  if (impossible && year === null && (day < 1 || day > 31)) return null
  return placed(text, start, length, parts, impossible)
}

/** A date whose year can only be a slip. */
function mistyped(text: string, start: number, match: RegExpExecArray): DateReading | null {
  const parts = { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) }
  const isDay = parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.day <= daysInMonth(null, parts.month)
  return isDay ? placed(text, start, match[0].length, parts, true) : null
}

function placed(text: string, start: number, length: number, parts: Parts, impossible: boolean): DateReading {
  const { year, month, day, lastDay } = parts
  const end = start + length
  const weekday = adjacentWeekday(text, start, end)
  const isRange = lastDay !== undefined && lastDay > day && lastDay <= daysInMonth(year, month)
  return {
    start,
    end,
    year,
    month,
    day,
    ...(isRange ? { lastDay } : {}),
    alternative: parts.alternative ?? null,
    order: parts.order ?? null,
    weekday: weekday?.number ?? null,
    weekdayRange: weekday ? { start: weekday.start, end: weekday.end } : null,
    impossible,
  }
}

const WEEKDAY_BEFORE = /([A-Za-zøåöä]{3,10})[.,]?\s{1,2}(?:(?:the|den|d\.)\s)?$/
const WEEKDAY_AFTER = /(,?\s?[(（]|,?\s{1,2})([A-Za-zøåöä]{3,10}|[月火水木金土日](?=[)）]))(?![A-Za-z])/y

function adjacentWeekday(
  text: string,
  start: number,
  end: number,
): { number: number; start: number; end: number } | null {
  const head = textBefore(text, start, 18)
  const leading = WEEKDAY_BEFORE.exec(head)
  const first = leading?.[1] ? weekdayNumber(leading[1]) : null
  if (leading?.[1] && first) {
    const at = start - head.length + leading.index
    return { number: first, start: at, end: at + leading[1].length }
  }
  const trailing = matchAt(WEEKDAY_AFTER, text, end)
  const word = trailing?.[2]
  const second = word ? weekdayNumber(word) : null
  if (!trailing || !word || !second) return null
  // `2024-01-15 Sun server stopped`: a short name needs a bracket or a comma.
  if (trailing[1]?.trim() === '' && word.length < 6) return null
  const at = end + (trailing[1]?.length ?? 0)
  return { number: second, start: at, end: at + word.length }
}
