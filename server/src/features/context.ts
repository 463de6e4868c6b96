/** The input of every feature: one version of a document, and the time. Features are protocol-free. */

import type { LocatedSection } from '../model/document/schema.ts'
import type { Place, PostMortem, Section, TimelineEvent } from '../model/post-mortem.ts'
import type { FixContext } from '../rules/rule.ts'
import { countWhile } from '../sorted.ts'
import type { Line } from './line.ts'

/** One version of a document. */
export interface DocumentContext extends FixContext {
  readonly postMortem: PostMortem
  /** IANA name of the reader's own zone; the team's may be another. */
  readonly readerZone: string
}

/** A place in a document, with what stands around it. */
export interface Cursor extends DocumentContext {
  readonly section: LocatedSection
  readonly line: Line
  /** Absolute. */
  readonly offset: number
}

/** The section that contains an absolute offset, null when the document has none. */
export function sectionAt({ postMortem }: DocumentContext, offset: number): Section | null {
  const { sections, starts } = postMortem
  return sections[Math.max(0, countWhile(starts, (start) => start <= offset) - 1)] ?? null
}

/** The entry of the timeline at an absolute offset; its end counts. */
export function entryAt(context: DocumentContext, offset: number): TimelineEvent | null {
  const { timeline, starts } = context.postMortem
  const index = sectionAt(context, offset)?.index ?? -1
  const at = offset - (starts[index] ?? 0)
  return timeline.find(({ section, start, end }) => section === index && start <= at && at <= end) ?? null
}

/** Whether a range of a section contains an absolute offset; its end counts. */
export function containsOffset(
  section: LocatedSection,
  range: { start: number; end: number },
  offset: number,
): boolean {
  return section.start + range.start <= offset && offset <= section.start + range.end
}

/** The place between two absolute offsets in a section. */
export function placeAt(section: LocatedSection, start: number, end: number): Place {
  return { section: section.index, start: start - section.start, end: end - section.start }
}
