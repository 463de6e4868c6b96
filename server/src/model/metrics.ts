/** Metrics of one incident from its milestones, by the `default` preset of the domain. */
import { secondsBetween } from '../time/index.ts'
import type { Milestone, PostMortem, TimelineEvent } from './post-mortem.ts'
import { firstOf, lastOf } from './window.ts'

/** A metric with its working. */
export interface Metric {
  /** `TTD`: one incident; a mean over many would be MTTD. */
  readonly name: 'TTD' | 'TTA' | 'TTM' | 'TTR'
  readonly label: string
  readonly seconds: number
  readonly from: TimelineEvent
  readonly to: TimelineEvent
  /** `detected − started`. */
  readonly formula: string
}

interface Formula {
  readonly name: Metric['name']
  readonly label: string
  readonly to: Milestone
  readonly from: Milestone
  /** The first detection and acknowledgement count, the last mitigation and resolution. */
  readonly which: 'first' | 'last'
}

const DEFAULT: readonly Formula[] = [
  { name: 'TTD', label: 'time to detect', from: 'started', to: 'detected', which: 'first' },
  { name: 'TTA', label: 'time to acknowledge', from: 'detected', to: 'acknowledged', which: 'first' },
  { name: 'TTM', label: 'time to mitigate', from: 'started', to: 'mitigated', which: 'last' },
  { name: 'TTR', label: 'time to resolve', from: 'started', to: 'resolved', which: 'last' },
]

/** The metrics that the timeline allows; none for a log of several incidents, and none whose times are not both known, or run backwards. */
export function computeMetrics({ timeline, incidents }: Pick<PostMortem, 'timeline' | 'incidents'>): Metric[] {
  if (incidents.length > 0) return []
  return DEFAULT.flatMap(({ name, label, from, to, which }) => {
    const first = firstOf(timeline, from)
    const second = which === 'first' ? firstOf(timeline, to) : lastOf(timeline, to)
    if (!first?.at || !second?.at) return []
    const seconds = secondsBetween(first.at, second.at)
    if (seconds === null || seconds < 0) return []
    return [{ name, label, seconds, from: first, to: second, formula: `${to} − ${from}` }]
  })
}
