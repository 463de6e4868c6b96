import { enforcedTemplate, headPlace } from '../../model/document/schema.ts'
import { isWithin } from '../../model/document/sections.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { defineRule, type Report } from '../rule.ts'

/** Action sections without content. A statement that nothing is to be done is content. */
export const noActionItems = defineRule({
  severity: 'warning',
  aboutUnfinished: true,
  onlyInOriginal: true,
  description: 'The action items are all still to be written.',
  scope: 'document',
  check,
})

function check(postMortem: PostMortem): Report[] {
  const { actionItems, sections, incidents, resolved } = postMortem
  if (!enforcedTemplate(postMortem) || !resolved || incidents.length > 0) return []
  const own = sections.filter((section) => section.heading !== null && isWithin(section, 'action-items'))
  const [first] = own
  if (!first || own.some(({ state }) => state === 'filled') || actionItems.some(({ unfilled }) => !unfilled)) return []
  return [{ ...headPlace(first), message: 'No action is written down yet.' }]
}
