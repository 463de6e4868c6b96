import { checkedDurations } from '../../model/durations/stated-durations.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import type { Report, Rule } from '../rule.ts'
import { fixDuration, reportDuration } from './stated-duration.ts'

/** A length of the incident that its own times contradict. */
export const durationMismatch: Rule = {
  meta: {
    id: 'duration-mismatch',
    group: 'timeline',
    severity: 'warning',
    aboutUnfinished: false,
    description: 'The stated length of the incident is not what its times give.',
    since: '0.1.0',
  },
  scope: 'document',
  check,
  fix: fixDuration,
}

function check(postMortem: PostMortem): Report[] {
  return checkedDurations(postMortem)
    .filter(({ isMetric }) => !isMetric)
    .flatMap((checked) => reportDuration(checked, postMortem) ?? [])
}
