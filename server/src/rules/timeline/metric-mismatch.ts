import { checkedDurations } from '../../model/durations/stated-durations.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { defineRule, type Report } from '../rule.ts'
import { fixDuration, reportDuration } from './shared/stated-duration.ts'

/** A stated metric of the incident that contradicts its own times. */
export const metricMismatch = defineRule({
  severity: 'warning',
  description: 'A stated metric, such as the time to detect, is not what the times of the incident give.',
  scope: 'document',
  check,
  fix: fixDuration,
})

function check(postMortem: PostMortem): Report[] {
  return checkedDurations(postMortem)
    .filter(({ isMetric }) => isMetric)
    .flatMap((checked) => reportDuration(checked, postMortem) ?? [])
}
