/** When the incident started and ended, and the durations that the text states for it. */

import type { Template } from '../../template/template.ts'
import type { Moment, TimeReading } from '../../time/index.ts'
import { readDurations, readTimes, resolveMoment, resolveUntil, type SequenceContext } from '../../time/index.ts'
import { holding } from '../content/holding.ts'
import { labelledValues } from '../content/labelled-values.ts'
import { isBegun } from '../document/going-on.ts'
import { inEachSection } from '../document/own-text.ts'
import type {
  IncidentWindow,
  MetadataName,
  MetadataValue,
  Milestone,
  Section,
  StatedDuration,
  TimelineEvent,
} from '../post-mortem.ts'

type Metadata = Readonly<Partial<Record<MetadataName, MetadataValue>>>

/** The window that the head states: `Duration: start to end (total)`, `Date: start to end`, or fields of their own. */
export function statedWindow(metadata: Metadata, context: SequenceContext): IncidentWindow | null {
  const { duration, date, start, end } = metadata
  for (const field of [duration, ...(start || end ? [] : [date])]) {
    if (!field || field.unfilled) continue
    const [first, second] = readTimes(field.value.text).filter(({ clock }) => clock)
    const until = first?.until ?? second
    if (first && until) {
      const from = resolveMoment(first, context)
      const to = resolveUntil({ ...first, until }, from, context)
      if (from && to) return { start: from, end: to, source: 'field', place: placeOf(field) }
    }
    const begun = first && !until?.clock ? begunAt(field, first, context) : null
    if (begun) return begun
  }
  const from = start && momentOf(start, context)
  const to = end && momentOf(end, { ...context, windowStart: from ?? null })
  if (!from && !to) return null
  return { start: from ?? null, end: to ?? null, source: 'field', place: placeOf(start ?? end) }
}

/** `21:00 UTC to [HH:MM]`, `since 21:00 UTC`, `21:00 UTC – now`: it began, and has no end yet. */
function begunAt({ value, ...field }: MetadataValue, time: TimeReading, context: SequenceContext) {
  if (!time.openEnded && !isBegun(value.text.slice(0, time.start), value.text.slice(time.end))) return null
  const start = resolveMoment(time, context)
  const place = { section: field.section, start: field.start, end: field.end }
  return start && { start, end: null, source: 'field' as const, place }
}

/** Nothing is known of when it was. */
export const NO_WINDOW: IncidentWindow = { start: null, end: null, source: null, place: null }

/** The window that the timeline makes unmistakable, by its milestones. */
export function timelineWindow(timeline: readonly TimelineEvent[]): IncidentWindow {
  // A phrase beside a day without a clock time says too little.
  const clear = timeline.filter(({ at, marked }) => at?.clock || marked)
  const started = firstOf(clear, 'started')
  const resolved = lastOf(clear, 'resolved') ?? lastOf(clear, 'mitigated') ?? lastOf(clear, 'closed')
  return {
    start: started?.at ?? null,
    end: resolved?.at ?? null,
    source: started || resolved ? 'timeline' : null,
    place: null,
  }
}

/** The first entry that records a milestone and has a time. */
export function firstOf(timeline: readonly TimelineEvent[], milestone: Milestone): TimelineEvent | null {
  return timeline.find(({ milestones, at }) => at && milestones.includes(milestone)) ?? null
}

/** The last such entry. */
export function lastOf(timeline: readonly TimelineEvent[], milestone: Milestone): TimelineEvent | null {
  return timeline.filter(({ milestones, at }) => at && milestones.includes(milestone)).at(-1) ?? null
}

/** `Total impact duration: 5 hours 26 minutes (10:45 - 16:11 UTC)`: a range beside a duration of the incident. */
export function windowBesideDuration(
  sections: readonly Section[],
  durations: readonly StatedDuration[],
  context: SequenceContext,
): IncidentWindow | null {
  for (const { section, name, start } of durations) {
    if (!/\b(?:impact|outage|incident|total|downtime)\b/i.test(name) && name.toLowerCase() !== 'duration') continue
    const field = holding(sections[section]?.fields ?? [], { start, end: start + 1 })
    const reading = field && readTimes(field.value.text).find(({ clock, until }) => clock && until?.clock)
    const from = reading ? resolveMoment(reading, context) : null
    const to = reading ? resolveUntil(reading, from, context) : null
    if (field && from && to) {
      const place = { section, start: field.value.start, end: field.value.end }
      return { start: from, end: to, source: 'field', place }
    }
  }
  return null
}

/** Labels under which a stated duration is one of the incident. */
const LABEL =
  /\b(?:duration|downtime|length|time to|(?:detection|response|acknowledge?ment|mitigation|repair|resolution|recovery|restoration) time|mean time|m?tt[damr]|outage|elapsed|time spent)\b|期間|時間|varighet|tid til/i

/** The durations that fields state whose label, or whose type in the template, says so. */
export const statedDurations = inEachSection((section, template: Template | null): StatedDuration[] => {
  const found: StatedDuration[] = []
  const typed = section.template === null ? [] : (template?.sections[section.template]?.fields ?? [])
  for (const { key, name, value } of labelledValues(section)) {
    const isDuration = typed.some((field) => field.key === key && field.type.kind === 'duration')
    if (!isDuration && !LABEL.test(key)) continue
    const reading = readDurations(value.text).at(0)
    if (!reading) continue
    const text = value.text.slice(reading.start, reading.end)
    const at = { section: section.index, start: value.start + reading.start, end: value.start + reading.end }
    found.push({ ...at, name: name.text, text, reading })
  }
  return found
})

/** How a value begins that says that it is not known, or not yet, in the languages that are offered. */
const UNKNOWN =
  /^[\s*_([{]*(?:unknown|not (?:yet )?known|unclear|uncertain|unsure|undetermined|n\/a|none|never|ongoing|tb[acd]|ukjent|uklart?|unbekannt|unklar|inconnue?|desconocid[oa]|desconhecid[oa]|不明|未定|継続中)(?![\p{L}\p{N}])/iu

function momentOf(field: MetadataValue, context: SequenceContext): Moment | null {
  // `unknown (first seen 14:02)`: the time is one of something else.
  const reading = field.unfilled || UNKNOWN.test(field.value.plain) ? undefined : readTimes(field.value.text)[0]
  return reading?.clock ? resolveMoment(reading, context) : null
}

function placeOf(value: MetadataValue | undefined) {
  return value ? { section: value.section, start: value.start, end: value.end } : null
}
