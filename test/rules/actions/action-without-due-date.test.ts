import { describe, expect, test } from 'vitest'
import { opening, reportWithActions, reportWithActionTable, rightActions, spoilt } from '../../kit/actions.ts'
import { open } from '../../kit/document.ts'
import { applyFix, finderOf } from '../../kit/expect.ts'
import { expectFound } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'action-without-due-date'
const of = finderOf(RULE, ({ severity, message, related }) => [severity, message, related.length])

test.each([
  ['named', reportWithActionTable('| ACT-1 | Alert | Ana | 2026-02-01 | P1 | Open |')],
  ['in words', reportWithActionTable('| ACT-1 | Alert | Ana | end of the quarter | P1 | Open |')],
  ['done', reportWithActionTable('| ACT-1 | Alert | Ana | | P1 | Done |')],
  ['in the tracker', reportWithActionTable('| ACT-1 | Alert, see OPS-12 | | | | Open |')],
  ['a list without due dates', reportWithActions('- [ ] Alert\n  - **Owner**: Ana')],
])('right, or not checked: %s', async (_, text) => expect(await of(text)).toEqual([]))

test.each([
  ['one', reportWithActionTable('| ACT-1 | Alert | Ana | | P1 | Open |'), 'ACT-1 has no due date.', 0],
  ['a field', reportWithActions('- [ ] Alert\n  - **Due Date**:'), '"Alert" has no due date.', 0],
  [
    'two',
    reportWithActionTable('| ACT-1 | A | | | | Open |', '| ACT-2 | B | | - | | Open |'),
    '2 open actions have no due date: ACT-1 and ACT-2.',
    2,
  ],
])('wrong: %s', async (_, text, message, related) => expect(await of(text)).toEqual([['warning', message, related]]))

describe('the fix', () => {
  const fixes = async (text: string, config = '', now = '2026-01-11T12:00:00Z') => {
    const { service, view } = await open(text, { now, files: config === '' ? {} : { '.postmortem.yml': config } })
    return service.fixes(view, 0, text.length).filter(({ finding }) => finding.rule === RULE)
  }
  const heading = '### Immediate (This Week)\n\n'

  test('writes the last day of the group, in the notation of the others', async () => {
    const text = reportWithActions(
      `${heading}| Action | Due | Status |\n|---|---|---|\n| Alert | | Open |\n| Page | 16 January 2026 | Open |\n`,
    )
    expect(await applyFix(text, RULE)).toBe(text.replace('| Alert | |', '| Alert | 17 January 2026 |'))
  })
  test.each([
    ['| Alert || Open |', '| Alert | 2026-01-17 | Open |'],
    ['| Alert |  | Open |', '| Alert | 2026-01-17 | Open |'],
    ['| Alert | – | Open |', '| Alert | 2026-01-17 | Open |'],
  ])('in a cell: %s', async (from, to) => {
    const text = reportWithActions(`${heading}| Action | Due | Status |\n|---|---|---|\n${from}\n`)
    expect((await applyFix(text, RULE)).replace(/ +/g, ' ')).toBe(text.replace(from, to))
  })
  test.each([
    ['- [ ] A\n  - **Due Date**:', '- [ ] A\n  - **Due Date**: 2026-01-17'],
    ['- [ ] A\n  - **Due Date**: ', '- [ ] A\n  - **Due Date**: 2026-01-17'],
    ['- [ ] A\n- [x] B\n  - Due: 2026-01-16', '- [ ] A\n  - Due: 2026-01-17\n- [x] B\n  - Due: 2026-01-16'],
    [
      '- [ ] A\n    * **Owner**: Ana\n    * **Priority**: P1\n- [x] B\n    * **Due:** 2026-01-16',
      '- [ ] A\n    * **Owner**: Ana\n    * **Due:** 2026-01-17\n    * **Priority**: P1\n- [x] B\n    * **Due:** 2026-01-16',
    ],
  ])('in a list: %j', async (from, to) =>
    expect(await applyFix(reportWithActions(heading + from), RULE)).toBe(reportWithActions(heading + to)),
  )
  test('takes the time that the team gives a priority, for each action its own', async () => {
    const text = reportWithActionTable('| ACT-1 | A | Ana | | P0 | Open |', '| ACT-2 | B | Ana | | P1 | Open |')
    const [fix] = await fixes(text, 'sla: { P0: 3d, P1: 7d }')
    expect(fix?.title).toBe('Set each due date to the last day allowed')
    expect(fix?.edits.map(({ newText }) => newText.trim())).toEqual(['2026-01-13', '2026-01-17'])
  })
  test('is none where nothing gives a day, or that day has passed', async () => {
    const text = reportWithActions(`${heading}| Action | Due | Status |\n|---|---|---|\n| Alert | | Open |\n`)
    expect(await fixes(text)).toHaveLength(1)
    expect(await fixes(text, '', '2026-01-18T12:00:00Z')).toEqual([])
    expect(await fixes(reportWithActionTable('| ACT-1 | A | Ana | | P0 | Open |'))).toEqual([])
  })
})

describe('planted errors', () => {
  const mutants = rightActions().flatMap((action) => {
    if (action.item.links.length > 0 || !action.item.due || action.item.due.value.text === '') return []
    return spoilt(action, [...opening(action), ['due', '']]) ?? []
  })
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
