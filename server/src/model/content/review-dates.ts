/** The days on which a follow-up is to be reviewed, beside the days that their names give. */
import { LEXICONS, REVIEW_WORDS } from '../../lexicon/lexicons.ts'
import { wordsSource } from '../../lexicon/patterns.ts'
import { itemsOf } from '../../lexicon/vocabulary.ts'
import { addDays, addMonths, type DateReading, daysBetween, readDates } from '../../time/index.ts'
import { metadataName } from '../document/metadata.ts'
import type { Place, PostMortem, SectionField } from '../post-mortem.ts'
import { optionsOf } from './written.ts'

/** A review whose date could be checked. */
export interface CheckedReview extends Place {
  readonly field: SectionField
  /** The date in the value; its offsets are relative to the text of the value. */
  readonly reading: DateReading
  /** As written. */
  readonly text: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** The day that the name gives, counted from the end of the incident; null where it gives none. */
  readonly due: string | null
  /** What it is counted from: `YYYY-MM-DD`. */
  readonly from: string
  /** The day on which the incident started, `YYYY-MM-DD`. */
  readonly started: string
  /** Where the incident is dated, null where only the timeline says it. */
  readonly fromPlace: Place | null
  readonly verdict: 'agrees' | 'differs' | 'before-incident'
}

/** After how long a review is to be, as its name says. */
interface Interval {
  readonly count: number
  readonly unit: 'day' | 'week' | 'month'
}

const UNITS = ['day', 'week', 'month'] as const

/** The number before a unit, as `30`, `three` or `drei`. */
const NUMBER = new RegExp(String.raw`(?:(\d{1,2})|(${wordsSource(({ prose }) => prose.numbers)}))[\s-]?$`, 'iu')
const NUMBERS = LEXICONS.map(({ prose }) => itemsOf(prose.numbers))

/** `30-day review`, `Review in two weeks`, `1か月後のレビュー`; null for a name that says no interval. */
function intervalIn(name: string): Interval | null {
  for (const { start, means } of REVIEW_WORDS.within(spaced(name))) {
    const unit = UNITS.find((candidate) => means.includes(candidate))
    const [, digits, word] = unit ? (NUMBER.exec(spaced(name).slice(0, start)) ?? []) : []
    const count =
      digits === undefined
        ? NUMBERS.map((words) => words.indexOf(word?.toLowerCase() ?? '')).find((at) => at >= 0)
        : undefined
    if (unit && digits !== undefined) return { unit, count: Number(digits) }
    if (unit && count !== undefined) return { unit, count: count + 1 }
  }
  return null
}

/** `30d` and `1か月`: a word begins behind the digits. */
function spaced(name: string): string {
  return name.replace(/(\d)(?=\p{L})/gu, '$1 ')
}

function isReview(name: string): boolean {
  return REVIEW_WORDS.within(name).some(({ means }) => means.includes('review'))
}

/** The reviews of a document whose incident has a day. In a log of several incidents nobody can say whose they are. */
export function checkedReviews(postMortem: PostMortem): CheckedReview[] {
  const { window, metadata, date, incidents, reviews, sections } = postMortem
  const started = window.start?.date ?? date
  const ended = window.end?.date ?? date
  if (!started || !ended || !date || incidents.length > 0) return []
  const stated = metadata.date && !metadata.date.unfilled ? metadata.date : null
  const fromPlace = window.place ?? (stated && { section: stated.section, start: stated.start, end: stated.end })
  return reviews.flatMap((review) => {
    const field = sections[review.section]?.fields.find(({ value }) => value.start === review.start)
    const [reading, ...more] = field ? readDates(field.value.text, optionsOf(postMortem)) : []
    // `2026-03-09, moved to 2026-03-11`: several dates are a story.
    if (!field || !reading || more.length > 0) return []
    const interval = intervalIn(review.name)
    if (!interval && !isReview(review.name) && metadataName(field.key) !== 'review') return []
    const after = (from: string) => (interval ? later(from, interval) : null)
    const tolerance = interval ? toleranceOf(interval) : 0
    const isNear = (from: string) => Math.abs(daysBetween(after(from) ?? review.date, review.date)) <= tolerance
    const agrees = !interval || isNear(ended) || isNear(date)
    const verdict = review.date < started ? 'before-incident' : agrees ? 'agrees' : 'differs'
    const due = after(ended)
    const start = field.value.start + reading.start
    const end = field.value.start + reading.end
    const text = field.value.text.slice(reading.start, reading.end)
    const found = { section: review.section, start, end, field, reading, text }
    return [{ ...found, date: review.date, due, from: ended, started, fromPlace, verdict }]
  })
}

function later(from: string, { count, unit }: Interval): string {
  return unit === 'month' ? addMonths(from, count) : addDays(from, unit === 'week' ? 7 * count : count)
}

/** 1 week ± 3, 1 month ± 7, 3 months ± 14 days. */
function toleranceOf(interval: Interval): number {
  const days = daysBetween('2001-01-01', later('2001-01-01', interval))
  if (days < 21) return 3
  return days < 60 ? 7 : 14
}
