import { checkedReviews } from '../../model/content/review-dates.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Report } from '../rule.ts'
import { fixReview } from './shared/review-date.ts'

/** A review on a day before the incident. */
export const reviewBeforeIncident = defineRule({
  severity: 'warning',
  description: 'A review is dated before the incident started.',
  scope: 'document',
  byIncidentDay: true,
  check,
  fix: fixReview,
})

function check(postMortem: PostMortem): Report[] {
  return checkedReviews(postMortem).flatMap(({ section, start, end, field, text, started, fromPlace, verdict }) => {
    if (verdict !== 'before-incident') return []
    const message = `${shortened(field.name.text)} is on ${text}, before the incident started on ${started}.`
    const related = fromPlace ? [{ ...fromPlace, message: `The incident: ${started}` }] : []
    return [{ section, start, end, message, related }]
  })
}
