import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { finderOf, findingsIn, placeShown } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'

const RULE = 'vague-action'
const actions = (items: string) => written('minimal', `## Action Items\n\n${items}\n`)

/** The text of each finding. */
const vague = finderOf(RULE, placeShown)

describe('cannot be finished', () => {
  test.each([
    'Be more careful',
    'Be more careful with replicas',
    'We should be more careful when deploying.',
    'Pay more attention to the error logs',
    'Remember to run the migration',
    "Don't forget the migration",
    'Try harder',
    'Communicate better',
    'Improve monitoring',
    'Improve our monitoring and alerting.',
    'Better documentation',
    'Add more tests',
    'Update the runbook',
    'Fix the root cause',
    'Investigate',
    'Investigate further',
    'Look into it',
    'Look into the issue',
    'Follow up with the team',
    'Further investigation',
    'TODO',
  ])('%s', async (title) => {
    expect(await vague(actions(`- [ ] ${title}`))).toEqual([title])
    expect(await vague(actions(`| Action | Owner | Status |\n| --- | --- | --- |\n| ${title} | Ana | Open |`))).toEqual(
      [title],
    )
  })
  test('with its fields below', async () => {
    const item = '- [ ] Improve monitoring\n  - **Owner**: Ana\n  - **Due Date**: 2026-02-02\n  - **Priority**: High'
    expect(await vague(actions(item))).toEqual(['Improve monitoring'])
  })
  test('is a hint', async () => {
    expect(findingsIn(await open(actions('- [ ] Be more careful')))).toContainEqual([9, RULE, 'hint'])
  })
})

describe('can be finished', () => {
  test.each([
    'Alert when the queue holds more than 500 jobs',
    'Improve monitoring of the payment queue',
    'Add tests for the rollback of a migration',
    'Investigate why the pool was exhausted',
    'Look into the memory limits of the search nodes',
    'Fix the race between deploy and migration',
    'Write a runbook for a full disk',
    'Be able to fail over within five minutes',
    'Improve monitoring (#123)',
    'Improve `monitoring` of writes',
    '~~Improve monitoring~~',
    'Reject a config without a limit, so that nobody has to be more careful',
  ])('%s', async (title) => expect(await vague(actions(`- [ ] ${title}`))).toEqual([]))
  test('what is explained below', async () => {
    expect(await vague(actions('- [ ] Improve monitoring\n  - Graph the pool\n  - Page at 80%'))).toEqual([])
    expect(await vague(actions('- [ ] Improve monitoring\n\n  Graph the pool and page at 80%.'))).toEqual([])
  })
  test('what is explained next to it', async () => {
    const table = '| Action | Details | Status |\n| --- | --- | --- |\n| Improve monitoring | Graph the pool | Open |'
    expect(await vague(actions(table))).toEqual([])
  })
  test('a direction that was taken, while advice never ends', async () => {
    expect(await vague(actions('- [x] Improve monitoring\n- [x] Be more careful'))).toEqual(['Be more careful'])
  })
  test('what is in no list of actions', async () => {
    expect(await vague(written('minimal', '## Lessons Learned\n\n- Improve monitoring\n'))).toEqual([])
  })
  test('what another rule calls a placeholder', async () => {
    const rows = '| Action | Owner |\n| --- | --- |\n| [What is to be done] | Ana |'
    expect(await vague(actions(rows))).toEqual([])
  })
})

describe('planted errors', () => {
  const VAGUE = ['Be more careful with deploys', 'Improve monitoring', 'Investigate further', 'Pay more attention']
  /** Each action replaced, and open again. */
  const mutants = (path: string): Mutant[] => {
    const right = fixture(path)
    const items = [...right.matchAll(/^(?:\| ACT-\d \| (?<row>[^|]+) \|.*\| (?<status>Done) \|)$/gm)]
    const boxes = [...right.matchAll(/^- \[x\] (?<item>[^\n]{40,})(?=\n {2}- \*\*Owner)/gm)]
    return [...items, ...boxes].flatMap(({ 0: line, index, groups }, number) => {
      const title = groups?.['row'] ?? groups?.['item'] ?? ''
      return [VAGUE[number % 4] ?? '', VAGUE[(number + 1) % 4] ?? ''].map((vagueTitle) => {
        const wrong = line.replace(title, vagueTitle).replace('| Done |', '| Open |').replace('[x]', '[ ]')
        return {
          what: `${path}: ${vagueTitle}`,
          right,
          wrong: right.slice(0, index) + wrong + right.slice(index + line.length),
        }
      })
    })
  }
  test('are found', () =>
    expectFound(RULE, ['filled/incident-review.md', 'filled/phased.md', 'filled/minimal.md'].flatMap(mutants)))
})
