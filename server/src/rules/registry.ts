/** All rules: one line each. */

import { actionDueBeforeIncident } from './actions/action-due-before-incident.ts'
import { actionDueOutsideWindow } from './actions/action-due-outside-window.ts'
import { actionIdSequence } from './actions/action-id-sequence.ts'
import { actionOverdue } from './actions/action-overdue.ts'
import { actionStatusConflict } from './actions/action-status-conflict.ts'
import { actionWithoutDueDate } from './actions/action-without-due-date.ts'
import { actionWithoutOwner } from './actions/action-without-owner.ts'
import { actionWithoutPriority } from './actions/action-without-priority.ts'
import { duplicateActionId } from './actions/duplicate-action-id.ts'
import { noActionItems } from './actions/no-action-items.ts'
import { vagueAction } from './actions/vague-action.ts'
import { blamefulLanguage } from './analysis/blameful-language.ts'
import { incompleteFiveWhys } from './analysis/incomplete-five-whys.ts'
import { invalidConfig } from './hygiene/invalid-config.ts'
import { invalidTemplate } from './hygiene/invalid-template.ts'
import { placeholder } from './hygiene/placeholder.ts'
import { secret } from './hygiene/secret.ts'
import { unknownIncident } from './hygiene/unknown-incident.ts'
import { affectedExceedsTotal } from './impact/affected-exceeds-total.ts'
import { percentageMismatch } from './impact/percentage-mismatch.ts'
import { dateConflict } from './metadata/date-conflict.ts'
import { duplicateIncidentId } from './metadata/duplicate-incident-id.ts'
import { futureDate } from './metadata/future-date.ts'
import { idDateMismatch } from './metadata/id-date-mismatch.ts'
import { invalidDate } from './metadata/invalid-date.ts'
import { invalidEnumValue } from './metadata/invalid-enum-value.ts'
import { invalidId } from './metadata/invalid-id.ts'
import { invalidTime } from './metadata/invalid-time.ts'
import { missingField } from './metadata/missing-field.ts'
import { weekdayMismatch } from './metadata/weekday-mismatch.ts'
import { yesWithoutDetails } from './metadata/yes-without-details.ts'
import { criteriaConflict } from './review/criteria-conflict.ts'
import { finalWithOpenVerification } from './review/final-with-open-verification.ts'
import { finalWithPlaceholders } from './review/final-with-placeholders.ts'
import { finalWithoutApproval } from './review/final-without-approval.ts'
import { reviewBeforeIncident } from './review/review-before-incident.ts'
import { reviewDateMismatch } from './review/review-date-mismatch.ts'
import type { Rule } from './rule.ts'
import { duplicateSection } from './structure/duplicate-section.ts'
import { emptySection } from './structure/empty-section.ts'
import { missingColumn } from './structure/missing-column.ts'
import { missingSection } from './structure/missing-section.ts'
import { sectionOrder } from './structure/section-order.ts'
import { ambiguousTime } from './timeline/ambiguous-time.ts'
import { conflictingTimes } from './timeline/conflicting-times.ts'
import { durationMismatch } from './timeline/duration-mismatch.ts'
import { endBeforeStart } from './timeline/end-before-start.ts'
import { metricMismatch } from './timeline/metric-mismatch.ts'
import { milestoneOrder } from './timeline/milestone-order.ts'
import { missingMilestone } from './timeline/missing-milestone.ts'
import { missingTimeZone } from './timeline/missing-time-zone.ts'
import { timelineOffset } from './timeline/timeline-offset.ts'
import { timelineOrder } from './timeline/timeline-order.ts'
import { timelineOutsideWindow } from './timeline/timeline-outside-window.ts'
import { unknownTimeZone } from './timeline/unknown-time-zone.ts'
import { zoneSeason } from './timeline/zone-season.ts'

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
