/** All rules: one line each. */

import { invalidEnumValue } from './invalid-enum-value.ts'
import { invalidTemplate } from './invalid-template.ts'
import { missingField } from './missing-field.ts'
import { missingSection } from './missing-section.ts'
import { placeholder } from './placeholder.ts'
import type { Rule } from './rule.ts'

/** In the order in which they are documented. */
export const RULES: readonly Rule[] = [missingSection, missingField, invalidEnumValue, placeholder, invalidTemplate]

/** The rule of a finding, null when there is none of that id. */
export function ruleById(id: string): Rule | null {
  return RULES.find(({ meta }) => meta.id === id) ?? null
}
