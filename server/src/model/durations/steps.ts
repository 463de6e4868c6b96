/** How long the incident took from one stage to the next. */
import { compareMoments } from '../../time/index.ts'
import type { PostMortem } from '../post-mortem.ts'
import {
  countedPoint,
  isOneIncident,
  type MetricPoint,
  type MetricSpan,
  MILESTONES,
  pointOf,
  secondsOf,
} from '../timeline/counted.ts'

/** From one stage to the next that the document records. */
export interface Step extends MetricSpan {
  /** What the stages are called: headings of phases as written, else names of milestones. */
  readonly names: readonly [from: string, to: string]
  readonly seconds: number
  /** Seconds from the first stage to `to`; null when that is not known. */
  readonly sinceFirst: number | null
}

type Source = Pick<PostMortem, 'timeline' | 'incidents' | 'window' | 'metadata'>

/**
 * The time between consecutive phases, or where the timeline has none between consecutive milestones, in the order of
 * their times. Entries whose time is a guess are passed over; none for several incidents.
 */
export function stepsOf(source: Source): Step[] {
  if (!isOneIncident(source)) return []
  const phases = source.timeline
    .filter(({ form, uncertain }) => form === 'phase' && !uncertain)
    .flatMap((event) => pointOf(event) ?? [])
  const stages = phases.length > 1 ? phases.map((point) => ({ point, name: point.text })) : milestones(source)
  const first = stages[0]
  return stages.slice(1).flatMap(({ point: to, name }, index) => {
    const before = stages[index]
    const seconds = before ? secondsOf({ from: before.point, to }) : null
    if (!first || !before || seconds === null) return []
    const sinceFirst = secondsOf({ from: first.point, to })
    return [{ from: before.point, to, names: [before.name, name] as const, seconds, sinceFirst }]
  })
}

function milestones(source: Source): { point: MetricPoint; name: string }[] {
  const found = MILESTONES.flatMap((name) => {
    const point = countedPoint(source, name)
    return point ? [{ point, name }] : []
  })
  return found.sort((a, b) => compareMoments(a.point.at, b.point.at) ?? 0)
}
