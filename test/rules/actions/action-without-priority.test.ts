import { describe, expect, test } from 'vitest'
import { opening, reportWithActions, reportWithActionTable, rightActions, spoilt } from '../../kit/actions.ts'
import { finderOf } from '../../kit/expect.ts'
import { expectFound } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'action-without-priority'
const of = finderOf(RULE, ({ severity, message, related }) => [severity, message, related.length])

test.each([
  ['named', reportWithActionTable('| ACT-1 | Alert | Ana | 2026-02-01 | P1 | Open |')],
  ['done', reportWithActionTable('| ACT-1 | Alert | Ana | 2026-02-01 | | Done |')],
  ['a list without priorities', reportWithActions('- [ ] Alert\n  - **Owner**: Ana')],
])('right, or not checked: %s', async (_, text) => expect(await of(text)).toEqual([]))

test.each([
  ['one', reportWithActionTable('| ACT-1 | Alert | Ana | 2026-02-01 | | Open |'), 'ACT-1 has no priority.'],
  [
    'a ticket does not say it',
    reportWithActionTable('| ACT-1 | Alert, OPS-12 | Ana | | | Open |'),
    'ACT-1 has no priority.',
  ],
  ['a field', reportWithActions('- [ ] Alert\n  - **Priority**:'), '"Alert" has no priority.'],
])('wrong: %s', async (_, text, message) => expect(await of(text)).toEqual([['hint', message, 0]]))

describe('planted errors', () => {
  const mutants = rightActions().flatMap((action) => {
    const { priority } = action.item
    return priority && priority.value.text !== '' ? (spoilt(action, [...opening(action), ['priority', '']]) ?? []) : []
  })
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
