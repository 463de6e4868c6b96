/** Refactoring: marks an entry of the timeline as a stage of the incident. */
import { markersFor } from '../../edits/milestone-markers.ts'
import { type DocumentContext, entryAt } from '../context.ts'
import type { Refactoring } from './refactoring.ts'

/** Offered at an entry that has no marker of its own, for each stage that no other entry is marked as. */
export function markMilestone(context: DocumentContext, offset: number): Refactoring[] {
  const event = entryAt(context, offset)
  if (!event || event.description.plain === '') return []
  return markersFor(event, context).map(({ milestone, newText, start }) => ({
    title: `Mark as ${milestone}`,
    edits: [{ section: event.section, start, end: start, newText }],
  }))
}
