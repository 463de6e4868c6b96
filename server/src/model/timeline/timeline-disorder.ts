/** Rows of one list that stand in the wrong order. */
import { daysBetween, isVague, type Moment, secondShowing } from '../../time/index.ts'
import type { TimelineEvent } from '../post-mortem.ts'
import { isMilestoneList } from './milestone-list.ts'
import { comparing, type IsBroken, type LeftOut, smallestSets, type TimedRow } from './timeline-chain.ts'
import { changedPart, type DatePart, datesAround, withPart } from './timeline-dates.ts'
import { isTimed, type TimelineList } from './timeline-lists.ts'

/** Rows that do not belong where they stand. */
export interface Disorder {
  /** The first of them. */
  readonly row: TimelineEvent
  /** The nearest row that is right, and that it contradicts. */
  readonly other: TimelineEvent
  readonly isBelow: boolean
  /** Whether only these rows can be wrong: else as many others may be. */
  readonly isOnly: boolean
  /** Whether one of the two is told so vaguely that little follows. */
  readonly isVague: boolean
  /** The one change of their dates that puts all of them right, null where there is none or there are several. */
  readonly slip: CommonSlip | null
}

/** One wrong part that the dates of some rows have in common. */
export interface CommonSlip {
  readonly part: DatePart
  /** Whether no other change would do. */
  readonly isSure: boolean
  readonly rows: readonly { readonly event: TimelineEvent; readonly right: Moment }[]
}

/** The fewest rows of a list without which the others are in order, however their times are meant. */
export function disorderIn({ events, newestFirst }: TimelineList): Disorder[] {
  if (isMilestoneList(events)) return []
  const rows = events.filter(isTimed).map((event): TimedRow => ({ event, at: event.at }))
  const isBroken = comparing(rows, newestFirst)
  if (!rows.some((_, index) => index > 0 && isBroken(index - 1, index))) return []
  const read = smallestSets(rows, isBroken).map((set) => judged(set, rows, newestFirst))
  const [first, second] = read
  if (!first) return []
  const isSecond = second !== undefined && second.support > first.support
  const chosen = isSecond ? second : first
  const isSettled = !second || Math.abs(second.support - first.support) >= MIN_DIFFERENCE
  return found(chosen, rows, isBroken, isSettled)
}

/** So many more rows must speak for one of two sets. */
const MIN_DIFFERENCE = 2

/** Whether a row cannot have followed the one above it. */
export function isOutOfOrder(above: TimelineEvent, row: TimelineEvent, newestFirst: boolean): boolean {
  return disorderIn({ events: [above, row], newestFirst }).length > 0
}

/** Whether the wall clock of the zone shows this time twice on that day, an hour or half an hour apart. */
export function occursTwice(moment: Moment): boolean {
  return secondShowing(moment) !== null
}

/** A set of rows with what may be wrong in their dates. */
interface Judged {
  readonly set: LeftOut
  readonly groups: readonly { readonly rows: readonly number[]; readonly slip: CommonSlip | null }[]
  /** How many rows of the list have the days that these rows should have. */
  readonly support: number
}

/** All of them by one change, else run by run. */
function judged(set: LeftOut, rows: readonly TimedRow[], newestFirst: boolean): Judged {
  const all = commonSlip(set.rows, set.rows, rows, newestFirst)
  const runs = set.rows.reduce<number[][]>((groups, row) => {
    const last = groups.at(-1)
    if (last && last.at(-1) === row - 1) last.push(row)
    else groups.push([row])
    return groups
  }, [])
  const groups = all
    ? [{ rows: set.rows, slip: all }]
    : runs.map((run) => ({ rows: run, slip: commonSlip(run, set.rows, rows, newestFirst) }))
  const days = new Set(groups.flatMap(({ slip }) => (slip ? slip.rows.map(({ right }) => right.date) : [])))
  return { set, groups, support: rows.filter(({ at }) => at.date !== null && days.has(at.date)).length }
}

