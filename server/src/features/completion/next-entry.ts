/** Completion of the next timeline entry: its time, its offset, or the whole line. */

import { isWithin } from '../../model/document/sections.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { offsetLike } from '../../model/timeline/offset-text.ts'
import { columnsOf } from '../../model/timeline/timeline-columns.ts'
import { statedStart } from '../../model/timeline/timeline-offsets.ts'
import { inZone, type Moment, readTimeAtStart, secondsBetween } from '../../time/index.ts'
import { type Cursor, type DocumentContext, placeAt } from '../context.ts'
import { md } from '../markdown.ts'
import { isOngoing } from '../ongoing.ts'
import { dateCellOf, formatDayLike } from '../timeline/insert-event-dates.ts'
import { entryWriterFor, markOf } from '../timeline/insert-event-line.ts'
import { entryOffsets } from '../timeline/insert-event-offsets.ts'
import { type TimedEvent, type TimelineTarget, targetAt } from '../timeline/insert-event-target.ts'
import { entryTimeText, inNotationOf } from '../timeline/insert-event-time.ts'
import type { Completion } from './completion-item.ts'
import { type Slot, slotItem } from './slot.ts'
import { tabStops } from './tab-stops.ts'

/** If the latest entry is older, the next one is unlikely to happen now. */
const HALF_DAY_SECONDS = 12 * 3600

/** The time, or the offset, of the entry being written in a slot; none for other slots. */
export function entryItems(cursor: Cursor, slot: Slot): Completion[] {
  if (!isWithin(cursor.section, 'timeline')) return []
  if (slot.cell === null) return isPhaseTime(slot) ? timeItems(cursor, slot) : []
  const columns = columnsOf(slot.cell.table)
  if (slot.cell.column === columns.time) return timeItems(cursor, slot)
  return slot.cell.column === columns.offset ? offsetItems(cursor, slot) : []
}

function isPhaseTime({ key }: Slot): boolean {
  return /^(?:time|when|tid|時刻)$/.test(key)
}

/** The whole next row or item, in the notation of the previous one; none where there is no previous one. */
export function nextEntryItems(cursor: Cursor): Completion[] {
  const { section, line, offset, text, postMortem } = cursor
  if (!isWithin(section, 'timeline')) return []
  const next = nextIn(cursor)
  const before = text.slice(line.start, offset).trimStart()
  const form = before.startsWith('|') ? 'row' : 'item'
  const like = next?.target.events.findLast((event) => event.form === form && event.section === section.index)
  if (!next?.like || !like) return []
  const found = entryTimeText(next.at, like, postMortem, next.like.at.date)
  const { time } = found
  const dateCell = dateCellOf(like, cursor)
  const date = dateCell && dateCell.text !== '' ? formatDayLike(dateCell, next.at, cursor) : found.date
  const content = {
    time,
    mark: markOf(like),
    date,
    offset: offsetOf(next, next.at, postMortem) ?? '',
    text: '',
    owner: null,
  }
  const label = form === 'row' ? 'New row' : 'New item'
  const written = entryWriterFor(like, cursor)(content)
  const newText = written.text
  return [
    {
      label,
      kind: 'row',
      detail: `${time}, ${next.because}`,
      documentation: md``,
      place: placeAt(section, line.start, line.end),
      newText,
      stops: form === 'row' ? tabStops(newText) : [[written.description, written.description]],
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
function nextIn(cursor: Cursor): Next | null {
  const { postMortem, line, offset } = cursor
  const found = targetAt(cursor, offset)
  if ('refused' in found) return null
  const startOf = ({ section, start }: TimedEvent) => (postMortem.starts[section] ?? 0) + start
  const timed = found.entries.filter(
    (event): event is TimedEvent => event.time !== null && Boolean(event.reading?.clock && event.at?.clock),
  )
  const isBefore = (event: TimedEvent) => (found.newestFirst ? startOf(event) > line.end : startOf(event) < line.start)
  const target = { ...found, events: timed.filter(isBefore) }
  const like = (found.newestFirst ? target.events[0] : target.events.at(-1)) ?? null
  const now = nowFor(cursor, like)
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

function timeItems(cursor: Cursor, slot: Slot): Completion[] {
  const next = nextIn(cursor)
  if (!next) return []
  const example = next.like ?? { reading: null, at: null }
  const { time, date } = entryTimeText(next.at, example, cursor.postMortem, next.like?.at.date ?? null)
  const text = date === '' ? time : `${date} ${time}`
  const replaces = readTimeAtStart(slot.old, { rowStart: true }) !== null
  return text === '' ? [] : [slotItem(slot, { label: text, text, detail: next.because, replaces })]
}

/** The offset that corresponds to the time of the row. */
function offsetItems(cursor: Cursor, slot: Slot): Completion[] {
  const { postMortem, line } = cursor
  const own = postMortem.timeline.find(({ section, start, at, uncertain }) => {
    const offset = (postMortem.starts[section] ?? 0) + start
    return at?.clock && !uncertain && offset >= line.start && offset <= line.end
  })
  const text = own?.at ? offsetOf(nextIn(cursor) ?? { target: null }, own.at, postMortem) : null
  if (text === null) return []
  const replaces = readTimeAtStart(slot.old) !== null
  return [slotItem(slot, { label: text, text, detail: `for ${own?.time?.text ?? ''}`, replaces })]
}

/** The offset of an entry at a moment, null where it is not known. */
function offsetOf(
  { target }: { readonly target: TimelineTarget | null },
  at: Moment,
  postMortem: PostMortem,
): string | null {
  const event = { at, text: '', owner: null }
  const [first] = target?.events ?? []
  if (!target || !first) return '0 min'
  const group = { index: target.newestFirst ? 0 : target.events.length, events: [event], like: first, below: true }
  const text = entryOffsets([group], target, statedStart(postMortem)).of(event)
  if (text !== '') return text
  const base = target.newestFirst ? target.events.at(-1) : first
  const seconds = base ? secondsBetween(base.at, at) : null
  const isStated = target.events.some(({ offset }) => offset?.seconds != null)
  return isStated || seconds === null || seconds < 0 ? null : offsetLike('+1 min', seconds)
}
