import type { Config, ConfigProblem } from '../../config/config.ts'
import { defineRule, type Finding, type Fix, type Report, type Severity } from '../rule.ts'

const RULE_ID = 'invalid-config'

/**
 * A mistake in `.postmortem.yml`: see {@link findingsInConfig}. A post-mortem has but the finding that its configuration,
 * or the file that says who owns what, cannot be read: nobody can open that.
 */
export const invalidConfig = defineRule({
  severity: 'error',
  description: 'The configuration says something that cannot be used.',
  scope: 'document',
  check({ title }, { unreadConfig, unreadOwners }) {
    const { section, start, end } = title ?? { section: 0, start: 0, end: 0 }
    const report = (message: string | null | undefined, severity: Severity): Report[] =>
      message ? [{ section, start, end, message, severity }] : []
    return [...report(unreadConfig, 'error'), ...report(unreadOwners, 'warning')]
  },
  fix,
})

/** The findings of a configuration file, with absolute offsets. The file may set their level, like that of any rule. */
export function findingsInConfig(problems: readonly ConfigProblem[], { rules }: Config): Finding[] {
  const level = rules[RULE_ID] ?? invalidConfig.severity
  if (level === 'off') return []
  return problems.map(({ start, end, message, replacement }) => ({
    section: 0,
    start,
    end,
    rule: RULE_ID,
    severity: level === 'info' ? 'information' : level,
    message,
    related: [],
    data: replacement === null ? {} : { replacement },
  }))
}

function fix({ section, start, end, data }: Finding): Fix[] {
  const newText = data['replacement']
  if (typeof newText !== 'string') return []
  return [{ title: `Change to ${newText}`, edits: [{ section, start, end, newText }], preferred: true }]
}
