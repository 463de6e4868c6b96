/** Completion of the next timeline entry: its time, its offset, or the whole line. */

import { optionsOf } from '../../model/content/written.ts'
import type { LocatedSection } from '../../model/document/schema.ts'
import { isWithin } from '../../model/document/sections.ts'
import { rewriteOffset } from '../../model/durations/durations.ts'
import { columnsOf } from '../../model/timeline/timeline-table.ts'
import { inZone, type Moment, readTimeAtStart, secondsBetween } from '../../time/index.ts'
import { type DocumentContext, placeAt } from '../context.ts'
import type { Line } from '../line.ts'
import { md } from '../markdown.ts'
import { isOngoing } from '../ongoing.ts'
import { dateCellOf, formatDayLike } from '../timeline/insert-event-dates.ts'
import { entryWriterFor, markOf } from '../timeline/insert-event-line.ts'
import { entryOffsets } from '../timeline/insert-event-offsets.ts'
import { type TimedEvent, type TimelineTarget, targetAt } from '../timeline/insert-event-target.ts'
import { entryTimeText, inNotationOf } from '../timeline/insert-event-time.ts'
import type { Completion } from './completion-item.ts'
import { type Slot, slotItem } from './slot.ts'

/** If the latest entry is older, the next one is unlikely to happen now. */
const HALF_DAY_SECONDS = 12 * 3600

/** The time, or the offset, of the entry being written in a slot; none for other slots. */
export function entryItems(
  context: DocumentContext,
  section: LocatedSection,
  line: Line,
  offset: number,
  slot: Slot,
): Completion[] {
  if (!isWithin(section, 'timeline')) return []
  if (slot.cell === null) return isPhaseTime(slot) ? timeItems(context, nextIn(context, line, offset), slot) : []
  const columns = columnsOf(slot.cell.table, { options: optionsOf(context.postMortem) })
  if (slot.cell.column === columns.time) return timeItems(context, nextIn(context, line, offset), slot)
  return slot.cell.column === columns.offset ? offsetItems(context, line, offset, slot) : []
}

function isPhaseTime({ key }: Slot): boolean {
  return /^(?:time|when|tid|時刻)$/.test(key)
}

/** The whole next row or item, in the notation of the previous one; none where there is no previous one. */
export function nextEntryItems(
  context: DocumentContext,
  section: LocatedSection,
  line: Line,
  offset: number,
): Completion[] {
  if (!isWithin(section, 'timeline')) return []
  const next = nextIn(context, line, offset)
  const before = context.text.slice(line.start, offset).trimStart()
  const form = before.startsWith('|') ? 'row' : 'item'
  const like = next?.target.events.findLast((event) => event.form === form && event.section === section.index)
  if (!next?.like || !like) return []
  const found = entryTimeText(next.at, like, context.postMortem, next.like.at.date)
  const { time } = found
  const dateCell = dateCellOf(like, context)
  const date = dateCell && dateCell.text !== '' ? formatDayLike(dateCell, next.at, context) : found.date
  const content = { time, mark: markOf(like), date, offset: offsetOf(next, next.at) ?? '', text: '', owner: null }
  const label = form === 'row' ? 'New row' : 'New item'
  return [
    {
      label,
      kind: 'row',
      detail: `${time}, ${next.because}`,
      documentation: md``,
      place: placeAt(section, line.start, line.end),
      newText: entryWriterFor(like, context)(content).text,
      filterText: line.text.trim() === '' ? label : `${before} ${label}`,
    },
  ]
}

/** The moment of the next entry. */
interface Next {
  readonly at: Moment
  readonly because: string
  /** The previous entry in time, null for the first one. */
  readonly like: TimedEvent | null
  /** The timeline up to the cursor (from the cursor on, where the newest come first). */
  readonly target: TimelineTarget
}

/** Now while the incident is ongoing, else the time of the previous entry; null when neither is known. */
function nextIn(context: DocumentContext, line: Line, offset: number): Next | null {
  const { postMortem } = context
  const found = targetAt(context, offset)
  if ('refused' in found) return null
  const startOf = ({ section, start }: TimedEvent) => (postMortem.starts[section] ?? 0) + start
  const timed = found.entries.filter(
    (event): event is TimedEvent => event.time !== null && Boolean(event.reading?.clock && event.at?.clock),
  )
  const isBefore = (event: TimedEvent) => (found.newestFirst ? startOf(event) > line.end : startOf(event) < line.start)
  const target = { ...found, events: timed.filter(isBefore) }
  const like = (found.newestFirst ? target.events[0] : target.events.at(-1)) ?? null
  const now = nowFor(context, like)
  if (now) return { at: like ? inNotationOf(now, like, postMortem) : now, because: 'now', like, target }
  if (!like || like.uncertain) return null
  const at = { ...(like.until ?? like.at), approximate: false }
  return { at, because: 'as in the entry before', like, target }
}

/** Now, in the zone of the document; null when the incident is over or old, or its zone is not known. */
function nowFor({ postMortem, now }: DocumentContext, like: TimedEvent | null): Moment | null {
  if (!isOngoing(postMortem, now)) return null
  const zone = like?.at.zone ?? postMortem.zone
  const here = zone && inZone(now, zone)
  if (!here) return null
  if (!like) return postMortem.date === here.date ? here : null
  const since = like.uncertain ? null : secondsBetween(like.at, here)
  return since !== null && since >= 0 && since < HALF_DAY_SECONDS ? here : null
}

function timeItems({ postMortem }: DocumentContext, next: Next | null, slot: Slot): Completion[] {
  if (!next) return []
  const example = next.like ?? { reading: null, at: null }
  const { time, date } = entryTimeText(next.at, example, postMortem, next.like?.at.date ?? null)
  const text = date === '' ? time : `${date} ${time}`
  const replaces = readTimeAtStart(slot.old, { rowStart: true }) !== null
  return text === '' ? [] : [slotItem(slot, { label: text, text, detail: next.because, replaces })]
}

/** The offset that corresponds to the time of the row. */
function offsetItems(context: DocumentContext, line: Line, offset: number, slot: Slot): Completion[] {
  const { postMortem } = context
  const own = postMortem.timeline.find(
    ({ section, start, at, uncertain }) =>
      at?.clock &&
      !uncertain &&
      (postMortem.starts[section] ?? 0) + start >= line.start &&
      (postMortem.starts[section] ?? 0) + start <= line.end,
  )
  const next = own?.at ? nextIn(context, line, offset) : null
  const text = own?.at ? offsetOf(next ?? { target: null }, own.at) : null
  if (text === null) return []
  const replaces = readTimeAtStart(slot.old) !== null
  return [slotItem(slot, { label: text, text, detail: `for ${own?.time?.text ?? ''}`, replaces })]
}

/** The offset of an entry at a moment, null where it is not known. */
function offsetOf({ target }: { readonly target: TimelineTarget | null }, at: Moment): string | null {
  const event = { at, text: '', owner: null }
  const [first] = target?.events ?? []
  if (!target || !first) return '0 min'
  const group = { index: target.newestFirst ? 0 : target.events.length, events: [event], like: first, below: true }
  const text = entryOffsets([group], target).of(event)
  if (text !== '') return text
  const base = target.newestFirst ? target.events.at(-1) : first
  const seconds = base ? secondsBetween(base.at, at) : null
  const isStated = target.events.some(({ offset }) => offset?.seconds != null)
  return isStated || seconds === null || seconds < 0 ? null : rewriteOffset('+1 min', seconds)
}
