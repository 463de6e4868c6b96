/** What rules are told besides the document, in tests without a service. */
import { DEFAULT_CONFIG } from '../../server/src/config/config.ts'
import { idsIn } from '../../server/src/model/document/incident-id.ts'
import type { OtherDocuments, RuleContext } from '../../server/src/rules/rule.ts'
import { momentAt } from '../../server/src/time/index.ts'
import { IndexStore } from '../../server/src/workspace/index/index-store.ts'

/** Later than every incident of fixtures, pages and real documents. */
export const LATER = '2026-12-01T12:00:00Z'

/** A clock that stands still after all of them, no configuration, an untitled document, no other documents. */
export const RULE_CONTEXT: RuleContext = {
  now: momentAt(Date.parse(LATER), 'UTC'),
  path: null,
  config: DEFAULT_CONFIG,
  others: null,
}

/** What a document is told of a workspace in which one other post-mortem has the ID. */
export function otherWithId(id: string): OtherDocuments {
  const store = new IndexStore('file:///repo')
  store.set('file:///repo/other.md', {
    mentioned: idsIn(id),
    about: [],
    mayBePostMortem: true,
    context: '',
    isRead: true,
    summary: { id: { text: id, line: 6, character: 19 }, title: null, date: null, owners: [] },
  })
  return store.around('file:///repo/document.md', false)
}
