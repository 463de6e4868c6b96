import { typedValues } from '../../model/content/typed-values.ts'
import { optionsOf } from '../../model/content/written.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import type { Inline } from '../../outline/outline.ts'
import { shortened } from '../../text.ts'
import { type DateReading, daysInMonth, readDate, readDates } from '../../time/index.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'
import { placedDates } from './shared/section-dates.ts'

/** A day that does not exist, or a date field with something like a date that cannot be read. */
export const invalidDate = defineRule({
  severity: 'warning',
  description: 'A date does not exist, or cannot be read.',
  scope: 'section',
  check,
  fix,
})

function check(section: Section, postMortem: PostMortem): Report[] {
  const impossible = placedDates(section, postMortem)
    // Three small numbers with slashes are rather a ratio than a date.
    .filter(({ reading, text }) => reading.impossible && !(reading.month > 12 && /^\d+\/\d+\/\d\d$/.test(text)))
    .map(({ reading, text, ...place }): Report => {
      const right = withoutDigit(text, reading)
      const message = `There is no ${text}: ${whyNot(reading)}.`
      return { ...place, message, severity: 'error', data: { text, right: right ?? '' } }
    })
  const unreadable = dateValues(section, postMortem).flatMap((value): Report[] => {
    const isMistyped = LOOKALIKES.test(value.plain) && /[OoIl]/.test(value.plain) && /\d/.test(value.plain)
    if (!isMistyped && (!triesToBeDate(value.plain) || isReadable(value.plain, postMortem))) return []
    const right = compactDate(value.plain)
    const message = `"${shortened(value.plain)}" cannot be read as a date${right ? `: write ${right}` : ''}.`
    const data = { text: value.text, right: right ?? '' }
    return [{ section: section.index, start: value.start, end: value.end, message, data }]
  })
  return [...impossible, ...unreadable]
}

function fix({ section, start, end, data }: Finding): Fix[] {
  const right = String(data['right'] ?? '')
  if (!right) return []
  return [{ title: `Change to ${right}`, edits: [{ section, start, end, newText: right }], preferred: true }]
}

function whyNot({ year, month, day }: DateReading): string {
  if (year !== null && year > 9999) return 'a year has four digits'
  if (month < 1 || month > 12) return 'a year has the months 1 to 12'
  if (day < 1) return 'a month begins with day 1'
  const length = daysInMonth(year, month)
  return `${MONTHS[month - 1]} has ${length} days${month === 2 && year !== null && length === 28 ? ` in ${year}` : ''}`
}

/** The date without the digit too many in its year, where only one of the five can be. */
function withoutDigit(text: string, { year }: DateReading): string | null {
  const digits = String(year ?? '')
  if (digits.length !== 5) return null
  const years = new Set(Array.from(digits, (_, at) => digits.slice(0, at) + digits.slice(at + 1)))
  const [only, ...others] = [...years].filter((candidate) => candidate >= '1990' && candidate < '2100')
  return only && others.length === 0 ? only + text.slice(5) : null
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The values that are dates according to the template, or by the name of the field. */
function dateValues(section: Section, postMortem: PostMortem): Inline[] {
  const typed = typedValues(section, postMortem).flatMap(({ type, value, unfilled }) => {
    return type.kind === 'date' && !unfilled ? [value] : []
  })
  const { date } = postMortem.metadata
  const isOther = date?.section === section.index && !typed.some(({ start }) => start === date.start)
  return isOther && !date.unfilled ? [...typed, date.value] : typed
}

function isReadable(text: string, postMortem: PostMortem): boolean {
  const options = optionsOf(postMortem)
  return readDates(text, options).length > 0 || readDate(text, options) !== null
}

const NUMBERS = /^\d{1,4}\s?([-/._ ])\s?\d{1,2}\s?\1\s?\d{1,4}$/
/** Letters that look like digits: `2026-05-1O`. */
const LOOKALIKES = /^[\dOoIl]{4}([-/.])[\dOoIl]{1,2}\1[\dOoIl]{1,2}$/
const RUN_TOGETHER = /^\d{4}[-/. ]?\d{4}$|^\d{6}[-/. ]\d{2}$/
const DAY_TOO_LARGE = /^\d{2,3}(?:st|nd|rd|th|\.)?\s[A-Z][a-z]{2,8}\.?,?\s\d{4}$|^[A-Z][a-z]{2,8}\s\d{2,3},?\s\d{4}$/

/** Whether a text consists of numbers like those of a date; prose and other languages do not. */
function triesToBeDate(text: string): boolean {
  const trimmed = text.trim()
  // `2026.05.19` is common in some countries, and no mistake.
  if (/^\d{4}\.\d{1,2}\.\d{1,2}\.?$/.test(trimmed)) return false
  if (DAY_TOO_LARGE.test(trimmed)) return Number(/\d{2,3}/.exec(trimmed)?.[0]) > 31
  return NUMBERS.test(trimmed) || RUN_TOGETHER.test(trimmed)
}

/** `20260519` or `2026 05 19` as `2026-05-19`, null when there is no such day. */
function compactDate(text: string): string | null {
  const parts = /^\s*(\d{4})[-/_. ]?(\d{2})[-/_. ]?(\d{2})\s*$/.exec(text)
  const [, year = '', month = '', day = ''] = parts ?? []
  if (!parts || Number(month) < 1 || Number(month) > 12 || Number(day) < 1) return null
  if (Number(year) < 1990 || Number(year) > 2199) return null
  return Number(day) <= daysInMonth(Number(year), Number(month)) ? `${year}-${month}-${day}` : null
}
