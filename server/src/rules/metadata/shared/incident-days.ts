/** The days that a document gives for its incident, with their places: title, ID, file name, fields, timeline. */

import { memoize } from '../../../memoize.ts'
import { inlinesOf } from '../../../model/content/inlines.ts'
import { optionsOf } from '../../../model/content/written.ts'
import { metadataName } from '../../../model/document/metadata.ts'
import { enforcedTemplate } from '../../../model/document/schema.ts'
import type { MetadataValue, Place, PostMortem, Section, TimelineEvent } from '../../../model/post-mortem.ts'
import type { Inline } from '../../../outline/outline.ts'
import {
  addDays,
  completeDate,
  type DateOrder,
  type DateReading,
  dateInName,
  dateInPath,
  daysBetween,
  readDate,
  readDates,
  resolveDate,
} from '../../../time/index.ts'

/** A day, or a range of days, of the incident. */
export interface IncidentDays {
  readonly kind: 'title' | 'id' | 'date' | 'times' | 'timeline' | 'file' | 'impact'
  /** Its name in messages: `the title`, `"Date"`. */
  readonly name: string
  /** `YYYY-MM-DD`. */
  readonly from: string
  /** Equal to `from` for a single day. */
  readonly to: string
  /** Its place, null for the file name. */
  readonly place: Place | null
  /** Whether it is based on several dates of the timeline. */
  readonly isRepeated: boolean
  /** Whether it may be the day on which the document was written or published. */
  readonly isSoft: boolean
}

/** Names of fields that always mean the day of the incident. */
const INCIDENT_DATE = /incident|occurred|発生/

/** All days, in the order title, ID, date, start and end, timeline, file name. */
export function incidentDays(postMortem: PostMortem, path: string | null): IncidentDays[] {
  return [
    ...titleDays(postMortem),
    ...idDays(postMortem),
    ...dateDays(postMortem),
    ...timeDays(postMortem),
    ...timelineDays(postMortem),
    ...fileDays(path),
  ]
}

