import { describe, expect, test } from 'vitest'
import { opening, rightActions, spoilt } from '../../kit/actions.ts'
import { open } from '../../kit/document.ts'
import { expectFound } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'action-without-priority'
const report = (actions: string) =>
  `# Post-mortem: Disk full\n\n- **Date**: 2026-01-14\n- **Status**: Final\n\n## Root Cause\n\nA.\n\n## Timeline\n\n- 13:42 the disk was full\n\n## Action Items\n\n${actions}\n`
const of = async (text: string) =>
  (await open(text)).view.findings
    .filter(({ rule }) => rule === RULE)
    .map(({ severity, message, related }) => [severity, message, related.length])
const table = (...rows: string[]) =>
  report(['| ID | Action | Owner | Due | Priority | Status |', '|---|---|---|---|---|---|', ...rows].join('\n'))

test.each([
  ['named', table('| ACT-1 | Alert | Ana | 2026-02-01 | P1 | Open |')],
  ['done', table('| ACT-1 | Alert | Ana | 2026-02-01 | | Done |')],
  ['a list without priorities', report('- [ ] Alert\n  - **Owner**: Ana')],
])('right, or not checked: %s', async (_, text) => expect(await of(text)).toEqual([]))

test.each([
  ['one', table('| ACT-1 | Alert | Ana | 2026-02-01 | | Open |'), 'ACT-1 has no priority.'],
  ['a ticket does not say it', table('| ACT-1 | Alert, OPS-12 | Ana | | | Open |'), 'ACT-1 has no priority.'],
  ['a field', report('- [ ] Alert\n  - **Priority**:'), '"Alert" has no priority.'],
])('wrong: %s', async (_, text, message) => expect(await of(text)).toEqual([['hint', message, 0]]))

describe('planted errors', () => {
  const mutants = rightActions().flatMap((action) => {
    const { priority } = action.item
    return priority && priority.value.text !== '' ? (spoilt(action, [...opening(action), ['priority', '']]) ?? []) : []
  })
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
