import { sharesOf } from '../../model/content/shares.ts'
import type { Section } from '../../model/post-mortem.ts'
import type { Report, Rule } from '../rule.ts'

/** More were affected than there are. */
export const affectedExceedsTotal: Rule = {
  meta: {
    id: 'affected-exceeds-total',
    group: 'impact',
    severity: 'error',
    aboutUnfinished: false,
    description: 'More are affected than there are in total.',
    since: '0.1.0',
  },
  scope: 'section',
  check,
}

function check(section: Section): Report[] {
  return sharesOf(section).flatMap(({ affected, total }) => {
    if (affected.value - affected.slack <= total.value + total.slack) return []
    const related = [{ section: total.section, start: total.start, end: total.end, message: `Total: ${total.text}` }]
    const message = `${affected.text} affected are more than the ${total.text} in total.`
    return [{ section: affected.section, start: affected.start, end: affected.end, message, related }]
  })
}
