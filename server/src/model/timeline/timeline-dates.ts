/** Rows of a timeline whose date is wrong in one of its parts. */
import type { Moment } from '../../time/index.ts'
import { addDays, daysBetween, gapBetween, isVague } from '../../time/index.ts'
import type { PostMortem, TimelineEvent } from '../post-mortem.ts'
import { isMilestoneList } from './milestone-list.ts'
import { isTimed, stepOf, timelineLists } from './timeline-lists.ts'

/** A part of a date. */
export type DatePart = 'year' | 'month' | 'day'

/** A row outside the stated window that one other year, month or day puts inside it. */
export interface WrongDate {
  readonly event: TimedEvent
  /** What is wrong in its date. */
  readonly part: DatePart
  /** The row with that part changed. */
  readonly right: Moment
  /** From when to when it should be. */
  readonly bounds: Bounds
}

/** The rows with a wrong date: against the stated window, and in a list of milestones against the others of the list. */
export function wrongDates(postMortem: PostMortem): WrongDate[] {
  if (postMortem.incidents.length > 0) return []
  const outside = outsideWindow(postMortem)
  const found = new Set(outside.map(({ event }) => event))
  const amongOthers = timelineLists(postMortem.timeline).flatMap(({ events }) => wrongMilestones(events))
  const ofHead = timelineLists(postMortem.listedMilestones).flatMap(({ events }) =>
    // Closing is paper work, and may be a month later.
    wrongMilestones(events.filter(({ milestones }) => !milestones.includes('closed'))),
  )
  return [...outside, ...amongOthers.filter(({ event }) => !found.has(event)), ...ofHead]
}

/**
 * Milestones whose date would be among those of the others with another year or month. They must be at least two, of
 * the same weeks; then one alone is wrong.
 */
function wrongMilestones(events: readonly TimelineEvent[]): WrongDate[] {
  if (!isMilestoneList(events)) return []
  const dated = events.filter(isTimed).filter(({ at, reading }) => at.date && reading?.date)
  const found = dated.flatMap((event): WrongDate[] => {
    const others = dated.filter((other) => other !== event).map(({ at }) => at)
    const bounds = boundsOf(others)
    if (others.length < 2 || !bounds || isInside(event.at, bounds)) return []
    const fitting = datesOf(bounds).flatMap((date): WrongDate[] => {
      const part = event.at.date === null ? null : changedPart(event.at.date, date)
      const right = { ...event.at, date }
      return part && part !== 'day' && isInside(right, bounds) ? [{ event, part, right, bounds }] : []
    })
    return fitting.length === 1 ? fitting : []
  })
  return found.length === 1 ? found : []
}

/** Milestones of one incident are so close. */
const MAX_APART_DAYS = 14

/** The first and the last of some moments; null where they are far apart. */
function boundsOf(moments: readonly Moment[]): Bounds | null {
  const ordered = moments.toSorted((a, b) => stepOf(b, a) ?? 0)
  const [start, end] = [ordered[0], ordered.at(-1)]
  const isClose = start?.date && end?.date && daysBetween(start.date, end.date) <= MAX_APART_DAYS
  return start && end && isClose ? { start, end } : null
}

/**
 * The rows outside the stated window by a slip. That a row stands outside the window is no mistake: causes come before it and the
 * follow-up after it. So a row counts only when a single other date fits, and its place or its clock time says so too.
 */
function outsideWindow({ timeline, window }: PostMortem): WrongDate[] {
  if (window.source !== 'field' || !window.start?.date || !window.end?.date) return []
  const bounds = { start: window.start, end: window.end }
  const timed = timeline.filter(isTimed)
  const inside = new Set(timed.filter(({ at }) => isInside(at, bounds)))
  const dated = timed.filter(({ reading }) => reading?.date)
  const fitting = dated.filter((event) => inside.has(event))
  // When most rows are outside, it is the window that is wrong.
  if (fitting.length < 2 || fitting.length * 2 < dated.length) return []
  return timelineLists(timeline).flatMap(({ events, newestFirst }) => {
    const rows = events.filter(isTimed)
    const [above, below] = [lastInside(rows, inside), lastInside(rows.toReversed(), inside).toReversed()]
    return rows.flatMap((event, index) => {
      if (!event.reading?.date || inside.has(event) || isVague(event)) return []
      const [from = null, to = null] = newestFirst ? [below[index], above[index]] : [above[index], below[index]]
      return slipOf(event, { from, to }, bounds) ?? []
    })
  })
}

