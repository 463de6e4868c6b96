/** The raw entries of the timeline, section by section, each read once for as long as its section is the same. */
import { memoize } from '../../memoize.ts'
import type { DateReading } from '../../time/index.ts'
import { sectionsWithin } from '../document/sections-within.ts'
import type { Section } from '../post-mortem.ts'
import { readEntries } from './timeline-entries.ts'
import type { Entry, EntryContext } from './timeline-entry.ts'
import { listAt } from './timeline-lists.ts'
import { opensWithDay, type TableAbove } from './timeline-table.ts'

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
  let above: Above | null = null
  for (const section of sectionsWithin(sections, 'timeline')) {
    const table: Above | null = section.continues ? above : null
    // Where its first row has a day, it does not matter what the row above it says.
    const day = table && !opensWithDay(section, table.columns, context) ? table.dateAbove : null
    const read = entriesOf(section, context, table?.columns ?? null, day, table?.key ?? null)
    above = read.above
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

/** The table that a section ends with, and which list it is. */
interface Above extends TableAbove {
  readonly key: string
}

/** The entries of a section, and the list that each of them stands in. */
interface SectionEntries {
  readonly entries: readonly Entry[]
  readonly keys: readonly string[]
  /** For each entry the index of its list in `keys`. */
  readonly keyOf: readonly number[]
  readonly above: Above | null
}

const entriesOf = memoize(
  (
    section: Section,
    context: EntryContext,
    columns: readonly number[] | null,
    dateAbove: DateReading | null,
    key: string | null,
  ): SectionEntries => {
    const { entries, table } = readEntries(section, context, columns && { columns, dateAbove })
    const first = section.blocks[0]
    const isFurther = (start: number) => key !== null && first?.type === 'table' && start < first.end
    const keyAt = (start: number) =>
      key !== null && isFurther(start) ? key : `${section.index}: ${listAt(section.blocks, start)?.start}`
    const each = entries.map(({ form, start }) => {
      // Headings of one section make one list, and so do the lines of one section.
      if (form === 'phase' || form === 'heading') return `headings in ${section.parent}`
      return form === 'paragraph' ? `lines of ${section.index}` : keyAt(start)
    })
    const keys = [...new Set(each)]
    const last = section.blocks.at(-1)
    return {
      entries,
      keys,
      keyOf: each.map((one) => keys.indexOf(one)),
      above: table && last ? { ...table, key: keyAt(last.start) } : null,
    }
  },
)

const inLists = memoize(
  ({ entries, keyOf }: SectionEntries, numbers: readonly number[]): EntryGroup =>
    entries.map((entry, index) => ({ ...entry, list: numbers[keyOf[index] ?? 0] ?? 0 })),
)
