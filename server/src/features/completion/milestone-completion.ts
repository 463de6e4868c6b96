/** Completion of a milestone's marker, where the description of an entry begins. */
import { markersFor } from '../../edits/milestone-markers.ts'
import { type Cursor, entryAt, placeAt } from '../context.ts'
import { md } from '../markdown.ts'
import type { Completion } from './completion-item.ts'

/** What of a marker may be typed already. */
const BEGUN = /^(?:\*\*)?[\p{L}]{0,20}$/u

/** In the order of an incident; none where something else is typed there, or the entry has a marker. */
export function milestoneItems(cursor: Cursor): Completion[] {
  const { text, postMortem, offset, section, line } = cursor
  // Blanks at the end of a line are no part of the entry.
  const written = text.slice(line.start, offset).trimEnd().length + line.start
  const event = entryAt(cursor, offset) ?? entryAt(cursor, written)
  if (!event) return []
  const base = postMortem.starts[event.section] ?? 0
  return markersFor(event, cursor).flatMap(({ milestone, newText, start }) => {
    if (base + start > offset) return []
    const begun = text.slice(base + start, offset).trimStart()
    if (!BEGUN.test(begun)) return []
    const place = placeAt(section, offset - begun.length, offset)
    const label = newText.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
    const filterText = begun.startsWith('*') ? newText : label
    return [{ label, kind: 'value', detail: `Marks as ${milestone}`, documentation: md``, place, newText, filterText }]
  })
}
