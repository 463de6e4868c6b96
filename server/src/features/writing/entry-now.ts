/** What an entry of a timeline says when it is begun while the incident goes on. */

import type { Section, TimelineEvent } from '../../model/post-mortem.ts'
import { offsetLike } from '../../model/timeline/offset-text.ts'
import { statedStart } from '../../model/timeline/timeline-offsets.ts'
import type { List, Table } from '../../outline/outline.ts'
import { type Moment, secondsBetween } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import { runningSince } from '../ongoing.ts'
import { dateCellOf, formatDayLike } from '../timeline/insert-event-dates.ts'
import { type EntryContent, markOf } from '../timeline/insert-event-line.ts'
import { entryOffsets } from '../timeline/insert-event-offsets.ts'
import type { TimedEvent } from '../timeline/insert-event-target.ts'
import { type Example, entryTimeText, inNotationOf } from '../timeline/insert-event-time.ts'

/** Whoever writes later than that does not write what happens now. */
const DAY_SECONDS = 24 * 3600

/** The time and the offset of an entry that is begun now; null where it is not about now. */
export function contentNow(
  context: DocumentContext,
  section: Section,
  list: Table | List,
): (EntryContent & { readonly like: TimedEvent | null }) | null {
  const { postMortem, now } = context
  const running = runningSince(postMortem, now)
  if (!running?.start.zone || running.seconds >= DAY_SECONDS) return null
  const events = postMortem.timeline.filter(isTimed)
  const own = events.filter(
    (event) => event.section === section.index && list.start <= event.start && event.end <= list.end,
  )
  const like = own.at(-1) ?? null
  const others: Moment = { date: null, clock: null, zone: postMortem.zone ?? running.start.zone, approximate: false }
  const example: Example = like ?? { reading: null, at: others }
  const at = inNotationOf(now, example, postMortem)
  // What is below is older than what is above: the newest stands first.
  if (own.some((event) => (secondsBetween(event.at, at) ?? 0) < 0) || runsBackwards(own)) return null
  const found = entryTimeText(at, example, postMortem, like?.at.date ?? postMortem.date)
  const dateCell = like && dateCellOf(like, context)
  const date = dateCell && dateCell.text !== '' ? formatDayLike(dateCell, at, context) : found.date
  const [first] = events
  const event = { at, text: '', owner: null }
  const group = first && { index: events.length, events: [event], like: first, below: true }
  const target = { sections: [section] as const, entries: events, events, newestFirst: false, phase: null }
  const stated = group ? entryOffsets([group], target, statedStart(postMortem)).of(event) : ''
  const seconds = secondsBetween(first && !first.uncertain ? first.at : running.start, at)
  const counted = seconds === null || seconds < 0 ? '' : offsetLike('+1 min', seconds)
  const offset = stated === '' ? counted : stated
  return { time: found.time, mark: like ? markOf(like) : '', date, offset, text: '', owner: null, like }
}

function isTimed(event: TimelineEvent): event is TimedEvent {
  return event.form !== 'phase' && event.time !== null && Boolean(event.reading?.clock && event.at?.clock)
}

function runsBackwards(events: readonly TimedEvent[]): boolean {
  const [first, last] = [events[0], events.at(-1)]
  return first !== undefined && last !== undefined && (secondsBetween(first.at, last.at) ?? 0) < 0
}
