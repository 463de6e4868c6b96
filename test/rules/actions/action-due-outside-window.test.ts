import { describe, expect, test } from 'vitest'
import { addDays } from '../../../server/src/time/index.ts'
import { reportWithActions, rightActions, spoilt } from '../../kit/actions.ts'
import { applyFix, finderOf, messageShown } from '../../kit/expect.ts'
import { expectFound } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'action-due-outside-window'
const of = finderOf(RULE, messageShown)
const due = (heading: string, day: string, mark = ' ') =>
  reportWithActions(`- [${mark}] Alert\n  - **Due**: ${day}\n  - **Priority**: P1`, `## Action Items\n\n### ${heading}`)

test.each([
  ['Immediate (This Week)', '2026-01-17'],
  ['Immediate (This Week)', '2026-01-11'],
  ['Short-term (Next 30 Days)', '2026-02-09'],
  ['Long-term (Next 90 Days)', '2026-04-10'],
  ['Within two weeks', '2026-01-24'],
  ['Next 3 months', '2026-04-10'],
  ['30-90 days', '2026-04-10'],
  ['After 30 days', '2027-01-01'],
  ['90+ days', '2027-01-01'],
  ['Long-term', '2027-01-01'],
  ['Done in the past 7 days', '2026-03-01'],
])('in time, or without a window: %s, %s', async (heading, day) => expect(await of(due(heading, day))).toEqual([]))

test.each([
  ['Immediate (This Week)', '2026-01-18', '2026-01-17'],
  ['Short-term (Next 30 Days)', '2026-02-10', '2026-02-09'],
  ['Long-term (Next 90 Days)', '2026-04-11', '2026-04-10'],
  ['Within two weeks', '25 January 2026', '2026-01-24'],
  ['Next 3 months', '2026-04-11', '2026-04-10'],
  ['30-90 days', '2026-04-11', '2026-04-10'],
])('too late: %s, %s', async (heading, day, end) => {
  const expected = [['hint', `This action is due on ${day}, but "${heading}" ends on ${end}.`]]
  expect(await of(due(heading, day))).toEqual(expected)
  expect(await of(due(heading, day, 'x'))).toEqual(expected)
})

test('it is counted from the resolution, or the date of the document where that is later', async () => {
  const text = due('This week', '2026-01-21')
  expect(await of(text)).toHaveLength(1)
  expect(await of(text.replace('**Date**: 2026-01-10', '**Date**: 2026-01-14'))).toEqual([])
  expect(await of(text.replace('- **Status**', '- **End**: 2026-01-14 15:07\n- **Status**'))).toEqual([])
})
test('the heading of the action section itself, or one around a group, has a window too', async () => {
  const text = '- [ ] Alert\n  - **Due**: 2026-03-01'
  expect(await of(reportWithActions(text, '## Action Items (next 30 days)'))).toHaveLength(1)
  expect(await of(reportWithActions(text, '## Action Items (next 30 days)\n\n### Detect'))).toHaveLength(1)
  expect(await of(reportWithActions(text, '## Action Items'))).toEqual([])
})
test("what won't be done has no window", async () =>
  expect(
    await of(
      reportWithActions(
        '- [ ] ~~Alert~~\n  - **Due**: 2026-03-01\n  - **Status**: Cancelled',
        '## Action Items (7 days)',
      ),
    ),
  ).toEqual([]))

describe('time that the team gives a priority', () => {
  const files = { '.postmortem.yml': 'sla: { P0: 36h, P1: 7d }\n' }
  test('counts where the group gives none', async () => {
    expect(await of(due('Detect', '2026-01-17'), { files })).toEqual([])
    expect(await of(due('Detect', '2026-01-18'), { files })).toEqual([
      ['hint', 'This action is due on 2026-01-18, but P1 must be done by 2026-01-17.'],
    ])
  })
  test('and the shorter one where both do', async () => {
    expect(await of(due('Next 30 days', '2026-01-18'), { files })).toEqual([
      ['hint', 'This action is due on 2026-01-18, but P1 must be done by 2026-01-17.'],
    ])
    expect(await of(due('Within 3 days', '2026-01-15'), { files })).toEqual([
      ['hint', 'This action is due on 2026-01-15, but "Within 3 days" ends on 2026-01-13.'],
    ])
  })
  test('parts of a day are whole days', async () => {
    const text = (day: string) => due('Detect', day).replace('P1', 'p0 (again)')
    expect(await of(text('2026-01-12'), { files })).toEqual([])
    expect(await of(text('2026-01-13'), { files })).toHaveLength(1)
  })
})

test('the fix writes the last day in the notation of the date', async () => {
  expect(await applyFix(due('Immediate (This Week)', 'Feb 2nd, 2026'), RULE)).toBe(
    due('Immediate (This Week)', 'Jan 17th, 2026'),
  )
})

describe('planted errors', () => {
  const names = ['filled/phased', 'right/actions-windows', 'right/actions-boxes']
  const mutants = rightActions(names).flatMap((action) => {
    const { dueDate, group } = action.item
    if (!/days|weeks?/i.test(group ?? '') || dueDate === null || action.item.state === 'wont-do') return []
    return [95, 180].flatMap((days) => spoilt(action, [['due', addDays(dueDate, days)]]) ?? [])
  })
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
