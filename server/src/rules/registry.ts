/** All rules: one line each. */

import { actionDueBeforeIncident } from './action-due-before-incident.ts'
import { actionDueOutsideWindow } from './action-due-outside-window.ts'
import { actionIdSequence } from './action-id-sequence.ts'
import { actionOverdue } from './action-overdue.ts'
import { actionStatusConflict } from './action-status-conflict.ts'
import { actionWithoutDueDate } from './action-without-due-date.ts'
import { actionWithoutOwner } from './action-without-owner.ts'
import { actionWithoutPriority } from './action-without-priority.ts'
import { affectedExceedsTotal } from './affected-exceeds-total.ts'
import { ambiguousTime } from './ambiguous-time.ts'
import { blamefulLanguage } from './blameful-language.ts'
import { conflictingTimes } from './conflicting-times.ts'
import { criteriaConflict } from './criteria-conflict.ts'
import { dateConflict } from './date-conflict.ts'
import { duplicateActionId } from './duplicate-action-id.ts'
import { duplicateIncidentId } from './duplicate-incident-id.ts'
import { duplicateSection } from './duplicate-section.ts'
import { durationMismatch } from './duration-mismatch.ts'
import { emptySection } from './empty-section.ts'
import { endBeforeStart } from './end-before-start.ts'
import { finalWithOpenVerification } from './final-with-open-verification.ts'
import { finalWithPlaceholders } from './final-with-placeholders.ts'
import { finalWithoutApproval } from './final-without-approval.ts'
import { futureDate } from './future-date.ts'
import { idDateMismatch } from './id-date-mismatch.ts'
import { incompleteFiveWhys } from './incomplete-five-whys.ts'
import { invalidConfig } from './invalid-config.ts'
import { invalidDate } from './invalid-date.ts'
import { invalidEnumValue } from './invalid-enum-value.ts'
import { invalidId } from './invalid-id.ts'
import { invalidTemplate } from './invalid-template.ts'
import { invalidTime } from './invalid-time.ts'
import { metricMismatch } from './metric-mismatch.ts'
import { milestoneOrder } from './milestone-order.ts'
import { missingColumn } from './missing-column.ts'
import { missingField } from './missing-field.ts'
import { missingMilestone } from './missing-milestone.ts'
import { missingSection } from './missing-section.ts'
import { missingTimeZone } from './missing-time-zone.ts'
import { noActionItems } from './no-action-items.ts'
import { percentageMismatch } from './percentage-mismatch.ts'
import { placeholder } from './placeholder.ts'
import { reviewBeforeIncident } from './review-before-incident.ts'
import { reviewDateMismatch } from './review-date-mismatch.ts'
import type { Rule } from './rule.ts'
import { secret } from './secret.ts'
import { sectionOrder } from './section-order.ts'
import { timelineOffset } from './timeline-offset.ts'
import { timelineOrder } from './timeline-order.ts'
import { timelineOutsideWindow } from './timeline-outside-window.ts'
import { unknownIncident } from './unknown-incident.ts'
import { unknownTimeZone } from './unknown-time-zone.ts'
import { vagueAction } from './vague-action.ts'
import { weekdayMismatch } from './weekday-mismatch.ts'
import { yesWithoutDetails } from './yes-without-details.ts'
import { zoneSeason } from './zone-season.ts'

/** In the order in which they are documented. */
export const RULES: readonly Rule[] = [
  missingSection,
  emptySection,
  sectionOrder,
  duplicateSection,
  missingColumn,
  missingField,
  invalidEnumValue,
  invalidId,
  invalidDate,
  invalidTime,
  weekdayMismatch,
  futureDate,
  idDateMismatch,
  dateConflict,
  duplicateIncidentId,
  yesWithoutDetails,
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
  incompleteFiveWhys,
  blamefulLanguage,
  noActionItems,
  actionWithoutOwner,
  actionWithoutDueDate,
  actionWithoutPriority,
  duplicateActionId,
  actionIdSequence,
  actionOverdue,
  actionDueOutsideWindow,
  actionDueBeforeIncident,
  actionStatusConflict,
  vagueAction,
  finalWithPlaceholders,
  finalWithOpenVerification,
  finalWithoutApproval,
  reviewDateMismatch,
  reviewBeforeIncident,
  criteriaConflict,
  placeholder,
  unknownIncident,
  secret,
  invalidConfig,
  invalidTemplate,
]

/** Names of all rules. */
export const RULE_IDS: readonly string[] = RULES.map(({ meta }) => meta.id)

/** The rule of a finding, null when there is none of that id. */
export function ruleById(id: string): Rule | null {
  return RULES.find(({ meta }) => meta.id === id) ?? null
}
