/** The entries of all sections of the timeline, with the list that each of them stands in. */
import { memoize } from '../../memoize.ts'
import { sectionsWithin } from '../document/sections.ts'
import type { Section } from '../post-mortem.ts'
import { readEntries } from './timeline-entries.ts'
import type { Entry, EntryContext } from './timeline-entry.ts'
import { listAt } from './timeline-lists.ts'

/** An entry, and the table, list or phases that it stands in. */
export interface ListedEntry extends Entry {
  /** See `TimelineEvent.list`. */
  readonly list: number
}

/** Reads all entries, without dates. */
export function listedEntries(sections: readonly Section[], context: EntryContext): ListedEntry[] {
  const lists = new Map<string, number>()
  return sectionsWithin(sections, 'timeline').flatMap((section) =>
    entriesIn(section, context).map(({ entry, key }) => {
      const list = lists.get(key) ?? lists.size
      lists.set(key, list)
      return { ...entry, list }
    }),
  )
}

/** Whether the timeline has a date, or at least two times. */
export function isDated(entries: readonly ListedEntry[]): boolean {
  if (entries.some(({ reading, dateAbove }) => reading?.date || dateAbove)) return true
  return entries.filter(({ reading }) => reading?.clock).length >= 2
}

/** The entries of a section, each with a name for its list that no other list of the document has. */
const entriesIn = memoize((section: Section, context: EntryContext) =>
  readEntries(section, context).map((entry) => ({ entry, key: listKey(entry, section) })),
)

function listKey({ form, start }: Entry, section: Section): string {
  // Headings of one section make one list, and so do the lines of one section.
  if (form === 'phase' || form === 'heading') return `headings in ${section.parent}`
  if (form === 'paragraph') return `lines of ${section.index}`
  return `${section.index}: ${listAt(section.blocks, start)?.start}`
}
