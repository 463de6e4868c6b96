/** What rules are told besides the document, in tests without a service. */
import { DEFAULT_CONFIG } from '../../server/src/config/config.ts'
import type { RuleContext } from '../../server/src/rules/rule.ts'
import { momentAt } from '../../server/src/time/index.ts'

/** Later than every incident of fixtures, pages and real documents. */
export const LATER = '2026-12-01T12:00:00Z'

/** A clock that stands still after all of them, no configuration, an untitled document. */
export const RULE_CONTEXT: RuleContext = {
  now: momentAt(Date.parse(LATER), 'UTC'),
  path: null,
  config: DEFAULT_CONFIG,
}
