/** Entries of a timeline written as a list: bullets, numbered items, and lists nested under a day. */
import type { List, ListItem } from '../../outline/outline.ts'
import type { DateReading } from '../../time/index.ts'
import type { Section } from '../post-mortem.ts'
import { dayOf } from './timeline-day.ts'
import { type Entry, type EntryContext, entryOf, trailingEntry } from './timeline-entry.ts'
import { isMostly, nestedLists, openingOf, shareOf } from './timeline-opening.ts'

/** Reads the items of a list. */
export function listEntries(
  section: Section,
  list: List,
  dateAbove: DateReading | null,
  context: EntryContext,
): Entry[] {
  const entries: Entry[] = []
  let date = dateAbove
  const readNested = (item: ListItem) => {
    for (const nested of nestedLists(item)) {
      const below = listEntries(section, nested, date, context)
      date = below.at(-1)?.dateAbove ?? date
      entries.push(...below)
    }
  }
  const isClocked = isMostly(shareOf(list))
  for (const item of list.items) {
    const nested = nestedLists(item)
    const day = dayOf(item.line, context.options)
    const hasEvents = nested.some((inner) => isMostly(shareOf(inner)))
    // A day above its events: in the list below it, or in the items after it.
    if (day && (nested.length > 0 || isClocked)) {
      date = day
      readNested(item)
      continue
    }
    const entry = itemEntry(section, item, date, context)
    // A phase with its events below it is none itself; a day that says more may be, where it has a time.
    if (entry && !(hasEvents && !entry.reading?.clock)) entries.push(entry)
    if (!hasEvents) continue
    if (entry?.reading?.date && !entry.reading.clock) date = entry.reading.date
    readNested(item)
  }
  return entries
}

function itemEntry(
  section: Section,
  item: ListItem,
  dateAbove: DateReading | null,
  context: EntryContext,
): Entry | null {
  if (item.line.text === '' || context.unfilled.is(item.line.text)) return null
  const reading = openingOf(item.line.text, context.options)
  if (reading) return entryOf(section, 'item', item, item.line, reading, dateAbove)
  return (
    trailingEntry(section, 'item', item, item.line, dateAbove, context) ??
    entryOf(section, 'item', item, item.line, null, dateAbove)
  )
}
