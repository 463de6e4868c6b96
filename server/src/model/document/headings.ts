/** The headings of a document, apart from what stands below them. */
import { memoize } from '../../memoize.ts'
import type { Outline, OutlineSection } from '../../outline/outline.ts'
import { eachOnce } from '../each-once.ts'

/** The heading of a section. */
export interface SectionHeading {
  /** What a reader reads of it; null for a section without one. */
  readonly title: string | null
  readonly level: number
  /** Index of the section that encloses it, null at the top. */
  readonly parent: number | null
}

/** One for each section, in order: the same list as before while no heading has changed. */
export const headingsOf: (sections: readonly OutlineSection[]) => readonly SectionHeading[] = eachOnce(
  ({ heading, level, parent }: OutlineSection) => [{ title: heading?.title.plain ?? null, level, parent }],
  ({ title, level, parent }) => `${level} ${parent} ${title === null ? '' : `"${title}"`}`,
)

/** The section whose heading is the document's title: the first one, when it is the only one of level 1. */
export function titleSection({ sections }: Outline): number | null {
  return titleAmong(headingsOf(sections))
}

const titleAmong = memoize((headings: readonly SectionHeading[]): number | null => {
  const first = headings.findIndex(({ title }) => title !== null)
  const tops = headings.filter(({ level, title }) => level === 1 && title !== null)
  return first > 0 && headings[first]?.level === 1 && tops.length === 1 ? first : null
})
