import { describe, expect, test } from 'vitest'
import { reportWithActions, rightActions, spoilt } from '../../kit/actions.ts'
import { open } from '../../kit/document.ts'
import { applyFix, finderOf, messageShown } from '../../kit/expect.ts'
import { expectFound } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'action-id-sequence'
/** The rule is off unless a team asks for it. */
const ON = { files: { '.postmortem.yml': `rules: { ${RULE}: warning }\n` } }
const found = finderOf(RULE, messageShown)
const of = (text: string, options = ON) => found(text, options)
const table = (...ids: string[]) => `| ID | Action |\n|---|---|\n${ids.map((id) => `| ${id} | Alert |`).join('\n')}\n`

test('it is off', async () => expect((await open(reportWithActions(table('ACT-2')))).view.findings).toEqual([]))

test.each([
  ['through two tables', reportWithActions(`${table('ACT-1', 'ACT-2')}\n### Later\n\n${table('ACT-3')}`)],
  ['each prefix for itself', reportWithActions(table('P-1', 'P-2', 'D-1', 'P-3'))],
  ['filled up', reportWithActions(table('ACT-01', 'ACT-02'))],
  ['bare numbers', reportWithActions(table('2', '3'))],
  ['keys of a tracker', reportWithActions(table('OPS-412', 'OPS-402'))],
])('right, or not checked: %s', async (_, text) => expect(await of(text)).toEqual([]))

test.each([
  ['a gap', reportWithActions(table('ACT-1', 'ACT-3', 'ACT-4')), 'ACT-3 comes after ACT-1: ACT-2 was expected.'],
  ['the wrong order', reportWithActions(table('ACT-2', 'ACT-1')), 'ACT-2 is the first action: ACT-1 was expected.'],
  [
    'started over',
    reportWithActions(`${table('ACT-1', 'ACT-2')}\n### Later\n\n${table('ACT-1')}`),
    'ACT-1 comes after ACT-2: ACT-3 was expected.',
  ],
])('wrong, once: %s', async (_, text, message) => expect(await of(text)).toEqual([['warning', message]]))

test('the fix renumbers all of them, and all references', async () => {
  const text = reportWithActions(`${table('ACT-1', 'ACT-4', 'ACT-2')}\nACT-4 goes before ACT-2.`)
  expect(await applyFix(text, RULE, undefined, ON)).toBe(
    reportWithActions(`${table('ACT-1', 'ACT-2', 'ACT-3')}\nACT-2 goes before ACT-3.`),
  )
})

describe('planted errors', () => {
  const actions = rightActions(['filled/incident-review', 'right/actions-table', 'right/actions-boxes'])
  const mutants = actions.flatMap((action) => spoilt(action, [['id', 'ACT-11']]) ?? [])
  const swapped = actions.flatMap((action) =>
    action.item.id?.text === 'ACT-1' ? [] : (spoilt(action, [['id', 'ACT-10']]) ?? []),
  )
  test('are found', () => expectFound(RULE, [...mutants, ...swapped], { now: LATER }))
})
