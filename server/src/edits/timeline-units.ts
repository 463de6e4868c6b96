/** The rows of a timeline as movable units of text. */

import { optionsOf } from '../model/content/written.ts'
import type { PostMortem, Section, TimelineEvent } from '../model/post-mortem.ts'
import { listAt } from '../model/timeline/timeline-lists.ts'
import type { Block, List, Range, Table } from '../outline/outline.ts'
import { type ReadOptions, readDate } from '../time/index.ts'

/** A row with all that belongs to it, except for what stays in place (the number of an item). */
export interface Unit extends Range {
  /** Null for a row that is no entry. */
  readonly event: TimelineEvent | null
  /** Whether it is a date for the rows below: nothing may be moved past it. */
  readonly isDate: boolean
  /** The marker of a numbered item, which stays in place; else empty. */
  readonly marker: string
}

/** The rows of the list with an event, in order; null when they cannot be moved safely. */
export function unitsOf(event: TimelineEvent, postMortem: PostMortem): Unit[] | null {
  const section = postMortem.sections[event.section]
  if (!section) return null
  const alike = postMortem.timeline.filter((other) => other.list === event.list)
  const events = new Map(alike.map((other) => [other.start, other]))
  const options = optionsOf(postMortem)
  const units =
    event.form === 'paragraph' ? linesOf(section, events, options) : listUnits(section, event, events, options)
  const times = units?.filter(({ event: own }) => own?.at) ?? []
  // A row with only a date is a date for the rows below, unless no row has a clock time.
  const haveClocks = times.some(({ event: own }) => own?.at?.clock)
  return (
    units?.map((unit) => (haveClocks && unit.event?.at && !unit.event.at.clock ? { ...unit, isDate: true } : unit)) ??
    null
  )
}

type Events = ReadonlyMap<number, TimelineEvent>

function listUnits(section: Section, { start }: TimelineEvent, events: Events, options: ReadOptions): Unit[] | null {
  const list = listAt(section.blocks, start)
  if (!list || hasOpenEnd(list)) return null
  return list.type === 'table' ? rowUnits(list, events, options) : itemUnits(list, events, options)
}

function rowUnits({ rows }: Table, events: Events, options: ReadOptions): Unit[] {
  return rows.map(({ start, end, cells }) => {
    const event = events.get(start) ?? null
    const isDate = !event && cells.some(({ plain }) => readDate(plain, options) !== null)
    return { start, end, event, isDate, marker: '' }
  })
}

function itemUnits({ items }: List, events: Events, options: ReadOptions): Unit[] {
  return items.map(({ start, end, marker, line }) => {
    const event = events.get(start) ?? null
    const isDate = !event && readDate(line.plain, options) !== null
    return { start, end, event, isDate, marker: /^\d/.test(marker) ? marker : '' }
  })
}

/** Lines that start with a time, each with the text up to the next one. */
function linesOf(section: Section, events: Events, options: ReadOptions): Unit[] | null {
  const units: Unit[] = []
  for (const block of section.blocks) {
    const last = units.at(-1)
    if (block.type === 'rule' || block.type === 'table' || 'unclosed' in block) return null
    if (block.type !== 'paragraph') {
      if (last) units.splice(-1, 1, { ...last, end: block.end })
      continue
    }
    const only = block.lines.length === 1 ? block.lines[0] : undefined
    if (only && !events.has(only.start) && readDate(only.plain.replace(/[:：]$/, ''), options)) {
      units.push({ start: only.start, end: only.end, event: null, isDate: true, marker: '' })
      continue
    }
    for (const line of block.lines) {
      const event = events.get(line.start) ?? null
      const before = units.at(-1)
      if (event) units.push({ start: line.start, end: line.end, event, isDate: false, marker: '' })
      else if (before) units.splice(-1, 1, { ...before, end: line.end })
    }
  }
  return units
}

/** Whether something in it is unclosed, and would include text moved below it. */
function hasOpenEnd(block: Block): boolean {
  if (block.type === 'list') return block.items.some(({ blocks }) => blocks.some(hasOpenEnd))
  return 'unclosed' in block
}
