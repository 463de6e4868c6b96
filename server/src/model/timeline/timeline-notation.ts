/** How the timeline of a document writes its times, which settles the rows that could be read otherwise. */
import { memoize } from '../../memoize.ts'
import type { ClockNotation } from '../../time/index.ts'
import type { Section } from '../post-mortem.ts'
import { type ListedEntry, listedEntries } from './listed-entries.ts'
import type { EntryContext } from './timeline-entry.ts'

/** So many of the plain rows must be written alike; else each row is read by itself. */
const MIN_SHARE = 0.8
/** Four digits are a time only where so many rows begin with them. */
const MIN_MILITARY = 3

/** The entries of the timeline: read once for its notation, and where there is one, once more by it. */
export function readTimeline(sections: readonly Section[], context: EntryContext): ListedEntry[] {
  const entries = listedEntries(sections, context)
  const notation = notationOf(entries)
  return notation ? listedEntries(sections, withNotation(context, notation)) : entries
}

const withNotation = memoize(
  (context: EntryContext, notation: ClockNotation): EntryContext => ({
    ...context,
    options: { ...context.options, notation },
  }),
)

function notationOf(entries: readonly ListedEntry[]): ClockNotation | null {
  const clocks = entries.flatMap(({ time, reading }) => {
    return time && reading?.clock ? [time.text.slice(reading.clock.start, reading.clock.end)] : []
  })
  const dotted = clocks.filter((clock) => /^\d{1,2}\.\d{2}/.test(clock)).length
  if (dotted > 0 && dotted >= clocks.length * MIN_SHARE) return 'dotted'
  const unread = entries.filter(({ time, description }) => !time && MILITARY.test(description.text)).length
  return unread >= MIN_MILITARY && unread >= entries.length * MIN_SHARE ? 'military' : null
}

const MILITARY = /^[\s*_`[(]{0,6}(?:[01]\d|2[0-3])[0-5]\d[\s*_`)\]]{0,6}[|:,–—-]/
