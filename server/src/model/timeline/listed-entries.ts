/** The entries of all sections of the timeline, with the list that each of them stands in. */
import { groupBy } from '../../group-by.ts'
import { memoize } from '../../memoize.ts'
import type { DateReading } from '../../time/index.ts'
import { isWithin } from '../document/sections.ts'
import type { Section } from '../post-mortem.ts'
import { readEntries } from './timeline-entries.ts'
import type { Entry, EntryContext } from './timeline-entry.ts'
import { listAt } from './timeline-lists.ts'
import { holdsTimes, isTimedRun, opensWithClock } from './timeline-opening.ts'

/** An entry, and the table, list or phases that it stands in. */
export interface ListedEntry extends Entry {
  /** See `TimelineEvent.list`. */
  readonly list: number
}

/** Reads all entries, without dates. A date that a section states holds in those of its timeline below it, too. */
export function listedEntries(sections: readonly Section[], context: EntryContext): ListedEntry[] {
  const lists = new Map<string, number>()
  return timelinesIn(sections).flatMap((timeline) => {
    const isTimed = timeline.some(saysWhen)
    const among = amongTimes(timeline)
    let date: DateReading | null = null
    return timeline.flatMap((section) => {
      const hasTimesBelow = isAnyBelow(section, sections)
      const { listed, dateBelow } = entriesIn(section, context, date, isTimed, hasTimesBelow, among.has(section))
      date = dateBelow
      return listed.map(({ entry, key }) => {
        const list = lists.get(key) ?? lists.size
        lists.set(key, list)
        return { ...entry, list }
      })
    })
  })
}

/** The sections of each timeline: one of the kind, and what follows it that belongs to it. */
function timelinesIn(sections: readonly Section[]): Section[][] {
  const timelines: Section[][] = []
  for (const section of sections) {
    if (!isWithin(section, 'timeline')) continue
    const last = timelines.at(-1)
    if (last && section.within.includes('timeline')) last.push(section)
    else timelines.push([section])
  }
  return timelines
}

/** The sections whose headings say no time, between others of the same section that nearly all do. */
function amongTimes(timeline: readonly Section[]): ReadonlySet<Section> {
  const inner = timeline.filter(({ heading, within }) => heading !== null && within.includes('timeline'))
  const runs = groupBy(inner, ({ parent }) => parent).values()
  return new Set(
    [...runs].flatMap((run) => {
      const isTimed = ({ heading }: Section) => heading !== null && opensWithClock(heading.title)
      // What stands below the last of them is no event any more.
      const upToLast = run.slice(0, run.findLastIndex(isTimed) + 1)
      if (!isTimedRun(upToLast.filter(isTimed).length, upToLast.length)) return []
      return upToLast.filter((section) => isEvent(section) && !isTimed(section))
    }),
  )
}

/** A heading with text below it and no kind. */
function isEvent({ kinds, blocks }: Section): boolean {
  return kinds.length === 0 && blocks[0]?.type === 'paragraph'
}

/** Whether clock times stand in the sections of a section. */
function isAnyBelow({ index, level }: Section, sections: readonly Section[]): boolean {
  for (let below = sections[index + 1]; below && below.level > level; below = sections[below.index + 1])
    if (saysWhen(below)) return true
  return false
}

/** Whether clock times stand in a section, or in its heading. */
function saysWhen({ heading, blocks }: Section): boolean {
  return holdsTimes(blocks) || (heading !== null && opensWithClock(heading.title))
}

/** Whether the timeline has a date, or at least two times. */
export function isDated(entries: readonly ListedEntry[]): boolean {
  if (entries.some(({ reading, dateAbove }) => reading?.date || dateAbove)) return true
  return entries.filter(({ reading }) => reading?.clock).length >= 2
}

/** Whether at least two entries have a day and a time of day. */
export function hasDaysAndTimes(entries: readonly ListedEntry[]): boolean {
  return entries.filter(({ reading, dateAbove }) => reading?.clock && (reading.date || dateAbove)).length >= 2
}

/** The entries of a section, each with a name for its list that no other list of the document has. */
const entriesIn = memoize(
  (
    section: Section,
    context: EntryContext,
    dateAbove: DateReading | null,
    isTimed: boolean,
    hasTimesBelow: boolean,
    isAmongTimes: boolean,
  ) => {
    const { entries, dateBelow } = readEntries(section, context, { dateAbove, isTimed, hasTimesBelow, isAmongTimes })
    return { listed: entries.map((entry) => ({ entry, key: listKey(entry, section) })), dateBelow }
  },
)

function listKey({ form, start }: Entry, section: Section): string {
  // Headings of one section make one list, and so do the lines of one section.
  if (form === 'phase' || form === 'heading') return `headings in ${section.parent}`
  if (form === 'paragraph') return `lines of ${section.index}`
  return `${section.index}: ${listAt(section.blocks, start)?.start}`
}
