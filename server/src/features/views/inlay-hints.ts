/** Inlay hints of the timeline: the time since the start beside each entry, and the longest silence. */
import { groupBy } from '../../group-by.ts'
import { incidentOf } from '../../model/document/incidents.ts'
import { firstOf } from '../../model/durations/window.ts'
import type { Place, PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { oldestFirst, timelinesOf } from '../../model/timeline/timeline-lists.ts'
import { DEFAULT_STYLE, formatDuration, type Moment, secondsBetween } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import { lineAt } from '../line.ts'
import { clockText } from '../wording.ts'

/** A note shown inside a line. */
export interface InlayHint extends Place {
  readonly label: string
  /** The calculation. */
  readonly tooltip: string
}

/** The shortest silence that is shown, and its minimum ratio to the second longest. */
const MIN_SILENCE_SECONDS = 600
const MIN_SILENCE_RATIO = 1.5
/** Entries longer before the start get no hint. */
const MAX_LEAD_SECONDS = 24 * 3600
/** Entries with a time needed to speak of silence. */
const MIN_TIMED_ENTRIES = 4

const HOUR_SECONDS = 3600

/** The hints between two absolute offsets, in document order. */
export function inlayHints(context: DocumentContext, from: number, to: number): InlayHint[] {
  const { postMortem } = context
  if (!postMortem.recognised || postMortem.isTemplate) return []
  const hints = incidents(postMortem).flatMap((all) =>
    timelinesOf(all).flatMap((written) => {
      const events = oldestFirst(written)
      const times = elapsedTimes(events, firstOf(events, 'started') ?? firstOf(all, 'started'))
      if (!times) return []
      return [...startHints(context, events, times), ...silenceHints(context, events, times)]
    }),
  )
  const offsetOf = ({ section, start }: Place) => (postMortem.starts[section] ?? 0) + start
  return hints
    .filter((hint) => from <= offsetOf(hint) && offsetOf(hint) <= to)
    .sort((a, b) => offsetOf(a) - offsetOf(b))
}

/** The entries of each incident: in an incident log they are independent. */
function incidents({ timeline, incidents: several, sections }: PostMortem): TimelineEvent[][] {
  if (several.length === 0) return [[...timeline]]
  const entries = groupBy(timeline, ({ section }) => incidentOf(section, several, sections))
  return several.map((incident) => entries.get(incident) ?? [])
}

/** Seconds from the base to each entry. */
interface Elapsed {
  readonly base: TimelineEvent & { readonly at: Moment }
  /** Whether the base is recorded as the start, and is not only the first entry with a time. */
  readonly isStart: boolean
  /** Null where it cannot be known. */
  readonly seconds: readonly (number | null)[]
}

function elapsedTimes(events: readonly TimelineEvent[], started: TimelineEvent | null): Elapsed | null {
  const base = started ?? events.find(({ at }) => at?.clock)
  if (!base || !hasTime(base)) return null
  const seconds = events.map((event) => (hasTime(event) ? secondsBetween(base.at, event.at) : null))
  return seconds.filter((value) => value !== null).length < 2 ? null : { base, isStart: started !== null, seconds }
}

function hasTime(event: TimelineEvent): event is TimelineEvent & { readonly at: Moment } {
  return event.at?.clock != null && !event.uncertain && event.jump !== 'unknown'
}

function startHints(context: DocumentContext, events: readonly TimelineEvent[], times: Elapsed): InlayHint[] {
  const { base, isStart } = times
  const inMinutes = writesMinutes(context.postMortem)
  const first = times.seconds.find((value) => value !== null) ?? 0
  return events.flatMap((event, index) => {
    const seconds = times.seconds[index] ?? null
    if (seconds === null || !event.time || !event.at) return []
    // Without a recorded start, entries before the first timed one have no base.
    if (seconds < (isStart ? -MAX_LEAD_SECONDS : 0)) return []
    const offset = event.offset?.seconds ?? null
    if (offset !== null && [seconds, seconds - first].some((own) => Math.abs(own - offset) < 60)) return []
    const duration = shortDuration(seconds, inMinutes)
    const label = `${event.approximate ? '~' : ''}T${seconds < 0 ? '−' : '+'}${duration}`
    return [
      { ...placeAfter(context, event, event.time.end), label, tooltip: explanation(event.at, base, times, seconds) },
    ]
  })
}

function explanation(at: Moment, base: Elapsed['base'], { isStart }: Elapsed, seconds: number): string {
  const which = isStart ? 'the start' : 'the first entry with a time (no entry is marked as the start)'
  const from = `${clockText(base.at, at)}, ${which}`
  if (seconds === 0) return `Times are counted from ${from}.`
  return `${shortDuration(seconds, false)} ${seconds < 0 ? 'before' : 'after'} ${from}.`
}

/** The longest time without an entry during the incident, where it is clearly the longest. */
function silenceHints(context: DocumentContext, events: readonly TimelineEvent[], times: Elapsed): InlayHint[] {
  const gaps = gapsBetween(events, times)
  if (!gaps) return []
  const [longest, next] = gaps.sort((a, b) => b.seconds - a.seconds)
  if (!longest || longest.seconds < MIN_SILENCE_SECONDS || longest.seconds < MIN_SILENCE_RATIO * (next?.seconds ?? 0))
    return []
  const { before, after, seconds } = longest
  const base = context.postMortem.starts[before.section] ?? 0
  const line = lineAt(context.text, base + before.start)
  const compared = next && next.seconds > 0 ? ` The next longest is ${shortDuration(next.seconds, false)}.` : ''
  const tooltip = `No entry from ${clockText(before.end, after)} to ${clockText(after, before.end)}: the longest silence.`
  const at = line.end - base
  return [
    {
      section: before.section,
      start: at,
      end: at,
      label: `${shortDuration(seconds, false)} silent`,
      tooltip: tooltip + compared,
    },
  ]
}

interface Gap {
  readonly before: { readonly section: number; readonly start: number; readonly end: Moment }
  readonly after: Moment
  readonly seconds: number
}

/**
 * The gaps between neighbours from the start to the last resolution; null where the rows are out of order or too few.
 */
function gapsBetween(events: readonly TimelineEvent[], { seconds, isStart }: Elapsed): Gap[] | null {
  const known = seconds.filter((value) => value !== null)
  if (known.length < MIN_TIMED_ENTRIES || known.some((value, index) => value < (known[index - 1] ?? value))) return null
  const resolved = events.findLastIndex(({ milestones }) => milestones.includes('resolved'))
  const gaps: Gap[] = []
  for (const [index, event] of events.entries()) {
    const next = events[index + 1]
    const [from, to] = [seconds[index] ?? null, seconds[index + 1] ?? null]
    // An entry without a time may be anywhere between its neighbours, and phases have no rows in between.
    if (!next?.at || !event.at || from === null || to === null || event.form === 'phase') continue
    if ((isStart && from < 0) || (resolved >= 0 && index >= resolved) || event.reading?.openEnded) continue
    const end = event.until ?? event.at
    const length = secondsBetween(end, next.at)
    if (length !== null && length >= 0)
      gaps.push({ before: { section: event.section, start: event.start, end }, after: next.at, seconds: length })
  }
  // Two gaps are too few: the entries may be before or after the incident.
  return gaps.length < MIN_TIMED_ENTRIES - 1 ? null : gaps
}

/** `12m`, `1h 5m`, `2d 3h`; with seconds below an hour if the times have seconds. */
function shortDuration(seconds: number, inMinutes: boolean): string {
  const length = Math.abs(seconds)
  const { days, hours, minutes, remainder } = UNIT
  if (length >= 48 * HOUR_SECONDS) return formatDuration(length, { ...DEFAULT_STYLE, units: [days, hours, minutes] })
  if (inMinutes) return formatDuration(length, { ...DEFAULT_STYLE, units: [minutes] })
  const isExact = length < HOUR_SECONDS && length % 60 !== 0
  return formatDuration(length, { ...DEFAULT_STYLE, units: isExact ? [minutes, remainder] : [hours, minutes] })
}

const UNIT = {
  days: { unit: 'day', one: 'd', many: 'd' },
  hours: { unit: 'hour', one: 'h', many: 'h' },
  minutes: { unit: 'minute', one: 'm', many: 'm' },
  remainder: { unit: 'second', one: 's', many: 's' },
} as const

/** Whether the document writes durations over an hour in minutes, as in `83 min`. */
function writesMinutes({ durations }: PostMortem): boolean {
  const long = durations.filter(({ reading }) => reading.seconds >= HOUR_SECONDS && reading.seconds < 24 * HOUR_SECONDS)
  return long.length > 0 && long.every(({ reading }) => reading.style.units.every(({ unit }) => unit === 'minute'))
}

/** After a time and its closing marks: `**14:02**`. */
function placeAfter({ postMortem, text }: DocumentContext, { section }: TimelineEvent, end: number): Place {
  const base = postMortem.starts[section] ?? 0
  const marks = /^[*_`\])）]{0,4}/.exec(text.slice(base + end, base + end + 4))?.[0].length ?? 0
  return { section, start: end + marks, end: end + marks }
}
