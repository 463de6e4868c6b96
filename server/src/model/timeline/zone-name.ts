/** Where the zone of a timeline is written, when it is written once for all its times. */
import type { Inline } from '../../outline/outline.ts'
import type { Place, PostMortem, Section, TimelineEvent } from '../post-mortem.ts'
import { timeColumn } from './zone-places.ts'

/** The name of a column or a heading, behind which a zone can stand in brackets. */
export interface ZoneSlot extends Place {
  readonly name: Inline
  /** Where the bracket goes; null where it would break the heading. Relative to the section. */
  readonly behind: number | null
  /** The name stands between marks of emphasis: no `_` may come into it. */
  readonly isBold: boolean
}

/** The column of the entry's time or else the heading of the timeline; null where it has neither. */
export function zoneSlot(event: TimelineEvent, postMortem: PostMortem): ZoneSlot | null {
  const column = timeColumn(event, postMortem)
  if (column && column.plain !== '') return slot(event.section, column, true)
  const section = postMortem.sections[event.section]
  const heading = section && timelineHeading(section, postMortem)
  // A heading of two subjects would lose its kind.
  return heading?.heading ? slot(heading.index, heading.heading.title, heading.kinds.length === 1) : null
}

function slot(section: number, name: Inline, isOpen: boolean): ZoneSlot {
  const { start, end, text } = name
  // A bold key that acts as a heading keeps its marks around all of it.
  const behind = start + text.replace(/[\s*_:：]+$/, '').length
  return { section, start, end, name, behind: isOpen ? behind : null, isBold: /^(?:\*\*|__)/.test(text) }
}

function timelineHeading(section: Section, postMortem: PostMortem): Section | null {
  if (section.heading && section.kinds.includes('timeline')) return section
  const parent = section.parent === null ? undefined : postMortem.sections[section.parent]
  return parent ? timelineHeading(parent, postMortem) : null
}
