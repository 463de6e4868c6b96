/** The durations that the text states, each beside what the times of the document give. */
import { groupBy } from '../../group-by.ts'
import { memoize } from '../../memoize.ts'
import type { Inline } from '../../outline/outline.ts'
import {
  compareMoments,
  durationsAgree,
  formatDuration,
  type Moment,
  readDuration,
  readDurations,
} from '../../time/index.ts'
import { type LabelledValue, labelledAt, labelledValues } from '../content/labelled-values.ts'
import { isWithin } from '../document/sections.ts'
import type { PostMortem, Section, StatedDuration } from '../post-mortem.ts'
import { type CheckedDuration, isAboutElse } from './checked-duration.ts'
import { DURATION_BASES, type DurationKind, durationKind, type Pair, type PointName } from './duration-kinds.ts'
import { measure, type Points, pointsOf } from './duration-points.ts'
import { rangesOfParts } from './part-ranges.ts'
import { basesOf, byBase, type MetricTo, shortOf } from './short-durations.ts'
import { type StatedRange, statedRange } from './stated-range.ts'

/** All that can be checked. Where the document counts support hours, or a value says more than one duration, nothing. */
export const checkedDurations = memoize((postMortem: PostMortem): readonly CheckedDuration[] => {
  const { durations, countsSupportHours } = postMortem
  if (countsSupportHours) return []
  const parts = rangesOfParts(postMortem)
  if (durations.length === 0) return parts
  const points = hasSeveralRanges(postMortem) ? new Map() : pointsOf(postMortem)
  const found = durations.flatMap((stated) => check(stated, points, postMortem) ?? [])
  const known = new Set(found.flatMap(({ range, stated }) => (range ? stated.start : [])))
  return [...found, ...parts.filter(({ stated }) => !known.has(stated.start))]
})

/** By section: the points from which its metrics are measured, though none is the start. */
const basesBySection = memoize((points: Points, postMortem: PostMortem): ReadonlyMap<number, readonly PointName[]> => {
  const metrics = labelledDurations(postMortem).filter(({ isMetric, kind, range }) => isMetric && kind && !range)
  const sections = groupBy(metrics, ({ stated }) => stated.section)
  return new Map([...sections].map(([section, all]) => [section, basesOf(all.map(toEnd), points)]))
})

function toEnd({ stated, kind }: LabelledDuration): MetricTo {
  return { stated, end: kind && endOf(kind) }
}

/** What a metric is usually measured to. */
function endOf(kind: DurationKind): PointName | null {
  return DURATION_BASES[kind].usual[0]?.[1] ?? null
}

/** What a stale duration should say, written as the old one was; null where it is not stale or cannot be written so. */
export function recomputed({ stated, verdict, seconds }: CheckedDuration): string | null {
  if (verdict === 'agrees' || verdict.startsWith('short')) return null
  const text = formatDuration(seconds, stated.reading.style)
  const reading = readDuration(text)
  return reading && durationsAgree(reading, seconds) && text !== stated.text ? text : null
}

/** A duration under a label, which is all that its value says. */
export type LabelledDuration = Pick<CheckedDuration, 'stated' | 'kind' | 'isMetric' | 'field' | 'range'>

/** All that have a label of which something is known, also where no time is there to check them. */
export const labelledDurations = memoize((postMortem: PostMortem): readonly LabelledDuration[] => {
  if (postMortem.countsSupportHours) return []
  return postMortem.durations.flatMap((stated) => labelled(stated, postMortem) ?? [])
})

function labelled(stated: StatedDuration, postMortem: PostMortem): LabelledDuration | null {
  const section = postMortem.sections[stated.section]
  const field = labelledAt(stated, postMortem)
  if (!section || !field || isAboutElse(section)) return null
  const kind = kindOf(field, section)
  const range = statedRange(field.value, postMortem)
  if (range === 'several' || !standsAlone(stated, field, range)) return null
  const isMetric = kind !== null && (!/^(?:total|impact)$/.test(kind) || isWithin(section, 'metrics'))
  if (!range && kind !== null && !isMetric && isOfPart(section)) return null
  return { stated, kind, isMetric, field, range }
}

