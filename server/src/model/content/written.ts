/** Dates and times wherever they stand in the running text of a section. */
import { memoize } from '../../memoize.ts'
import {
  type DateOrder,
  type DateReading,
  type ReadOptions,
  readDates,
  readTimes,
  resolveDate,
  type SequenceContext,
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
  const dates = datesIn(section, postMortem.dateOrder)
  if (dates.length === 0) return dates
  const context = contextOf(postMortem)
  return dates.map((date) => ({ ...date, date: date.reading.impossible ? null : resolveDate(date.reading, context) }))
}

const datesIn = memoize((section: Section, dateOrder: DateOrder | null): readonly WrittenDate[] =>
  inlinesOf(section).flatMap(({ text, start }) =>
    readDates(text, optionsOf({ dateOrder })).map((reading) => {
      const from = start + reading.start
      const to = start + reading.end
      const shifted: DateReading = {
        ...reading,
        start: from,
        end: to,
        weekdayRange: reading.weekdayRange && {
          start: start + reading.weekdayRange.start,
          end: start + reading.weekdayRange.end,
        },
      }
      return {
        section: section.index,
        start: from,
        end: to,
        text: text.slice(reading.start, reading.end),
        reading: shifted,
        date: null,
      }
    }),
  ),
)

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
  inlinesOf(section).flatMap(({ text, start }) =>
    readTimes(text, optionsOf({ dateOrder })).map((reading) => ({
      section: section.index,
      start: start + reading.start,
      end: start + reading.end,
      text: text.slice(reading.start, reading.end),
      reading: shiftReading(reading, -reading.start),
    })),
  ),
)
