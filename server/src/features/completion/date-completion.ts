/** Completion of dates: today and days counted from the incident, in the notation of the document. */
import { partOf } from '../../model/actions/action-parts.ts'
import { dueWindow } from '../../model/actions/action-windows.ts'
import { type WrittenDate, writtenDates } from '../../model/content/written.ts'
import { incidentOf } from '../../model/document/incidents.ts'
import { metadataName } from '../../model/document/metadata.ts'
import { isWithin } from '../../model/document/sections.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import { addDays, addMonths, readDate, rewriteDate, weekdayOf } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import type { Completion } from './completion-item.ts'
import { type Slot, slotItem } from './slot.ts'

/** A named day: `YYYY-MM-DD`. */
type NamedDay = readonly [label: string, date: string]

/** The dates for a slot; none where it takes no date, or today is not known. */
export function dateItems(context: DocumentContext, section: Section, slot: Slot): Completion[] {
  const { postMortem, now } = context
  if (now.date === null || !takesDate(section, slot)) return []
  const write = notationOf(postMortem, section)
  const replaces = readDate(slot.old) !== null
  const last = lastDay(context, slot).filter(([, date]) => date >= (now.date ?? ''))
  const days = daysFor(postMortem, section, slot, now.date)
  return [...last, ...days.filter(([, date]) => last[0]?.[1] !== date)].map(([label, date]) =>
    slotItem(slot, { label, text: write(date), detail: `${write(date)}, ${WEEKDAYS[weekdayOf(date) - 1]}`, replaces }),
  )
}

/** The day until which the action at a slot should be due, by its heading or its priority. */
function lastDay({ postMortem, config }: DocumentContext, { place }: Slot): NamedDay[] {
  const item = postMortem.actionItems.find(
    ({ section, start, end }) => section === place.section && start <= place.start && place.start <= end,
  )
  const window = item && dueWindow(item, postMortem, config.sla)
  return window ? [[`last day for ${window.name}`, window.end]] : []
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function takesDate(section: Section, { type, key, cell }: Slot): boolean {
  if (type !== null && type.kind !== 'text') return type.kind === 'date'
  if (isWithin(section, 'action-items')) return partOf(key) === 'due'
  if (isWithin(section, 'follow-up') && REVIEW.test(key)) return true
  return cell === null && metadataName(key) === 'date'
}

const REVIEW = /\b(?:review|follow-?\s?up|check-?\s?in)\b/

/** The likely days for a slot, the most likely first. */
function daysFor(postMortem: PostMortem, section: Section, { key, place }: Slot, today: string): NamedDay[] {
  const days: NamedDay[] = [
    ['today', today],
    ['tomorrow', addDays(today, 1)],
  ]
  if (isWithin(section, 'approval')) return days.slice(0, 1)
  const { date } = postMortem.metadata
  const isHead = date?.section === section.index && metadataName(key) === 'date'
  if (isHead && !isWithin(section, 'action-items')) return [...days.slice(0, 1), ['yesterday', addDays(today, -1)]]
  const from = incidentDay(postMortem, place.section)
  if (from === null) return days
  if (isWithin(section, 'follow-up')) {
    const reviews: NamedDay[] = [
      ['incident + 1 week', addDays(from, 7)],
      ['incident + 1 month', addMonths(from, 1)],
      ['incident + 3 months', addMonths(from, 3)],
    ]
    const named = reviews.filter(([label]) => key.includes(label.slice('incident + '.length).replace(/s$/, '')))
    return [...named, ...reviews.filter((review) => !named.includes(review)), ...days]
  }
  const later = [7, 30, 90].map((count): NamedDay => [`incident + ${count} days`, addDays(from, count)])
  // An open action cannot be due before today.
  return [...days, ...later.filter(([, day]) => day > today)]
}

/** The last day of the incident of a section, null when not known. */
function incidentDay({ incidents, sections, window, date }: PostMortem, section: number): string | null {
  if (incidents.length > 0) return incidentOf(section, incidents, sections)?.date ?? null
  return window.end?.date ?? date
}

/** The date notation of the section, else of the head or the rest of the document, else ISO 8601. */
function notationOf(postMortem: PostMortem, section: Section): (date: string) => string {
  const isClear = ({ reading, date }: WrittenDate) =>
    date !== null && reading.year !== null && (reading.alternative === null || postMortem.dateOrder !== null)
  const head = postMortem.sections[postMortem.metadata.date?.section ?? 0]
  for (const candidate of [section, ...(head ? [head] : []), ...postMortem.sections]) {
    const example = writtenDates(candidate, postMortem).find(isClear)
    if (example) return (date) => rewriteDate(example.text, example.reading, date, postMortem.dateOrder)
  }
  return (date) => date
}
