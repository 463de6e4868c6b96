import { describe, expect, test } from 'vitest'
import { reportWithActions, rightActions, spoilt } from '../../kit/actions.ts'
import { open } from '../../kit/document.ts'
import { applyFix, finderOf, messageShown } from '../../kit/expect.ts'
import { expectFound } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'action-status-conflict'
const of = finderOf(RULE, messageShown)
const box = (mark: string, status: string, group = '') =>
  reportWithActions(`- [${mark}] Alert\n  - **Status**: ${status}`, `## Action Items${group && `\n\n### ${group}`}`)

test.each([
  box('x', 'Done'),
  box('x', 'fixed in #12'),
  box('x', "Won't do"),
  box('x', 'Live'),
  box(' ', 'Open'),
  box(' ', 'In progress'),
  box(' ', 'Cancelled'),
  box(' ', 'Proposed'),
  box(' ', '[YYYY-MM-DD]'),
  box('x', 'Done', 'Immediate (Completed)'),
  box(' ', 'Cancelled', 'Immediate (Completed)'),
  box(' ', 'Open', 'Completed tasks are listed elsewhere'),
  box('x', 'Done', 'Open'),
  reportWithActions('- Alert\n- Page', '## Action Items\n\n### Immediate (Completed)'),
])('right, or not checked: %j', async (text) => expect(await of(text)).toEqual([]))

test.each([
  [box('x', 'Open'), 'This action is ticked, but its status is Open.'],
  [box('X', 'in progress'), 'This action is ticked, but its status is in progress.'],
  [box(' ', '**Done** (yesterday)'), 'This action is not ticked, but its status is Done (yesterday).'],
  [box(' ', 'Open', 'Immediate (Completed)'), 'This action is under "Completed", but its status is Open.'],
  [
    reportWithActions('- [ ] Alert', '## Actions\n\n### Immediate (done)'),
    'This action is under "Completed", but not ticked.',
  ],
  [
    reportWithActions(
      '| ID | Action | Status |\n|---|---|---|\n| ACT-1 | Alert | WIP |',
      '## Actions\n\n### Immediate (Completed)',
    ),
    'ACT-1 is under "Completed", but its status is WIP.',
  ],
])('wrong: %j', async (text, message) => expect(await of(text)).toEqual([['warning', message]]))

describe('either side can be changed', () => {
  test.each([
    [box('x', 'Open'), 'status', box('x', 'Done')],
    [box('x', 'Open'), 'box', box(' ', 'Open')],
    [box(' ', '**Done** (yesterday)'), 'status', box(' ', '**Open** (yesterday)')],
    [box(' ', 'Done - on Monday'), 'status', box(' ', 'Open - on Monday')],
    [box(' ', 'Done'), 'Tick', box('x', 'Done')],
    [box(' ', 'WIP', 'Immediate (Completed)'), 'status', box(' ', 'Done', 'Immediate (Completed)')],
    [box(' ', 'WIP', 'Immediate (Completed)'), 'heading', box(' ', 'WIP', 'Immediate')],
    [
      reportWithActions('- [ ] Alert', '## A\n\n## Actions (Completed)'),
      'Tick',
      reportWithActions('- [x] Alert', '## A\n\n## Actions (Completed)'),
    ],
  ])('%j, %s', async (text, part, expected) => expect(await applyFix(text, RULE, part)).toBe(expected))
  test('with the word of the template, or of the other actions', async () => {
    const others = (mark: string, status: string) =>
      reportWithActions(`- [ ] Page\n  - **Status**: 未着手\n- [${mark}] Alert\n  - **Status**: ${status}`)
    expect(await applyFix(others(' ', '完了'), RULE, 'status')).toBe(others(' ', '未着手'))
  })
  test('and none is the one that most people want', async () => {
    const { service, view, text } = await open(box('x', 'Open'))
    const fixes = service.fixes(view, 0, text.length).filter(({ finding }) => finding.rule === RULE)
    expect(fixes.map(({ title, preferred }) => [title, preferred])).toEqual([
      ['Change the status to Done', false],
      ['Clear the box', false],
    ])
  })
})

describe('planted errors', () => {
  const mutants = rightActions().flatMap((action) => {
    const { checked, status, state, title } = action.item
    if (checked === null || state === 'wont-do') return []
    if (status) return spoilt(action, [['box', checked ? '[ ]' : '[x]']]) ?? []
    const at = action.at.start - action.item.start + title.end
    const added = `\n  - **Status**: ${checked ? 'Open' : 'Done'}`
    return [{ what: title.plain, right: action.text, wrong: action.text.slice(0, at) + added + action.text.slice(at) }]
  })
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
