/** The tables, lists and phases that a timeline is written in, and the order of their rows. */
import { groupBy } from '../../group-by.ts'
import type { Block, List, Table } from '../../outline/outline.ts'
import { compareMoments, type Moment, secondsBetween } from '../../time/index.ts'
import type { TimelineEvent } from '../post-mortem.ts'

/** The rows of one table, list or sequence of phases. */
export interface TimelineList {
  /** In the order of the text. */
  readonly events: readonly TimelineEvent[]
  /** Most rows are earlier than the row above them. */
  readonly newestFirst: boolean
}

/** The lists of a timeline, in the order of the text. */
export function timelineLists(timeline: readonly TimelineEvent[]): TimelineList[] {
  const lists = groupBy(timeline, ({ list }) => list).values()
  return Array.from(lists, (events) => ({ events, newestFirst: runsNewestFirst(events) }))
}

/** Entries from the oldest on: turned round where most of them stand in lists with the newest first. */
export function oldestFirst(timeline: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const turned = timelineLists(timeline).flatMap(({ events, newestFirst }) => (newestFirst ? events : []))
  return turned.length * 2 > timeline.length ? [...timeline].reverse() : timeline
}

/** The timelines of a document: one, or several where a list starts over. */
export function timelinesOf(timeline: readonly TimelineEvent[]): TimelineEvent[][] {
  const timelines: TimelineEvent[][] = []
  for (const event of timeline) {
    if (event.opens || timelines.length === 0) timelines.push([event])
    else timelines.at(-1)?.push(event)
  }
  return timelines
}

/** The innermost table or list at an offset of a section, null where there is none. */
export function listAt(blocks: readonly Block[], at: number): List | Table | null {
  for (const block of blocks) {
    if (at < block.start || at >= block.end) continue
    if (block.type === 'table') return block
    if (block.type !== 'list') continue
    for (const item of block.items) {
      const inner = listAt(item.blocks, at)
      if (inner) return inner
    }
    return block
  }
  return null
}

/**
 * Seconds from one moment to another; null when nobody knows. Two clock times without dates count as of one day,
 * two days without clock times by whole days.
 */
export function stepOf(a: Moment, b: Moment): number | null {
  const seconds = secondsBetween(a, b)
  if (seconds !== null) return seconds
  if (!a.date && !b.date && a.clock && b.clock && a.zone?.name === b.zone?.name) return ofDay(b) - ofDay(a)
  const order = compareMoments(b, a)
  return order === null ? null : order * DAY
}

/** Whether an event has a moment of its own that can be trusted. */
export function isTimed(event: TimelineEvent): event is TimelineEvent & { readonly at: Moment } {
  return event.at !== null && !event.uncertain && event.reading?.offsetSeconds === null
}

const DAY = 24 * 3600

function ofDay({ clock }: Moment): number {
  const [hour = 0, minute = 0, second = 0] = (clock ?? '').split(':').map(Number)
  return hour * 3600 + minute * 60 + second
}

function runsNewestFirst(events: readonly TimelineEvent[]): boolean {
  const steps = events.filter(isTimed).map((row, index, timed) => stepTo(row, timed[index - 1]))
  const back = steps.filter((step) => step < 0).length
  return back >= 2 && back > 2 * steps.filter((step) => step > 0).length
}

/** Seconds from the row above; 0 where they say nothing of the order. */
function stepTo({ at, jump }: TimelineEvent, above: TimelineEvent | undefined): number {
  return above?.at && at && jump !== 'midnight' ? (stepOf(above.at, at) ?? 0) : 0
}
