/** Rows whose offset is still to be filled in (`+X min`), with what their times give. */
import { memoize } from '../../memoize.ts'
import type { Table } from '../../outline/outline.ts'
import { secondsBetween } from '../../time/index.ts'
import { inlinesOf } from '../content/inlines.ts'
import { isUnfilled, unfilledIn } from '../content/unfilled.ts'
import { enforcedTemplate } from '../document/schema.ts'
import { durationSample, durationSamples } from '../durations/duration-sample.ts'
import type { Place, PostMortem, TimelineEvent } from '../post-mortem.ts'
import { offsetLike } from './offset-text.ts'
import { columnsOf } from './timeline-columns.ts'
import { isTimed, listAt, oldestFirst, timelinesOf } from './timeline-lists.ts'
import { type OffsetBase, type OffsetOrigin, offsetOrigin, statedStart } from './timeline-offsets.ts'
import { timePlace, timeText } from './timeline-text.ts'

/** A row without its offset. */
export interface OpenOffset extends Place {
  /** The placeholder; empty for an empty cell. */
  readonly text: string
  readonly event: TimelineEvent
  readonly seconds: number
  readonly newText: string
  readonly base: OffsetBase
}

/** In the order of the document. */
export const openOffsets = memoize((postMortem: PostMortem): readonly OpenOffset[] =>
  timelinesOf(postMortem.timeline).flatMap((timeline) => openIn(timeline, postMortem)),
)

function openIn(entries: readonly TimelineEvent[], postMortem: PostMortem): OpenOffset[] {
  const timeline = oldestFirst(entries)
  const timed = timeline.filter(isTimed)
  const slots = timed.map((event) => (event.offset?.seconds == null ? slotOf(event, postMortem) : null))
  if (slots.every((slot) => slot === null)) return []
  const written = timed.filter(({ offset }) => offset?.seconds != null)
  // A table that leaves out most of them means to.
  const mayFillEmpty = enforcedTemplate(postMortem) !== null || written.length >= 2
  const start = statedStart(postMortem)
  const origin = originOf(timed, start, postMortem)
  const like = written.findLast(({ offset }) => (offset?.seconds ?? 0) > 0)?.offset?.text ?? '+X min'
  return timed.flatMap((event, index) => {
    const slot = slots[index]
    if (!slot || (slot.text === '' && !mayFillEmpty)) return []
    const base = baseOf(origin, index, timed, start)
    const seconds = base && event.at ? secondsBetween(base.at, event.at) : null
    if (!base || seconds === null || seconds < 0) return []
    return [
      { ...slot, event, seconds, base, newText: offsetLike(durationSample(slot.text) ? slot.text : like, seconds) },
    ]
  })
}

/** What the rows count from; null where that is not known: the row at 0 has no time yet, and the head states no start. */
function originOf(
  timed: readonly TimelineEvent[],
  start: OffsetBase | null,
  postMortem: PostMortem,
): OffsetOrigin | null {
  const shown = offsetOrigin(timed, start)
  if (shown) return shown
  const [first] = timed
  if (!first) return null
  const step = start && first.at ? secondsBetween(start.at, first.at) : null
  if (step !== null && step >= 0 && step < DAY) return 'start'
  return hasOpenZero(first, postMortem) ? null : 'first'
}

const DAY = 24 * 3600

/** Whether a row above, at 0, still waits for its time. */
function hasOpenZero({ section: index, start }: TimelineEvent, { sections }: PostMortem): boolean {
  const table = listAt(sections[index]?.blocks ?? [], start)
  if (table?.type !== 'table') return false
  const { offset } = columnsOf(table)
  return table.rows.some((row) => row.start < start && /^[[\s]*\+?0\b/.test(row.cells[offset]?.text ?? ''))
}

function baseOf(
  origin: OffsetOrigin | null,
  index: number,
  timed: readonly TimelineEvent[],
  start: OffsetBase | null,
): OffsetBase | null {
  if (origin === 'start') return start
  const zero = timed.find(({ offset }) => offset?.seconds === 0) ?? timed[0]
  const row = origin === 'previous' ? (timed[index - 1] ?? timed[index]) : origin === 'first' ? zero : undefined
  return row?.at ? { ...timePlace(row), at: row.at, text: timeText(row) } : null
}

/** Where a row's offset belongs: its cell, or a placeholder that shows one; null for none. */
function slotOf(event: TimelineEvent, postMortem: PostMortem): (Place & { readonly text: string }) | null {
  const { section: index, start, end } = event
  const section = postMortem.sections[index]
  if (!section) return null
  const template = postMortem.template?.template ?? null
  const table = event.form === 'row' ? listAt(section.blocks, start) : null
  if (table?.type === 'table') {
    const cell = cellOf(table, start)
    const isOpen = cell && (isUnfilled(cell, unfilledIn(template)) || durationSamples(cell.text).length === 1)
    return cell && isOpen ? { section: index, ...rangeOf(cell) } : null
  }
  const line = inlinesOf(section).find((inline) => start <= inline.start && inline.end <= end)
  const [sample] = line ? durationSamples(line.text) : []
  if (!line || !sample) return null
  const text = line.text.slice(sample.start, sample.end)
  return { section: index, start: line.start + sample.start, end: line.start + sample.end, text }
}

function cellOf(table: Table, start: number) {
  const { offset } = columnsOf(table)
  return table.rows.find((row) => row.start === start)?.cells[offset] ?? null
}

function rangeOf({ start, end, text }: { readonly start: number; readonly end: number; readonly text: string }) {
  return { start, end, text }
}
