import { describe, expect, test } from 'vitest'
import { rightActions, spoilt } from '../../kit/actions.ts'
import { open } from '../../kit/document.ts'
import { applyFix } from '../../kit/expect.ts'
import { expectFound } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'action-id-sequence'
/** The rule is off unless a team asks for it. */
const ON = { files: { '.postmortem.yml': `rules: { ${RULE}: warning }\n` } }
const report = (actions: string, heading = '## Action Items') =>
  `# Post-mortem: Disk full\n\n- **Date**: 2026-01-10\n- **Status**: Final\n\n## Root Cause\n\nA.\n\n## Timeline\n\n- 2026-01-10 13:42 the disk was full\n\n${heading}\n\n${actions}\n`
const of = async (text: string, options = ON) =>
  (await open(text, options)).view.findings
    .filter(({ rule }) => rule === RULE)
    .map(({ severity, message }) => [severity, message])
const table = (...ids: string[]) => `| ID | Action |\n|---|---|\n${ids.map((id) => `| ${id} | Alert |`).join('\n')}\n`

test('it is off', async () => expect((await open(report(table('ACT-2')))).view.findings).toEqual([]))

test.each([
  ['through two tables', report(`${table('ACT-1', 'ACT-2')}\n### Later\n\n${table('ACT-3')}`)],
  ['each prefix for itself', report(table('P-1', 'P-2', 'D-1', 'P-3'))],
  ['filled up', report(table('ACT-01', 'ACT-02'))],
  ['bare numbers', report(table('2', '3'))],
  ['keys of a tracker', report(table('OPS-412', 'OPS-402'))],
])('right, or not checked: %s', async (_, text) => expect(await of(text)).toEqual([]))

test.each([
  ['a gap', report(table('ACT-1', 'ACT-3', 'ACT-4')), 'ACT-3 comes after ACT-1: ACT-2 was expected.'],
  ['the wrong order', report(table('ACT-2', 'ACT-1')), 'ACT-2 is the first action: ACT-1 was expected.'],
  [
    'started over',
    report(`${table('ACT-1', 'ACT-2')}\n### Later\n\n${table('ACT-1')}`),
    'ACT-1 comes after ACT-2: ACT-3 was expected.',
  ],
])('wrong, once: %s', async (_, text, message) => expect(await of(text)).toEqual([['warning', message]]))

test('the fix renumbers all of them, and all references', async () => {
  const text = report(`${table('ACT-1', 'ACT-4', 'ACT-2')}\nACT-4 goes before ACT-2.`)
  expect(await applyFix(text, RULE, undefined, ON)).toBe(
    report(`${table('ACT-1', 'ACT-2', 'ACT-3')}\nACT-2 goes before ACT-3.`),
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
