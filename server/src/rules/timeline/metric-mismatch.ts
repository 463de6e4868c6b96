import { checkedDurations } from '../../model/durations/stated-durations.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import type { Report, Rule } from '../rule.ts'
import { fixDuration, reportDuration } from './stated-duration.ts'

/** A metric of the incident that its own times contradict. */
export const metricMismatch: Rule = {
  meta: {
    id: 'metric-mismatch',
    group: 'timeline',
    severity: 'warning',
    aboutUnfinished: false,
    description: 'A stated metric, such as the time to detect, is not what the times of the incident give.',
    since: '0.1.0',
  },
  scope: 'document',
  check,
  fix: fixDuration,
}

function check(postMortem: PostMortem): Report[] {
  return checkedDurations(postMortem)
    .filter(({ isMetric }) => isMetric)
    .flatMap((checked) => reportDuration(checked, postMortem) ?? [])
}
