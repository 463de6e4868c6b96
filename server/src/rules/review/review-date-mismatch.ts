import { checkedReviews } from '../../model/content/review-dates.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Report } from '../rule.ts'
import { fixReview } from './shared/review-date.ts'

/** A review after a week, a month or three months with another date. */
export const reviewDateMismatch = defineRule({
  severity: 'hint',
  description: 'The date of a review is not when its name says.',
  scope: 'document',
  check,
  fix: fixReview,
})

function check(postMortem: PostMortem): Report[] {
  return checkedReviews(postMortem).flatMap(({ section, start, end, field, text, due, from, fromPlace, verdict }) => {
    if (verdict !== 'differs') return []
    const message = `${shortened(field.name.text)} says ${text}, but counted from the incident (${from}) it is ${due}.`
    const related = fromPlace ? [{ ...fromPlace, message: `The incident: ${from}` }] : []
    return [{ section, start, end, message, related }]
  })
}
