/** Where a document names time zones: beside single times, and for all times of a timeline at once. */

import { memoize } from '../../memoize.ts'
import type { Inline } from '../../outline/outline.ts'
import {
  findZone,
  type Moment,
  resolveMoment,
  settleZone,
  type TimeReading,
  type Zone,
  type ZoneReading,
} from '../../time/index.ts'
import { contextOf, writtenTimes } from '../content/written.ts'
import { inEachSection } from '../document/own-text.ts'
import { isWithin } from '../document/sections.ts'
import type { Place, PostMortem, Section, TimelineEvent } from '../post-mortem.ts'

/** A time zone as it stands in the document. */
export interface ZonePlace extends Place {
  /** As written, with an explaining bracket: `PST (UTC-8)`. */
  readonly text: string
  readonly zone: Zone
  /** True where it holds for all times of the timeline: `Time (CET)`, `All times are in CET`. */
  readonly isStatement: boolean
  /** Its time, where it stands beside one whose day is written, or known from the timeline or the head. */
  readonly moment: Moment | null
  /** The same instant stands beside it in another zone: `18:30 IST / 13:00 UTC`. */
  readonly isPaired: boolean
}

/** Every zone that the document names, in order; not in code and quotations. */
export function zonePlaces(postMortem: PostMortem): ZonePlace[] {
  const found = [...statedZones(postMortem.sections), ...zonesOfTimes(postMortem)]
  return found.sort((a, b) => a.section - b.section || a.start - b.start)
}

/** Zones that hold for all times of a timeline, in order. */
export const statedZones = inEachSection((section): ZonePlace[] =>
  linesOf(section).flatMap((line) => {
    const found = findZone(line.text) ?? behindMarks(line)
    if (!found) return []
    return [{ ...placed(section.index, found, line.start), isStatement: true, moment: null, isPaired: false }]
  }),
)

/** `_CET_`: what stands between marks is read without them. */
function behindMarks({ text, plain }: Inline): ZoneReading | null {
  const found = findZone(plain)
  const start = found ? text.indexOf(found.text) : -1
  return found && start >= 0 ? { ...found, start, end: start + found.text.length } : null
}

/** A line that may state a zone. */
export interface StatingLine {
  readonly section: number
  readonly line: Inline
}

/** The lines of a section that may state a zone: heading, paragraphs and column names of the timeline, `times` in the head. */
export const statingLines = memoize((section: Section): readonly StatingLine[] =>
  linesOf(section).map((line) => ({ section: section.index, line })),
)

function linesOf(section: Section): readonly Inline[] {
  const paragraphs = section.blocks.flatMap((block) => (block.type === 'paragraph' ? block.lines : []))
  if (isWithin(section, 'timeline')) {
    const columns = section.blocks.flatMap((block) => (block.type === 'table' ? block.header.cells : []))
    const title = section.heading ? [section.heading.title] : []
    return [...title, ...paragraphs, ...columns]
  }
  if (section.level >= 2 && !section.kinds.includes('summary')) return []
  return paragraphs.filter(({ plain }) => /\b(?:times|timestamps|clock)\b/i.test(plain))
}

function zonesOfTimes(postMortem: PostMortem): ZonePlace[] {
  const places = new Map<string, ZonePlace>()
  const add = (section: number, base: number, reading: TimeReading, moment: Moment | null) => {
    for (const part of partsOf(reading)) {
      if (!part.zone) continue
      const place = placed(section, part.zone, base)
      const key = `${section} ${place.start}`
      if (!places.has(key)) {
        places.set(key, { ...place, isStatement: false, moment, isPaired: reading.also.length > 0 })
      }
    }
  }
  for (const { section, time, reading, at, uncertain } of postMortem.timeline) {
    if (time && reading) add(section, time.start, reading, uncertain ? null : at)
  }
  const context = contextOf(postMortem)
  const { start, end, duration } = postMortem.metadata
  const head = [start, end, duration].flatMap((value) => value ?? [])
  for (const section of postMortem.sections) {
    for (const time of writtenTimes(section, postMortem)) {
      const isOfHead = head.some((value) => value.section === section.index && inside(time, value))
      // A time without a day may be of any day where it stands in prose.
      const isDated = isOfHead || time.reading.date !== null
      add(section.index, time.start, time.reading, isDated ? resolveMoment(time.reading, context) : null)
    }
  }
  return [...places.values()]
}

function partsOf(reading: TimeReading): TimeReading[] {
  return [reading, ...(reading.until ? [reading.until] : []), ...reading.also]
}

function placed(section: number, { start, end, text, zone }: ZoneReading, base: number) {
  return { section, start: base + start, end: base + end, text, zone }
}

function inside(inner: Place, outer: Place): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** A zone, settled by the document's own or else by the configuration's where its abbreviation has several meanings. */
export function settled(zone: Zone, { zone: known }: PostMortem, configured: string | null): Zone {
  return settleZone(settleZone(zone, known?.id ?? null), configured)
}

/** The name of the column that the time of a row stands in; null for what is no row of a table. */
export function timeColumn({ form, section, start, time }: TimelineEvent, { sections }: PostMortem): Inline | null {
  const own = form === 'row' ? sections[section] : undefined
  const row = own && rowsByStart(own).get(start)
  const column = row?.cells.findIndex((cell) => cell.start === time?.start) ?? -1
  return row?.names[column] ?? null
}

const rowsByStart = memoize((section: Section) => {
  const tables = section.blocks.flatMap((block) => (block.type === 'table' ? [block] : []))
  return new Map(
    tables.flatMap(({ header, rows }) => rows.map(({ start, cells }) => [start, { cells, names: header.cells }])),
  )
})
