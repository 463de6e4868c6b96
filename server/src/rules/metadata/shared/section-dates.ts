/** The dates of a section in meaningful places: headings, fields, timeline, due dates, approvals. */
import { datesOf, type WrittenDate, writtenDates } from '../../../model/content/written.ts'
import { isWithin } from '../../../model/document/sections.ts'
import type { PostMortem, Section } from '../../../model/post-mortem.ts'
import { milestonePieces } from '../../../model/timeline/milestone-pieces.ts'

/** The dates in headings, fields, timeline entries, lists of milestones, due dates and approvals; each once. */
export function placedDates(section: Section, postMortem: PostMortem): WrittenDate[] {
  const dates = allDates(section, postMortem).sort((a, b) => a.start - b.start)
  if (dates.length === 0 || isWithin(section, 'timeline') || isWithin(section, 'approval')) return dates
  const due = postMortem.actionItems.flatMap((item) => (item.section === section.index && item.due ? [item.due] : []))
  const { milestones } = milestonePieces(section)
  const values = [...section.fields, ...due, ...milestones].map(({ value }) => value)
  const places = section.heading ? [section.heading.title, ...values] : values
  return dates.filter(({ start, end }) => places.some((place) => place.start <= start && end <= place.end))
}

/** All dates of a section, also in front matter; not in code and quotations. */
export function allDates(section: Section, postMortem: PostMortem): WrittenDate[] {
  const inFrontMatter = section.fields.filter(({ form }) => form === 'front-matter')
  const fromFields = inFrontMatter.flatMap(({ value }) => datesOf(value, section.index, postMortem))
  return [...fromFields, ...writtenDates(section, postMortem)]
}
