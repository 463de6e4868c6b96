/** The direction in which the times of a list run. */
import type { Moment } from '../moment.ts'
import { MIN_MIDNIGHT_SECONDS, stepBetween } from './jump.ts'
import { momentOf, resolveDate, type SequenceContext, zoneOf } from './resolve.ts'
import type { SequenceEntry } from './sequence-entry.ts'

/** Whether most steps of a list go back, by its times alone. Two rows have no order. */
export function runsNewestFirst(list: readonly SequenceEntry[], context: SequenceContext): boolean {
  const times = list.flatMap(({ reading }) => (reading?.clock || reading?.date ? [reading] : []))
  // A date in its own row applies to the rows below.
  if (times.some(({ clock }) => !clock)) return false
  const moments = times.map((reading) => {
    const date = reading.date && resolveDate(reading.date, context)
    return momentOf(reading, date, zoneOf(reading, null, context))
  })
  const steps = moments.map((moment, index) => direction(moments[index - 1] ?? null, moment))
  const back = steps.filter((step) => step < 0).length
  return back >= 2 && back > 2 * steps.filter((step) => step > 0).length
}

/** Negative for a step back, positive for a step forward, 0 when not known. */
function direction(previous: Moment | null, moment: Moment | null): number {
  if (!moment || !previous || !moment.date !== !previous.date) return 0
  const step = stepBetween(previous, moment)
  // Without dates a long step in either direction is a new day.
  return !moment.date && Math.abs(step) > MIN_MIDNIGHT_SECONDS ? 0 : step
}
