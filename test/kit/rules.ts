/** What rules are told besides the document, in tests without a service. */
import { DEFAULT_CONFIG } from '../../server/src/config/config.ts'
import type { RuleContext } from '../../server/src/rules/rule.ts'
import { momentAt } from '../../server/src/time/index.ts'
import { NOW } from './world.ts'

/** The usual world: its clock, no configuration, an untitled document. */
export const RULE_CONTEXT: RuleContext = {
  now: momentAt(Date.parse(NOW), 'UTC'),
  path: null,
  config: DEFAULT_CONFIG,
}
