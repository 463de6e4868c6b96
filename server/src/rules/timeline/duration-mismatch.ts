import { checkedDurations } from '../../model/durations/stated-durations.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { defineRule, type Report } from '../rule.ts'
import { fixDuration, reportDuration } from './shared/stated-duration.ts'

/** A stated duration of the incident that contradicts its own times. */
export const durationMismatch = defineRule({
  severity: 'warning',
  description: 'The stated length of the incident is not what its times give.',
  scope: 'document',
  check,
  fix: fixDuration,
})

function check(postMortem: PostMortem): Report[] {
  return checkedDurations(postMortem)
    .filter(({ isMetric }) => !isMetric)
    .flatMap((checked) => reportDuration(checked, postMortem) ?? [])
}
