/** What the rows of a run say on their own, gathered once for each run. */
import { memoize } from '../../memoize.ts'
import { kept } from '../kept.ts'
import type { Moment } from '../moment.ts'
import type { DateReading } from '../read/date-at.ts'
import { sameContext } from '../same.ts'
import type { TimeReading } from '../time-point.ts'
import { halvesOf, MIN_MIDNIGHT_SECONDS, stepBetween } from './jump.ts'
import { type Halves, momentOf, resolveDate, type SequenceContext, zoneOf } from './resolve.ts'
import type { Run, SequenceEntry } from './sequence-entry.ts'

/** What does not depend on the document around. First and last are in the order of the text. */
export interface RunFacts {
  readonly firstHeading: DateReading | null
  readonly lastHeading: DateReading | null
  /** Rows with a clock time. */
  readonly firstTimed: SequenceEntry | null
  readonly lastTimed: SequenceEntry | null
  /** Of all clock times, see `clockKey`. */
  readonly clocks: readonly number[]
  readonly hasOffsets: boolean
  readonly halves: Halves
}

/** The facts of a run. */
export const factsOf = memoize((run: Run): RunFacts => {
  const headings = run.flatMap(({ dateAbove }) => dateAbove ?? [])
  const timed = run.filter(({ reading }) => reading?.clock)
  return {
    firstHeading: headings[0] ?? null,
    lastHeading: headings.at(-1) ?? null,
    firstTimed: timed[0] ?? null,
    lastTimed: timed.at(-1) ?? null,
    clocks: timed.flatMap(({ reading }) => (reading ? [clockKey(reading)] : [])),
    hasOffsets: run.some(({ reading }) => reading && reading.offsetSeconds !== null),
    halves: halvesOf(run.map(({ reading }) => reading)),
  }
})

/** A number for each clock time as written. */
export function clockKey({ clock }: TimeReading): number {
  return clock ? (clock.hour * 100 + clock.minute) * 100 + (clock.second ?? 0) : 0
}

/** Which halves of the day all the runs tell apart. */
export function halvesOfAll(runs: readonly Run[]): Halves {
  const found = new Set(runs.map((run) => factsOf(run).halves))
  return found.has('never') ? 'never' : found.has('written') ? 'written' : 'unknown'
}

/** Whether most steps of a list go back, by what its times alone say. Two rows are no order. */
export function runsNewestFirst(runs: readonly Run[], context: SequenceContext): boolean {
  let back = 0
  let forth = 0
  let last: Moment | null = null
  for (const run of runs) {
    const order = orderOf(run, context)
    if (order.hasDateRow) return false
    if (order.isEmpty) continue
    const into = direction(last, order.first)
    back += order.back + (into < 0 ? 1 : 0)
    forth += order.forth + (into > 0 ? 1 : 0)
    last = order.last
  }
  return back >= 2 && back > 2 * forth
}

/** The order of the times of a run. */
interface Order {
  /** A date in a row of its own is for the rows below it. */
  readonly hasDateRow: boolean
  readonly isEmpty: boolean
  /** Null where the time is impossible. */
  readonly first: Moment | null
  readonly last: Moment | null
  /** Steps that go back, and that go forth. */
  readonly back: number
  readonly forth: number
}

const orderOf: (run: Run, context: SequenceContext) => Order = kept((run: Run, context: SequenceContext): Order => {
  const times = run.flatMap(({ reading }) => (reading?.clock || reading?.date ? [reading] : []))
  const moments = times.map((reading) => {
    const date = reading.date && resolveDate(reading.date, context)
    return momentOf(reading, date, zoneOf(reading, null, context))
  })
  const steps = moments.map((moment, index) => direction(moments[index - 1] ?? null, moment))
  return {
    hasDateRow: times.some(({ clock }) => !clock),
    isEmpty: times.length === 0,
    first: moments[0] ?? null,
    last: moments.at(-1) ?? null,
    back: steps.filter((step) => step < 0).length,
    forth: steps.filter((step) => step > 0).length,
  }
}, sameContext)

/** Negative for a step back, positive for one forth, 0 where the times say neither. */
function direction(before: Moment | null, moment: Moment | null): number {
  if (!moment || !before || !moment.date !== !before.date) return 0
  const step = stepBetween(before, moment)
  // Without dates a long step, back or forth, is a new day.
  return !moment.date && Math.abs(step) > MIN_MIDNIGHT_SECONDS ? 0 : step
}
