/** The range of times that a value gives: `13:42 to 15:07 (85 min)`. */
import { memoize } from '../../memoize.ts'
import type { Inline } from '../../outline/outline.ts'
import {
  type Moment,
  readTimes,
  resolveMoment,
  resolveUntil,
  secondsBetween,
  type TimeReading,
} from '../../time/index.ts'
import { contextOf, optionsOf } from '../content/written.ts'
import type { PostMortem } from '../post-mortem.ts'

/** A start and an end in one value. Offsets of the readings are relative to the value's text. */
export interface StatedRange {
  readonly start: Moment
  readonly end: Moment
  /** The first time; its `until` is the end where the two are written as one range. */
  readonly first: TimeReading
  /** The second time where the two are written apart, else null. */
  readonly second: TimeReading | null
  /** From the start of the first to the end of the last time in the value. */
  readonly from: number
  readonly to: number
  /** Never negative. */
  readonly seconds: number
}

/** Null when the value gives no range, or none that is known in full and runs forwards; `several` for more than one. */
export function statedRange(
  value: Inline,
  { date, window, zone, dateOrder }: Parameters<typeof contextOf>[0],
): StatedRange | 'several' | null {
  return rangeIn(value, date, window, zone, dateOrder)
}

const rangeIn = memoize(
  (
    value: Inline,
    date: PostMortem['date'],
    window: PostMortem['window'],
    zone: PostMortem['zone'],
    dateOrder: PostMortem['dateOrder'],
  ): StatedRange | 'several' | null => {
    const readings = readTimes(value.text, optionsOf({ dateOrder })).filter(({ clock }) => clock)
    const [first, second = null] = readings
    if (!first || !(first.until ?? second)) return null
    if (readings.length > (first.until ? 1 : 2) || (!first.until && second?.until)) return 'several'
    const until = first.until ?? second
    const context = contextOf({ date, window, zone, dateOrder })
    const start = resolveMoment(first, context)
    const end = resolveUntil({ ...first, until }, start, context)
    const seconds = start && end ? secondsBetween(start, end) : null
    if (!start || !end || seconds === null || seconds < 0) return null
    const apart = first.until ? null : second
    return { start, end, first, second: apart, from: first.start, to: (apart ?? first).end, seconds }
  },
)
