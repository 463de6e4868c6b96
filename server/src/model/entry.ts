/** An entry of a timeline before its date is known, and what its readers share. */
import type { Inline, Range, Span } from '../outline/outline.ts'
import type { Template } from '../template/template.ts'
import type { DateReading, ReadOptions, TimeReading, Zone } from '../time/index.ts'

import type { Milestone, TimelineEvent } from './post-mortem.ts'
import type { Unfilled } from './unfilled.ts'

/** An entry before its date is known. */
export interface Entry extends Range {
  readonly section: number
  readonly form: TimelineEvent['form']
  readonly time: Span | null
  readonly reading: TimeReading | null
  /** A date that stands in a cell or heading of its own. */
  readonly dateAbove: DateReading | null
  readonly zone: Zone | null
  readonly offset: TimelineEvent['offset']
  readonly description: Inline
  readonly owner: Inline | null
  readonly milestones: readonly Milestone[]
}

/** What the readers of entries need to know. */
export interface EntryContext {
  readonly options: ReadOptions
  readonly template: Template | null
  readonly unfilled: Unfilled
}

/** `**Detected**`, `**Detected:**` or `Detected:` at the start of what an entry says. */
export function labelOf(text: string): string | null {
  const bold = /^[\s:：–—-]*\*\*([^*]{2,40})\*\*/.exec(text)?.[1]
  const plain = /^[\s:：–—*-]*([A-Z][\w ]{2,30})(?::|\s[–—-]\s)/.exec(text)?.[1]
  return (bold ?? plain)?.replace(/[:：]\s*$/, '') ?? null
}
