/** An entry of a timeline before its date is known, and what its readers share. */
import { memoize } from '../../memoize.ts'
import type { Inline, Range, Span } from '../../outline/outline.ts'
import type { Template } from '../../template/template.ts'
import {
  type DateOrder,
  type DateReading,
  type ReadOptions,
  readTimeAtStart,
  shiftReading,
  type TimeReading,
  type Zone,
} from '../../time/index.ts'
import type { Unfilled } from '../content/unfilled.ts'
import type { Section, TimelineEvent } from '../post-mortem.ts'
import { type Recorded, readMilestones } from './milestones.ts'

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
  const plain = /^[\s:：–—*-]*([A-Z][\w ]{2,30})(?::|\s[–—-]\s)/.exec(text)?.[1]
  return (bold ?? plain)?.replace(/[:：]\s*$/, '') ?? null
}

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
  const gap = /^[\s*_)\]`>:：,;.|–—~-]*/u.exec(line.text.slice(end))?.[0].length ?? 0
  const from = reading ? end + gap : 0
  const text = line.text.slice(from)
  const label = labelOf(line.text.slice(reading ? end : 0))
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

/** The plain reading of the rest of a line. */
export function plainTail(line: Inline, from: number): string {
  return line.text
    .slice(from)
    .replace(/\*\*|__|`/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
}
