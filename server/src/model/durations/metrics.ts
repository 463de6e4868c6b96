/** Metrics of one incident from its milestones, by the formulas that a team has chosen. */
import type { MetricsPreset } from '../../config/config.ts'
import type { Milestone, PostMortem } from '../post-mortem.ts'
import { countedPoint, isOneIncident, type MetricSpan, secondsOf } from '../timeline/counted.ts'
import { impactWindows } from './impact-windows.ts'

/** A metric with its working. */
export interface Metric {
  /** `TTD`: of one incident; a mean over many would be MTTD. */
  readonly name: 'TTD' | 'TTA' | 'TTM' | 'TTR' | 'impact'
  /** `time to detect`. */
  readonly label: string
  readonly seconds: number
  /** `detected − started`. */
  readonly formula: string
  /** What it was computed from: more than one span where times are added up. */
  readonly spans: readonly MetricSpan[]
}

interface Formula {
  readonly name: Metric['name']
  readonly label: string
  readonly from: Milestone
  /** The first of them that the timeline records. */
  readonly to: readonly Milestone[]
  /** What the formula calls the start, where it is not the name of the milestone. */
  readonly called?: string
}

const TTD: Formula = { name: 'TTD', label: 'time to detect', from: 'started', to: ['detected'] }
const TTA: Formula = { name: 'TTA', label: 'time to acknowledge', from: 'detected', to: ['acknowledged'] }
const TTM: Formula = { name: 'TTM', label: 'time to mitigate', from: 'started', to: ['mitigated'] }
const TTR: Formula = { name: 'TTR', label: 'time to resolve', from: 'started', to: ['resolved'] }
const IMPACT: Formula = { name: 'impact', label: 'time of impact', from: 'started', to: ['resolved', 'mitigated'] }

/** What metrics are computed from. */
type Source = Pick<PostMortem, 'timeline' | 'incidents' | 'window' | 'metadata'>
type Compute = (source: Source) => Metric[]

/** Sources disagree about what each metric measures: the domain's table. */
const PRESETS: Record<MetricsPreset, readonly Compute[]> = {
  default: [TTD, TTA, TTM, TTR, IMPACT].map(between),
  rootly: [TTD, { ...TTA, from: 'started' as const }, TTM, TTR, { ...IMPACT, to: ['mitigated' as const] }].map(between),
  datadog: [
    between({ ...TTD, called: 'first impact' }),
    repair,
    between({ ...TTR, from: 'declared' }),
    (source) => sum(impactWindows(source)),
  ],
}

/**
 * The metrics that the timeline allows; none for a log of several incidents, and none whose times are guessed, not
 * both known, of a known and an unknown zone, or run backwards.
 */
export function computeMetrics(source: Source, preset: MetricsPreset = 'default'): Metric[] {
  return isOneIncident(source) ? PRESETS[preset].flatMap((compute) => compute(source)) : []
}

function between({ name, label, from, to, called }: Formula): Compute {
  return (source) => {
    const first = countedPoint(source, from)
    const end = to.find((milestone) => source.timeline.some(({ milestones }) => milestones.includes(milestone)))
    const last = end ? countedPoint(source, end) : null
    return first && last ? metric(name, label, `${end} − ${called ?? from}`, { from: first, to: last }) : []
  }
}

function repair(source: Source): Metric[] {
  const detected = countedPoint(source, 'detected')
  const last = impactWindows(source).at(-1)
  if (!detected || !last) return []
  return metric('TTM', 'time to repair', 'last impact − detected', { from: detected, to: last.to })
}

function sum(spans: readonly MetricSpan[]): Metric[] {
  const lengths = spans.map(secondsOf)
  if (spans.length === 0 || lengths.includes(null)) return []
  const seconds = lengths.reduce<number>((total, length) => total + (length ?? 0), 0)
  return [{ name: 'impact', label: 'time of impact', seconds, formula: 'sum of impact windows', spans }]
}

function metric(name: Metric['name'], label: string, formula: string, span: MetricSpan): Metric[] {
  const seconds = secondsOf(span)
  return seconds === null ? [] : [{ name, label, seconds, formula, spans: [span] }]
}
