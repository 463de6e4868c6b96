/** The rows of a timeline, for tests that spoil one of them. */

import type { PostMortem, TimelineEvent } from '../../server/src/model/post-mortem.ts'
import { toIso } from '../../server/src/time/index.ts'
import { read } from './document.ts'
import { fixture } from './fixtures.ts'
import type { Mutant } from './mutations.ts'

/** A row of a document, with its place in the whole text. */
export interface Row {
  readonly event: TimelineEvent
  /** What moves when rows are exchanged. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Where its time stands, and its clock within. */
  readonly clock: { readonly start: number; readonly end: number; readonly text: string } | null
}

/** The rows of a document, list by list. */
export function listsIn(text: string): Row[][] {
  const { timeline, starts } = read(text)
  const lists = new Map<number, Row[]>()
  for (const event of timeline) {
    const base = starts[event.section] ?? 0
    const { start, end } = event
    const written = event.reading?.clock && event.time ? { ...event.reading.clock, from: event.time.start } : null
    const clock = written && {
      start: base + written.from + written.start,
      end: base + written.from + written.end,
      text: text.slice(base + written.from + written.start, base + written.from + written.end),
    }
    const row = { event, start: base + start, end: base + end, text: text.slice(base + start, base + end), clock }
    lists.set(event.list, [...(lists.get(event.list) ?? []), row])
  }
  return [...lists.values()]
}

/** The moments of the rows of a document, in its order: `2025-05-06T08:10Z`. */
export function momentsIn(text: string): (string | null)[] {
  return momentsOf(read(text))
}

/** The same of a document that was read. */
export function momentsOf({ timeline }: Pick<PostMortem, 'timeline'>): (string | null)[] {
  return timeline.map(({ at }) => at && toIso(at))
}

/** A right document with one range of its text exchanged. */
export function changed(right: string, what: string, range: { start: number; end: number }, by: string): Mutant {
  return { what, right, wrong: right.slice(0, range.start) + by + right.slice(range.end) }
}

/** Right documents with a timeline: the filled ones and those in other shapes. */
export const RIGHT = [
  ...['filled/incident-review.md', 'filled/phased.md', 'filled/minimal.md', 'filled/google-sre.md'],
  ...['dated-table', 'newest-first', 'since-previous', 'twelve-hours', 'told-twice'].map(
    (name) => `right/rows-${name}.md`,
  ),
].map((name) => ({ name, text: fixture(name) }))
