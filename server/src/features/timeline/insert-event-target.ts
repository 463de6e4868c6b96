/** Finds the timeline for a new entry, and the position in it. */

import { NOT_RECOGNISED } from '../../edits/refusals.ts'
import { subtree } from '../../model/document/schema.ts'
import { isWithin } from '../../model/document/sections.ts'
import type { PostMortem, Section, TimelineEvent } from '../../model/post-mortem.ts'
import { stepOf, timelineLists, timelinesOf } from '../../model/timeline/timeline-lists.ts'
import type { Moment } from '../../time/index.ts'
import { type DocumentContext, sectionAt } from '../context.ts'

/** Why a command cannot be done: a sentence for the user. */
export interface Refusal {
  readonly refused: string
}

/** An entry with a clock time, next to which others can be inserted. */
export interface TimedEvent extends TimelineEvent {
  readonly time: NonNullable<TimelineEvent['time']>
  readonly reading: NonNullable<TimelineEvent['reading']>
  readonly at: Moment
}

/** A timeline of the document. */
export interface TimelineTarget {
  /** Its sections, the one with the cursor first; at least one. */
  readonly sections: readonly [Section, ...Section[]]
  /** All its entries, in the order of the text. */
  readonly entries: readonly TimelineEvent[]
  /** The entries with a clock time that are no phases. */
  readonly events: readonly TimedEvent[]
  readonly newestFirst: boolean
  /** The phase that the cursor is in, null where it is in none. */
  readonly phase: TimelineEvent | null
}

/** The timeline at an absolute offset, or the only one of the document. */
export function targetAt(context: DocumentContext, offset: number): TimelineTarget | Refusal {
  const { postMortem } = context
  if (!postMortem.recognised) return { refused: NOT_RECOGNISED }
  const at = sectionAt(context, offset)
  const root = at && rootAt(at, postMortem)
  if (!root || 'refused' in root) return root ?? NO_TIMELINE
  const scope = subtree(root, postMortem)
  const own = scope.find((section) => section === at)
  const [first = root, ...others] = own ? [own, ...scope.filter((section) => section !== own)] : scope
  const indexes = new Set(scope.map(({ index }) => index))
  const entries = timelineAt(
    postMortem.timeline.filter(({ section }) => indexes.has(section)),
    postMortem,
    offset,
  )
  return {
    sections: [first, ...others],
    entries,
    events: entries.filter(isClocked),
    newestFirst: timelineLists(entries).some(({ newestFirst }) => newestFirst),
    phase: entries.find(({ form, section }) => form === 'phase' && section === own?.index) ?? null,
  }
}

/**
 * How many events are above a new one: in order of time, after those of the same minute. All of them (none, where the
 * newest come first) when the times cannot be compared.
 */
export function placeOf(at: Moment, { events, newestFirst }: TimelineTarget): number {
  const steps = events.map((event) => secondsTo(event.at, at))
  if (newestFirst) {
    const older = steps.findIndex((step) => step !== null && step >= 0)
    return older >= 0 ? older : steps.some((step) => step !== null) ? events.length : 0
  }
  const last = steps.findLastIndex((step) => step !== null && step >= 0)
  if (last >= 0) return last + 1
  const next = steps.findIndex((step) => step !== null)
  return next >= 0 ? next : events.length
}

/** Seconds from one moment to another, assuming the same zone when one is not known; null when not known. */
export function secondsTo(from: Moment, to: Moment): number | null {
  return stepOf(from, to) ?? stepOf({ ...from, zone: null }, { ...to, zone: null })
}

const NO_TIMELINE: Refusal = { refused: 'There is no timeline here yet. Add a heading such as "## Timeline" first.' }

/** The top section of the timeline at an offset, or of the only timeline below an enclosing section. */
function rootAt(at: Section, postMortem: PostMortem): Section | Refusal {
  const parentOf = ({ parent }: Section) => (parent === null ? undefined : postMortem.sections[parent])
  let root = isWithin(at, 'timeline') ? at : null
  for (let parent = parentOf(at); root && parent && isWithin(parent, 'timeline'); parent = parentOf(root)) root = parent
  if (root) return root
  for (let around: Section | undefined = at; around; around = parentOf(around)) {
    const inside = rootsIn(subtree(around, postMortem))
    if (inside.length > 0) return only(inside)
  }
  const roots = rootsIn(postMortem.sections)
  return roots.length > 0 ? only(roots) : NO_TIMELINE
}

function rootsIn(sections: readonly Section[]): Section[] {
  return sections.filter(({ kinds, within }) => kinds.includes('timeline') && !within.includes('timeline'))
}

function only([first, second]: readonly Section[]): Section | Refusal {
  if (!first || second) return { refused: 'There are several timelines. Put the cursor into the one you mean.' }
  return first
}

/** Of several timelines under one heading the one at the offset, or the last. */
function timelineAt(entries: readonly TimelineEvent[], postMortem: PostMortem, offset: number): TimelineEvent[] {
  const timelines = timelinesOf(entries)
  const startOf = ({ section, start }: TimelineEvent) => (postMortem.starts[section] ?? 0) + start
  const next = timelines.findIndex(([first]) => first && startOf(first) > offset)
  return timelines[next < 0 ? timelines.length - 1 : Math.max(0, next - 1)] ?? []
}

function isClocked(event: TimelineEvent): event is TimedEvent {
  return event.form !== 'phase' && event.time !== null && Boolean(event.reading?.clock && event.at?.clock)
}
