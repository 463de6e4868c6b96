import { defineRule } from '../rule.ts'
import { fixDuration, reportDurations } from './shared/stated-duration.ts'

/** A stated metric of the incident that contradicts its own times. */
export const metricMismatch = defineRule({
  severity: 'warning',
  description: 'A stated metric, such as the time to detect, is not what the times of the incident give.',
  scope: 'document',
  check: (postMortem) => reportDurations(postMortem, true),
  fix: fixDuration,
})
