/** Offsets that rows of a timeline state (`+12 min`), against the times of the rows. */
import { memoize } from '../../memoize.ts'
import type { Span } from '../../outline/outline.ts'
import { durationsAgree, formatDuration, readDuration, readDurations, secondsBetween } from '../../time/index.ts'
import { enforcedTemplate } from '../document/schema.ts'
import type { Place, PostMortem, TimelineEvent } from '../post-mortem.ts'
import { isTimed, timelinesOf } from './timeline-lists.ts'

/** A row whose offset is not the time that has passed. */
export interface StaleOffset extends Place {
  /** The offset as it stands. */
  readonly text: string
  /** What it should be, in seconds. */
  readonly seconds: number
  /** The same, written as the old one was. */
  readonly newText: string
  readonly event: TimelineEvent
  /** The row that it counts from. */
  readonly base: TimelineEvent
  /** What the offsets of this timeline count from. */
  readonly from: 'first' | 'previous'
}

/**
 * The offsets that contradict the times of their rows. Each timeline counts from its first row (the one at 0) or
 * each row from the one before, whichever most rows fit. Where fewer than two thirds fit either, nobody can say what
 * the offsets mean, and there are none, unless the template says that they count from the first row. An offset fits
 * within one of its smallest unit; it has to fit exactly where nearly all others do.
 */
export function timelineOffsets(postMortem: PostMortem): StaleOffset[] {
  const isFromFirst = countsFromFirst(postMortem)
  return timelinesOf(postMortem.timeline).flatMap((timeline) => staleIn(timeline, isFromFirst))
}

/** Whether the document is bound to a template whose timeline begins at 0. */
function countsFromFirst(postMortem: PostMortem): boolean {
  const sections = enforcedTemplate(postMortem)?.sections ?? []
  const tables = sections.filter(({ kinds }) => kinds.includes('timeline')).flatMap((section) => section.tables)
  return tables.some(({ rows }) => rows[0]?.some((cell) => /^\+?0\b/.test(cell)))
}

type Fit = 'exact' | 'near' | 'wrong'

/** A row with its offset, null where it states none. */
interface OffsetRow {
  readonly event: TimelineEvent
  readonly written: Parts | null
}

/** An offset beside the time that has passed. */
interface Judged {
  readonly event: TimelineEvent
  readonly written: Parts
  readonly base: TimelineEvent
  readonly from: StaleOffset['from']
  readonly seconds: number
  readonly fit: Fit
}

/** The share of the rows that must fit. */
const MIN_FITTING_SHARE = 2 / 3
/** So many exact rows to one that is nearly so show that the others were not rounded. */
const EXACT = 4

/** The most rows besides the first that are too few for a majority. */
const SHORT = 2

function staleIn(timeline: readonly TimelineEvent[], isFromFirst: boolean): StaleOffset[] {
  const timed = timeline.filter(isTimed).map((event) => ({ event, written: event.offset && partsOf(event.offset) }))
  const zero = timed.find(({ event }) => event.offset?.seconds === 0) ?? timed[0]
  if (!zero) return []
  const fromFirst = timed.flatMap((row) => (row === zero ? [] : judge(row, zero.event, 'first')))
  const fitting = (rows: readonly Judged[]) => rows.filter(({ fit }) => fit !== 'wrong').length
  // Where each of them counts from the first row none can count better from the row before.
  if (fromFirst.length > 1 && fitting(fromFirst) === timed.length - 1) return staleOf(fromFirst)
  const fromPrevious = timed.flatMap((row, index) => {
    const previous = timed[index - 1]
    return previous ? judge(row, previous.event, 'previous') : []
  })
  const rows = fitting(fromPrevious) > fitting(fromFirst) ? fromPrevious : fromFirst
  const isMeant = fitting(rows) >= 2 && fitting(rows) >= rows.length * MIN_FITTING_SHARE
  if (isMeant) return staleOf(rows)
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
    return [{ section, start, end, text, seconds, newText: rewritten(written, seconds), event, base, from }]
  })
}

function judge({ event, written }: OffsetRow, base: TimelineEvent, from: StaleOffset['from']): Judged[] {
  const seconds = written && event.at && base.at ? secondsBetween(base.at, event.at) : null
  if (!written || seconds === null || seconds < 0) return []
  return [{ event, written, base, from, seconds, fit: fitOf(written, seconds) }]
}

interface Parts {
  /** `+`, `T+`, an opening bracket. */
  readonly lead: string
  readonly reading: NonNullable<ReturnType<typeof readDuration>>
  readonly tail: string
}

/** Null where it says no duration. Without a sign it is one. */
const partsOf = memoize(({ text }: Span): Parts | null => {
  const lead = /^[\s([]*(?:[Tt]\s?)?(?:\+\s?)?/.exec(text)?.[0] ?? ''
  const rest = text.slice(lead.length)
  const reading = readDuration(rest) ?? readDurations(rest)[0] ?? null
  if (!reading) return null
  return { lead: lead + rest.slice(0, reading.start), reading, tail: rest.slice(reading.end) }
})

function fitOf({ reading }: Parts, seconds: number): Fit {
  if (!durationsAgree(reading, seconds)) return 'wrong'
  if (reading.approximate || reading.bound) return 'exact'
  const away = seconds < reading.seconds ? -1 : 1
  return durationsAgree(reading, seconds + away) ? 'exact' : 'near'
}

/** Written as it was: `+5 min` stays in minutes, with its sign; `0 min` has none. */
function rewritten({ lead, reading, tail }: Parts, seconds: number): string {
  const sign = seconds === 0 && /^\+\s?$/.test(lead) ? '' : lead
  return `${sign}${formatDuration(seconds, reading.style)}${tail}`
}