/** For every row the moment of the last row before it that is inside the window, null where there is none. */
function lastInside(rows: readonly TimedEvent[], inside: ReadonlySet<TimelineEvent>): (Moment | null)[] {
  let last: Moment | null = null
  return rows.map((row) => {
    const before = last
    if (inside.has(row)) last = row.at
    return before
  })
}

type TimedEvent = TimelineEvent & { readonly at: Moment }

/** From when to when. */
export interface Bounds {
  readonly start: Moment
  readonly end: Moment
}

/** The rows inside the window between which a row stands. */
interface Neighbours {
  readonly from: Moment | null
  readonly to: Moment | null
}

/** A window of no more than a day, in which the day is no free choice. */
const SHORT = 24 * 3600

function slipOf(event: TimedEvent, { from, to }: Neighbours, bounds: Bounds): WrongDate | null {
  const { at } = event
  const length = stepOf(bounds.start, bounds.end) ?? 0
  const isBetween = from !== null && to !== null
  const fitting = datesOf(bounds).flatMap((date): WrongDate[] => {
    const part = at.date === null ? null : changedPart(at.date, date)
    const right = { ...at, date }
    if (!part || !isInside(right, bounds)) return []
    if ((from && isAfter(from, right)) || (to && isAfter(right, to))) return []
    const isTold = part === 'year' || isBetween || (length <= SHORT && part === 'month')
    return isTold ? [{ event, part, right, bounds }] : []
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** So many days of a long window are tried. */
const MAX_DAYS = 62

function datesOf({ start, end }: Bounds): string[] {
  return start.date && end.date ? daysFrom(start.date, end.date) : []
}

function daysFrom(first: string, last: string): string[] {
  const days = Math.min(MAX_DAYS, daysBetween(first, last) + 1)
  return Array.from({ length: Math.max(0, days) }, (_, day) => addDays(first, day))
}

/** The one part in which two dates differ, null when it is none or several. */
export function changedPart(written: string, date: string): DatePart | null {
  const [a, b] = [written.split('-'), date.split('-')]
  const different = PARTS.filter((_, index) => a[index] !== b[index])
  return different.length === 1 ? (different[0] ?? null) : null
}

const PARTS = ['year', 'month', 'day'] as const

/** A date with the same change of one part as another one, null where it has not the same part, or there is no such day. */
export function withPart(date: string, part: DatePart, from: string, to: string): string | null {
  const index = PARTS.indexOf(part)
  const [parts, old, right] = [date, from, to].map((one) => one.split('-'))
  if (!parts || parts[index] !== old?.[index]) return null
  const day = parts.with(index, right?.[index] ?? '').join('-')
  return addDays(day, 0) === day ? day : null
}

/** The days from one to another; where one is not known, the other and the day beside it. */
export function datesAround(from: string | null, to: string | null): string[] {
  if (from !== null && to !== null) return daysFrom(from, to)
  if (from !== null) return [from, addDays(from, 1)]
  return to === null ? [] : [to, addDays(to, -1)]
}

/** Whether a time may be inside, however it is meant. */
function isInside(at: Moment, { start, end }: Bounds): boolean {
  const [fromStart, toEnd] = [gapBetween({ at: start }, { at }), gapBetween({ at }, { at: end })]
  return fromStart !== null && toEnd !== null && fromStart >= 0 && toEnd >= 0
}

function isAfter(a: Moment, b: Moment): boolean {
  return (gapBetween({ at: b }, { at: a }) ?? 0) > 0
}

/** The stated window as a range of text, for messages. */
export function windowOf({ start, end }: { readonly start: Moment | null; readonly end: Moment | null }): string {
  return [start, end].map((moment) => [moment?.date, moment?.clock].filter(Boolean).join(' ')).join(' to ')
}
