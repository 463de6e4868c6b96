/** The times that are converted with a timeline, and how each is written in the other zone. */

import type { Edit } from '../../edits/edit.ts'
import { memoize } from '../../memoize.ts'
import { inlinesOf } from '../../model/content/inlines.ts'
import { contextOf, optionsOf } from '../../model/content/written.ts'
import type { Place, PostMortem, Section, TimelineEvent } from '../../model/post-mortem.ts'
import type { Inline, Range, Table } from '../../outline/outline.ts'
import {
  findZone,
  inZone,
  type Moment,
  offsetOf,
  readTimes,
  resolveMoment,
  resolveUntil,
  rewriteTime,
  shiftReading,
  type TimeReading,
  type Zone,
} from '../../time/index.ts'
import { timeFields } from './convert-fields.ts'

/** A time in the text with its meaning. */
export interface WrittenMoment {
  readonly section: number
  /** Start of `text`, relative to the section. */
  readonly start: number
  readonly text: string
  /** Offsets are relative to `text`. */
  readonly reading: TimeReading
  readonly at: Moment
  readonly until: Moment | null
}

/** The times of the entries, in their descriptions, and in fields with the same zone. */
export function timesToMove(postMortem: PostMortem): WrittenMoment[] {
  const { timeline, sections } = postMortem
  const entries = timeline.flatMap(({ section, time, reading, at, until }) =>
    time && reading?.clock && at?.clock ? [{ section, start: time.start, text: time.text, reading, at, until }] : [],
  )
  return [
    ...entries,
    ...sections.filter(isTimeline).flatMap((section) => timesWithin(section, postMortem)),
    ...fieldTimes(postMortem),
  ]
}

/** Whether a section is the timeline or part of it. */
export function isTimeline(section: Section | undefined): boolean {
  return section !== undefined && (section.kinds.includes('timeline') || section.within.includes('timeline'))
}

/** The edit that converts a time to another zone; none where its text stays the same. */
export function convertedTime(
  { section, start, text, reading, at, until }: WrittenMoment,
  to: Zone,
  postMortem: PostMortem,
): Edit[] {
  const there = inOtherZone(at, to)
  if (!there) return []
  const newText = rewriteTime(text, reading, there, until && inOtherZone(until, to), optionsOf(postMortem))
  return trimmed({ section, start, end: start + text.length }, text, newText)
}

/** The same instant in another zone; without a date, only between zones without daylight saving. */
export function inOtherZone(moment: Moment, to: Zone): Moment | null {
  if (moment.date) return inZone(moment, to)
  if (!moment.zone?.fixedOffset || !to.fixedOffset) return null
  const there = inZone({ ...moment, date: '2000-01-02' }, to)
  return there && { ...there, date: null }
}

/** A replacement without the common prefix and suffix. */
export function trimmed({ section, start, end }: Place, text: string, newText: string): Edit[] {
  if (text === newText) return []
  let head = 0
  while (head < text.length && text[head] === newText[head]) head++
  let tail = 0
  const most = Math.min(text.length, newText.length) - head
  while (tail < most && text[text.length - 1 - tail] === newText[newText.length - 1 - tail]) tail++
  return [{ section, start: start + head, end: end - tail, newText: newText.slice(head, newText.length - tail) }]
}

/** `10:05 Rolled back the deploy of 09:40`: times in descriptions, without zone and date. */
function timesWithin(section: Section, postMortem: PostMortem): WrittenMoment[] {
  const events = postMortem.timeline.filter((event) => event.section === section.index)
  const eventAt = rangeFinder(events)
  const timeAt = rangeFinder(events.flatMap(({ time }) => time ?? []))
  const found: WrittenMoment[] = []
  for (const line of inlinesOf(section)) {
    for (const reading of readTimes(line.text, optionsOf(postMortem))) {
      const start = line.start + reading.start
      const event = timeAt(start) ? null : eventAt(start)
      if (!event?.at?.clock || isOffset(line, event, section)) continue
      if (!reading.clock || reading.zone || reading.date || isInCode(line.text, reading)) continue
      const known = { ...contextOf(postMortem), incidentDate: event.at.date, zone: event.at.zone }
      found.push(...momentsOf(line, reading, known).map((time) => ({ ...time, section: section.index })))
    }
  }
  return found
}

/** Finds the range in which an offset lies; it must be asked for one offset after the other, in their order. */
function rangeFinder<R extends Range>(ranges: readonly R[]): (offset: number) => R | undefined {
  const sorted = [...ranges].sort((a, b) => a.start - b.start)
  let at = 0
  return (offset) => {
    while ((sorted[at]?.end ?? Number.POSITIVE_INFINITY) <= offset) at++
    return (sorted[at]?.start ?? Number.POSITIVE_INFINITY) <= offset ? sorted[at] : undefined
  }
}

const rowsByStart = memoize((table: Table) => new Map(table.rows.map((row) => [row.start, row])))

/** A cell with only a clock time is a time only in a time column: it may be a duration. */
function isOffset({ text, start, end }: Inline, event: TimelineEvent, { blocks }: Section): boolean {
  const { form, offset, time } = event
  if (offset && offset.start <= start && end <= offset.end) return true
  if (form !== 'row' || time?.start === start) return false
  const table = blocks.find((block) => block.type === 'table' && block.start <= start && end <= block.end)
  if (table?.type !== 'table' || !/^[\s*_`~+]*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\s*_`]*$/.test(text)) return false
  const column = rowsByStart(table)
    .get(event.start)
    ?.cells.findIndex((cell) => cell.start === start)
  const name = table.header.cells[column ?? -1]?.plain ?? ''
  return !findZone(name) && !/\b(?:time|end|ended|until|to|stop|till|slutt)\b|終了/i.test(name)
}

/** The times of fields whose zone is one of the timeline's. */
function fieldTimes(postMortem: PostMortem): WrittenMoment[] {
  const { timeline } = postMortem
  const zones = [...new Map(timeline.flatMap(({ at }) => (at?.zone ? [[at.zone.name, at.zone]] : []))).values()]
  return timeFields(postMortem).flatMap(({ section, value, readings }) =>
    readings
      .flatMap((reading) => momentsOf(value, reading, contextOf(postMortem)))
      .filter(({ at }) => at.zone !== null && zones.some((zone) => isSameClock(at, zone)))
      .map((time) => ({ ...time, section })),
  )
}

/** In summer, `CEST` in the head is the zone of a timeline in Europe/Oslo. */
function isSameClock(at: Moment, zone: Zone): boolean {
  return at.zone?.name === zone.name || (at.date !== null && offsetOf(at) === offsetOf({ ...at, zone }))
}

function momentsOf(
  line: Inline,
  reading: TimeReading,
  known: ReturnType<typeof contextOf>,
): Omit<WrittenMoment, 'section'>[] {
  const at = reading.clock ? resolveMoment(reading, known) : null
  if (!at?.clock) return []
  const text = line.text.slice(reading.start, reading.end)
  const until = resolveUntil(reading, at, known)
  return [{ start: line.start + reading.start, text, reading: shiftReading(reading, -reading.start), at, until }]
}

function isInCode(text: string, { start }: TimeReading): boolean {
  return (text.slice(0, start).split('`').length - 1) % 2 === 1
}
