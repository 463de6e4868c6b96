import { defineRule } from '../rule.ts'
import { fixDuration, reportDurations } from './shared/stated-duration.ts'

/** A stated duration of the incident that contradicts its own times. */
export const durationMismatch = defineRule({
  severity: 'warning',
  description: 'The stated length of the incident is not what its times give.',
  scope: 'document',
  check: (postMortem) => reportDurations(postMortem, false),
  fix: fixDuration,
})
