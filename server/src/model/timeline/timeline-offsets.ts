/** Offsets that rows of a timeline state (`+12 min`), against the times of the rows. */
import { durationsAgree, type Moment, secondsBetween } from '../../time/index.ts'
import { enforcedTemplate } from '../document/schema.ts'
import type { Place, PostMortem, TimelineEvent } from '../post-mortem.ts'
import { type OffsetParts, offsetParts, rewrittenOffset } from './offset-text.ts'
import { isTimed, timelinesOf } from './timeline-lists.ts'
import { timePlace, timeText } from './timeline-text.ts'

/** What the offsets of a timeline count from: its first row, the row before each, or the start that the head states. */
export type OffsetOrigin = 'first' | 'previous' | 'start'

/** A point that an offset counts from, with where it stands. */
export interface OffsetBase extends Place {
  readonly at: Moment
  /** The time as it stands there. */
  readonly text: string
}

/** A row whose offset is not the time that has passed. */
export interface StaleOffset extends Place {
  /** The offset as it stands. */
  readonly text: string
  /** What it should be, in seconds. */
  readonly seconds: number
  /** The same, written as the old one was. */
  readonly newText: string
  readonly event: TimelineEvent
  readonly base: OffsetBase
  readonly from: OffsetOrigin
}

/**
 * The offsets that contradict the times of their rows. Each timeline counts from its first row (the one at 0), from the
 * start that the head states where the first row says so, or each row from the one before, whichever most rows fit.
 * Where fewer than two thirds fit either, nobody can say what the offsets mean, and there are none, unless the template
 * says that they count from the first row. An offset fits within one of its smallest unit; it has to fit exactly where
 * nearly all others do.
 */
export function timelineOffsets(postMortem: PostMortem): StaleOffset[] {
  const isFromFirst = countsFromFirst(postMortem)
  return timelinesOf(postMortem.timeline).flatMap((timeline) => staleIn(timeline, statedStart(postMortem), isFromFirst))
}

/** Whether the document is bound to a template whose timeline begins at 0. */
function countsFromFirst(postMortem: PostMortem): boolean {
  const sections = enforcedTemplate(postMortem)?.sections ?? []
  const tables = sections.filter(({ kinds }) => kinds.includes('timeline')).flatMap((section) => section.tables)
  return tables.some(({ rows }) => rows[0]?.some((cell) => /^\+?0\b/.test(cell)))
}

/** The start that the head states, with its clock time; null where it states none, or the document is a log. */
export function statedStart({
  window: { start, source, place },
  incidents,
}: Pick<PostMortem, 'window' | 'incidents'>): OffsetBase | null {
  if (source !== 'field' || !place || !start?.clock || incidents.length > 0) return null
  return { ...place, at: start, text: start.clock }
}

/** Rows in the order of time, and what they count from as far as their own offsets show; null where these do not. */
export function offsetOrigin(timeline: readonly TimelineEvent[], start: OffsetBase | null): OffsetOrigin | null {
  const { timed, zero, fromFirst, fromPrevious, fromStart } = reckon(timeline, start)
  if (fromStart.length > 0) return 'start'
  if (fitting(fromPrevious) > fitting(fromFirst)) return 'previous'
  return fitting(fromFirst) > 0 || (zero !== null && zero === timed[0]?.event) ? 'first' : null
}

type Fit = 'exact' | 'near' | 'wrong'

/** A row with its offset, null where it states none. */
interface OffsetRow {
  readonly event: TimelineEvent
  readonly written: OffsetParts | null
}

/** An offset beside the time that has passed. */
interface Judged {
  readonly event: TimelineEvent
  readonly written: OffsetParts
  readonly base: OffsetBase
  readonly from: OffsetOrigin
  readonly seconds: number
  readonly fit: Fit
}

/** The share of the rows that must fit. */
const MIN_FITTING_SHARE = 2 / 3
/** So many exact rows to one that is nearly so show that the others were not rounded. */
const EXACT = 4

/** The most rows besides the first that are too few for a majority. */
const SHORT = 2

