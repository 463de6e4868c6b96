/** The timeline: entries of all its sections, with their dates worked out. */

import { memoize } from '../../memoize.ts'
import type { Zone } from '../../time/index.ts'
import { findZone, resolveSequence, type SequenceContext, type SequenceMoment } from '../../time/index.ts'
import { sectionsWithin } from '../document/sections-within.ts'
import type { Section, TimelineEvent } from '../post-mortem.ts'
import type { EntryGroup } from './timeline-groups.ts'

/** Works out the dates of the entries. */
export function resolveTimeline(groups: readonly EntryGroup[], context: SequenceContext): TimelineEvent[] {
  const resolved = resolveSequence(groups, context)
  return groups.flatMap((group, index) => eventsOf(group, resolved[index] ?? []))
}

const eventsOf = memoize((group: EntryGroup, moments: readonly SequenceMoment[]): readonly TimelineEvent[] =>
  group.map(({ dateAbove: _above, zone: _zone, ...entry }, index) => ({
    ...entry,
    at: moments[index]?.start ?? null,
    until: moments[index]?.end ?? null,
    approximate: entry.reading?.approximate ?? false,
    jump: moments[index]?.jump ?? 'none',
    uncertain: moments[index]?.uncertain ?? false,
    opens: moments[index]?.opens ?? false,
  })),
)

/** The zone that the timeline or the head of the document states for its times. */
export function statedZone(sections: readonly Section[]): Zone | null {
  for (const section of sectionsWithin(sections, 'timeline')) {
    const zone = zoneInTimeline(section)
    if (zone) return zone
  }
  for (const section of sections) {
    const zone = section.level < 2 || section.kinds.includes('summary') ? zoneInHead(section) : null
    if (zone) return zone
  }
  return null
}

const zoneInTimeline = memoize(({ heading, blocks }: Section): Zone | null => {
  const inHeading = heading && (findZone(heading.title.plain)?.zone ?? null)
  if (inHeading) return inHeading
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      for (const line of block.lines) {
        const found = findZone(line.plain)
        if (found) return found.zone
      }
    } else if (block.type === 'table') {
      for (const cell of block.header.cells) {
        const found = findZone(cell.plain)?.zone ?? null
        if (found) return found
      }
    }
  }
  return null
})

const zoneInHead = memoize(({ blocks }: Section): Zone | null => {
  for (const block of blocks) {
    if (block.type !== 'paragraph') continue
    for (const line of block.lines) {
      const found = findZone(line.plain)
      if (found && /\b(?:times|timestamps|clock)\b/i.test(line.plain)) return found.zone
    }
  }
  return null
})
