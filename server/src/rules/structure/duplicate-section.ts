import { groupBy } from '../../group-by.ts'
import { headPlace } from '../../model/document/schema.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Report } from '../rule.ts'

/** Two sections with the same heading in the same parent: one was copied, or two people wrote at the same time. */
export const duplicateSection = defineRule({
  severity: 'warning',
  description: 'Two sections have the same heading.',
  scope: 'document',
  check,
})

function check({ sections, title, incidents }: PostMortem): Report[] {
  if (incidents.length > 0) return []
  return repeatedIn(sections, title?.section ?? null).map(([first, second]) => {
    const heading = shortened(first.heading?.title.plain ?? '')
    const related = [{ ...headPlace(first), message: `The first section "${heading}"` }]
    return { ...headPlace(second), message: `There are two sections "${heading}".`, related }
  })
}

type Repetition = readonly [first: Section, second: Section]

function repeatedIn(sections: readonly Section[], title: number | null): Repetition[] {
  const written = writtenSections(sections)
  // Phases of a timeline may repeat, and an empty section is found by empty-section.
  const own = sections.filter(({ heading, index, within }) => {
    return heading && index !== title && !within.includes('timeline') && written.has(index)
  })
  const groups = groupBy(own, (section) => `${section.parent} ${section.level} ${nameOf(section)}`)
  const repeated = [...groups.values()].filter((group) => group.length > 1 && group.some(isKnown))
  return repeated.flatMap((group): Repetition[] => {
    const [first, second] = group
    return first && second && !isSeries(group, repeated) ? [[first, second]] : []
  })
}

/** Indices of the sections with content, including that of their subsections. */
function writtenSections(sections: readonly Section[]): Set<number> {
  const written = new Set<number>()
  for (const { index, parent, state } of sections.toReversed()) {
    if (state !== 'empty') written.add(index)
    if (parent !== null && written.has(index)) written.add(parent)
  }
  return written
}

/** Whether there can be only one: it is of a known kind, or in the template. */
function isKnown({ kinds, template }: Section): boolean {
  return kinds.length > 0 || template !== null
}

/** With its number, if any: `1. Impact` and `2. Impact` are different. */
function nameOf({ heading }: Section): string {
  return (heading?.title.plain ?? '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[ :：]+$/, '')
}

/** Whether the same headings repeat in turns: parts of one kind, for each incident, day or service. */
function isSeries(group: readonly Section[], repeated: readonly (readonly Section[])[]): boolean {
  const [first, second] = group
  if (!first || !second || group.length > 2) return true
  return repeated.some(([one, two]) => {
    if (!one || !two || one.parent !== first.parent) return false
    const [a, b, c, d] = [first.index, one.index, second.index, two.index]
    return (a < b && b < c && c < d) || (b < a && a < d && d < c)
  })
}
