/** The few entries of a long timeline that most of what is worked out of it is about. */
import { eachOnce } from '../each-once.ts'
import type { TimelineEvent } from '../post-mortem.ts'

/** The entries that record a milestone, in order: the same list while they are the same. */
export const withMilestones = eachOnce((event: TimelineEvent) => (event.milestones.length > 0 ? [event] : []))
