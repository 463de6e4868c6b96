import { dateEdits, namesSeveralDays } from '../../edits/date-edits.ts'
import { memoize } from '../../memoize.ts'
import { inlinesOf } from '../../model/content/inlines.ts'
import type { WrittenDate } from '../../model/content/written.ts'
import { located } from '../../model/document/schema.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import type { Inline, Range } from '../../outline/outline.ts'
import { countWhile } from '../../sorted.ts'
import { addDays, type DateReading, daysBetween, rewriteWeekday, weekdayOf } from '../../time/index.ts'
import { defineRule, type Finding, type Fix, type FixContext, type Report } from '../rule.ts'
import { allDates } from './shared/section-dates.ts'

/** A weekday next to a date that falls on another weekday. */
export const weekdayMismatch = defineRule({
  severity: 'warning',
  description: 'A date does not fall on the weekday that is written beside it.',
  scope: 'section',
  byIncidentDay: true,
  check,
  fix,
})

/**
 * Days before and after the incident within which a date without a year is assumed to be in the year of the incident.
 */
const YEAR_KNOWN_DAYS_BEFORE = 120
const YEAR_KNOWN_DAYS_AFTER = 31

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function check(section: Section, postMortem: PostMortem): Report[] {
  return mismatches(section, postMortem).map(({ date, reading, text, ...place }) => {
    const isYearWritten = reading.year !== null
    const day = isYearWritten ? text : `${text} (${date.slice(0, 4)})`
    const message = `${day} is a ${NAMES[weekdayOf(date) - 1]}, not a ${NAMES[(reading.weekday ?? 1) - 1]}.`
    const { start, end } = reading.weekdayRange
    return { ...place, start: Math.min(place.start, start), end: Math.max(place.end, end), message }
  })
}

function fix(finding: Finding, postMortem: PostMortem, { text }: FixContext): Fix[] {
  const own = postMortem.sections[finding.section]
  const section = own && located(own, postMortem)
  const found = own && mismatches(own, postMortem).find(({ start, end }) => inside({ start, end }, finding))
  if (!section || !found) return []
  const { date, reading } = found
  const { start, end } = reading.weekdayRange
  const word = text.slice(section.start + start, section.start + end)
  const right = rewriteWeekday(word, weekdayOf(date))
  const weekday: Fix = {
    title: `Change the weekday to ${right}`,
    edits: [{ section: section.index, start, end, newText: right }],
    preferred: false,
  }
  const nearest = nearestOn(date, reading.weekday ?? 1)
  const whole = text.slice(section.start, section.end)
  const edits = dateEdits(found, whole, reading, 0, nearest, postMortem.dateOrder)
  const [first] = edits
  return first ? [weekday, { title: `Change the date to ${first.newText}`, edits, preferred: false }] : [weekday]
}

interface Mismatch extends WrittenDate {
  readonly date: string
  readonly reading: WrittenDate['reading'] & { readonly weekdayRange: { start: number; end: number } }
}

const mismatches = memoize((section: Section, postMortem: PostMortem): Mismatch[] => {
  const dates = allDates(section, postMortem)
  // In `15 March, Monday, 16 March` the weekday belongs to the date after it.
  const before = new Set(dates.map(({ reading }) => weekdayBefore(reading)))
  const texts = inlinesOf(section)
  return dates.flatMap((found) => {
    const { date, reading, text } = found
    const { weekdayRange } = reading
    if (!date || !weekdayRange || reading.weekday === null || reading.alternative || namesSeveralDays(text)) return []
    const isOfNext = weekdayRange.start > reading.start && before.has(weekdayRange.start)
    if (isOfNext || !isYearKnown(found, postMortem)) return []
    if (weekdayOf(date) === reading.weekday || isOtherSentence(reading, weekdayRange, texts)) return []
    return [{ ...found, date, reading: { ...reading, weekdayRange } }]
  })
})

function weekdayBefore({ start, weekdayRange }: DateReading): number | null {
  return weekdayRange && weekdayRange.start < start ? weekdayRange.start : null
}

/** `It broke on Friday. 12 May 2025 was quiet`, `on 12 May 2025, Tuesday's release`, `2025-05-12, Sun servers`. */
function isOtherSentence(date: Range, weekday: Range, texts: readonly Inline[]): boolean {
  const first = Math.min(date.start, weekday.start)
  const line = texts[countWhile(texts, (text) => text.start <= first) - 1]
  if (!line || line.end < date.end) return false
  const between = line.text.slice(weekday.end - line.start, Math.max(0, date.start - line.start))
  const isFullName = weekday.end - weekday.start > 4
  if (weekday.start < date.start) return isFullName && between.includes('.')
  const opening = line.text.slice(date.end - line.start, weekday.start - line.start)
  const after = line.text.slice(weekday.end - line.start, weekday.end - line.start + 3)
  return /^['’]/.test(after) || (!isFullName && /^\s?,/.test(opening) && /^\s\p{L}/u.test(after))
}

function isYearKnown({ date, reading }: WrittenDate, { date: incident }: PostMortem): boolean {
  if (reading.year !== null) return true
  if (!incident || !date) return false
  const days = daysBetween(incident, date)
  return days >= -YEAR_KNOWN_DAYS_BEFORE && days <= YEAR_KNOWN_DAYS_AFTER
}

/** The nearest day with a weekday, at most three days away. */
function nearestOn(date: string, weekday: number): string {
  const ahead = (weekday - weekdayOf(date) + 7) % 7
  return addDays(date, ahead > 3 ? ahead - 7 : ahead)
}

function inside(inner: { start: number; end: number }, outer: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
