/** The raw entries of a timeline section: phases, sub-headings and paragraphs here; lists and tables in files of their own. */
import type { Paragraph } from '../../outline/outline.ts'
import { type DateReading, type ReadOptions, readDate, readTimeAtStart, readTimes } from '../../time/index.ts'
import type { Section } from '../post-mortem.ts'
import { milestonesOfPhase, readMilestones } from './milestones.ts'
import { type Entry, type EntryContext, entryOf } from './timeline-entry.ts'
import { listEntries } from './timeline-list.ts'
import { tableEntries } from './timeline-table.ts'

/** Reads the entries of one section of the timeline. */
export function readEntries(section: Section, context: EntryContext): readonly Entry[] {
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
    marked: true,
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
  const entry = entryOf(section, 'heading', section.heading ?? title, title, reading, null)
  // Below a heading that is only a time, the first paragraph says what happened.
  const below = section.blocks[0]
  if (entry.description.text !== '' || below?.type !== 'paragraph') return { entry, date: null }
  const text = below.lines.map((line) => line.text).join(' ')
  return { entry: { ...entry, ...readMilestones(text, null) }, date: null }
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
