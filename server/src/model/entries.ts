/** The raw entries of a timeline section, in the forms that people write: rows, items, paragraphs, headings, phases. */
import type { Inline, List, ListItem, Paragraph, Range } from '../outline/outline.ts'
import {
  type DateReading,
  type ReadOptions,
  readDate,
  readTimeAtStart,
  readTimes,
  type TimeReading,
} from '../time/index.ts'
import { type Entry, type EntryContext, labelOf } from './entry.ts'
import { milestonesOf, milestonesOfPhase } from './milestones.ts'
import type { Section } from './post-mortem.ts'
import { tableEntries } from './table-entries.ts'

/** Reads the entries of one section of the timeline. */
export function readEntries(section: Section, context: EntryContext): Entry[] {
  const phase = phaseEntry(section, context)
  if (phase) return [phase]
  const found = headingEntry(section, context)
  const heading = found?.entry ?? null
  let dateAbove = found?.date ?? null
  const entries: Entry[] = heading ? [heading] : []
  for (const block of section.blocks) {
    if (block.type === 'table') entries.push(...tableEntries(section, block, dateAbove, context))
    // What stands below a heading that is an entry tells about that entry.
    else if (heading) continue
    else if (block.type === 'list') entries.push(...listEntries(section, block, dateAbove, context))
    else if (block.type === 'paragraph') {
      dateAbove = dateOf(block, context.options) ?? dateAbove
      entries.push(...paragraphEntries(section, block, dateAbove, context))
    }
  }
  return entries
}

/** A section with a `Time` field of its own. */
function phaseEntry(section: Section, context: EntryContext): Entry | null {
  const field = section.fields.find(({ key, form }) => /^(?:time|when|tid|時刻)$/.test(key) && form !== 'row')
  if (!field || !section.heading) return null
  const reading = field.unfilled ? null : (readTimes(field.value.text, context.options)[0] ?? null)
  const title = section.heading.title
  return {
    section: section.index,
    start: section.heading.start,
    end: section.heading.end,
    form: 'phase',
    time: { text: field.value.text, start: field.value.start, end: field.value.end },
    reading,
    dateAbove: null,
    zone: null,
    offset: null,
    description: title,
    owner: null,
    milestones: reading ? milestonesOfPhase(title.plain, section.kinds) : [],
  }
}

/** A sub-heading that opens with a time, or only with a date for what stands below it. */
function headingEntry(
  section: Section,
  context: EntryContext,
): { entry: Entry | null; date: DateReading | null } | null {
  const title = section.heading?.title
  if (!title || section.kinds.includes('timeline')) return null
  const reading = readTimeAtStart(title.text, { ...context.options, rowStart: true })
  if (!reading) return null
  if (!reading.clock && readDate(title.text, context.options)) return { entry: null, date: reading.date }
  return { entry: entryOf(section, 'heading', section.heading ?? title, title, reading, null), date: null }
}

function listEntries(section: Section, list: List, dateAbove: DateReading | null, context: EntryContext): Entry[] {
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
    reading,
    description: {
      text,
      plain: plainTail(line, 0).slice(0, text.length),
      start: line.start,
      end: line.start + text.length,
    },
    milestones: milestonesOf(text, labelOf(text)),
  }
}

function paragraphEntries(
  section: Section,
  block: Paragraph,
  dateAbove: DateReading | null,
  context: EntryContext,
): Entry[] {
  const entries: Entry[] = []
  for (const line of block.lines) {
    const reading = readTimeAtStart(line.text, { ...context.options, rowStart: true })
    if (!reading || (!reading.clock && reading.offsetSeconds === null)) continue
    if (context.unfilled.is(line.text)) continue
    entries.push(entryOf(section, 'paragraph', line, line, reading, dateAbove))
  }
  return entries
}

/** A paragraph that is nothing but a date stands above what follows. */
function dateOf(block: Paragraph, options: ReadOptions): DateReading | null {
  const only = block.lines.length === 1 ? block.lines[0] : undefined
  return only ? readDate(only.plain.replace(/[:：]$/, ''), options) : null
}

/** An entry whose text opens with its time. */
function entryOf(
  section: Section,
  form: Entry['form'],
  range: Range,
  line: Inline,
  reading: TimeReading | null,
  dateAbove: DateReading | null,
): Entry {
  const end = reading ? (reading.until?.end ?? reading.also.at(-1)?.end ?? reading.end) : 0
  const gap = /^[\s*_)\]`>:：,;.|–—~-]*/u.exec(line.text.slice(end))?.[0].length ?? 0
  const from = reading ? end + gap : 0
  const text = line.text.slice(from)
  const label = labelOf(line.text.slice(reading ? end : 0))
  return {
    section: section.index,
    start: range.start,
    end: range.end,
    form,
    time: reading && {
      text: line.text.slice(reading.start, end),
      start: line.start + reading.start,
      end: line.start + end,
    },
    reading,
    dateAbove,
    zone: null,
    offset: null,
    description: { text, plain: plainTail(line, from), start: line.start + from, end: line.end },
    owner: null,
    milestones: milestonesOf(text, label),
  }
}

/** The plain reading of the rest of a line. */
function plainTail(line: Inline, from: number): string {
  return line.text
    .slice(from)
    .replace(/\*\*|__|`/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
}
