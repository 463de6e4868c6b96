import { describe, expect, test } from 'vitest'
import { opening, reportWithActions, reportWithActionTable, rightActions, spoilt } from '../../kit/actions.ts'
import { finderOf } from '../../kit/expect.ts'
import { expectFound } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'action-without-owner'
const of = finderOf(RULE, ({ severity, message, related }) => [severity, message, related.length])

test.each([
  ['named', reportWithActionTable('| ACT-1 | Alert | Ana | 2026-02-01 | P1 | Open |')],
  ['done', reportWithActionTable('| ACT-1 | Alert | | 2026-02-01 | P1 | Done |')],
  ["won't be done", reportWithActionTable("| ACT-1 | Alert | | | | Won't do |")],
  ['only proposed', reportWithActionTable('| ACT-1 | Alert | | | | Proposed |')],
  ['perhaps done', reportWithActionTable('| ACT-1 | Alert | | | | Live since Monday |')],
  ['in the tracker', reportWithActionTable('| ACT-1 | Alert, see OPS-12 | | | | Open |')],
  ['in the tracker of a link', reportWithActionTable('| ACT-1 | [Alert](https://example.com/t/9) | | | | Open |')],
  ['in the tracker, below it', reportWithActions('- [ ] Alert\n  - **Owner**:\n  - **Ticket**: #12\n')],
  ['in the tracker that its ID is a key of', reportWithActionTable('| OPS-412 | Alert | | | | Open |')],
  ['by mention', reportWithActions('- [ ] Alert @ana\n- [ ] Page\n  - **Owner**: Bo')],
  ['a placeholder, which is another finding', reportWithActions('- [ ] Alert\n  - **Owner**: [YYYY-MM-DD]')],
  ['a list without owners', reportWithActions('- [ ] Alert\n- [ ] Page')],
  ['a table without owners', reportWithActions('| Action | Status |\n|---|---|\n| Alert | Open |')],
])('right, or not checked: %s', async (_, text) => expect(await of(text)).toEqual([]))

test.each([
  ['one', reportWithActionTable('| ACT-1 | Alert | | 2026-02-01 | P1 | Open |'), 'ACT-1 has no owner.', 0],
  ['a number of its own is no ticket', reportWithActionTable('| PR-1 | Alert | | | | Open |'), 'PR-1 has no owner.', 0],
  ['a dash', reportWithActionTable('| ACT-1 | Alert | – | 2026-02-01 | P1 | In progress |'), 'ACT-1 has no owner.', 0],
  ['without any status', reportWithActions('| Action | Owner |\n|---|---|\n| Alert | |'), '"Alert" has no owner.', 0],
  ['a field', reportWithActions('- [ ] Alert\n  - **Owner**:'), '"Alert" has no owner.', 0],
  [
    'no field, as the others have',
    reportWithActions('- [ ] Alert\n- [ ] Page\n  - **Owner**: Bo'),
    '"Alert" has no owner.',
    0,
  ],
  [
    'several: one finding',
    reportWithActionTable(
      '| ACT-1 | Alert | | | | Open |',
      '| ACT-2 | Page | Bo | | | Open |',
      '| ACT-3 | Test | | | | Open |',
    ),
    '2 open actions have no owner: ACT-1 and ACT-3.',
    2,
  ],
  [
    'many',
    reportWithActionTable(...[1, 2, 3, 4, 5, 6].map((number) => `| ACT-${number} | Alert | | | | Open |`)),
    '6 open actions have no owner: ACT-1, ACT-2, ACT-3 and 3 more.',
    6,
  ],
])('wrong: %s', async (_, text, message, related) => expect(await of(text)).toEqual([['warning', message, related]]))

test('the slot may be that of the chosen template', async () => {
  const text = (template: string) =>
    `---\ntemplate: ${template}\n---\n\n# Incident Post-Mortem: Disk full\n\n## Action Items\n\n- [ ] Alert\n`
  expect(await of(text('minimal'))).toEqual([['hint', '"Alert" has no owner.', 0]])
  expect(await of(text('none'))).toEqual([])
})
test("the team's own tracker counts", async () => {
  const text = reportWithActionTable('| ACT-1 | Alert (T4711) | | | | Open |')
  expect(await of(text)).toHaveLength(1)
  expect(await of(text, { files: { '.postmortem.yml': "tracker: ['T*']" } })).toEqual([])
})

describe('planted errors', () => {
  const mutants = rightActions().flatMap((action) => {
    if (action.item.links.length > 0 || !action.item.owner || action.item.owner.value.text === '') return []
    return spoilt(action, [...opening(action), ['owner', '']]) ?? []
  })
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
