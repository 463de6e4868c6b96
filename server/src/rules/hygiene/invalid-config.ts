import type { Config, ConfigProblem } from '../../config/config.ts'
import type { DocumentRule, Finding, Fix } from '../rule.ts'

/** A mistake in `.postmortem.yml`. No post-mortem has it: its findings come from {@link findingsInConfig}. */
export const invalidConfig = {
  meta: {
    id: 'invalid-config',
    group: 'hygiene',
    severity: 'error',
    aboutUnfinished: false,
    description: 'The configuration says something that cannot be used.',
    since: '0.1.0',
  },
  scope: 'document',
  check: () => [],
  fix,
} as const satisfies DocumentRule

/** The findings of a configuration file, in absolute offsets. The file may set their level, as that of any rule. */
export function findingsInConfig(problems: readonly ConfigProblem[], { rules }: Config): Finding[] {
  const { id, severity } = invalidConfig.meta
  const level = rules[id] ?? severity
  if (level === 'off') return []
  return problems.map(({ start, end, message, replacement }) => ({
    section: 0,
    start,
    end,
    rule: id,
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
