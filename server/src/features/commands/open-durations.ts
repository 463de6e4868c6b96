/** Durations that are still to be filled in, with what the times of the document give for them. */
import type { MetricsPreset } from '../../config/config.ts'
import { type LabelledValue, labelledValues, measuredCells } from '../../model/content/labelled-values.ts'
import { placeholdersIn } from '../../model/content/placeholders.ts'
import { isUnfilled, unfilledIn } from '../../model/content/unfilled.ts'
import { metadataName } from '../../model/document/metadata.ts'
import { isWithin } from '../../model/document/sections.ts'
import { isAboutElse } from '../../model/durations/checked-duration.ts'
import { DURATION_BASES, type DurationKind, durationKind } from '../../model/durations/duration-kinds.ts'
import {
  type DurationPoint,
  type Measured,
  measure,
  type Points,
  pointsOf,
} from '../../model/durations/duration-points.ts'
import { durationSample, durationSamples } from '../../model/durations/duration-sample.ts'
import { computeMetrics, type Metric } from '../../model/durations/metrics.ts'
import { statedRange } from '../../model/durations/stated-range.ts'
import type { Place, PostMortem, Section } from '../../model/post-mortem.ts'
import type { Inline, Range } from '../../outline/outline.ts'
import { formatDuration, type Moment, readTimes } from '../../time/index.ts'
import { durationStyle } from '../duration-style.ts'
import { clockText } from '../wording.ts'

/** A value that is still to be filled in, and what it should be. */
export interface FoundValue {
  /** What is replaced: the placeholder, or an empty value. */
  readonly place: Place
  /** The label of its field. */
  readonly name: string
  readonly to: string
  /** What it was computed from: `detected 13:50 → resolved 15:07`. */
  readonly because: string
}

/** A span of time with the names of its ends. */
interface Span {
  readonly start: Moment
  readonly end: Moment
  readonly seconds: number
  readonly because: string
}

/** In the order of the document; none for a log of several incidents, and none where only support hours count. */
export function openDurations(postMortem: PostMortem, preset: MetricsPreset): FoundValue[] {
  if (postMortem.countsSupportHours || postMortem.incidents.length > 0) return []
  const points = pointsOf(postMortem)
  const candidates = postMortem.sections.flatMap((section) => candidatesIn(section, postMortem))
  const isOnly = ({ kind, section }: Candidate) =>
    !isPart(section) || candidates.filter((other) => other.kind === kind && isPart(other.section)).length === 1
  return candidates.filter(isOnly).flatMap((candidate) => filled(candidate, points, postMortem, preset))
}

/** A field for a duration that holds a placeholder, or nothing. */
interface Candidate {
  readonly section: Section
  readonly kind: DurationKind
  readonly field: LabelledValue & { readonly brackets?: Range | null }
  readonly isEmpty: boolean
  /** Relative to the section. */
  readonly marks: readonly Place[]
}

function candidatesIn(section: Section, { template }: PostMortem): Candidate[] {
  if (isAboutElse(section) || PHASES.some((kind) => isWithin(section, kind))) return []
  const known = template?.template ?? null
  const unfilled = unfilledIn(known)
  const open = placeholdersIn(section, known)
  return [...section.fields, ...measuredCells(section)].flatMap((field) => {
    const kind = kindOf(field.key, section)
    if (kind === null) return []
    const { value } = field
    const marks = marksIn(value, section.index, open)
    const isEmpty = isUnfilled(value, unfilled) || durationSample(value.text) !== null
    return isEmpty || marks.length > 0 ? [{ section, kind, field, isEmpty, marks }] : []
  })
}

/** What is to be filled in, in order; a sample of a duration is that without a template, too. */
function marksIn({ text, start: base, end: last }: Inline, section: number, open: readonly Place[]): Place[] {
  const known = open.filter(({ start, end }) => base <= start && end <= last)
  const samples = [...durationSamples(text), ...inParentheses(text)].map(({ start, end }) => ({
    section,
    start: base + start,
    end: base + end,
  }))
  const others = samples.filter(({ start, end }) => !known.some((mark) => mark.start < end && start < mark.end))
  return [...known, ...others].sort((a, b) => a.start - b.start)
}

/** `([Total duration])` behind a range: in brackets and in parentheses it is a placeholder in any language. */
function inParentheses(text: string): Range[] {
  return [...text.matchAll(/(?<=[(（]\s?)\[[^[\]\n]{2,40}\](?=\s?[)）])/g)]
    .map(({ index, 0: whole }) => ({ start: index, end: index + whole.length }))
    .filter(({ start, end }) => durationSample(text.slice(start, end)) === null)
}

/** In these a length is one of a phase. */
const PHASES = ['timeline', 'detection', 'response', 'investigation', 'mitigation', 'resolution'] as const

/** A sub-section of the impact may be about a part of what was affected. */
function isPart(section: Section): boolean {
  return section.kinds.length === 0 && isWithin(section, 'impact')
}

/** `Response Time` is a latency, unless it stands among the metrics of an incident. */
function kindOf(key: string, section: Section): DurationKind | null {
  const kind = durationKind(key) ?? (metadataName(key) === 'duration' ? 'total' : null)
  if (key !== RESPONSE_TIME) return kind
  const others = [...section.fields, ...labelledValues(section)].map((other) => other.key)
  return others.some((other) => other !== RESPONSE_TIME && durationKind(other) !== null) ? kind : null
}

const RESPONSE_TIME = 'response time'

