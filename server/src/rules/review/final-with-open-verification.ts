import { unfilledIn } from '../../model/content/unfilled.ts'
import type { Point } from '../../model/details.ts'
import { enforcedTemplate } from '../../model/document/schema.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { placeholderKey } from '../../template/names.ts'
import { listed, shortened } from '../../text.ts'
import { defineRule, type Report } from '../rule.ts'

/** Placeholder for the result of a step. */
const RESULT = /^\[results?\]$/i

/** A final document with unticked verification steps: one finding, at the first of them. */
export const finalWithOpenVerification = defineRule({
  severity: 'warning',
  onlyInFinal: true,
  description: 'A final document has verification steps that nobody has ticked off.',
  scope: 'document',
  check,
})

function check(postMortem: PostMortem): Report[] {
  const template = enforcedTemplate(postMortem)
  if (!template || postMortem.incidents.length > 0) return []
  const unfilled = unfilledIn(template)
  const open = postMortem.points.filter((point) => {
    const { text } = point.text
    // Guidance of the template is found by final-with-placeholders.
    const isGuidance = RESULT.test(text) ? template.placeholders.includes(placeholderKey(text)) : unfilled.is(text)
    return point.kind === 'verification' && isOpen(point) && !isGuidance
  })
  const [first, ...others] = open
  if (!first) return []
  const names = listed(
    open
      .slice(0, 3)
      .map(nameOf)
      .concat(open.length > 3 ? ['others'] : []),
  )
  const message = `The document is final, but not verified: ${names}.`
  const related = others.map((point) => ({ ...placeOf(point), message: 'Not verified either.' }))
  return [{ ...placeOf(first), message, related }]
}

function isOpen({ checked, text }: Point): boolean {
  return checked === false || RESULT.test(text.text)
}

function nameOf({ label, text }: Point): string {
  return `"${shortened((label ?? text).plain, 40)}"`
}

/** The step without nested blocks. */
function placeOf({ section, start, text }: Point): { section: number; start: number; end: number } {
  return { section, start, end: text.end }
}
