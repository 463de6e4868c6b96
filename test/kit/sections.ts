/** Sections beside the text, for tests that work with absolute offsets. */

import { type LocatedSection, located, subtree } from '../../server/src/model/document/schema.ts'
import type { PostMortem, Section } from '../../server/src/model/post-mortem.ts'

/** All sections of a document with their absolute offsets. */
export function locatedSections(postMortem: PostMortem): LocatedSection[] {
  return postMortem.sections.map((section) => located(section, postMortem))
}

/** Absolute offset of the end of a section with all that is in it. */
export function endOfSubtree(section: Section, postMortem: PostMortem): number {
  return Math.max(...subtree(section, postMortem).map((inner) => located(inner, postMortem).end))
}
