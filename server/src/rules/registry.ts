/** All rules: one line each. */

import { affectedExceedsTotal } from './affected-exceeds-total.ts'
import { ambiguousTime } from './ambiguous-time.ts'
import { conflictingTimes } from './conflicting-times.ts'
import { dateConflict } from './date-conflict.ts'
import { durationMismatch } from './duration-mismatch.ts'
import { endBeforeStart } from './end-before-start.ts'
import { futureDate } from './future-date.ts'
import { idDateMismatch } from './id-date-mismatch.ts'
import { invalidDate } from './invalid-date.ts'
import { invalidEnumValue } from './invalid-enum-value.ts'
import { invalidId } from './invalid-id.ts'
import { invalidTemplate } from './invalid-template.ts'
import { invalidTime } from './invalid-time.ts'
import { metricMismatch } from './metric-mismatch.ts'
import { milestoneOrder } from './milestone-order.ts'
import { missingField } from './missing-field.ts'
import { missingMilestone } from './missing-milestone.ts'
import { missingSection } from './missing-section.ts'
import { missingTimeZone } from './missing-time-zone.ts'
import { percentageMismatch } from './percentage-mismatch.ts'
import { placeholder } from './placeholder.ts'
import { reviewBeforeIncident } from './review-before-incident.ts'
import { reviewDateMismatch } from './review-date-mismatch.ts'
import type { Rule } from './rule.ts'
import { timelineOffset } from './timeline-offset.ts'
import { timelineOrder } from './timeline-order.ts'
import { timelineOutsideWindow } from './timeline-outside-window.ts'
import { unknownTimeZone } from './unknown-time-zone.ts'
import { weekdayMismatch } from './weekday-mismatch.ts'
import { zoneSeason } from './zone-season.ts'

/** In the order in which they are documented. */
export const RULES: readonly Rule[] = [
  missingSection,
  missingField,
  invalidEnumValue,
  invalidId,
  invalidDate,
  invalidTime,
  weekdayMismatch,
  futureDate,
  idDateMismatch,
  dateConflict,
  durationMismatch,
  endBeforeStart,
  timelineOrder,
  ambiguousTime,
  timelineOffset,
  timelineOutsideWindow,
  conflictingTimes,
  milestoneOrder,
  missingMilestone,
  metricMismatch,
  missingTimeZone,
  unknownTimeZone,
  zoneSeason,
  percentageMismatch,
  affectedExceedsTotal,
  reviewDateMismatch,
  reviewBeforeIncident,
  placeholder,
  invalidTemplate,
]

/** The rule of a finding, null when there is none of that id. */
export function ruleById(id: string): Rule | null {
  return RULES.find(({ meta }) => meta.id === id) ?? null
}
