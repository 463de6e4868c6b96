/** Entries of a timeline written as a list: bullets, numbered items, and lists nested under a day. */
import type { List, ListItem } from '../../outline/outline.ts'
import { type DateReading, readDate, readTimeAtStart, readTimes, shiftReading } from '../../time/index.ts'
import type { Section } from '../post-mortem.ts'
import { readMilestones } from './milestones.ts'
import { type Entry, type EntryContext, entryOf, labelOf, plainTail } from './timeline-entry.ts'

/** Reads the items of a list. */
export function listEntries(
  section: Section,
  list: List,
  dateAbove: DateReading | null,
  context: EntryContext,
): Entry[] {
  const entries: Entry[] = []
  let date = dateAbove
  for (const item of list.items) {
    const whole = readDate(item.line.plain, context.options)
    if (whole && item.blocks.some(({ type }) => type === 'list')) {
      date = whole
      for (const block of item.blocks)
        if (block.type === 'list') entries.push(...listEntries(section, block, date, context))
      continue
    }
    const entry = itemEntry(section, item, date, context)
    if (entry) entries.push(entry)
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
  const reading = readTimeAtStart(item.line.text, { ...context.options, rowStart: true })
  if (reading) return entryOf(section, 'item', item, item.line, reading, dateAbove)
  return trailingEntry(section, item, dateAbove, context) ?? entryOf(section, 'item', item, item.line, null, dateAbove)
}

/** `Incident declared 2020-09-07 12:54`: what happened, then when. */
function trailingEntry(
  section: Section,
  item: ListItem,
  dateAbove: DateReading | null,
  context: EntryContext,
): Entry | null {
  const { line } = item
  const reading = readTimes(line.text, context.options).at(-1)
  if (!reading?.clock || line.text.slice(reading.end).trim() !== '') return null
  const text = line.text.slice(0, reading.start).replace(/[\s:：,(–—-]+$/u, '')
  const time = { text: line.text.slice(reading.start, reading.end), start: line.start + reading.start }
  return {
    ...entryOf(section, 'item', item, line, null, dateAbove),
    time: { ...time, end: time.start + time.text.length },
    reading: shiftReading(reading, -reading.start),
    description: {
      text,
      plain: plainTail(line, 0).slice(0, text.length),
      start: line.start,
      end: line.start + text.length,
    },
    ...readMilestones(text, labelOf(text)),
  }
}
