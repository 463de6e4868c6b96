/** Refactorings of the sections of a document. */
import { moveSection } from '../../edits/move-section.ts'
import { placeFor } from '../../edits/section-places.ts'
import type { Template } from '../../template/template.ts'
import { shortened } from '../../text.ts'
import { type ActionableDocument, hasAllOf, mayApply } from '../commands/apply-template.ts'
import { type DocumentContext, sectionAt } from '../context.ts'
import type { Refactoring } from './refactoring.ts'

/**
 * Moves the section at an offset, or the nearest enclosing one that is out of place, to its place in the template;
 * offered also for a section that the rule `section-order` would leave in place to move the fewest sections.
 */
export function moveToItsPlace(context: DocumentContext, offset: number): Refactoring[] {
  const { postMortem, text } = context
  let section = sectionAt(context, offset)
  while (section) {
    const place = placeFor(section, postMortem)
    const edits = place && moveSection(section, place, postMortem, text)
    const name = shortened(section.heading?.title.plain ?? '')
    if (edits) return [{ title: `Move "${name}" to its place`, edits }]
    section = section.parent === null ? null : (postMortem.sections[section.parent] ?? null)
  }
  return []
}

/**
 * The templates offered at an offset: in the head of a document all of them, or only the one that it was written from,
 * as long as parts of it are missing.
 */
export function templatesToApply(context: ActionableDocument, offset: number): Template[] {
  const { postMortem, templates } = context
  const head = sectionAt(context, offset)
  const isHead = head?.heading === null || head?.index === postMortem.title?.section
  if (!postMortem.recognised || postMortem.isTemplate || postMortem.incidents.length > 0 || !isHead) return []
  const chosen = postMortem.template?.chosen ? postMortem.template.template.id : null
  const offered = templates.filter(({ id }) => chosen === null || chosen === id)
  return offered.filter((template) => !hasAllOf(template, context) && mayApply(template, context))
}
