/** The raw entries of the timeline, section by section, each read once for as long as its section is the same. */
import { memoize } from '../../memoize.ts'
import { sectionsWithin } from '../document/sections-within.ts'
import type { Section } from '../post-mortem.ts'
import { readEntries } from './timeline-entries.ts'
import type { Entry, EntryContext } from './timeline-entry.ts'
import { listAt } from './timeline-lists.ts'

/** An entry, and the table, list or phases that it stands in. */
export interface ListedEntry extends Entry {
  /** See `TimelineEvent.list`. */
  readonly list: number
}

/** The entries of one section: the same list as before while they and their lists are the same. */
export type EntryGroup = readonly ListedEntry[]

/** Reads all entries, without dates. Sections without entries have no group. */
export function collectEntries(sections: readonly Section[], context: EntryContext): EntryGroup[] {
  const lists = new Map<string, number>()
  const groups: EntryGroup[] = []
  for (const section of sectionsWithin(sections, 'timeline')) {
    const read = entriesOf(section, context)
    for (const key of read.keys) if (!lists.has(key)) lists.set(key, lists.size)
    const numbers = read.keys.map((key) => lists.get(key) ?? 0)
    if (read.entries.length > 0) groups.push(inLists(read, numbers))
  }
  return groups
}

/** Whether the timeline has a date, or at least two times. */
export function isDated(groups: readonly EntryGroup[]): boolean {
  let times = 0
  for (const group of groups) {
    const own = timesIn(group)
    if (own.hasDay) return true
    times += own.times
  }
  return times >= 2
}

const timesIn = memoize((group: EntryGroup) => ({
  hasDay: group.some(({ reading, dateAbove }) => reading?.date || dateAbove),
  times: group.filter(({ reading }) => reading?.clock || reading?.date).length,
}))

/** The entries of a section, and the list that each of them stands in. */
interface SectionEntries {
  readonly entries: readonly Entry[]
  readonly keys: readonly string[]
  /** For each entry the index of its list in `keys`. */
  readonly keyOf: readonly number[]
}

const entriesOf = memoize((section: Section, context: EntryContext): SectionEntries => {
  const entries = readEntries(section, context)
  const each = entries.map(({ form, start }) => {
    // Headings of one section make one list, and so do the lines of one section.
    if (form === 'phase' || form === 'heading') return `headings in ${section.parent}`
    if (form === 'paragraph') return `lines of ${section.index}`
    return `${section.index}: ${listAt(section.blocks, start)?.start}`
  })
  const keys = [...new Set(each)]
  return { entries, keys, keyOf: each.map((one) => keys.indexOf(one)) }
})

const inLists = memoize(
  ({ entries, keyOf }: SectionEntries, numbers: readonly number[]): EntryGroup =>
    entries.map((entry, index) => ({ ...entry, list: numbers[keyOf[index] ?? 0] ?? 0 })),
)
