/** The places of sections by the order of the template. */

import { groupBy } from '../group-by.ts'
import { enforcedTemplate } from '../model/document/schema.ts'
import type { PostMortem, Section } from '../model/post-mortem.ts'

/** The place of a section next to a sibling. */
export interface SectionPlace {
  readonly anchor: Section
  readonly side: 'before' | 'after'
}

/** A section with its right place. */
export interface MisplacedSection extends SectionPlace {
  readonly section: Section
}

/** The smallest set of sections to move so that the document has the order of its chosen template. */
export function misplacedSections(postMortem: PostMortem): MisplacedSection[] {
  return siblingGroups(postMortem).flatMap((siblings) => {
    const kept = longestInOrder(siblings)
    return siblings.flatMap((section) => {
      const place = kept.includes(section) ? null : placeAmong(section, kept)
      return place ? [{ section, ...place }] : []
    })
  })
}

/** The right place of one section among the others; null when it is there, or not in the template. */
export function placeFor(section: Section, postMortem: PostMortem): SectionPlace | null {
  const siblings = siblingGroups(postMortem).find((group) => group.includes(section))
  if (!siblings) return null
  const others = longestInOrder(siblings.filter((other) => other !== section))
  const isInPlace = others.every((other) => other.index < section.index === orderOf(other) < orderOf(section))
  return isInPlace ? null : placeAmong(section, others)
}

/**
 * Sections with a common parent in both the document and the template, in document order. None in an incident log,
 * where the same sections occur once per incident.
 */
function siblingGroups(postMortem: PostMortem): Section[][] {
  const { sections, incidents } = postMortem
  const template = enforcedTemplate(postMortem)
  if (!template || incidents.length > 0) return []
  const inPlace = sections.filter((section) => {
    const schema = section.template === null ? null : template.sections[section.template]
    if (!schema || !section.heading || schema.index === template.title) return false
    const parent = section.parent === null ? null : (sections[section.parent]?.template ?? -1)
    return schema.parent === (parent === template.title ? null : parent)
  })
  return [...groupBy(inPlace, ({ parent }) => parent).values()]
}

function orderOf({ template }: Section): number {
  return template ?? -1
}

/** The longest increasing subsequence of sections; of equal ones the first. */
function longestInOrder(sections: readonly Section[]): Section[] {
  const longest: Section[][] = []
  for (let at = sections.length - 1; at >= 0; at--) {
    const section = sections[at]
    if (!section) continue
    const rest = longest
      .filter(([first]) => first && orderOf(first) > orderOf(section))
      .reduce<Section[]>((best, run) => (run.length >= best.length ? run : best), [])
    longest.push([section, ...rest])
  }
  return longest.reduce<Section[]>((best, run) => (run.length >= best.length ? run : best), [])
}

/** @param kept in order */
function placeAmong(section: Section, kept: readonly Section[]): SectionPlace | null {
  const before = kept.findLast((other) => orderOf(other) < orderOf(section))
  if (before) return { anchor: before, side: 'after' }
  return kept[0] ? { anchor: kept[0], side: 'before' } : null
}