function filled(candidate: Candidate, points: Points, postMortem: PostMortem, preset: MetricsPreset): FoundValue[] {
  const { kind, field, marks, isEmpty, section } = candidate
  const { name, value } = field
  const times = readTimes(value.text).filter(({ clock }) => clock)
  const stated = times.reduce((sum, { until }) => sum + (until?.clock ? 2 : 1), 0)
  const isSample = (mark: Place) => durationSample(textOf(mark, field)) !== null
  if (marks.length <= 1 && stated === 0) {
    const [mark] = marks
    const text = mark ? textOf(mark, field) : value.text
    if (!isEmpty || CLOCK.test(text)) return []
    const span = spanOf(kind, points, postMortem, preset)
    const { start, end } = field.brackets ?? value
    const place = { section: section.index, start, end }
    return span ? [{ place, name: name.text, to: lengthOf(span, text, postMortem), because: span.because }] : []
  }
  if ((kind !== 'total' && kind !== 'impact') || stated > 2) return []
  // What is missing of start and end comes first, then their length.
  const ends = marks.filter((mark) => !isSample(mark)).slice(0, 2 - stated)
  if (ends.length < 2 - stated) return []
  const [length, ...more] = marks.filter((mark) => !ends.includes(mark))
  if (more.length > 0) return []
  const span =
    stated === 2 ? rangeOf(field, postMortem) : windowOf(kind, stated === 1, field, points, postMortem, preset)
  if (!span) return []
  const { start, end, because } = span
  const texts = stated === 1 ? [clockText(end, start)] : [clockText(start, end), clockText(end, start)]
  return [
    ...ends.map((place, index) => ({ place, to: texts[index] ?? '' })),
    ...(length ? [{ place: length, to: lengthOf(span, textOf(length, field), postMortem) }] : []),
  ].map(({ place: { section: index, start: from, end: to }, to: newText }) => {
    const place = { section: index, start: from, end: to }
    return { place, name: name.text, to: newText, because }
  })
}

/** A time, and no duration. */
const CLOCK = /\bHH:MM\b/

function textOf({ start, end }: Place, { value }: LabelledValue): string {
  return value.text.slice(start - value.start, end - value.start)
}

function lengthOf({ seconds }: Span, sample: string, postMortem: PostMortem): string {
  return formatDuration(seconds, durationStyle(sample, postMortem))
}

/** Of a start and an end that the value states. */
function rangeOf({ value }: LabelledValue, postMortem: PostMortem): Span | null {
  const range = statedRange(value, postMortem)
  if (!range || range === 'several') return null
  const { start, end, seconds } = range
  return { start, end, seconds, because: `${clockText(start, end)} → ${clockText(end, start)}` }
}

/** Of a window whose end is missing, or both. */
function windowOf(
  kind: DurationKind,
  isBegun: boolean,
  { value }: LabelledValue,
  points: Points,
  postMortem: PostMortem,
  preset: MetricsPreset,
): Span | null {
  if (!isBegun) return spanOf(kind, points, postMortem, preset)
  const { place } = postMortem.window
  if (!place || place.start !== value.start) return null
  // From the start that it states itself.
  const own: Points = new Map([...points].map(([name, all]) => [name, name === 'started' ? all.filter(isOfHead) : all]))
  return spanOf(kind, own, postMortem, 'default')
}

function isOfHead({ isEntry }: DurationPoint): boolean {
  return !isEntry
}

/** What the label usually means; where nobody wrote down the start, the first row may stand for it. */
function spanOf(kind: DurationKind, points: Points, postMortem: PostMortem, preset: MetricsPreset): Span | null {
  const metric = preset === 'default' ? undefined : metricOf(kind, postMortem, preset)
  if (metric) return metric
  const usual = DURATION_BASES[kind].usual.flatMap((pair) => measure(points, pair))[0]
  if (usual) return measuredSpan(usual)
  if (points.has('started') || kind === 'detect' || !opensWithStart(postMortem)) return null
  const ends = DURATION_BASES[kind].usual.flatMap(([from, to]) => (from === 'started' ? [to] : []))
  const found = ends.flatMap((to) => measure(points, ['first', to])).find(({ seconds }) => seconds > 0)
  return found ? measuredSpan(found) : null
}

const METRICS: Readonly<Partial<Record<DurationKind, Metric['name']>>> = {
  detect: 'TTD',
  acknowledge: 'TTA',
  mitigate: 'TTM',
  repair: 'TTM',
  resolve: 'TTR',
  impact: 'impact',
}

/** By the formulas that the team has chosen. */
function metricOf(kind: DurationKind, postMortem: PostMortem, preset: MetricsPreset): Span | undefined {
  const metric = computeMetrics(postMortem, preset).find(({ name }) => name === METRICS[kind])
  const [first, last] = [metric?.spans[0], metric?.spans.at(-1)]
  if (!metric || !first || !last) return undefined
  const [start, end] = [first.from.at, last.to.at]
  return start && end ? { start, end, seconds: metric.seconds, because: metric.formula } : undefined
}

/** Whether the first row is where the document begins to count: it is at 0, or the first of its phases. */
function opensWithStart({ timeline }: PostMortem): boolean {
  const first = timeline.find(({ at, uncertain }) => at?.clock && !uncertain)
  return first !== undefined && (first.form === 'phase' || first.offset?.seconds === 0)
}

function measuredSpan({ from, to, seconds }: Measured): Span {
  const [start, end] = [clockText(from.at, to.at), clockText(to.at, from.at)]
  return { start: from.at, end: to.at, seconds, because: `${nameOf(from)} ${start} → ${nameOf(to)} ${end}` }
}

function nameOf({ name }: DurationPoint): string {
  return name === 'first' || name === 'last' ? `${name} entry` : name
}