function check(stated: StatedDuration, points: Points, postMortem: PostMortem): CheckedDuration | null {
  const common = labelled(stated, postMortem)
  if (!common) return null
  const { kind, field, range } = common
  const agrees = (seconds: number, ends: readonly Moment[]) => durationsAgree(readingOf(stated, field, ends), seconds)
  if (range) {
    if (kind === null && !OF_A_RANGE.test(field.key)) return null
    const verdict = agrees(range.seconds, [range.start, range.end]) ? 'agrees' : 'differs'
    return { ...common, verdict, seconds: range.seconds, usual: null, fits: null }
  }
  if (kind === null) return null
  const base = DURATION_BASES[kind]
  const fitting = (among: readonly Pair[]) =>
    among.flatMap((pair) => measure(points, pair)).filter(({ seconds, from, to }) => agrees(seconds, [from.at, to.at]))
  const usual = base.usual.flatMap((pair) => measure(points, pair))[0]
  if (!usual) {
    if (!common.isMetric) return null
    const end = endOf(kind)
    const short = shortOf(stated, end, points)
    if (short)
      return { ...common, verdict: short.verdict, seconds: short.least.seconds, usual: short.least, fits: null }
    const bases = basesBySection(points, postMortem).get(stated.section) ?? []
    const own = byBase({ stated, end }, bases, points)
    return own && { ...common, verdict: 'differs', seconds: own.seconds, usual: own, fits: null }
  }
  const found = { ...common, seconds: usual.seconds, usual }
  if (fitting([...base.usual, ...base.allowed]).length > 0) return { ...found, verdict: 'agrees', fits: null }
  // Measured from a start that nobody wrote down it may well be longer.
  const isOpen = !points.has('started') && stated.reading.seconds > usual.seconds
  if (isOpen) return null
  // Another base is named only where it is more than near.
  const unit = SECONDS_IN[stated.reading.smallestUnit]
  const fits = fitting(base.others).find(({ seconds }) => Math.abs(seconds - stated.reading.seconds) < unit) ?? null
  return { ...found, verdict: fits ? 'other' : 'differs', fits }
}

const SECONDS_IN = { week: 604_800, day: 86_400, hour: 3600, minute: 60, second: 1 } as const

/** A total beside a range of times is one of that range, whatever it is called. */
const OF_A_RANGE = /duration|downtime|outage|length|elapsed|window|期間|時間|varighet/

/** Sections in which a length without a range is one of a phase, or of a part of what was affected. */
const PHASES = ['timeline', 'detection', 'response', 'investigation', 'mitigation', 'resolution'] as const

function isOfPart(section: Section): boolean {
  return PHASES.some((kind) => isWithin(section, kind)) || (section.kinds.length === 0 && isWithin(section, 'impact'))
}

/** Totals of different times: the document tells of several incidents or windows, and its milestones are of any. */
function hasSeveralRanges(postMortem: PostMortem): boolean {
  const ranges = postMortem.durations.flatMap((stated) => {
    const field = labelledAt(stated, postMortem)
    const range =
      field && /^(?:total|impact)$/.test(durationKind(field.key) ?? '') && statedRange(field.value, postMortem)
    return range && range !== 'several' ? [range] : []
  })
  const [first] = ranges
  const isBefore = (a: Moment, b: Moment) => (compareMoments(a, b) ?? 0) < 0
  return ranges.some(({ start, end }) => first && (isBefore(first.end, start) || isBefore(end, first.start)))
}

/** `Response Time` is a latency, unless it stands among the metrics of an incident. */
function kindOf({ key }: LabelledValue, section: Section): DurationKind | null {
  return key !== RESPONSE_TIME || hasMetrics(section) ? durationKind(key) : null
}

const RESPONSE_TIME = 'response time'

/** Whether it states other durations. */
const hasMetrics = memoize((section: Section) =>
  labelledValues(section).some(({ key }) => key !== RESPONSE_TIME && durationKind(key) !== null),
)

const SEPARATE =
  /\b(?:per|each|every|intermittent\w*|excluding|except|not counting|combined|across|sum|respectively|average|median|quarter|month|year|target|goal|slo)\b|→|->/i
/** Words and marks that may stand before a total, besides its range. */
const LEAD = /^(?:[^\p{L}\p{N}]|\b(?:from|to|until|till|for|in|lasted|total(?:l?ing)?|of|approx|about|a|the)\b)*$/iu
const TAIL =
  /^\s*(?:$|[)\]）.,;:*_—–]|-\s|[([（]|(?:of |in )?(?:total|(?:active |customer |user |full )?(?:impact|outage|downtime|degradation|disruption))\b)/i

/** Whether the value says this one duration and means it for the whole. */
function standsAlone(stated: StatedDuration, { value }: LabelledValue, range: StatedRange | null): boolean {
  const { text } = value
  if (SEPARATE.test(text)) return false
  const from = stated.start - value.start
  const to = stated.end - value.start
  const isBehind = range !== null && range.to <= from
  const before = isBehind ? `${text.slice(0, range.from)} ${text.slice(range.to, from)}` : text.slice(0, from)
  if (!LEAD.test(before) || !TAIL.test(text.slice(to))) return false
  return durationsOf(value).every(({ seconds, start }) => start < to || seconds === stated.reading.seconds)
}

const durationsOf = memoize(({ text }: Inline) => readDurations(text))

/** The reading with the doubts that stand elsewhere: `90 min (approx.)`, a time with `~`. */
function readingOf({ reading }: StatedDuration, { value }: LabelledValue, ends: readonly Moment[]) {
  const isVague = /\b(?:approx\w*|roughly|estimated?|circa|ca)\b|[~≈約]/i.test(value.plain)
  const isRough = ends.some(({ approximate }) => approximate)
  return { ...reading, approximate: reading.approximate || isVague || isRough }
}
