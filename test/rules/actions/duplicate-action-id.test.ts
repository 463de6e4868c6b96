import { describe, expect, test } from 'vitest'
import { reportWithActions, rightActions, spoilt } from '../../kit/actions.ts'
import { open } from '../../kit/document.ts'
import { applyFix, finderOf, messageShown } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'duplicate-action-id'
/** A row of the template that nobody has filled in yet. */
const PLACEHOLDERS =
  '| ACT-2 | [The change that removes a contributing factor] | [Name] | P0/P1/P2/P3 | [YYYY-MM-DD] | Open/Done |\n'
const of = finderOf(RULE, messageShown)
const table = (...ids: string[]) =>
  `| ID | Action |\n|---|---|\n${ids.map((id, index) => `| ${id} | Alert ${index} |`).join('\n')}\n`

test.each([
  ['numbered through', reportWithActions(table('ACT-1', 'ACT-2', 'ACT-3'))],
  ['each prefix for itself', reportWithActions(table('P-1', 'P-2', 'D-1'))],
  ['bare numbers of two tables', reportWithActions(`${table('1', '2')}\n### Later\n\n${table('1', '2')}`)],
  ['keys of a tracker: one ticket for two actions', reportWithActions(table('OPS-412', 'OPS-412', 'OPS-415'))],
  ['links', reportWithActions(table('[ACT-1](https://example.com/1)', '[ACT-1](https://example.com/1)'))],
  ['rows of the template', fixture('filled/incident-review.md').replace(/(\| ACT-2 \|.*\n)/, `$1${PLACEHOLDERS}`)],
  [
    'told twice, in short and in detail',
    reportWithActions('- ACT-1: Alert sooner\n\n### In detail\n\n- ACT-1: Alert sooner\n  - **Owner**: Ana'),
  ],
  ['no ID at all', reportWithActions(table('', '', '-'))],
])('right, or not checked: %s', async (_, text) => expect(await of(text)).toEqual([]))

test.each([
  ['in a table', reportWithActions(table('ACT-1', 'ACT-2', 'ACT-2')), ['ACT-2 is taken: "Alert 1" has it already.']],
  [
    'in two',
    reportWithActions(`${table('ACT-1')}\n### Later\n\n${table('**ACT-1**')}`.replace(/0 \|\n$/, 'x |\n')),
    ['ACT-1 is taken: "Alert 0" has it already.'],
  ],
  ['bare numbers of one table', reportWithActions(table('1', '2', '2')), ['2 is taken: "Alert 1" has it already.']],
  [
    'in a list',
    reportWithActions('- ACT-1: A\n- **ACT-1** B\n- [ACT-1] C'),
    ['ACT-1 is taken: "A" has it already.', 'ACT-1 is taken: "A" has it already.'],
  ],
])('wrong: %s', async (_, text, messages) =>
  expect(await of(text)).toEqual(messages.map((message) => ['error', message])),
)

test('the other place is named', async () => {
  const { view } = await open(reportWithActions(table('ACT-1', 'ACT-1')))
  expect(view.findings.find(({ rule }) => rule === RULE)?.related).toMatchObject([{ message: 'The first ACT-1' }])
})
test('in a log every incident has numbers of its own', async () => {
  const one = (day: string, id: string) =>
    `## ${day} Disk full\n\n### Timeline\n\n- 13:42 full\n\n### Action items\n\n${table('ACT-1', id)}\n`
  const log = (id: string) => `# Post-mortems of 2026\n\n${one('2026-01-10', 'ACT-2')}${one('2026-01-12', id)}`
  expect(await of(log('ACT-2'))).toEqual([])
  expect(await of(log('ACT-1'))).toHaveLength(1)
})

test.each([
  [table('ACT-1', 'ACT-2', 'ACT-2', 'ACT-3'), table('ACT-1', 'ACT-2', 'ACT-4', 'ACT-3')],
  [table('ACT-01', 'ACT-01'), table('ACT-01', 'ACT-02')],
  [table('ACT-1', 'ACT-1', 'After ACT-2, which went away'), table('ACT-1', 'ACT-3', 'After ACT-2, which went away')],
  [table('1', '2', '2'), table('1', '2', '3')],
])('the fix takes the next number that is free: %j', async (from, to) =>
  expect(await applyFix(reportWithActions(from), RULE)).toBe(reportWithActions(to)),
)

describe('planted errors', () => {
  const actions = rightActions(['filled/incident-review', 'right/actions-table', 'right/actions-boxes'])
  const mutants = actions.flatMap((action) =>
    actions
      .filter((other) => other.name === action.name && other.item.start !== action.item.start)
      .slice(0, 4)
      .flatMap((other) => spoilt(action, [['id', other.item.id?.text ?? '']]) ?? []),
  )
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
