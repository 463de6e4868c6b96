/** Hovers with the metrics of the incident and their calculation: on the timeline, on its rows, on a stated metric. */

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
import { containsOffset, type DocumentContext } from '../context.ts'
import { escapeText, joinMarkdown, lines, md, paragraphs, type SafeMarkdown, table } from '../markdown.ts'
import { clockText } from '../wording.ts'
import type { Hover } from './hover-item.ts'

/** Of a row, in a table; UTF-16 code units. */
const MAX_DESCRIPTION_LENGTH = 40

/** Metrics of the timeline as tables; empty when it records too little. */
export function timelineTables({ postMortem, config }: DocumentContext): SafeMarkdown[] {
  const metrics = computeMetrics(postMortem, config.metrics)
  const preset = config.metrics === 'default' ? md`` : md` (${escapeText(config.metrics)})`
  const steps = stepsOf(postMortem)
  const severities = timeAtSeverity(postMortem)
  return [
    spanTable(md`Metric${preset}`, md`Formula`, metrics.map(metricRow)),
    spanTable(
      md`Between`,
      md`Since the first`,
      steps.map(({ names, seconds, sinceFirst, ...span }) => [
        joinMarkdown(names.map(escapeText), ' → '),
        durationText(seconds),
        sinceFirst === null ? md`` : durationText(sinceFirst),
        spanText(span),
      ]),
    ),
    spanTable(
      md`Severity`,
      md`Formula`,
      severities.map(({ severity, seconds, spans }) => [
        escapeText(severity),
        durationText(seconds),
        md`until the next change or the end`,
        joinMarkdown(spans.map(spanText), '; '),
      ]),
    ),
  ].filter((text) => text !== '')
}

/** The hover on a row that records a milestone, or on a stated metric; null where there is none. */
export function metricsHover(context: DocumentContext, section: LocatedSection, offset: number): Hover | null {
  const { postMortem, config } = context
  const metrics = computeMetrics(postMortem, config.metrics)
  const event = postMortem.timeline.find(
    (entry) =>
      entry.section === section.index &&
      (containsOffset(section, entry, offset) || (entry.time !== null && containsOffset(section, entry.time, offset))),
  )
  if (event) {
    const text = milestoneText(event, postMortem, metrics)
    return text ? { place: { section: section.index, start: event.start, end: event.end }, markdown: text } : null
  }
  return statedHover(section, offset, postMortem, metrics)
}

/** The milestones of an entry, and the metrics that use them; null when it has none. */
function milestoneText(event: TimelineEvent, postMortem: PostMortem, metrics: readonly Metric[]): SafeMarkdown | null {
  if (event.milestones.length === 0) return null
  const names = event.milestones.map((name) => md`**${escapeText(name)}**`)
  const said = lines([
    md`Milestone: ${joinMarkdown(names, ', ')}`,
    ...event.milestones.map((name) => otherText(event, name, postMortem)),
    event.uncertain ? md`The time is uncertain, so no metric uses it.` : md``,
  ])
  const used = metrics.filter(({ spans }) => spans.some(({ from, to }) => from.event === event || to.event === event))
  return paragraphs([said, spanTable(md`Metric`, md`Formula`, used.map(metricRow))])
}

/** A note where another row counts for the milestone; else empty. */
function otherText(event: TimelineEvent, milestone: Milestone, postMortem: PostMortem): SafeMarkdown {
  const counted = postMortem.incidents.length > 0 ? null : countedPoint(postMortem, milestone)
  if (!counted || counted.event === event) return md``
  return md`Another row counts for *${escapeText(milestone)}*: ${pointText(counted, counted)}`
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
  const field = section.fields.find((candidate) => containsOffset(section, candidate, offset))
  const stated = durations.find(
    ({ section: index, start, end }) =>
      field && index === section.index && field.value.start <= start && end <= field.value.end,
  )
  const kind = field && stated ? durationKind(nameKey(field.name.text)) : null
  if (!field || !kind) return null
  const used = metrics.filter(({ name }) => METRIC_OF[kind].includes(name))
  if (used.length === 0) return null
  const place: Place = { section: section.index, start: field.start, end: field.end }
  return { place, markdown: spanTable(md`Metric`, md`Formula`, used.map(metricRow)) }
}

function metricRow({ name, label, seconds, formula, spans }: Metric): SafeMarkdown[] {
  const title = name === 'impact' ? md`Impact` : md`${escapeText(name)} (${escapeText(label)})`
  return [title, durationText(seconds), escapeText(formula), joinMarkdown(spans.map(spanText), '; ')]
}

function spanText({ from, to }: MetricSpan): SafeMarkdown {
  return md`${pointText(from, to)} → ${pointText(to, from)}`
}

/** `14:02 the alert fired`. */
function pointText({ at, text }: MetricPoint, other: MetricPoint): SafeMarkdown {
  return escapeText(`${clockText(at, other.at)} ${shortened(text, MAX_DESCRIPTION_LENGTH)}`.trim())
}

function durationText(seconds: number): SafeMarkdown {
  return escapeText(formatDuration(seconds))
}

/** A table of durations, each with its start and end in the last cell. */
function spanTable(first: SafeMarkdown, third: SafeMarkdown, rows: readonly (readonly SafeMarkdown[])[]): SafeMarkdown {
  const time = { title: md`Time`, align: 'right' as const }
  return table([{ title: first }, time, { title: third }, { title: md`From → To` }], rows)
}
