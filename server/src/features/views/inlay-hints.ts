/** Inlay hints of the timeline: the time since the start beside each entry, and the longest silence. */
import { incidentOf } from '../../model/document/incidents.ts'
import { firstOf } from '../../model/durations/window.ts'
import type { Place, PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { oldestFirst, timelinesOf } from '../../model/timeline/timeline-lists.ts'
import { DEFAULT_STYLE, formatDuration, type Moment, secondsBetween } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import { lineAt } from '../line.ts'
import { clockText } from '../wording.ts'

/** A note that the editor shows inside a line. */
export interface InlayHint extends Place {
  readonly label: string
  /** How it was worked out. */
  readonly tooltip: string
}

/** The least silence that is worth a note, and how many times as long as the next one it must be. */
const MIN_SILENCE_SECONDS = 600
const MIN_SILENCE_RATIO = 1.5
/** What happened longer before the start, in seconds, is another story. */
const MAX_LEAD_SECONDS = 24 * 3600
/** The least number of entries with a time that make a rhythm to be silent in. */
const MIN_TIMED_ENTRIES = 4

const HOUR_SECONDS = 3600

/** The hints that stand between two absolute offsets, in the order of the document. */
export function inlayHints(context: DocumentContext, from: number, to: number): InlayHint[] {
  const { postMortem } = context
  if (!postMortem.recognised || postMortem.isTemplate) return []
  const hints = incidents(postMortem).flatMap((all) =>
    timelinesOf(all).flatMap((written) => {
      const events = oldestFirst(written)
      const times = elapsedTimes(events, firstOf(events, 'started') ?? firstOf(all, 'started'))
      if (!times) return []
      return [...sinceStart(context, events, times), ...longestSilence(context, events, times)]
    }),
  )
  const offsetOf = ({ section, start }: Place) => (postMortem.starts[section] ?? 0) + start
  return hints
    .filter((hint) => from <= offsetOf(hint) && offsetOf(hint) <= to)
    .sort((a, b) => offsetOf(a) - offsetOf(b))
}

/** The entries of each incident: those of a log have nothing to do with each other. */
function incidents({ timeline, incidents: several, sections }: PostMortem): TimelineEvent[][] {
  if (several.length === 0) return [[...timeline]]
  return several.map((incident) =>
    timeline.filter(({ section }) => incidentOf(section, several, sections) === incident),
  )
}

/** Seconds from the base to each entry. */
interface Elapsed {
  readonly base: TimelineEvent & { readonly at: Moment }
  /** Whether the base is recorded as the start, and not only the first with a time. */
  readonly isStart: boolean
  /** Null where it cannot be known. */
  readonly seconds: readonly (number | null)[]
}

function elapsedTimes(events: readonly TimelineEvent[], started: TimelineEvent | null): Elapsed | null {
  const base = started ?? events.find(({ at }) => at?.clock)
  if (!base || !isKnown(base)) return null
  const seconds = events.map((event) => (isKnown(event) ? secondsBetween(base.at, event.at) : null))
  return seconds.filter((value) => value !== null).length < 2 ? null : { base, isStart: started !== null, seconds }
}

function isKnown(event: TimelineEvent): event is TimelineEvent & { readonly at: Moment } {
  return event.at?.clock != null && !event.uncertain && event.jump !== 'unknown'
}

function sinceStart(context: DocumentContext, events: readonly TimelineEvent[], times: Elapsed): InlayHint[] {
  const { base, isStart } = times
  const inMinutes = writesMinutes(context.postMortem)
  const first = times.seconds.find((value) => value !== null) ?? 0
  return events.flatMap((event, index) => {
    const seconds = times.seconds[index] ?? null
    if (seconds === null || !event.time || !event.at) return []
    // Before a first entry that nobody calls the start there is nothing to count from.
    if (seconds < (isStart ? -MAX_LEAD_SECONDS : 0)) return []
    const offset = event.offset?.seconds ?? null
    if (offset !== null && [seconds, seconds - first].some((own) => Math.abs(own - offset) < 60)) return []
    const duration = shortDuration(seconds, inMinutes)
    const label = `${event.approximate ? '~' : ''}T${seconds < 0 ? '−' : '+'}${duration}`
    return [{ ...placeBehind(context, event, event.time.end), label, tooltip: working(event.at, base, times, seconds) }]
  })
}

function working(at: Moment, base: Elapsed['base'], { isStart }: Elapsed, seconds: number): string {
  const which = isStart ? 'the start' : 'the first entry with a time (no entry is marked as the start)'
  const from = `${clockText(base.at, at)}, ${which}`
  if (seconds === 0) return `Times are counted from ${from}.`
  return `${shortDuration(seconds, false)} ${seconds < 0 ? 'before' : 'after'} ${from}.`
}

/** The longest time without an entry while the incident went on, where it is clearly the longest. */
function longestSilence(context: DocumentContext, events: readonly TimelineEvent[], times: Elapsed): InlayHint[] {
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

/** The gaps between neighbours from the start to the last resolution; null where order or number give no rhythm. */
function gapsBetween(events: readonly TimelineEvent[], { seconds, isStart }: Elapsed): Gap[] | null {
  const known = seconds.filter((value) => value !== null)
  if (known.length < MIN_TIMED_ENTRIES || known.some((value, index) => value < (known[index - 1] ?? value))) return null
  const resolved = events.findLastIndex(({ milestones }) => milestones.includes('resolved'))
  const gaps: Gap[] = []
  for (const [index, event] of events.entries()) {
    const next = events[index + 1]
    const [from, to] = [seconds[index] ?? null, seconds[index + 1] ?? null]
    // An entry without a time may stand anywhere between its neighbours, and phases follow each other without rows.
    if (!next?.at || !event.at || from === null || to === null || event.form === 'phase') continue
    if ((isStart && from < 0) || (resolved >= 0 && index >= resolved) || event.reading?.openEnded) continue
    const end = event.until ?? event.at
    const length = secondsBetween(end, next.at)
    if (length !== null && length >= 0)
      gaps.push({ before: { section: event.section, start: event.start, end }, after: next.at, seconds: length })
  }
  // Two gaps are no rhythm: the entries may lie before or behind the incident.
  return gaps.length < MIN_TIMED_ENTRIES - 1 ? null : gaps
}

/** `12m`, `1h 5m`, `2d 3h`; with seconds below an hour where they were written. */
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

/** Whether the document writes what is longer than an hour in minutes, as in `83 min`. */
function writesMinutes({ durations }: PostMortem): boolean {
  const long = durations.filter(({ reading }) => reading.seconds >= HOUR_SECONDS && reading.seconds < 24 * HOUR_SECONDS)
  return long.length > 0 && long.every(({ reading }) => reading.style.units.every(({ unit }) => unit === 'minute'))
}

/** Behind a time and the marks that close it: `**14:02**`. */
function placeBehind({ postMortem, text }: DocumentContext, { section }: TimelineEvent, end: number): Place {
  const base = postMortem.starts[section] ?? 0
  const marks = /^[*_`\])）]{0,4}/.exec(text.slice(base + end, base + end + 4))?.[0].length ?? 0
  return { section, start: end + marks, end: end + marks }
}
