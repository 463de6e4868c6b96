/** In which direction the times of a list run. */
import type { Moment } from '../moment.ts'
import { MIN_MIDNIGHT_SECONDS, stepBetween } from './jump.ts'
import { momentOf, resolveDate, type SequenceContext, zoneOf } from './resolve.ts'
import type { SequenceEntry } from './sequence-entry.ts'

/** Whether most steps of a list go back, by what its times alone say. Two rows are no order. */
export function runsNewestFirst(list: readonly SequenceEntry[], context: SequenceContext): boolean {
  const times = list.flatMap(({ reading }) => (reading?.clock || reading?.date ? [reading] : []))
  // A date in a row of its own is for the rows below it.
  if (times.some(({ clock }) => !clock)) return false
  const moments = times.map((reading) => {
    const date = reading.date && resolveDate(reading.date, context)
    return momentOf(reading, date, zoneOf(reading, null, context))
  })
  const steps = moments.map((moment, index) => direction(moments[index - 1] ?? null, moment))
  const back = steps.filter((step) => step < 0).length
  return back >= 2 && back > 2 * steps.filter((step) => step > 0).length
}

/** Negative for a step back, positive for one forth, 0 where the times say neither. */
function direction(before: Moment | null, moment: Moment | null): number {
  if (!moment || !before || !moment.date !== !before.date) return 0
  const step = stepBetween(before, moment)
  // Without dates a long step, back or forth, is a new day.
  return !moment.date && Math.abs(step) > MIN_MIDNIGHT_SECONDS ? 0 : step
}
