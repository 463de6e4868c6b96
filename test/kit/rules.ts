/** What rules are told besides the document, in tests without a service. */
import { DEFAULT_CONFIG } from '../../server/src/config/config.ts'
import { idsIn } from '../../server/src/model/document/incident-id.ts'
import type { RuleContext, WorkspaceFacts } from '../../server/src/rules/rule.ts'
import { momentAt } from '../../server/src/time/index.ts'
import { FolderRecords } from '../../server/src/workspace/index/folder-records.ts'

/** Later than every incident of fixtures, pages and real documents. */
export const LATER = '2026-12-01T12:00:00Z'

/** A clock that stands still after all of them, no configuration, an untitled document, no other documents. */
export const RULE_CONTEXT: RuleContext = {
  now: momentAt(Date.parse(LATER), 'UTC'),
  path: null,
  config: DEFAULT_CONFIG,
  facts: null,
}

/** What a document is told of a workspace in which one other post-mortem has the ID. */
export function otherWithId(id: string, title: string | null = null): WorkspaceFacts {
  const store = new FolderRecords('file:///repo')
  store.set('file:///repo/other.md', {
    mentioned: idsIn(id),
    about: [],
    mayBePostMortem: true,
    contextKey: '',
    sibling: null,
    asked: [],
    answers: '',
    isGlance: false,
    summary: {
      id: { text: id, line: 6, character: 19 },
      title,
      date: '2026-02-12',
      isCopy: false,
      owners: [],
      severity: null,
      stage: 'final',
      minutes: null,
      progress: null,
      actions: [],
    },
  })
  return store.factsFor('file:///repo/document.md', false)
}
