/** Inserts timeline entries: in order of time, and in the notation of their neighbours. */

import type { Edit } from '../../edits/edit.ts'
import { groupBy } from '../../group-by.ts'
import type { PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { statedStart } from '../../model/timeline/timeline-offsets.ts'
import type { Moment } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import { dateCellOf, formatDayLike, restoredDate } from './insert-event-dates.ts'
import { insertIntoEmpty } from './insert-event-empty.ts'
import { type EntryLine, entryWriterFor, markOf } from './insert-event-line.ts'
import { type Numbering, numberingOf } from './insert-event-numbers.ts'
import { entryOffsets, type Offsets } from './insert-event-offsets.ts'
import { editForOpenEntry } from './insert-event-open.ts'
import { editForLines } from './insert-event-place.ts'
import { placeOf, type Refusal, secondsTo, type TimelineTarget, targetAt } from './insert-event-target.ts'
import { type Example, entryTimeText, inNotationOf } from './insert-event-time.ts'
import type { Group, Insertion, NewEvent } from './new-entries.ts'

/**
 * Inserts an entry with the current time in the timeline at an absolute offset. In a phase, fills in its time instead.
 * @param now with its seconds, for a timeline that has them
 */
export function insertTimelineEvent(
  context: DocumentContext,
  offset: number,
  now: Moment = context.now,
): Insertion | Refusal {
  const target = targetAt(context, offset)
  if ('refused' in target) return target
  const phase = target.phase ?? openPhase(target)
  if (phase) return fillPhase(context, target, phase, now)
  return insertEvents(context, target, [{ at: now, text: '', owner: null }])
}

/** The first phase that waits for its time, behind those that have theirs; undefined in another timeline. */
function openPhase({ entries, events }: TimelineTarget): TimelineEvent | undefined {
  const phases = entries.filter(({ form }) => form === 'phase')
  if (events.length > 0) return undefined
  const last = phases.findLastIndex(({ reading }) => reading !== null)
  return phases.find(({ time, reading }, index) => index > last && time !== null && reading === null)
}

/** @param events in any order; at least one */
export function insertEvents(
  context: DocumentContext,
  target: TimelineTarget,
  events: readonly NewEvent[],
): Insertion | Refusal {
  if (target.entries.some(({ form }) => form === 'phase') && target.events.length === 0)
    return { refused: 'This timeline is told in phases. Put the cursor into the phase whose time it is.' }
  if (target.events.length === 0 && target.entries.some(({ reading }) => reading?.offsetSeconds != null))
    return { refused: 'The rows of this timeline count from its start and say no clock time.' }
  const direction = target.newestFirst ? -1 : 1
  const sorted = [...events].sort((a, b) => direction * (secondsTo(b.at, a.at) ?? 0))
  if (target.events.length === 0) return insertIntoEmpty(context, target, sorted)
  const groups = groupsOf(sorted, target, context.postMortem)
  const offsets = entryOffsets(groups, target, statedStart(context.postMortem))
  const numbering = numberingOf(groups, context.postMortem)
  const insertions = groups.map((group) => insertion(context, target, group, offsets, numbering))
  const edits = [
    ...insertions.map(({ edit }) => edit),
    ...insertions.flatMap(({ others }) => others),
    ...numbering.edits,
    ...offsets.edits,
  ]
  const [first] = insertions
  return first
    ? { edits, description: { edit: 0, offset: first.description } }
    : { refused: 'There is no event to insert.' }
}

function groupsOf(events: readonly NewEvent[], target: TimelineTarget, postMortem: PostMortem): Group[] {
  return [...groupBy(events, ({ at }) => placeOf(at, target))]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, group]) => {
      const above = target.events[index - 1]
      const next = target.events[index]
      const below = target.newestFirst ? next === undefined : above !== undefined
      const like = below ? above : next
      if (!like) return []
      const own = group.map((event) => ({ ...event, at: inNotationOf(event.at, like, postMortem) }))
      return [{ index, events: own, like, below }]
    })
}

/** The edits that insert a group, and those that it makes necessary. */
function insertion(
  context: DocumentContext,
  target: TimelineTarget,
  group: Group,
  offsets: Offsets,
  numbering: Numbering,
): { edit: Edit; others: Edit[]; description: number } {
  const { postMortem } = context
  const { like, index } = group
  const writer = entryWriterFor(like, context)
  const dateCell = dateCellOf(like, context)
  // A list with the newest first is read from its end.
  const [above, below] = [target.events[index - 1], target.events[index]]
  const [previous, next] = target.newestFirst ? [below, above] : [above, below]
  let day = previous?.at.date ?? postMortem.date
  const write = (event: NewEvent, order: number): EntryLine => {
    const found = entryTimeText(event.at, like, postMortem, day)
    const isSaid = found.date !== '' || (dateCell !== null && dateCell.text !== '')
    const date = dateCell && isSaid ? formatDayLike(dateCell, event.at, context) : found.date
    day = event.at.date ?? day
    const content = { ...found, date, mark: markOf(like), offset: offsets.of(event) }
    return numbering.line(group, order, writer({ ...content, text: event.text, owner: event.owner }))
  }
  const last = group.events.length - 1
  const lines = target.newestFirst
    ? group.events.map((_, order) => write(group.events[last - order] as NewEvent, last - order)).reverse()
    : group.events.map(write)
  const { edit, lead } =
    editForOpenEntry(context, target, group, lines, numbering) ?? editForLines(context, target, group, lines)
  const latest = group.events.at(target.newestFirst ? 0 : -1)?.at
  const others = next && latest && next.list === like.list ? restoredDate(context, next, { ...latest, date: day }) : []
  return { edit, others, description: lead + (lines[0]?.description ?? 0) }
}

/** Fills in the `Time` of a phase, in a timeline of phases; an existing time is left alone. */
function fillPhase(
  context: DocumentContext,
  { entries }: TimelineTarget,
  phase: TimelineEvent,
  now: Moment,
): Insertion | Refusal {
  const { postMortem, text } = context
  const { time, section, description, reading } = phase
  const base = postMortem.starts[section] ?? 0
  if (!time || reading) {
    return { refused: `"${description.plain}" has its time already${time ? `: ${time.text}` : ''}.` }
  }
  const above = entries.slice(0, entries.indexOf(phase)).findLast((entry) => entry.reading?.clock && entry.at)
  const like: Example = above ?? entries.find((entry) => entry.reading?.clock) ?? { reading: null, at: null }
  const at = inNotationOf(now, like, postMortem)
  const found = entryTimeText(at, like, postMortem, above?.at?.date ?? postMortem.date)
  const value = found.date === '' ? found.time : `${found.date} ${found.time}`
  const newText = /\s/.test(text.charAt(base + time.start - 1)) ? value : ` ${value}`
  const edit = { section, start: time.start, end: time.end, newText }
  return { edits: [edit], description: { edit: 0, offset: newText.length } }
}