/** `2026-05-19`, or `2026-05-19 to 2026-05-21`. */
export function daysText({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? from : `${from} to ${to}`
}

function titleDays(postMortem: PostMortem): IncidentDays[] {
  const { title, sections } = postMortem
  const inText = title && !title.unfilled ? daysOf('title', 'the title', title.section, title.text, postMortem) : null
  const key = sections[0]?.fields.find((field) => field.form === 'front-matter' && field.key === 'title')
  const inFrontMatter = key ? daysOf('title', 'the title in the front matter', 0, key.value, postMortem) : null
  return [inText, inFrontMatter].filter((days) => days !== null)
}

function idDays({ metadata: { id } }: PostMortem): IncidentDays[] {
  const found = id && !id.unfilled ? dateInName(id.value.text) : null
  if (!id || !found) return []
  const days = { from: found.date, to: found.date }
  const place = { section: id.section, start: id.start, end: id.end }
  // A report may have its own ID, with the day on which it was started.
  const isSoft = /post-?\s?mortem|report/i.test(id.name)
  return [{ kind: 'id', name: 'the ID', ...days, place, isRepeated: false, isSoft }]
}

/** The field of the head, and that of the front matter if there are both. */
function dateDays(postMortem: PostMortem): IncidentDays[] {
  const { metadata, sections } = postMortem
  const isDemanding = enforcedTemplate(postMortem) !== null
  const inFrontMatter = sections[0]?.fields.find(
    ({ form, key, unfilled }) => form === 'front-matter' && metadataName(key) === 'date' && !unfilled,
  )
  const isSame = metadata.date?.section === 0 && metadata.date.start === inFrontMatter?.value.start
  const second = isSame ? dateBelow(postMortem) : null
  const fields: [section: number, name: string, value: Inline][] = []
  if (metadata.date && !metadata.date.unfilled) {
    fields.push([metadata.date.section, metadata.date.name, metadata.date.value])
  }
  if (second) fields.push([second.section, second.name, second.value])
  return fields.flatMap(([section, name, value]) => {
    const days = daysOf('date', `"${name}"`, section, value, postMortem)
    const asked = isDemanding && value.start !== inFrontMatter?.value.start
    return days ? [{ ...days, isSoft: !asked && !INCIDENT_DATE.test(name.toLowerCase()) }] : []
  })
}

/** The first date field of the head that is not in the front matter. */
function dateBelow({ sections }: PostMortem): Pick<MetadataValue, 'section' | 'name' | 'value'> | null {
  for (const { index, level, kinds, fields } of sections) {
    if (level > 1 && !kinds.includes('summary')) continue
    const field = fields.find(
      ({ form, key, unfilled }) => form !== 'front-matter' && metadataName(key) === 'date' && !unfilled,
    )
    if (field) return { section: index, name: field.name.text, value: field.value }
  }
  return null
}

function timeDays(postMortem: PostMortem): IncidentDays[] {
  const { start, end, duration } = postMortem.metadata
  return [start, duration].flatMap((field) => {
    if (!field || field.unfilled) return []
    const days = daysOf('times', `"${field.name}"`, field.section, field.value, postMortem)
    if (!days) return []
    const last = field === start && end && !end.unfilled ? daysIn(end.value.text, postMortem) : null
    return [{ ...days, to: last && last.to > days.to ? last.to : days.to }]
  })
}

/** A day with its year, and its place. */
interface WrittenDay {
  readonly date: string
  readonly place: Place
}

/** The explicit dates of its entries and date lines, with their year. */
function timelineDays({ timeline, sections, dateOrder }: PostMortem): IncidentDays[] {
  const written = [...timeline.flatMap(daysOfEvent), ...sections.flatMap((section) => daysOfLines(section, dateOrder))]
  const [one] = written
  if (!one) return []
  const dates = written.map(({ date }) => date)
  const from = dates.reduce((a, b) => (b < a ? b : a))
  const to = dates.reduce((a, b) => (b > a ? b : a))
  const { place } = written.reduce((a, b) => (compare(a.place, b.place) <= 0 ? a : b))
  const isRepeated = written.some((other) => compare(other.place, one.place) !== 0)
  return [{ kind: 'timeline', name: 'the timeline', from, to, place, isRepeated, isSoft: false }]
}

function daysOfEvent({ section, time, reading }: TimelineEvent): WrittenDay[] {
  if (!time || !reading) return []
  const place = { section, start: time.start, end: time.end }
  return [reading.date, reading.until?.date].flatMap((date) => {
    const day = date ? completeDate(date) : null
    return day ? [{ date: day, place }] : []
  })
}

const daysOfLines = memoize((section: Section, dateOrder: DateOrder | null): readonly WrittenDay[] => {
  if (!section.kinds.includes('timeline') && !section.within.includes('timeline')) return []
  return inlinesOf(section).flatMap((line) => {
    const day = dayOfLine(line, dateOrder)
    return day ? [{ date: day, place: { section: section.index, start: line.start, end: line.end } }] : []
  })
})

const dayOfLine = memoize(({ plain }: Inline, dateOrder: DateOrder | null): string | null => {
  const reading = readDate(plain, optionsOf({ dateOrder }))
  return reading && completeDate(reading)
})

function compare(a: Place, b: Place): number {
  return a.section - b.section || a.start - b.start
}

function fileDays(path: string | null): IncidentDays[] {
  const found = path === null ? null : dateInPath(path)
  if (!found) return []
  const days = { from: found, to: found }
  return [{ kind: 'file', name: 'the file name', ...days, place: null, isRepeated: false, isSoft: true }]
}

function daysOf(
  kind: IncidentDays['kind'],
  name: string,
  section: number,
  value: Inline,
  postMortem: PostMortem,
): IncidentDays | null {
  const days = daysIn(value.text, postMortem)
  const place = { section, start: value.start, end: value.end }
  return days && { kind, name, ...days, place, isRepeated: false, isSoft: false }
}

/** From the first to the last day in a text; a day without a year takes it from another. */
function daysIn(text: string, postMortem: PostMortem): { from: string; to: string } | null {
  const readings = readDates(text, optionsOf(postMortem))
  const [known] = readings.flatMap((reading) => completeDate(reading) ?? [])
  if (!known) return null
  const { dateOrder } = postMortem
  const context = { incidentDate: known, windowStart: null, windowEnd: null, zone: null, dateOrder }
  const days = readings.flatMap((reading) => {
    const day = reading.impossible || reading.alternative ? null : resolveDate(reading, context)
    return day ? [day, addDays(day, daysAfter(text, reading))] : []
  })
  days.sort()
  const [from = known] = days
  return { from, to: days.at(-1) ?? from }
}

/** The days of `14 - 19 January` after the first one. */
function daysAfter(text: string, { start, end, day }: DateReading): number {
  const last = Number(/\d\s?[-–—]\s?(\d{1,2})(?!\d)/.exec(text.slice(start, end))?.[1] ?? 0)
  const isRange = /[A-Za-z]{3}/.test(text.slice(start, end)) && last > day && last <= 31
  return isRange ? last - day : 0
}

/** Days between two of them, 0 where they touch or overlap. */
export function daysApart(a: IncidentDays, b: IncidentDays): number {
  if (a.from > b.to) return daysBetween(b.to, a.from)
  return b.from > a.to ? daysBetween(a.to, b.from) : 0
}
