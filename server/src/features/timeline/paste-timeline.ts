/** Pastes lines of a chat or log as timeline entries: in its notation, in order of time, in its zone. */

import type { Edit } from '../../edits/edit.ts'
import { contextOf, optionsOf } from '../../model/content/written.ts'
import { type LocatedSection, located } from '../../model/document/schema.ts'
import { isWithin } from '../../model/document/sections.ts'
import type { Block } from '../../outline/outline.ts'
import {
  addDays,
  type DateReading,
  halvesOf,
  inZone,
  readZone,
  resolveSequence,
  type SequenceContext,
  type SequenceEntry,
  type SequenceMoment,
  type Zone,
} from '../../time/index.ts'
import { containsOffset, type DocumentContext, sectionAt } from '../context.ts'
import { lineAt } from '../line.ts'
import { insertEvents } from './insert-event.ts'
import { secondsTo, type TimelineTarget, targetAt } from './insert-event-target.ts'
import type { NewEvent } from './new-entries.ts'
import { type CopiedEvent, readCopiedEvents } from './paste-timeline-read.ts'

/** One way to paste a text. */
export interface TimelinePaste {
  /** `Insert 3 Timeline Events`. */
  readonly title: string
  readonly count: number
  readonly edits: readonly Edit[]
}

/**
 * The ways to paste a text as events, the best first; none where it should be pasted as it is. A time without a zone is
 * assumed to be in the zone of the timeline; when the reader's zone differs, there is a second way, since local times
 * may have been copied.
 * @param start absolute offset of the selection
 * @param end of the selection
 */
export function pasteTimeline(context: DocumentContext, start: number, end: number, text: string): TimelinePaste[] {
  const { postMortem, readerZone } = context
  const section = sectionAt(context, start)
  if (!section || section !== sectionAt(context, end) || !isWithin(section, 'timeline')) return []
  if (isInCode(located(section, postMortem), section.blocks, start)) return []
  const target = targetAt(context, start)
  if ('refused' in target) return []
  const copied = readCopiedEvents(text, optionsOf(postMortem))
  if (copied.length === 0 || (copied.length === 1 && isInText(context, start))) return []
  const noun = copied.length === 1 ? 'Timeline Event' : `${copied.length} Timeline Events`
  const own = target.events.findLast(({ at }) => at.zone)?.at.zone ?? postMortem.zone
  const asWritten = newEvents(context, target, copied, start, own)
  if (!asWritten) return []
  const ways = [{ title: `Insert ${noun}`, events: asWritten }]
  const reader = readZone(readerZone)
  if (own && reader && copied.some(({ reading }) => !reading.zone)) {
    const local = newEvents(context, target, copied, start, reader)
    const isOther = local?.some(({ at }, index) => inZone(at, own)?.clock !== asWritten[index]?.at.clock)
    if (local && isOther)
      ways.push({ title: `Insert ${noun}, Converted from ${reader.name} to ${own.name}`, events: local })
  }
  return ways.flatMap(({ title, events }) => {
    const inserted = insertEvents(context, target, events)
    if ('refused' in inserted || !replaces(inserted.edits, context, start, end)) return []
    return [{ title, count: copied.length, edits: inserted.edits }]
  })
}

/**
 * Null when any day is not known.
 * @param zone of times that state none
 */
