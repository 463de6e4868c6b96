/** Fixes for contradicting days: replaces one by another. */

import { dateEdits } from '../../../edits/date-edits.ts'
import { optionsOf } from '../../../model/content/written.ts'
import type { PostMortem } from '../../../model/post-mortem.ts'
import { dateInName, readDates } from '../../../time/index.ts'
import type { Fix, FixContext } from '../../rule.ts'
import type { IncidentDays } from './incident-days.ts'

/**
 * Replaces the day in an ID, a title or a date field; none where it names more than one day.
 * @param day `YYYY-MM-DD`
 */
export function changeDay(days: IncidentDays, day: string, postMortem: PostMortem, { text }: FixContext): Fix[] {
  const { kind, place, name } = days
  const section = place && postMortem.sections[place.section]
  if (!place || !section || !['id', 'title', 'date'].includes(kind) || days.from !== days.to) return []
  const base = postMortem.starts[section.index] ?? 0
  const written = text.slice(base + place.start, base + place.end)
  if (kind === 'id') {
    const found = dateInName(written)
    if (!found) return []
    const newText = day.replaceAll('-', found.separator)
    const id = written.slice(0, found.start) + newText + written.slice(found.end)
    const edit = { section: section.index, start: place.start + found.start, end: place.start + found.end, newText }
    return [{ title: `Change the ID to ${id}`, edits: [edit], preferred: false }]
  }
  const [reading, ...more] = readDates(written, optionsOf(postMortem))
  if (!reading || more.length > 0) return []
  const edits = dateEdits(place, written, reading, place.start, day, postMortem.dateOrder)
  const [first] = edits
  return first ? [{ title: `Change ${name} to ${first.newText}`, edits, preferred: false }] : []
}

/** The one day that all of them name, null when they name several. */
export function commonDay(days: readonly IncidentDays[]): string | null {
  const [first, ...others] = days.filter(({ kind }) => kind !== 'timeline')
  const isCommon = first?.from === first?.to && others.every(({ from, to }) => from === first?.from && to === first.to)
  return first && isCommon ? first.from : null
}
