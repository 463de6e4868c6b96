/** The raw entries of a section of the timeline: its heading and its blocks; lists and tables in files of their own. */
import type { Block } from '../../outline/outline.ts'
import { type DateReading, readDates, readTimes } from '../../time/index.ts'
import { isTimeOfPhase } from '../document/section-kinds.ts'
import type { Section } from '../post-mortem.ts'
import { milestonesOfPhase, readMilestones } from './milestones.ts'
import { dayInHeading, dayOf } from './timeline-day.ts'
import { type Entry, type EntryContext, entryOf } from './timeline-entry.ts'
import { listEntries } from './timeline-list.ts'
import { holdsTimes, isMostly, openingOf, opensWithClock, shareOf } from './timeline-opening.ts'
import { paragraphEntries } from './timeline-paragraph.ts'
import { tableEntries } from './timeline-table.ts'

/** What surrounds a section in its timeline. */
export interface TimelinePlace {
  /** The day that was given last above it. */
  readonly dateAbove: DateReading | null
  /** Whether clock times stand anywhere in the timeline. */
  readonly isTimed: boolean
  /** Whether clock times stand in the sections below this one. */
  readonly hasTimesBelow: boolean
  /** Whether it is one of a run of headings that are times, though it says none itself. */
  readonly isAmongTimes: boolean
}

/** The entries of a section, in order, and the day that holds below them. */
export interface SectionEntries {
  readonly entries: readonly Entry[]
  readonly dateBelow: DateReading | null
}

/** Reads the entries of one section of the timeline. */
export function readEntries(section: Section, context: EntryContext, place: TimelinePlace): SectionEntries {
  const own = phaseEntry(section, context) ?? headingEntry(section, context, place)
  const day = own ? null : headingDay(section, context)
  let date = day ?? place.dateAbove
  const parts: Entry[][] = []
  for (const [index, block] of section.blocks.entries()) {
    const days = block.type === 'paragraph' ? block.lines.flatMap((line) => dayOf(line, context.options) ?? []) : []
    date = days.at(-1) ?? date
    const told = own || days.length === 0 ? null : dayEntry(section, index, place, context)
    if (told) parts.push([told])
    const part = blockEntries(section, block, date, context)
    if (part.length === 0) continue
    date = part.at(-1)?.dateAbove ?? date
    if (!own || isBelowEntry(block)) parts.push(part)
  }
  const isPart = (part: readonly Entry[]) => part.some(isTold)
  // Beside events with times, what has none explains them. Where none has, the order is all that they tell.
  const isMixed =
    parts.some(isMostlyTold) || place.hasTimesBelow || (place.isTimed && !day && section.kinds.length === 0)
  const kept = isMixed ? parts.filter(parts.some(isMostlyTold) ? isMostlyTold : isPart) : parts
  return { entries: [...(own ? [own] : []), ...kept.flat()], dateBelow: date }
}

function blockEntries(section: Section, block: Block, date: DateReading | null, context: EntryContext): Entry[] {
  if (block.type === 'table') return tableEntries(section, block, date, context)
  if (block.type === 'list') return listEntries(section, block, date, context)
  return block.type === 'paragraph' ? paragraphEntries(section, block, date, context) : []
}

function isTold({ reading }: Entry): boolean {
  return reading !== null
}

function isMostlyTold(entries: readonly Entry[]): boolean {
  return entries.filter(isTold).length * 2 >= entries.length
}

/** What stands below a heading that is an entry tells about that entry, unless it is a timeline, too. */
function isBelowEntry(block: Block): boolean {
  return block.type === 'table' || (block.type === 'list' && shareOf(block).timed >= 2 && isMostly(shareOf(block)))
}

/** A section with a `Time` field of its own. */
function phaseEntry(section: Section, context: EntryContext): Entry | null {
  const field = section.fields.find(isTimeOfPhase)
  if (!field || !section.heading || (section.kinds.includes('timeline') && holdsTimes(section.blocks))) return null
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

/** A sub-heading that opens with a time, or with a date and tells what happened then. */
function headingEntry(section: Section, context: EntryContext, place: TimelinePlace): Entry | null {
  const title = section.heading?.title
  if (!title || section.kinds.includes('timeline')) return null
  const reading = openingOf(title.text, context.options)
  if (!reading)
    return place.isAmongTimes ? entryOf(section, 'heading', section.heading ?? title, title, null, null) : null
  const below = section.blocks[0]
  const isDay = dayOf(title, context.options) !== null
  if (!reading.clock && reading.offsetSeconds === null) {
    if (place.hasTimesBelow || section.blocks.some(opensWithTimes)) return null
    if (isDay && below?.type !== 'paragraph') return null
  }
  const entry = entryOf(section, 'heading', section.heading ?? title, title, reading, place.dateAbove)
  // Below a heading that is only a time, the first paragraph says what happened.
  if (!isDay && entry.description.text !== '') return entry
  if (below?.type !== 'paragraph') return entry
  const text = below.lines.map((line) => line.text).join(' ')
  return { ...entry, ...readMilestones(text, null) }
}

/**
 * A paragraph that opens with a day and tells what happened on it, on the next line or in the next paragraph. A day with
 * times below it is that of those rows.
 */
function dayEntry(section: Section, index: number, place: TimelinePlace, context: EntryContext): Entry | null {
  const [block, next, ...rest] = section.blocks.slice(index)
  if (block?.type !== 'paragraph' || place.hasTimesBelow) return null
  const [line, below] = block.lines
  const reading = line && dayOf(line, context.options) ? openingOf(line.text, context.options) : null
  if (!line || !reading || reading.clock) return null
  const text = below ?? (next?.type === 'paragraph' ? next.lines[0] : undefined)
  if (!text || dayOf(text, context.options) || opensWithClock(text) || isLink(text.text)) return null
  const isOfRows = (other: Block | undefined) => other !== undefined && opensWithTimes(other)
  // Rows with times may stand behind a sentence.
  if (block.lines.some(opensWithClock) || isOfRows(next) || isOfRows(rest[0])) return null
  const entry = entryOf(section, 'paragraph', line, line, reading, null)
  return { ...entry, ...readMilestones(text.text, null) }
}

/** Whether a line is only a link or an address. */
function isLink(text: string): boolean {
  return /^\W*(?:\[[^\][]*\]\([^()\s]*\)|https?:\/\/\S+)\W*$/.test(text)
}

/** Whether a block is events, or begins with one. */
function opensWithTimes(block: Block): boolean {
  if (block.type === 'paragraph') return block.lines[0] !== undefined && opensWithClock(block.lines[0])
  return holdsTimes([block])
}

/** The day that a heading gives to the rows below it. That of a timeline may stand anywhere in its heading. */
function headingDay({ heading, kinds, within }: Section, { options }: EntryContext): DateReading | null {
  if (!heading) return null
  const { title } = heading
  if (!kinds.includes('timeline') || within.includes('timeline')) return dayInHeading(title, options)
  return readDates(title.plain, options)[0] ?? null
}
