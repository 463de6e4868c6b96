/** Hovers with the metrics of the incident and their working: on the timeline, on its rows, on a stated metric. */

import type { LocatedSection } from '../../model/document/schema.ts'
import { durationKind } from '../../model/durations/duration-kinds.ts'
import { computeMetrics, type Metric } from '../../model/durations/metrics.ts'
import { stepsOf } from '../../model/durations/steps.ts'
import type { Milestone, Place, PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { countedPoint, type MetricPoint, type MetricSpan } from '../../model/timeline/counted.ts'
import { timeAtSeverity } from '../../model/timeline/severity-time.ts'
import { nameKey } from '../../template/names.ts'
import { shortened } from '../../text.ts'
import { formatDuration } from '../../time/index.ts'
import { type DocumentContext, holds } from '../context.ts'
import { clockText, literal } from '../wording.ts'

/** Longest description of a row in a table. */
const MOST = 40

/** What the timeline adds up to, as tables; empty when it records too little. */
export function timelineTables({ postMortem, config }: DocumentContext): string[] {
  const metrics = computeMetrics(postMortem, config.metrics)
  const preset = config.metrics === 'default' ? '' : ` (${config.metrics})`
  const steps = stepsOf(postMortem)
  const severities = timeAtSeverity(postMortem)
  const tables = [
    table(`Metric${preset}`, 'Formula', metrics.map(metricRow)),
    table(
      'Between',
      'Since the first',
      steps.map(({ names, seconds, sinceFirst, ...span }) => [
        names.map(literal).join(' → '),
        formatDuration(seconds),
        sinceFirst === null ? '' : formatDuration(sinceFirst),
        spanText(span),
      ]),
    ),
    table(
      'Severity',
      'Formula',
      severities.map(({ severity, seconds, spans }) => [
        literal(severity),
        formatDuration(seconds),
        'until the next change or the end',
        spans.map(spanText).join('; '),
      ]),
    ),
  ]
  return tables.filter((text) => text !== '')
}

/** The hover on a row that records a milestone, or on a stated metric; null where there is none. */
export function metricsHover(
  context: DocumentContext,
  section: LocatedSection,
  offset: number,
): { readonly place: Place; readonly markdown: string } | null {
  const { postMortem, config } = context
  const metrics = computeMetrics(postMortem, config.metrics)
  const event = postMortem.timeline.find(
    (entry) =>
      entry.section === section.index &&
      (holds(section, entry, offset) || (entry.time !== null && holds(section, entry.time, offset))),
  )
  if (event) {
    const text = milestoneText(event, postMortem, metrics)
    return text ? { place: { section: section.index, start: event.start, end: event.end }, markdown: text } : null
  }
  return statedHover(section, offset, postMortem, metrics)
}

/** Which milestones an entry was taken for, and what they are used in; null when it records none. */
function milestoneText(event: TimelineEvent, postMortem: PostMortem, metrics: readonly Metric[]): string | null {
  if (event.milestones.length === 0) return null
  const names = event.milestones.map((name) => `**${name}**`).join(', ')
  const lines = [`Milestone: ${names}`, ...event.milestones.flatMap((name) => otherText(event, name, postMortem))]
  if (event.uncertain) lines.push('The time is uncertain, so no metric uses it.')
  const used = metrics.filter(({ spans }) => spans.some(({ from, to }) => from.event === event || to.event === event))
  const rows = table('Metric', 'Formula', used.map(metricRow))
  return [lines.join('  \n'), ...(rows === '' ? [] : [rows])].join('\n\n')
}

/** Says so where another row counts for the milestone. */
function otherText(event: TimelineEvent, milestone: Milestone, postMortem: PostMortem): string[] {
  const counted = postMortem.incidents.length > 0 ? null : countedPoint(postMortem, milestone)
  if (!counted || counted.event === event) return []
  return [`Another row counts for *${milestone}*: ${pointText(counted, counted)}`]
}

/** Kinds of stated durations by the metric that computes them. */
const METRIC_OF: Readonly<Record<NonNullable<ReturnType<typeof durationKind>>, readonly Metric['name'][]>> = {
  detect: ['TTD'],
  acknowledge: ['TTA'],
  mitigate: ['TTM'],
  repair: ['TTM'],
  resolve: ['TTR'],
  recover: ['TTR'],
  impact: ['impact'],
  total: ['impact'],
}

function statedHover(section: LocatedSection, offset: number, { durations }: PostMortem, metrics: readonly Metric[]) {
  const field = section.fields.find((candidate) => holds(section, candidate, offset))
  const stated = durations.find(
    ({ section: index, start, end }) =>
      field && index === section.index && field.value.start <= start && end <= field.value.end,
  )
  const kind = field && stated ? durationKind(nameKey(field.name.text)) : null
  if (!field || !kind) return null
  const used = metrics.filter(({ name }) => METRIC_OF[kind].includes(name))
  if (used.length === 0) return null
  const place: Place = { section: section.index, start: field.start, end: field.end }
  return { place, markdown: table('Metric', 'Formula', used.map(metricRow)) }
}

function metricRow({ name, label, seconds, formula, spans }: Metric): string[] {
  const title = name === 'impact' ? 'Impact' : `${name} (${label})`
  return [title, formatDuration(seconds), formula, spans.map(spanText).join('; ')]
}

function spanText({ from, to }: MetricSpan): string {
  return `${pointText(from, to)} → ${pointText(to, from)}`
}

/** `14:02 the alert fired`. */
function pointText({ at, text }: MetricPoint, other: MetricPoint): string {
  return `${clockText(at, other.at)} ${literal(shortened(text, MOST))}`.trim()
}

function table(first: string, third: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const head = [`| ${first} | Time | ${third} | From → To |`, '|---|--:|---|---|']
  return [...head, ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n')
}
