/** A document beside the template that was chosen for it, and its sections beside the text. */

import type { Template, TemplateSection } from '../../template/template.ts'
import type { Place, PostMortem, Section } from '../post-mortem.ts'

/** The template that may demand something of the document, null when none was chosen. */
export function enforcedTemplate(postMortem: Pick<PostMortem, 'template'>): Template | null {
  return postMortem.template?.chosen ? postMortem.template.template : null
}

/** What the template says of a section, null when the section is not in it. */
export function schemaOf(section: Pick<Section, 'template'>, postMortem: PostMortem): TemplateSection | null {
  return section.template === null ? null : (postMortem.template?.template.sections[section.template] ?? null)
}

/** A section with its absolute offsets, for whoever works with the text. */
export interface LocatedSection extends Section {
  readonly start: number
  readonly end: number
}

/** A section with its absolute offsets. */
export function located(section: Section, { starts }: PostMortem): LocatedSection {
  const start = starts[section.index] ?? 0
  return { ...section, start, end: start + section.length }
}

/** Where a finding about a section as a whole is shown: its heading, or the start of the document. */
export function headPlace(section: Pick<Section, 'index' | 'heading'>): Place {
  return { section: section.index, start: section.heading?.start ?? 0, end: section.heading?.end ?? 0 }
}

/** A section with all sections inside it, in order. */
export function subtree(section: Section, postMortem: PostMortem): Section[] {
  const inside = new Set([section.index])
  for (const { index, parent } of postMortem.sections) if (parent !== null && inside.has(parent)) inside.add(index)
  return postMortem.sections.filter(({ index }) => inside.has(index))
}
