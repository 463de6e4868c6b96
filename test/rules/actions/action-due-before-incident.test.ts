import { describe, expect, test } from 'vitest'
import { reportWithActions, rightActions, spoilt } from '../../kit/actions.ts'
import { open } from '../../kit/document.ts'
import { applyFix, finderOf, messageShown } from '../../kit/expect.ts'
import { expectFound } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'action-due-before-incident'
const of = finderOf(RULE, messageShown)
const box = (due: string, mark = 'x') => reportWithActions(`- [${mark}] Alert\n  - **Due**: ${due}`)

test.each(['2026-01-10', '2026-02-01', 'soon', '02/01/2026', '2025-12-01, moved to 2026-02-01', '[YYYY-MM-DD]'])(
  'right, or not judged: %s',
  async (due) => expect(await of(box(due))).toEqual([]),
)
test('an incident whose day is not known', async () =>
  expect(await of(box('2025-01-12').replaceAll('2026-01-10', ''))).toEqual([]))
test('an incident that began before the date of the document', async () =>
  expect(await of(box('2026-01-08').replace('- 2026-01-10', '- 2026-01-05'))).toEqual([]))

test.each([
  ['2025-01-20', 'This action is due on 2025-01-20, before the incident on 2026-01-10.'],
  ['9 January 2026', 'This action is due on 9 January 2026, before the incident on 2026-01-10.'],
])('wrong, done or not: %s', async (due, message) => {
  expect(await of(box(due))).toEqual([['warning', message]])
  expect(await of(box(due, ' '))).toEqual([['warning', message]])
})

test.each([
  ['2025-01-20', '2026-01-20'],
  ['Monday, 20 January 2025', 'Tuesday, 20 January 2026'],
  ['1 Feb 2024', '1 Feb 2026'],
])('the fix writes the year: %s', async (from, to) => expect(await applyFix(box(from), RULE)).toBe(box(to)))
test.each(['2026-01-09', '2024-02-29', '2025-11-01'])('there is none where no year is likely: %s', async (due) => {
  const { service, view, text } = await open(box(due))
  expect(await of(box(due))).toHaveLength(1)
  expect(service.fixes(view, 0, text.length).filter(({ finding }) => finding.rule === RULE)).toEqual([])
})

describe('planted errors', () => {
  const mutants = rightActions().flatMap((action) => {
    const due = action.item.due?.value.text ?? ''
    const year = Number(/20\d\d/.exec(due)?.[0])
    return year ? (spoilt(action, [['due', due.replace(String(year), String(year - 2))]]) ?? []) : []
  })
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
