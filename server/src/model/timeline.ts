/** The timeline: entries of all its sections, with their dates worked out. */

import type { Zone } from '../time/index.ts'
import { findZone, resolveSequence, type SequenceContext } from '../time/index.ts'
import type { Section, TimelineEvent } from './post-mortem.ts'
import { isWithin } from './sections.ts'
import { readEntries } from './timeline-entries.ts'
import type { Entry, EntryContext } from './timeline-entry.ts'
import { listAt } from './timeline-lists.ts'

/** An entry, and the table, list or phases that it stands in. */
export interface ListedEntry extends Entry {
  /** See `TimelineEvent.list`. */
  readonly list: number
}

/** Reads all entries, without dates. */
export function collectEntries(sections: readonly Section[], context: EntryContext): ListedEntry[] {
  const lists = new Map<string, number>()
  return sections
    .filter((section) => isWithin(section, 'timeline'))
    .flatMap((section) => readEntries(section, context).map((entry) => ({ entry, key: listKey(entry, section) })))
    .map(({ entry, key }) => {
      if (!lists.has(key)) lists.set(key, lists.size)
      return { ...entry, list: lists.get(key) ?? 0 }
    })
}

/** Works out the dates of the entries. */
export function resolveTimeline(entries: readonly ListedEntry[], context: SequenceContext): TimelineEvent[] {
  const resolved = resolveSequence(
    entries.map(({ reading, dateAbove, zone, list }) => ({ reading, dateAbove, zone, list })),
    context,
  )
  return entries.map(({ dateAbove: _above, zone: _zone, ...entry }, index) => ({
    ...entry,
    at: resolved[index]?.start ?? null,
    until: resolved[index]?.end ?? null,
    approximate: entry.reading?.approximate ?? false,
    jump: resolved[index]?.jump ?? 'none',
    uncertain: resolved[index]?.uncertain ?? false,
    opens: resolved[index]?.opens ?? false,
  }))
}

/** Headings of one section make one list, and so do the lines of one section. */
function listKey({ form, start }: Entry, section: Section): string {
  if (form === 'phase' || form === 'heading') return `headings in ${section.parent}`
  if (form === 'paragraph') return `lines of ${section.index}`
  return `${section.index}: ${listAt(section.blocks, start)?.start}`
}

/** The zone that the timeline or the head of the document states for its times. */
export function statedZone(sections: readonly Section[]): Zone | null {
  const timelines = sections.filter((section) => isWithin(section, 'timeline'))
  for (const section of timelines) {
    const inHeading = section.heading && (findZone(section.heading.title.plain)?.zone ?? null)
    if (inHeading) return inHeading
    for (const block of section.blocks) {
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
  }
  const head = sections.filter((section) => section.level < 2 || section.kinds.includes('summary'))
  for (const line of head.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'paragraph' ? block.lines : [])),
  )) {
    const found = findZone(line.plain)
    if (found && /\b(?:times|timestamps|clock)\b/i.test(line.plain)) return found.zone
  }
  return null
}
