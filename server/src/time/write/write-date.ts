import { daysBetween } from '../moment.ts'
import type { DateOrder, DateReading } from '../read/date-at.ts'
import { monthNumber, rewriteMonth } from '../read/names.ts'

/**
 * Another day in the notation of a written date: `15.01.2024` gives `03.02.2024`, `Jan 15th` gives `Feb 3rd`. A year
 * is written only where the written date has one.
 *
 * @param written the text of the date, without its weekday
 * @param date its reading
 * @param day `YYYY-MM-DD`
 * @param order the order of day and month, if the written date is ambiguous
 */
export function rewriteDate(written: string, date: DateReading, day: string, order: DateOrder | null): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  // The last day of `October 29-30` is not known.
  const single = /[A-Za-z]{3}/.test(written) ? written.replace(LAST_DAY, '$1') : written
  const roles = rolesOf(single, date, day, order)
  const numbered = (value: number) => (isZeroPadded(written) ? twoDigits(value) : String(value))
  let index = 0
  return single.replace(TOKENS, (token, ordinal: string | undefined) => {
    const role = roles[index++]
    if (role === 'year') return token.length === 2 ? year.slice(-2) : year
    if (role === 'month' && !/\d/.test(token)) return rewriteMonth(token, Number(month), /\d\.[ \u00a0]/.test(written))
    if (role === 'month') return numbered(Number(month))
    if (role === 'day' && ordinal) return `${Number(dayOfMonth)}${ordinalOf(Number(dayOfMonth))}`
    return role === 'day' ? numbered(Number(dayOfMonth)) : token
  })
}

/** The last day of a range. */
const LAST_DAY =
  /(\d)(?:st|nd|rd|th|er|[.ºª])?(?: ?[-–—] ?| (?:to|til|until|through|bis|au|al?|até) )\d{1,2}(?:st|nd|rd|th)?(?!\d)/

/** Whether a written date matches a day (`YYYY-MM-DD`) in all parts that it has. */
export function isDateOf({ year, month, day, alternative }: DateReading, date: string): boolean {
  const [writtenYear, writtenMonth, writtenDay] = date.split('-').map(Number)
  if (year !== null && year !== writtenYear) return false
  return [{ month, day }, alternative].some((parts) => parts?.month === writtenMonth && parts?.day === writtenDay)
}

/** Numbers, with the letters of an ordinal number, and names of months. */
const TOKENS = /\d+(st|nd|rd|th)?|[A-Za-z\u00c0-\u024f]+/gi

type Role = 'year' | 'month' | 'day' | null

/** The role of each number or word of a written date. */
function rolesOf(written: string, date: DateReading, day: string, order: DateOrder | null): Role[] {
  const tokens = written.match(TOKENS) ?? []
  const roles: Role[] = tokens.map((token) =>
    /^\d{4}$/.test(token) ? 'year' : monthNumber(token) !== null ? 'month' : null,
  )
  const numbers = tokens.flatMap((token, index) => (roles[index] === null && /^\d/.test(token) ? [index] : []))
  const [first, second, third] = numbers
  if (first === undefined) return roles
  if (roles.includes('month') || second === undefined) {
    // `October 29-30`: the first is the day that was read.
    roles[first] = 'day'
    return roles
  }
  const isMonthFirst = roles[0] === 'year' || !isDayFirst(tokens[first] ?? '', tokens[second] ?? '', date, day, order)
  roles[first] = isMonthFirst ? 'month' : 'day'
  roles[second] = isMonthFirst ? 'day' : 'month'
  if (third !== undefined) roles[third] = 'year'
  return roles
}

function isDayFirst(a: string, b: string, date: DateReading, day: string, order: DateOrder | null): boolean {
  const [first, second] = [Number.parseInt(a, 10), Number.parseInt(b, 10)]
  if (date.alternative && order === null) {
    // Ambiguous: choose the reading that is closer to the new day.
    const [dayFirst, monthFirst] = [date, date.alternative].map((parts) => distance(parts, day))
    return (dayFirst ?? 0) <= (monthFirst ?? 0)
  }
  if (first === second || date.alternative) return order !== 'mdy'
  return first === date.day && second === date.month
}

function distance({ month, day }: { month: number; day: number }, to: string): number {
  const year = to.slice(0, 4)
  const days = Math.abs(daysBetween(to, [year, twoDigits(month), twoDigits(Math.min(day, 28))].join('-')))
  return Math.min(days, 365 - days)
}

/** Whether the notation has two-digit days and months. `15.12.2024` does not tell, but usually has. */
function isZeroPadded(written: string): boolean {
  if (/(?:^|\D)0\d(?!\d)/.test(written)) return true
  return !/(?:^|\D)\d(?!\d)|[年月]|[A-Za-z][ .,-]|[ .-][A-Za-z]/.test(written)
}

function ordinalOf(day: number): string {
  if (day >= 11 && day <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
