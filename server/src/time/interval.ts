import { compareMoments, type Moment, secondShowing } from './moment.ts'
import { DAY_PART_HOURS } from './read/day-parts.ts'
import { inSeconds } from './zone/epoch.ts'

/** A moment, or a range of two. */
export interface TimeSpan {
  readonly at: Moment
  /** The end of a range. */
  readonly until?: Moment | null
}

/** What a time may mean, in seconds: any second from the first to the last. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/**
 * What the seconds count from: the epoch, where the zones are known; 1970 in local time for days, and for times
 * without a zone; midnight, where no day is known.
 */
export type TimeScale = 'epoch' | 'local' | 'day'

/**
 * The seconds between two times: positive when the second begins after the first has ended, negative when it has ended
 * before the first begins, 0 when they may overlap. Null when their order cannot be known: a day is missing, or the
 * zone of one of them. This is the one place where the precision of times decides.
 */
export function gapBetween(a: TimeSpan, b: TimeSpan): number | null {
  return gapOf(placed(a), placed(b))
}

/** The same for times that are compared many times over. */
export function gapOf(a: PlacedSpan, b: PlacedSpan): number | null {
  const scale = commonScale(a, b)
  const first = scale && a.on(scale)
  const second = scale && b.on(scale)
  if (!first || !second) return null
  if (second.from > first.to) return second.from - first.to
  return second.to < first.from ? second.to - first.from : 0
}

/** A time with its place on each scale, computed once. */
export interface PlacedSpan extends TimeSpan {
  readonly isInstant: boolean
  readonly on: (scale: TimeScale) => Interval | null
}

/** Ready to be compared. */
export function placed(span: TimeSpan): PlacedSpan {
  const { at, until = null } = span
  const known = new Map<TimeScale, Interval | null>()
  const on = (scale: TimeScale) => {
    if (!known.has(scale)) known.set(scale, intervalOf(span, scale))
    return known.get(scale) ?? null
  }
  return { at, until, on, isInstant: inSeconds(at)?.epoch != null }
}

/** Whether a time is told so vaguely (a part of a day, not a time of it) that what contradicts it is no more than odd. */
export function isVague({ at: { within } }: TimeSpan): boolean {
  return within !== undefined && within !== 'hour'
}

/** The scale on which two times can be compared, null for none. */
function commonScale({ at: first, isInstant }: PlacedSpan, { at: second, ...other }: PlacedSpan): TimeScale | null {
  if (!first.date !== !second.date) return null
  const isSameZone = first.zone?.name === second.zone?.name
  if (!first.date) return first.clock && second.clock && isSameZone ? 'day' : null
  if (!first.clock || !second.clock) return 'local'
  if (isInstant && other.isInstant) return 'epoch'
  return !isInstant && !other.isInstant && isSameZone ? 'local' : null
}

/**
 * What a time may mean: a minute where it has no seconds, its day or part of the day where it has no clock time, more
 * where it is approximate, both showings of an hour that the clock shows twice. Null where it is not on the scale.
 */
export function intervalOf({ at, until = null }: TimeSpan, scale: TimeScale): Interval | null {
  const start = edgesOf(at, scale)
  const isRange = until !== null && (compareMoments(until, at) ?? 0) >= 0
  const end = isRange ? edgesOf(until, scale) : null
  return start && end ? { from: start.from, to: Math.max(start.to, end.to) } : start
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

function edgesOf(moment: Moment, scale: TimeScale): Interval | null {
  if (!moment.clock) return scale === 'local' ? hoursOf(moment) : null
  const from = secondsAt(moment, scale)
  if (from === null) return null
  const again = scale === 'epoch' ? secondShowing(moment) : null
  const last = (again && !moment.repeated ? secondsAt(again, scale) : null) ?? from
  const unit = moment.clock.length > 5 ? 0 : MINUTE - 1
  const margin = marginOf(moment)
  return { from: from - margin, to: last + unit + margin }
}

/** The day, or the part of it. */
function hoursOf({ date, within }: Moment): Interval | null {
  if (!date) return null
  const midnight = Date.parse(`${date}T00:00Z`) / 1000
  const [from, to] = within && within !== 'hour' ? DAY_PART_HOURS[within] : [0, 24]
  return { from: midnight + from * HOUR, to: midnight + to * HOUR - 1 }
}

function secondsAt(moment: Moment, scale: TimeScale): number | null {
  if (scale === 'day') {
    const seconds = inSeconds({ ...moment, date: '1970-01-01', zone: null })?.wall ?? null
    return seconds === null ? null : seconds % DAY
  }
  const seconds = inSeconds(moment)
  return (scale === 'epoch' ? seconds?.epoch : seconds?.wall) ?? null
}

/** Nobody means `~14:00` to the minute: the rounder, the vaguer. */
function marginOf({ clock, approximate, within }: Moment): number {
  if (within === 'hour') return 59 * MINUTE
  if (!approximate) return 0
  const minute = Number(clock?.slice(3, 5))
  if (minute === 0) return 30 * MINUTE
  return (minute % 15 === 0 ? 15 : 5) * MINUTE
}
