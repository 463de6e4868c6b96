/** The dates of a section in meaningful places: headings, fields, timeline, due dates, approvals. */
import { inlinesOf } from '../../../model/content/inlines.ts'
import { contextOf, optionsOf, type WrittenDate, writtenDates } from '../../../model/content/written.ts'
import type { PostMortem, Section } from '../../../model/post-mortem.ts'
import type { Range } from '../../../outline/outline.ts'
import { readDates, resolveDate } from '../../../time/index.ts'

/** The dates in headings, fields, timeline entries, due dates and approvals; each once. */
export function placedDates(section: Section, postMortem: PostMortem): WrittenDate[] {
  const dates = allDates(section, postMortem).sort((a, b) => a.start - b.start)
  if (dates.length === 0) return []
  const places: Range[] = section.heading ? [section.heading.title] : []
  places.push(...section.fields.map(({ value }) => value))
  for (const item of postMortem.actionItems) {
    if (item.section === section.index && item.due) places.push(item.due.value)
  }
  const isAll = (['timeline', 'approval'] as const).some((kind) => [...section.kinds, ...section.within].includes(kind))
  if (isAll) places.push(...inlinesOf(section))
  places.sort((a, b) => a.start - b.start)
  let next = 0
  let covered = 0
  return dates.filter(({ start, end }) => {
    for (let place = places[next]; place && place.start <= start; place = places[++next]) {
      covered = Math.max(covered, place.end)
    }
    return end <= covered
  })
}

/** All dates of a section, also in front matter; not in code and quotations. */
export function allDates(section: Section, postMortem: PostMortem): WrittenDate[] {
  const inFrontMatter = section.fields.filter(({ form }) => form === 'front-matter')
  const fromFields = inFrontMatter.flatMap(({ value }) =>
    readDates(value.text, optionsOf(postMortem)).map((found): WrittenDate => {
      const weekdayRange = found.weekdayRange && moved(found.weekdayRange, value.start)
      const reading = { ...found, ...moved(found, value.start), weekdayRange }
      const text = value.text.slice(found.start, found.end)
      const date = found.impossible ? null : resolveDate(found, contextOf(postMortem))
      return { section: section.index, start: reading.start, end: reading.end, text, reading, date }
    }),
  )
  return [...fromFields, ...writtenDates(section, postMortem)]
}

function moved({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by }
}
