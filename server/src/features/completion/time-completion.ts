/** Completion of whatever tells a time: entries of the timeline, dates, durations, zones. */
import type { LocatedSection } from '../../model/document/schema.ts'
import type { DocumentContext } from '../context.ts'
import type { Line } from '../line.ts'
import type { Completion } from './completion-item.ts'
import { dateItems } from './date-completion.ts'
import { durationItems } from './duration-completion.ts'
import { entryItems } from './next-entry.ts'
import type { Slot } from './slot.ts'
import { zoneItems } from './zone-completion.ts'

/** What may stand in a slot; none where it is no place for a time. */
export function timeCompletions(
  context: DocumentContext,
  section: LocatedSection,
  line: Line,
  offset: number,
  slot: Slot,
): Completion[] {
  const entries = entryItems(context, section, line, offset, slot)
  if (entries.length > 0) return entries
  const dates = dateItems(context, section, slot)
  if (dates.length > 0) return dates
  const durations = durationItems(context, slot)
  return durations.length > 0 ? durations : zoneItems(context, slot)
}
