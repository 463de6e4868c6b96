import { moveSection } from '../../edits/move-section.ts'
import { misplacedSections } from '../../edits/section-places.ts'
import { headPlace } from '../../model/document/schema.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Finding, type Fix, type FixContext, type Report } from '../rule.ts'

/** A section in another place than in the template: the fewest that must move. */
export const sectionOrder = defineRule({
  severity: 'hint',
  description: 'A section stands in another place than in the template.',
  scope: 'document',
  check,
  fix,
})

function check(postMortem: PostMortem): Report[] {
  return misplacedSections(postMortem).map(({ section, anchor, side }) => {
    const message = `In the template, "${nameOf(section)}" comes ${side} "${nameOf(anchor)}".`
    const related = [{ ...headPlace(anchor), message: `It belongs ${side} this section` }]
    return { ...headPlace(section), message, related }
  })
}

function fix(finding: Finding, postMortem: PostMortem, { text }: FixContext): Fix[] {
  const found = misplacedSections(postMortem).find(({ section }) => section.index === finding.section)
  const edits = found && moveSection(found.section, found, postMortem, text)
  return found && edits ? [{ title: `Move "${nameOf(found.section)}" to its place`, edits, preferred: true }] : []
}

function nameOf({ heading }: { readonly heading: PostMortem['sections'][number]['heading'] }): string {
  return shortened(heading?.title.plain ?? '')
}