function newEvents(
  context: DocumentContext,
  target: TimelineTarget,
  copied: readonly CopiedEvent[],
  start: number,
  zone: Zone | null,
): NewEvent[] | null {
  const { now, postMortem } = context
  const startOf = ({ section, start: at }: { section: number; start: number }) => (postMortem.starts[section] ?? 0) + at
  const before = target.events.findLast((event) => startOf(event) < start)
  const bounds = target.newestFirst ? [...target.events].reverse() : target.events
  const stated = contextOf(postMortem)
  const sequence: SequenceContext = {
    ...stated,
    incidentDate: stated.incidentDate ?? before?.at.date ?? now.date,
    windowStart: bounds[0]?.at ?? stated.windowStart,
    windowEnd: bounds.at(-1)?.at ?? stated.windowEnd,
    zone,
  }
  const entries: SequenceEntry[] = copied.map(({ reading, dateAbove, daysAgo }) =>
    daysAgo !== null && now.date ? entryOn(addDays(now.date, -daysAgo), reading, null) : { reading, dateAbove },
  )
  // In a timeline with the 24-hour clock, no copied time is missing its PM.
  const halves = halvesOf([...target.events, ...copied].map(({ reading }) => reading))
  const [first] = entries
  const isDated = first?.reading?.date || first?.dateAbove
  const days = isDated ? [] : daysFor(bounds, before?.at.date ?? null)
  const blocks = (days.length > 0 ? days : [sequence.incidentDate]).map((incidentDate) =>
    resolveSequence(entries, { ...sequence, incidentDate, halves }),
  )
  const distances = blocks.map((block) => distanceOf(block, bounds))
  const moments = blocks[distances.indexOf(Math.min(...distances))] ?? []
  const events = copied.flatMap(({ owner, text }, index): NewEvent[] => {
    const at = moments[index]?.start ?? null
    return at ? [{ at: { ...at, approximate: false }, text: escapeHtml(text), owner: owner && escapeHtml(owner) }] : []
  })
  return events.length === copied.length ? events : null
}

/** The possible days of the first undated line, that of the row above first: it wins when several fit. */
function daysFor(bounds: TimelineTarget['events'], before: string | null): string[] {
  const around = (date: string | null | undefined) => (date ? [date, addDays(date, 1), addDays(date, -1)] : [])
  return [...new Set([before, bounds[0]?.at.date, bounds.at(-1)?.at.date].flatMap(around))]
}

/** The total distance of the lines from the existing rows, in seconds. */
function distanceOf(block: readonly SequenceMoment[], bounds: TimelineTarget['events']): number {
  const [from, to] = [bounds[0]?.at, bounds.at(-1)?.at]
  if (!from || !to) return 0
  return block.reduce((sum, { start }) => {
    if (!start) return sum
    return sum + Math.max(0, secondsTo(start, from) ?? 0, secondsTo(to, start) ?? 0)
  }, 0)
}

function entryOn(date: string, reading: SequenceEntry['reading'], zone: Zone | null): SequenceEntry {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const nothing = { start: 0, end: 0, alternative: null, order: null, weekday: null, weekdayRange: null }
  const dateAbove: DateReading = { ...nothing, year, month, day, impossible: false }
  return { reading, dateAbove, zone }
}

/** An HTML tag or comment in a log would swallow the text below; links in angle brackets are kept. */
function escapeHtml(text: string): string {
  return text.replace(/(?<!\\)<(?=[A-Za-z/!?])(?!(?:https?:\/\/|mailto:)[^\s<>]*>)/g, '\\<')
}

/** Whether the cursor is after words of a line, where one copied line is part of the sentence. */
function isInText({ text }: DocumentContext, offset: number): boolean {
  const line = lineAt(text, offset)
  return !/^\s*(?:(?:[-*+]|\d+[.)])\s*(?:\[[ xX]\]\s*)?|\|\s*)?$/.test(text.slice(line.start, offset))
}

function isInCode(section: LocatedSection, blocks: readonly Block[], offset: number): boolean {
  return blocks.some((block) => {
    if (block.type === 'list') return block.items.some((item) => isInCode(section, item.blocks, offset))
    return (block.type === 'code' || block.type === 'html') && containsOffset(section, block, offset)
  })
}

/** Whether the selection may be replaced: it is empty, blank, or a placeholder. */
function replaces(edits: readonly Edit[], { postMortem, text }: DocumentContext, start: number, end: number): boolean {
  return (
    text.slice(start, end).trim() === '' ||
    edits.some((edit) => {
      const base = postMortem.starts[edit.section] ?? 0
      return base + edit.start <= start && end <= base + edit.end
    })
  )
}
