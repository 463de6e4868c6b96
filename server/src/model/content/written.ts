/** Dates and times wherever they stand in the running text of a section. */
import { memoize } from '../../memoize.ts'
import type { Span } from '../../outline/outline.ts'
import {
  type DateOrder,
  type DateReading,
  mayHoldTimes,
  type ReadOptions,
  readDates,
  readTimes,
  resolveDate,
  type SequenceContext,
  shiftDate,
  shiftReading,
  type TimeReading,
} from '../../time/index.ts'
import type { Place, PostMortem, Section } from '../post-mortem.ts'
import { inlinesOf } from './inlines.ts'

/** A date as it stands in the text. */
export interface WrittenDate extends Place {
  readonly text: string
  /** Offsets in it are relative to the section, as those of the place. */
  readonly reading: DateReading
  /** `YYYY-MM-DD`; null where the day does not exist, or year, day or month cannot be known. */
  readonly date: string | null
}

/** A time as it stands in the text. */
export interface WrittenTime extends Place {
  readonly text: string
  /** Offsets in it are relative to the text. */
  readonly reading: TimeReading
}

/** The dates of a section, in order; not in code and quotations. */
export function writtenDates(section: Section, postMortem: PostMortem): readonly WrittenDate[] {
  return settled(datesIn(section, postMortem.dateOrder), postMortem)
}

const datesIn = memoize((section: Section, dateOrder: DateOrder | null): readonly WrittenDate[] =>
  inlinesOf(section).flatMap((inline) => (/\d/.test(inline.text) ? datesOfText(inline, section.index, dateOrder) : [])),
)

/** The dates of one text in a section. */
export function datesOf(text: Span, section: number, postMortem: PostMortem): readonly WrittenDate[] {
  return settled(datesOfText(text, section, postMortem.dateOrder), postMortem)
}

const datesOfText = memoize((text: Span, section: number, dateOrder: DateOrder | null): readonly WrittenDate[] =>
  readDates(text.text, optionsOf({ dateOrder })).map((found) => {
    const reading = shiftDate(found, text.start)
    const { start, end } = reading
    return { section, start, end, text: text.text.slice(found.start, found.end), reading, date: null }
  }),
)

/** The same dates with their day, as far as it can be known. */
function settled(dates: readonly WrittenDate[], postMortem: PostMortem): readonly WrittenDate[] {
  if (dates.length === 0) return dates
  const context = contextOf(postMortem)
  return dates.map((date) => ({ ...date, date: date.reading.impossible ? null : resolveDate(date.reading, context) }))
}

/** How the dates of a document are to be read. */
export function optionsOf({ dateOrder }: Pick<PostMortem, 'dateOrder'>): ReadOptions {
  return dateOrder ? { dateOrder } : {}
}

/** What a document knows about its times in general, to settle one that stands alone. */
export function contextOf({
  date,
  window,
  zone,
  dateOrder,
}: Pick<PostMortem, 'date' | 'window' | 'zone' | 'dateOrder'>): SequenceContext {
  return { incidentDate: date, windowStart: window.start, windowEnd: window.end, zone, dateOrder }
}

/** The times of a section, in order; not in code and quotations. */
export function writtenTimes(section: Section, { dateOrder }: Pick<PostMortem, 'dateOrder'>): readonly WrittenTime[] {
  return timesIn(section, dateOrder)
}

const timesIn = memoize((section: Section, dateOrder: DateOrder | null): readonly WrittenTime[] =>
  inlinesOf(section).flatMap((inline) =>
    mayHoldTimes(inline.text) ? timesOfText(inline, section.index, dateOrder) : [],
  ),
)

// By the text, so that what stands in the other rows of a table is not read again.
const timesOfText = memoize((inline: Span, section: number, dateOrder: DateOrder | null): readonly WrittenTime[] =>
  readTimes(inline.text, optionsOf({ dateOrder })).map((reading) => ({
    section,
    start: inline.start + reading.start,
    end: inline.start + reading.end,
    text: inline.text.slice(reading.start, reading.end),
    reading: shiftReading(reading, -reading.start),
  })),
)
