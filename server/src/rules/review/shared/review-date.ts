/** The common fix of the rules about dates of reviews. */

import { dateEdits } from '../../../edits/date-edits.ts'
import { checkedReviews } from '../../../model/content/review-dates.ts'
import type { PostMortem } from '../../../model/post-mortem.ts'
import type { Finding, Fix } from '../../rule.ts'

/** Suggests the day given by the name of the review, in the notation of the existing date. */
export function fixReview(finding: Finding, postMortem: PostMortem): Fix[] {
  const review = checkedReviews(postMortem).find(
    ({ section, start }) => section === finding.section && start === finding.start,
  )
  if (!review || review.due === null) return []
  const { field, reading, due } = review
  const edits = dateEdits(review, field.value.text, reading, field.value.start, due, postMortem.dateOrder)
  const title = `Change to ${edits[0]?.newText ?? due}`
  return edits.length > 0 ? [{ title, edits, preferred: true }] : []
}
