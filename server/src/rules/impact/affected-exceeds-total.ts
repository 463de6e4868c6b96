import { sharesOf } from '../../model/content/shares.ts'
import type { Section } from '../../model/post-mortem.ts'
import { defineRule, type Report } from '../rule.ts'

/** More were affected than there are in total. */
export const affectedExceedsTotal = defineRule({
  severity: 'error',
  description: 'More are affected than there are in total.',
  scope: 'section',
  check,
})

function check(section: Section): Report[] {
  return sharesOf(section).flatMap(({ affected, total }) => {
    if (affected.value - affected.slack <= total.value + total.slack) return []
    const related = [{ section: total.section, start: total.start, end: total.end, message: `Total: ${total.text}` }]
    const message = `${affected.text} affected are more than the ${total.text} in total.`
    return [{ section: affected.section, start: affected.start, end: affected.end, message, related }]
  })
}
