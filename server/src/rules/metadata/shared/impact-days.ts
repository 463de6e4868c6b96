/** The days on which something was down, as the impact tells it: `between 2025-02-13 23:04 and 2025-02-14 08:12`. */
import { memoize } from '../../../memoize.ts'
import { inlinesOf } from '../../../model/content/inlines.ts'
import { optionsOf } from '../../../model/content/written.ts'
import { isWithin } from '../../../model/document/sections.ts'
import type { PostMortem, Section } from '../../../model/post-mortem.ts'
import { changedPart, datesAround, withPart } from '../../../model/timeline/timeline-dates.ts'
import type { Span } from '../../../outline/outline.ts'
import { addDays, completeDate, type DateOrder, type DateReading, readTimes } from '../../../time/index.ts'
import type { IncidentDays } from './incident-days.ts'

/** What stands between the two times of a range that are written apart. */
const BETWEEN = /^[\s*_]*(?:and|to|until|till|und|bis|et|à|y|a|hasta|e|até|og|til|[-–—])[\s*_]*$/i

/**
 * The ranges that are a slip: with one other year or month they are the days that another place gives. Others may
 * be those of something else, such as of the records that were lost.
 */
export function impactDays(postMortem: PostMortem, others: readonly IncidentDays[]): IncidentDays[] {
  return postMortem.sections
    .flatMap((section) => rangesIn(section, postMortem.dateOrder))
    .filter((range) => others.some((other) => isSlip(range, other)))
}

const rangesIn = memoize((section: Section, dateOrder: DateOrder | null): readonly IncidentDays[] => {
  const isImpact = isWithin(section, 'impact')
  const texts: readonly Span[] = isImpact
    ? inlinesOf(section)
    : section.fields.filter(({ key, unfilled }) => key === 'impact' && !unfilled).map(({ value }) => value)
  return texts.flatMap(({ text, start: base }) => {
    const times = readTimes(text, optionsOf({ dateOrder })).filter(({ clock }) => clock)
    return times.flatMap((first, index): IncidentDays[] => {
      const second = times[index + 1]
      const isPair = second && BETWEEN.test(text.slice(first.end, second.start))
      const end = first.until ?? (isPair ? second : null)
      const [from, to] = [dayOf(first.date), dayOf(end?.date ?? first.date)]
      if (!end?.clock || !from || !to || from > to) return []
      const place = { section: section.index, start: base + first.start, end: base + Math.max(first.end, end.end) }
      return [{ kind: 'impact', name: 'the impact', from, to, place, isRepeated: false, isSoft: false }]
    })
  })
})

function dayOf(date: DateReading | null): string | null {
  return date && !date.impossible && !date.alternative ? completeDate(date) : null
}

function isSlip({ from, to }: IncidentDays, other: IncidentDays): boolean {
  // A day apart they agree, as everywhere: an incident at 23:30 is on the next day in another zone.
  const [first, last] = [addDays(other.from, -1), addDays(other.to, 1)]
  return datesAround(first, last).some((date) => {
    const part = changedPart(from, date)
    const end = part === 'year' || part === 'month' ? withPart(to, part, from, date) : null
    return end !== null && end >= first && end <= last
  })
}
