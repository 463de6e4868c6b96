/** An entry of a timeline before its date is known, and what its readers share. */
import { memoize } from '../../memoize.ts'
import type { Inline, Range, Span } from '../../outline/outline.ts'
import type { Template } from '../../template/template.ts'
import {
  type DateOrder,
  type DateReading,
  type ReadOptions,
  readTimeAtStart,
  readTimes,
  shiftReading,
  type TimeReading,
  type Zone,
} from '../../time/index.ts'
import type { Unfilled } from '../content/unfilled.ts'
import type { Section, TimelineEvent } from '../post-mortem.ts'
import { markerOf } from './milestone-markers.ts'
import { type Recorded, readMilestones } from './milestones.ts'
import { stateOfUpdate } from './status-update.ts'

/** An entry before its date is known. */
export interface Entry extends Range, Recorded {
  readonly section: number
  readonly form: TimelineEvent['form']
  readonly time: Span | null
  /** With offsets into the text of `time`. */
  readonly reading: TimeReading | null
  /** A date that stands in a cell or heading of its own. */
  readonly dateAbove: DateReading | null
  readonly zone: Zone | null
  readonly offset: TimelineEvent['offset']
  readonly description: Inline
  readonly owner: Inline | null
}

/** What the readers of entries need to know. */
export interface EntryContext {
  readonly options: ReadOptions
  readonly template: Template | null
  readonly unfilled: Unfilled
}

/** The same object for the same settings. */
export const sharedBy = memoize(
  (unfilled: Unfilled, template: Template | null, dateOrder: DateOrder | null): EntryContext => ({
    options: dateOrder ? { dateOrder } : {},
    template,
    unfilled,
  }),
)

/** `**Detected**`, `**Detected:**` or `Detected:` at the start of what an entry says. */
export function labelOf(text: string): string | null {
  const bold = /^[\s:：–—-]*\*\*([^*]{2,40})\*\*/.exec(text)?.[1]
  const plain = /^[\s:：–—*-]*([\p{Lu}\p{Lo}][\p{L}\p{N}_ '’]{1,40})(?:[:：]|\s[–—-]\s)/u.exec(text)?.[1]
  return (bold ?? plain)?.replace(/[:：]\s*$/, '') ?? null
}

/** The label behind a time, where marks of the time end (`**14:02** - **Detected**`) or go on (`**14:02 - Detected**`). */
function labelBehind(text: string, start: number, end: number): string | null {
  const marks = /^(?:[*_`\])）]{1,4}(?![^\s:：–—-]))?/.exec(text.slice(end))?.[0].length ?? 0
  const isOpen = marks === 0 && /\*\*[^*]*$/.test(text.slice(0, start))
  const tail = text.slice(end + marks)
  return labelOf(isOpen ? tail.replace(/^[\s:：,–—-]*/, '**') : tail)
}

/** What stands between a time and what happened: marks, and the target of a link around the time. */
const GAP = /^[\s*_`)}]*(?:\]\([^()\s]{0,500}\))?[\s*_)}\]`>:：,;.|–—~→-]*/u

/** An entry whose text opens with its time. */
export function entryOf(
  section: Section,
  form: Entry['form'],
  range: Range,
  line: Inline,
  reading: TimeReading | null,
  dateAbove: DateReading | null,
): Entry {
  const end = reading ? (reading.until?.end ?? reading.also.at(-1)?.end ?? reading.end) : 0
  const gap = GAP.exec(line.text.slice(end))?.[0].length ?? 0
  const from = reading ? end + gap : 0
  const text = line.text.slice(from)
  const label = reading
    ? (labelBehind(line.text, reading.start, end) ?? stateOfUpdate(line.text.slice(0, reading.start)))
    : labelOf(line.text)
  return {
    section: section.index,
    start: range.start,
    end: range.end,
    form,
    time: reading && {
      text: line.text.slice(reading.start, end),
      start: line.start + reading.start,
      end: line.start + end,
    },
    reading: reading && shiftReading(reading, -reading.start),
    dateAbove,
    zone: null,
    offset: reading?.clock ? offsetAt(line, from) : null,
    description: { text, plain: plainTail(line, from), start: line.start + from, end: line.end },
    owner: null,
    ...readMilestones(text, label),
  }
}

/** `Incident declared 2020-09-07 12:54`: what happened, then when. */
export function trailingEntry(
  section: Section,
  form: Entry['form'],
  range: Range,
  line: Inline,
  dateAbove: DateReading | null,
  context: EntryContext,
): Entry | null {
  const reading = timeBehindName(line.text, context.options) ?? timeAtEnd(line.text, context.options)
  if (!reading) return null
  const text = line.text.slice(0, reading.start).replace(/[\s:：,(（[*_`–—-]+$/u, '')
  const time = { text: line.text.slice(reading.start, reading.end), start: line.start + reading.start }
  return {
    ...entryOf(section, form, range, line, null, dateAbove),
    time: { ...time, end: time.start + time.text.length },
    reading: shiftReading(reading, -reading.start),
    description: {
      text,
      plain: plainTail(line, 0).slice(0, text.length),
      start: line.start,
      end: line.start + text.length,
    },
    ...readMilestones(text, labelOf(text)),
  }
}

function timeAtEnd(text: string, options: ReadOptions): TimeReading | null {
  const reading = readTimes(text, options).at(-1)
  return reading?.clock && /^[\s*_`)\]）]*$/.test(text.slice(reading.end)) ? reading : null
}

const NAME = /^[\s*_`]*(\p{L}[\p{L} '’-]{1,40}?)[\s*_`:：–—(-]*(?=[~≈]?\d|\p{Lu}\p{L}{2,8} \d)/u

/** The time behind the name of a milestone, whatever follows: `First detected 2025-03-14 (time to be confirmed)`. */
function timeBehindName(text: string, options: ReadOptions): TimeReading | null {
  const [whole = '', name = ''] = NAME.exec(text) ?? []
  if (whole === '' || markerOf(name).length === 0) return null
  const reading = readTimeAtStart(text.slice(whole.length), { ...options, rowStart: true })
  return reading && (reading.clock || reading.date) ? shiftReading(reading, whole.length) : null
}

/** `14:14 (+12 min)`: an offset right behind the time. */
function offsetAt(line: Inline, from: number): TimelineEvent['offset'] {
  const at = from + (/^[\s([]*/.exec(line.text.slice(from))?.[0].length ?? 0)
  const rest = line.text.slice(at)
  const reading = /^(?:[Tt]\s?)?\+/.test(rest) ? readTimeAtStart(rest) : null
  if (!reading || reading.offsetSeconds === null) return null
  const start = at + reading.start
  const end = at + reading.end
  const text = line.text.slice(start, end)
  return { text, start: line.start + start, end: line.start + end, seconds: reading.offsetSeconds }
}

/** The plain reading of the rest of a line, or of a part of it. */
export function plainTail(line: Inline, from: number, to: number = line.text.length): string {
  return line.text
    .slice(from, to)
    .replace(/\*\*|__|`/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
}