/** The offsets of a timeline beside each point that they may count from. */
function reckon(timeline: readonly TimelineEvent[], start: OffsetBase | null) {
  const timed = timeline.filter(isTimed).map((event) => ({ event, written: event.offset && offsetParts(event.offset) }))
  const zero = timed.find(({ event }) => event.offset?.seconds === 0) ?? null
  const first = zero ?? timed[0] ?? null
  const fromFirst = timed.flatMap((row) => (row === first || !first ? [] : judge(row, baseOf(first), 'first')))
  const fromPrevious = timed.flatMap((row, index) => {
    const previous = timed[index - 1]
    return previous ? judge(row, baseOf(previous), 'previous') : []
  })
  // Only the first row tells: `+7 min`, and seven minutes after the start that the head states.
  const opening = timed[0] && start && !zero ? judge(timed[0], start, 'start')[0] : undefined
  const isFromStart = opening !== undefined && opening.fit !== 'wrong' && opening.seconds > 0
  const fromStart = isFromStart && start ? timed.flatMap((row) => judge(row, start, 'start')) : []
  return { timed, zero: zero?.event ?? null, fromFirst, fromPrevious, fromStart }
}

function baseOf({ event }: OffsetRow): OffsetBase | null {
  return event.at && { ...timePlace(event), at: event.at, text: timeText(event) }
}

function fitting(rows: readonly Judged[]): number {
  return rows.filter(({ fit }) => fit !== 'wrong').length
}

function staleIn(timeline: readonly TimelineEvent[], start: OffsetBase | null, isFromFirst: boolean): StaleOffset[] {
  const { timed, fromFirst, fromPrevious, fromStart } = reckon(timeline, start)
  // Where each of them counts from the first row none can count better from the row before.
  if (fromFirst.length > 1 && fitting(fromFirst) === timed.length - 1) return staleOf(fromFirst)
  const fromRows = fitting(fromPrevious) > fitting(fromFirst) ? fromPrevious : fromFirst
  const rows = fitting(fromStart) > fitting(fromRows) ? fromStart : fromRows
  const isMeant = fitting(rows) >= 2 && fitting(rows) >= rows.length * MIN_FITTING_SHARE
  if (isMeant) return staleOf(rows)
  if (fromStart.length > 0) return isFromFirst ? staleOf(fromStart) : []
  return isFromFirst || isShort(timed, fromFirst, fromPrevious) ? staleOf(fromFirst) : []
}

/**
 * Whether a timeline too short for a majority says by its first row, at 0, that it counts from there: of two others
 * one is exact, or there is only one other and it has a sign: a bare length may be that of the row itself. Where
 * counting from row to row explains any of those that do not fit, nobody can say.
 */
function isShort(timed: readonly OffsetRow[], fromFirst: readonly Judged[], fromPrevious: readonly Judged[]) {
  const [first, ...others] = timed
  if (first?.event.offset?.seconds !== 0 || others.length > SHORT || fromFirst.length !== others.length) return false
  const says = ({ fit, event: { offset } }: Judged) =>
    others.length === SHORT ? fit === 'exact' : offset?.text.includes('+') === true
  if (!fromFirst.some(says)) return false
  const wrong = new Set(fromFirst.filter(({ fit }) => fit === 'wrong').map(({ event }) => event))
  return !fromPrevious.some(({ event, fit }) => wrong.has(event) && fit !== 'wrong')
}

function staleOf(rows: readonly Judged[]): StaleOffset[] {
  const count = (fit: Fit) => rows.filter((row) => row.fit === fit).length
  const mustBeExact = count('exact') >= count('near') * EXACT
  return rows.flatMap(({ fit, event, written, base, from, seconds }) => {
    const { offset, section } = event
    const isStale = fit === 'wrong' || (fit === 'near' && mustBeExact)
    if (!isStale || !offset) return []
    const { start, end, text } = offset
    return [{ section, start, end, text, seconds, newText: rewrittenOffset(written, seconds), event, base, from }]
  })
}

function judge({ event, written }: OffsetRow, base: OffsetBase | null, from: OffsetOrigin): Judged[] {
  const seconds = written && event.at && base ? secondsBetween(base.at, event.at) : null
  if (!written || !base || seconds === null || seconds < 0) return []
  return [{ event, written, base, from, seconds, fit: fitOf(written, seconds) }]
}

function fitOf({ reading }: OffsetParts, seconds: number): Fit {
  if (!durationsAgree(reading, seconds)) return 'wrong'
  if (reading.approximate || reading.bound) return 'exact'
  const away = seconds < reading.seconds ? -1 : 1
  return durationsAgree(reading, seconds + away) ? 'exact' : 'near'
}