function found({ set, groups }: Judged, rows: readonly TimedRow[], isBroken: IsBroken, isSettled: boolean): Disorder[] {
  const wrong = new Set(set.rows)
  const right = rows.map((_, index) => index).filter((index) => !wrong.has(index))
  return groups.flatMap(({ rows: group, slip }): Disorder[] => {
    const [first = 0] = group
    const last = group.at(-1) ?? first
    // Where all rows down to a place may be moved, or all from there on, that place is what is seen.
    const isHead = !slip && first === 0 && last > 0 && isBroken(last, last + 1)
    const here = isHead ? last + 1 : first
    const above = isHead ? last : right.findLast((index) => index < first && isBroken(index, first))
    const [row, other] = [
      rows[here],
      rows[above ?? right.find((index) => index > first && isBroken(first, index)) ?? -1],
    ]
    if (!row || !other) return []
    const isOdd = [row, other].some(({ at }) => isVague({ at }))
    const isOnly = set.isOnly || isSettled
    return [{ row: row.event, other: other.event, isBelow: above === undefined, isOnly, isVague: isOdd, slip }]
  })
}

/**
 * The one change of a part of the date that puts some wrong rows where they stand. A row without a date of its own has
 * that of the row above it.
 * @param without all wrong rows: the others of them do not count
 */
function commonSlip(
  wrong: readonly number[],
  without: readonly number[],
  rows: readonly TimedRow[],
  newestFirst: boolean,
): CommonSlip | null {
  const dated = wrong.find((index) => rows[index]?.event.reading?.date)
  const first = dated === undefined ? undefined : rows[dated]
  if (dated === undefined || dated !== wrong[0] || !first?.at.date) return null
  if (rows.some((_, index) => !wrong.includes(index) && wrong.includes(dayGiver(index, rows)))) return null
  const isRight = (index: number) => !without.includes(index)
  const above = rows.findLast(({ at }, index) => index < dated && isRight(index) && at.date)?.at.date ?? null
  const below = rows.find(({ at }, index) => index > dated && isRight(index) && at.date)?.at.date ?? null
  const slips = datesAround(newestFirst ? below : above, newestFirst ? above : below).flatMap((date) => {
    const part = first.at.date === null ? null : changedPart(first.at.date, date)
    return part ? changed(part, date, wrong, without, rows, newestFirst) : []
  })
  const [slip, ...others] = slips
  if (!slip || others.length === 0 || above === null || below === null) return slip ?? null
  // Of several days the one beside that which is written, as midnight is forgotten easily; else that of a neighbour.
  const dayOf = ({ rows: [row] }: CommonSlip) => row?.right.date ?? ''
  const beside = slips.filter((one) => first.at.date && Math.abs(daysBetween(first.at.date, dayOf(one))) === 1)
  const near = beside.length > 0 ? beside : slips.filter((one) => dayOf(one) === above || dayOf(one) === below)
  return near[0] && near.length === 1 ? { ...near[0], isSure: false } : null
}

/** The row that a row has its date from: the last one that has one of its own. */
function dayGiver(index: number, rows: readonly TimedRow[]): number {
  return rows.findLastIndex(({ event }, at) => at <= index && event.reading?.date)
}

/** The change, where it puts all of the wrong rows in order. */
function changed(
  part: DatePart,
  date: string,
  wrong: readonly number[],
  without: readonly number[],
  rows: readonly TimedRow[],
  newestFirst: boolean,
): CommonSlip[] {
  const old = rows[wrong[0] ?? 0]?.at.date
  const after = new Map<number, Moment>()
  for (const index of wrong) {
    const at = rows[index]?.at
    const day = at?.date && old ? withPart(at.date, part, old, date) : null
    if (!at || day === null) return []
    after.set(index, { ...at, date: day })
  }
  const kept = rows.flatMap((row, index): TimedRow[] => {
    const right = after.get(index)
    if (right) return [{ ...row, at: right }]
    return without.includes(index) ? [] : [row]
  })
  const isBroken = comparing(kept, newestFirst)
  if (kept.some((_, index) => index > 0 && isBroken(index - 1, index))) return []
  const mended = [...after].flatMap(([index, right]) => {
    const event = rows[index]?.event
    return event?.reading?.date ? [{ event, right }] : []
  })
  return [{ part, isSure: true, rows: mended }]
}
