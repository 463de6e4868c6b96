import { memoize } from '../../memoize.ts'
import { contextOf, optionsOf } from '../../model/content/written.ts'
import type { MetadataValue, Place, PostMortem, Section, TimelineEvent } from '../../model/post-mortem.ts'
import { shortened } from '../../text.ts'
import {
  type DateOrder,
  type DateReading,
  gapBetween,
  type Moment,
  readDates,
  readTimes,
  resolveDate,
  resolveMoment,
  resolveUntil,
  type TimeReading,
} from '../../time/index.ts'
import { defineRule, type Report } from '../rule.ts'

/** An end with a date that is before a start with a date. */
export const endBeforeStart = defineRule({
  severity: 'error',
  description: 'An end with a date is before its start.',
  scope: 'document',
  check,
})

function check(postMortem: PostMortem): Report[] {
  const { metadata, sections, timeline } = postMortem
  const inFields = sections
    .flatMap((section) => rangesInFields(section, postMortem.dateOrder))
    .flatMap(({ place, text, reading }) => rangeReport(place, text, reading, postMortem))
  const inRows = timeline.flatMap((event) => rowRange(event, postMortem))
  const known = new Set(inFields.map(keyOf))
  return [
    ...separateFieldReports(metadata.start, metadata.end, postMortem),
    ...inFields,
    ...inRows.filter((r) => !known.has(keyOf(r))),
  ]
}

function keyOf({ section, start }: Place): string {
  return `${section}:${start}`
}

/** Ranges in the values of fields. */
const rangesInFields = memoize((section: Section, dateOrder: DateOrder | null) =>
  section.fields.flatMap(({ value: { text, start }, unfilled }) => {
    const readings = unfilled ? [] : readTimes(text, optionsOf({ dateOrder }))
    return readings.flatMap((reading) => {
      if (!reading.until) return []
      const place = { section: section.index, start: start + reading.start, end: start + reading.until.end }
      return [{ place, text, reading }]
    })
  }),
)

function rowRange({ section, time, reading }: TimelineEvent, postMortem: PostMortem): Report[] {
  if (!time || !reading) return []
  const place = { section, start: time.start + reading.start, end: time.start + (reading.until?.end ?? reading.end) }
  return rangeReport(place, time.text, reading, postMortem)
}

function rangeReport(place: Place, text: string, reading: TimeReading, postMortem: PostMortem): Report[] {
  const { until } = reading
  if (!until || !isDated(reading.date, postMortem) || !isDated(until.date, postMortem)) return []
  const context = contextOf(postMortem)
  const from = resolveMoment(reading, context)
  const to = resolveUntil(reading, from, context)
  if (!from || !to || !endsBefore(to, from)) return []
  const words = [reading, until].map((part) => pointText(text, part))
  return [{ ...place, message: `The end (${words[1]}) is before the start (${words[0]}).` }]
}

/** Start and end in separate fields. */
function separateFieldReports(
  start: MetadataValue | undefined,
  end: MetadataValue | undefined,
  postMortem: PostMortem,
): Report[] {
  if (!start || !end || start.unfilled || end.unfilled) return []
  const [first, last] = [start, end].map(({ value }) => momentIn(value.text, postMortem))
  if (!first || !last || !endsBefore(last, first)) return []
  const message = `The end (${shortened(end.value.text, 40)}) is before the start (${shortened(start.value.text, 40)}).`
  const related = [{ ...placeOf(start), message: `${start.name}: ${shortened(start.value.text, 40)}` }]
  return [{ ...placeOf(end), message, related }]
}

/** Whether a moment is certainly before another; without a day it may be of the next one. */
function endsBefore(moment: Moment, other: Moment): boolean {
  return moment.date !== null && other.date !== null && (gapBetween({ at: other }, { at: moment }) ?? 0) < 0
}

function placeOf({ section, value }: MetadataValue): Place {
  return { section, start: value.start, end: value.end }
}

/** The moment, or the day, at the start of a value; null without a date. */
function momentIn(text: string, postMortem: PostMortem): Moment | null {
  const reading = readTimes(text, optionsOf(postMortem))[0]
  if (reading?.clock) return isDated(reading.date, postMortem) ? resolveMoment(reading, contextOf(postMortem)) : null
  const [date] = readDates(text, optionsOf(postMortem))
  if (!date || !isDated(date, postMortem)) return null
  return { date: resolveDate(date, contextOf(postMortem)), clock: null, zone: null, approximate: false }
}

/** One end of a range as written. */
function pointText(text: string, { date, clock, zone }: TimeReading): string {
  const parts = [date, clock, zone].filter((part) => part !== null)
  const start = Math.min(...parts.map((part) => part.start))
  return shortened(text.slice(start, Math.max(...parts.map((part) => part.end))), 40)
}

/** Whether a time has an unambiguous date. */
function isDated(date: DateReading | null, { dateOrder }: PostMortem): boolean {
  return date !== null && !date.impossible && (date.alternative === null || dateOrder !== null)
}
