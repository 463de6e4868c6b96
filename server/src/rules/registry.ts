/** All rules. Their IDs and groups are the names of their files and folders. */
import { RULE_FILES } from './registry.generated.ts'
import { RULE_GROUPS, type Rule, type RuleDefinition } from './rule.ts'

/** The ID of a rule. */
export type RuleId = { [Group in keyof typeof RULE_FILES]: keyof (typeof RULE_FILES)[Group] }[keyof typeof RULE_FILES]

/** In the order of the documentation: by group, then by ID. */
export const RULES: readonly Rule[] = RULE_GROUPS.flatMap((group) =>
  Object.entries<RuleDefinition>(RULE_FILES[group]).map(([id, definition]) => ({ id, group, ...definition })),
)

/** The IDs of all rules. */
export const RULE_IDS: readonly string[] = RULES.map(({ id }) => id)

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]))

/** The rule with an ID that exists. */
export function ruleById(id: RuleId): Rule
/** The rule with an ID, null when there is none. */
export function ruleById(id: string): Rule | null
/** See above. */
export function ruleById(id: string): Rule | null {
  return BY_ID.get(id) ?? null
}
