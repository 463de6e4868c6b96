/** How far a document has been written, measured against its template. */
import { placeholdersOf } from '../content/placeholders.ts'
import type { PostMortem, Section } from '../post-mortem.ts'

/** Sections written and still to write. */
export interface Progress {
  readonly filled: number
  readonly total: number
  /** Number of placeholders that are left. */
  readonly left: number
  /** The first section that waits, null when none does. */
  readonly next: { readonly heading: string; readonly section: Section | null } | null
}

/** Counts the required sections of the template that hold something of their own; null without a template. */
export function progressOf(postMortem: PostMortem): Progress | null {
  if (!postMortem.template?.chosen) return null
  const { template } = postMortem.template
  const parents = new Set(template.sections.map(({ parent }) => parent))
  // A section that only holds others is written when they are.
  const wanted = template.sections.filter(({ required, index, fields, tables, lists }) => {
    return required && (!parents.has(index) || fields.length + tables.length + lists.length > 0)
  })
  const states = wanted.map(({ heading, index }) => {
    const section = postMortem.sections.find((candidate) => candidate.template === index) ?? null
    return { heading, section, filled: section?.state === 'filled' }
  })
  const next = states.find(({ filled }) => !filled) ?? null
  return {
    filled: states.filter(({ filled }) => filled).length,
    total: states.length,
    left: placeholdersOf(postMortem).length,
    next: next && { heading: next.heading, section: next.section },
  }
}
