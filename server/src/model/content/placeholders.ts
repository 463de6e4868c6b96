/** What is left to be filled in: the one count of hints, lens, status, *Mark as Final* and command line. */

import { memoize } from '../../memoize.ts'
import type { Inline, Range } from '../../outline/outline.ts'
import type { Template } from '../../template/template.ts'
import { isSuppressed } from '../document/suppressions.ts'
import type { Place, PostMortem, Section } from '../post-mortem.ts'
import { inlinesOf } from './inlines.ts'
import { typedValues } from './typed-values.ts'
import { unfilledIn } from './unfilled.ts'

/** A placeholder and where it stands. */
export interface PlacedText extends Place {
  readonly text: string
}

/**
 * All placeholders of a document, in order; but for that of its status, which waits for nobody: it says that the document
 * is a draft, until *Mark as Final* replaces it.
 */
export function placeholdersOf(postMortem: PostMortem): PlacedText[] {
  const { sections, template, metadata } = postMortem
  const status = metadata.status?.unfilled ? metadata.status : null
  const isStatus = ({ section, start, end }: Place) =>
    section === status?.section && status.start <= start && end <= status.end
  return sections
    .flatMap((section) => placeholdersIn(section, template?.template ?? null))
    .filter((place) => !isStatus(place) && !isSuppressed('placeholder', place, postMortem))
}

/** The placeholders of a section. */
export const placeholdersIn = memoize((section: Section, template: Template | null): readonly PlacedText[] => {
  const unfilled = unfilledIn(template)
  const found = new Map<number, PlacedText>()
  const add = (inline: Inline, start: number, end: number) => {
    const at = inline.start + start
    if (found.has(at)) return
    found.set(at, { section: section.index, start: at, end: inline.start + end, text: inline.text.slice(start, end) })
  }
  for (const inline of inlinesOf(section)) {
    const marks = unfilled.find(inline.text)
    if (marks.length === 0) continue
    const code = codeIn(inline.text)
    const isCode = (start: number, end: number) => code.some((span) => span.start <= start && end <= span.end)
    for (const { start, end } of marks) if (!isCode(start, end)) add(inline, start, end)
  }
  // A value that is a placeholder as a whole, though nothing in it is in brackets: `P0/P1/P2/P3`.
  for (const { value, unfilled: open } of typedValues(section, { template: template && { template, chosen: true } })) {
    if (open && value.text !== '' && unfilled.find(value.text).length === 0) add(value, 0, value.text.length)
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
})

/** Code spans: what stands in them is shown as it is, such as the format of a date. */
function codeIn(text: string): Range[] {
  return [...text.matchAll(/`[^`\n]+`/g)].map(({ index, 0: span }) => ({ start: index, end: index + span.length }))
}
