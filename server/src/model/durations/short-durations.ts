/**
 * Durations where nobody wrote down the start. It is not after the detection, so what is measured from it is no less than
 * what passed from the detection on; and metrics that stand together are measured from the same point.
 */
import { daysBetween, durationsAgree, type Moment } from '../../time/index.ts'
import type { StatedDuration } from '../post-mortem.ts'
import type { PointName } from './duration-kinds.ts'
import { type Measured, measure, type Points } from './duration-points.ts'

/** Of a night in which nobody has to work. Less than that for each night is no matter of support hours. */
const MIN_NIGHT_SECONDS = 4 * 3600
const ENDS: readonly PointName[] = ['mitigated', 'repaired', 'resolved', 'closed']

/**
 * Null where it is long enough, fits between any two points, or only phrases say what the points are.
 * @param end what is measured to; another end would be a guess
 */
export function shortOf(
  stated: StatedDuration,
  end: PointName | null,
  points: Points,
): { readonly verdict: 'short' | 'short-by-hours'; readonly least: Measured } | null {
  const { reading } = stated
  const fromDetection = end === null ? [] : measure(points, ['detected', end])
  const least = fromDetection.find(({ from, to }) => from.isMarked && to.isMarked)
  if (!least || points.has('started') || reading.seconds >= least.seconds) return null
  const names = [...points.keys()]
  const known = names.flatMap((from) => ENDS.flatMap((to) => measure(points, [from, to])))
  const agrees = ({ seconds, from, to }: Measured) =>
    durationsAgree({ ...reading, approximate: reading.approximate || isRough(from) || isRough(to) }, seconds)
  if ([least, ...known].some(agrees)) return null
  return { verdict: mayCountHours(stated, least) ? 'short-by-hours' : 'short', least }
}

function isRough({ at }: Measured['from']): boolean {
  return at.approximate
}

/** Whether nights may have been left out. A midnight that was forgotten is none. */
function mayCountHours({ reading }: StatedDuration, { from, to, seconds }: Measured): boolean {
  const nights = from.at.date && to.at.date ? daysBetween(from.at.date, to.at.date) : 0
  if (nights === 0 || seconds - reading.seconds < nights * MIN_NIGHT_SECONDS) return false
  return !durationsAgree(reading, clockSeconds(from.at) - clockSeconds(to.at))
}

/** Since midnight. */
function clockSeconds({ clock }: Moment): number {
  const [hours = 0, minutes = 0, seconds = 0] = (clock ?? '').split(':').map(Number)
  return hours * 3600 + minutes * 60 + seconds
}

/** A metric, with what it is usually measured to. */
export interface MetricTo {
  readonly stated: StatedDuration
  readonly end: PointName | null
}

/** Points from which the metrics of a block may all be measured, though none of them is the start. */
const BASES: readonly PointName[] = ['detected', 'declared']

/** Those of them from which one of the metrics is exactly what passed. */
export function basesOf(metrics: readonly MetricTo[], points: Points): readonly PointName[] {
  return BASES.filter((base) =>
    metrics.some(({ stated, end }) => fromBase(base, end, points)?.seconds === stated.reading.seconds),
  )
}

/**
 * What a metric should be, where nobody wrote down the start: one that stands beside it is exactly what passed from
 * another point on, so this one is measured from there too. Null where it fits between any two points.
 * @param bases of the metrics beside it, see {@link basesOf}; whether its own is among them makes no difference
 */
export function byBase({ stated, end }: MetricTo, bases: readonly PointName[], points: Points): Measured | null {
  if (points.has('started') || end === null) return null
  const [base] = bases
  const own = base && bases.length === 1 ? fromBase(base, end, points) : undefined
  if (!own || own.seconds === 0 || durationsAgree(stated.reading, own.seconds)) return null
  const known = [...points.keys()].flatMap((one) => ENDS.flatMap((to) => measure(points, [one, to])))
  return known.some(({ seconds }) => durationsAgree(stated.reading, seconds)) ? null : own
}

function fromBase(base: PointName, to: PointName | null, points: Points): Measured | undefined {
  if (to === null) return undefined
  return measure(points, [base, to]).find((one) => one.from.isMarked && one.to.isMarked)
}
