/** The offset column (`+12 min`), in new rows and in existing ones whose base changes. */

import type { Edit } from '../../edits/edit.ts'
import { offsetLike } from '../../model/timeline/offset-text.ts'
import { type OffsetBase, offsetOrigin } from '../../model/timeline/timeline-offsets.ts'
import { type Moment, secondsBetween } from '../../time/index.ts'
import type { TimedEvent, TimelineTarget } from './insert-event-target.ts'
import type { Group, NewEvent } from './new-entries.ts'

/** The offsets of a timeline with its new entries. */
export interface Offsets {
  /** Empty where the timeline has none, or when it is not known. */
  of(event: NewEvent): string
  /** Edits for offsets that were right and would become wrong. */
  readonly edits: readonly Edit[]
}

/** Allows rounding to minutes. */
const TOLERANCE_SECONDS = 60

interface Row {
  readonly at: Moment
  readonly old: TimedEvent | null
  readonly fresh: NewEvent | null
}

/** Counts from the first or from the previous row, as most rows of the timeline do, or from the stated start as they do. */
export function entryOffsets(
  groups: readonly Group[],
  { events, newestFirst }: TimelineTarget,
  start: OffsetBase | null,
): Offsets {
  const oldRows = events.map((old): Row => ({ at: old.at, old, fresh: null }))
  const inText = [...oldRows, null].flatMap((row, index) => {
    const fresh = groups.find((group) => group.index === index)?.events ?? []
    return [...fresh.map((event): Row => ({ at: event.at, old: null, fresh: event })), ...(row ? [row] : [])]
  })
  const before = newestFirst ? oldRows.reverse() : oldRows
  const after = newestFirst ? inText.reverse() : inText
  const withOffset = before.filter(({ old }) => old?.offset?.seconds != null)
  const samples = withOffset.map(({ old }) => old?.offset).filter((offset) => offset != null)
  const sample = samples.findLast(({ seconds }) => (seconds ?? 0) > 0)?.text ?? '+1 min'
  const fits = (fromFirst: boolean) => withOffset.filter((row) => isRight(row, before, fromFirst)).length
  const fromFirst = fits(true) >= fits(false)
  const own = newestFirst ? [...events].reverse() : events
  const stated = start && offsetOrigin(own, start) === 'start' ? start.at : null
  const written = new Map<NewEvent, string>()
  const edits: Edit[] = []
  if (samples.length === 0) return { of: () => '', edits }
  for (const row of after) {
    const seconds = stated ? secondsBetween(stated, row.at) : offsetIn(after, row, fromFirst)
    const offset = row.old?.offset
    if (seconds === null || seconds < 0) continue
    if (row.fresh) written.set(row.fresh, offsetLike(sample, seconds))
    else if (row.old && offset && isRight(row, before, fromFirst) && !isNear(offset.seconds ?? 0, seconds)) {
      const newText = offsetLike((offset.seconds ?? 0) > 0 ? offset.text : sample, seconds)
      edits.push({ section: row.old.section, start: offset.start, end: offset.end, newText })
    }
  }
  return { of: (event) => written.get(event) ?? '', edits }
}

function isRight(row: Row, rows: readonly Row[], fromFirst: boolean): boolean {
  const seconds = offsetIn(rows, row, fromFirst)
  return seconds !== null && isNear(row.old?.offset?.seconds ?? Number.NaN, seconds)
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < TOLERANCE_SECONDS
}

function offsetIn(rows: readonly Row[], row: Row, fromFirst: boolean): number | null {
  const base = fromFirst ? rows[0] : (rows[rows.indexOf(row) - 1] ?? row)
  return base ? secondsBetween(base.at, row.at) : null
}
