/** The sections that have to do with actions: what is said about actions does not change while the others do. */

import { sectionsWithin } from '../document/sections-within.ts'
import type { Section } from '../post-mortem.ts'

/**
 * The sections of a document in which actions may stand, and those around them, at their places; all others are blank.
 * @param before what it gave for an earlier version: the same list, where it is the same
 */
export function actionSections(sections: readonly Section[], before: readonly Section[]): readonly Section[] {
  const found: Section[] = sections.map(() => BLANK)
  for (const own of sectionsWithin(sections, 'action-items')) {
    for (let section: Section | undefined = own; section && found[section.index] === BLANK; ) {
      found[section.index] = section
      section = sections[section.parent ?? -1]
    }
  }
  const isSame = found.length === before.length && found.every((section, index) => section === before[index])
  return isSame ? before : found
}

const BLANK: Section = {
  index: -1,
  length: 0,
  heading: null,
  level: 0,
  parent: null,
  blocks: [],
  kinds: [],
  within: [],
  template: null,
  fields: [],
  state: 'empty',
}
