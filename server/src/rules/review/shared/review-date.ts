/** What the rules about dates of reviews have in common. */

import { dateEdits } from '../../../edits/date-edits.ts'
import { checkedReviews } from '../../../model/content/review-dates.ts'
import type { PostMortem } from '../../../model/post-mortem.ts'
import type { Finding, Fix } from '../../rule.ts'

/** The day that the name of the review gives, in the notation of the date that stands there. */
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
