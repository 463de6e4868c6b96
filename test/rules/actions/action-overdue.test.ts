import { describe, expect, test } from 'vitest'
import { opening, reportWithActions, rightActions, spoilt } from '../../kit/actions.ts'
import { open } from '../../kit/document.ts'
import { finderOf, messageShown } from '../../kit/expect.ts'
import { expectFound } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'action-overdue'
const row = (due: string, status: string) =>
  reportWithActions(`| ID | Action | Due | Status |\n|---|---|---|---|\n| ACT-1 | Alert | ${due} | ${status} |`)
const of = finderOf(RULE, messageShown)

test.each([
  ['today', row('2026-01-15', 'Open')],
  ['done', row('2026-01-12', 'Done')],
  ["won't be done", row('2026-01-12', "Won't do")],
  ['only proposed', row('2026-01-12', 'Proposed')],
  ['perhaps done', row('2026-01-12', 'Live')],
  ['no place for a status in a table', reportWithActions('| Action | Due |\n|---|---|\n| Alert | 2026-01-12 |')],
  ['no place for a status in a list', reportWithActions('- Alert\n  - **Due**: 2026-01-12')],
  ['a status that was not filled in', row('2026-01-12', 'TBD')],
  ['a day that could be two', row('12/01/2026', 'Open')],
  ['more time was given', row('2026-01-12, moved to 2026-01-19', 'Open')],
  ['no day', row('soon', 'Open')],
  ['before the incident, which is another finding', row('2025-01-12', 'Open')],
  ['tracked elsewhere: a key', row('2026-01-12', '').replace('| Alert |', '| Alert (OPS-12) |')],
  ['tracked elsewhere: a number', row('2026-01-12', '').replace('| Alert |', '| Alert, team/repo#12 |')],
  [
    'tracked elsewhere: the address of an issue',
    row('2026-01-12', '–').replace('| Alert |', '| [Alert](https://code.example/team/repo/issues/12) |'),
  ],
  [
    'tracked elsewhere: beside actions that have a status',
    reportWithActions(
      '- Alert https://tickets.example/browse/OPS-9\n  - **Due**: 2026-01-12\n- Page\n  - **Due**: 2026-01-16\n  - **Status**: Done',
    ),
  ],
  ['ticked', reportWithActions('- [x] Alert\n  - **Due**: 2026-01-12')],
])('not overdue, or not checked: %s', async (_, text) => expect(await of(text)).toEqual([]))

test.each([
  ['a row', row('2026-01-14', 'Open'), 'ACT-1 is open, but was due on 2026-01-14.'],
  ['in progress', row('14 January 2026', 'WIP'), 'ACT-1 is in progress, but was due on 14 January 2026.'],
  ['deferred', row('2026-01-14', '**Deferred**'), 'ACT-1 is deferred, but was due on 2026-01-14.'],
  [
    'no status where there is a place for one',
    row('2026-01-14', ''),
    'ACT-1 has no status, but was due on 2026-01-14.',
  ],
  [
    'a tracker, and a status of its own',
    row('2026-01-14', 'Open').replace('| Alert |', '| Alert (OPS-12) |'),
    'ACT-1 is open, but was due on 2026-01-14.',
  ],
  [
    'a box and a tracker',
    reportWithActions('- [ ] Alert #12\n  - **Due**: 2026-01-12'),
    'This action is open, but was due on 2026-01-12.',
  ],
  [
    'a link to a page, which says nothing of its status',
    row('2026-01-14', '').replace('| Alert |', '| [Alert](https://wiki.example/alerts) |'),
    'ACT-1 has no status, but was due on 2026-01-14.',
  ],
  ['a dash for it', row('2026-01-14', '–'), 'ACT-1 has no status, but was due on 2026-01-14.'],
  [
    'no field for it, beside actions that have one',
    reportWithActions('- Alert\n  - **Due**: 2026-01-12\n- Page\n  - **Due**: 2026-01-12\n  - **Status**: Done'),
    'This action has no status, but was due on 2026-01-12.',
  ],
  [
    'no box, beside actions that have one',
    reportWithActions('- Alert\n  - **Due**: 2026-01-12\n- [x] Page\n  - **Due**: 2026-01-12'),
    'This action has no status, but was due on 2026-01-12.',
  ],
  [
    'a box',
    reportWithActions('- [ ] Alert\n  - **Due**: 2026-01-12'),
    'This action is open, but was due on 2026-01-12.',
  ],
])('overdue: %s', async (_, text, message) => expect(await of(text)).toEqual([['information', message]]))

test('each action is a finding, at its date', async () => {
  const { view, text } = await open(
    reportWithActions(
      '- [ ] A\n  - **Due**: 2026-01-12\n- [ ] B\n  - **Due**: 2026-01-13\n- [ ] C\n  - **Due**: 2026-01-16',
    ),
  )
  const found = view.findings.filter(({ rule }) => rule === RULE)
  const at = ({ section, start, end }: (typeof found)[0]) => {
    const base = view.postMortem.starts[section] ?? 0
    return text.slice(base + start, base + end)
  }
  expect(found.map(at)).toEqual(['2026-01-12', '2026-01-13'])
})

describe('the hover of an action and the table on the heading say the same', () => {
  test.each([
    ['open', row('2026-01-12', 'Open'), 1],
    ['deferred', row('2026-01-12', 'Deferred'), 1],
    ['no status', row('2026-01-12', ''), 1],
    ['due today', row('2026-01-15', 'Open'), 0],
    ['done', row('2026-01-12', 'Done'), 0],
    ["won't be done", row('2026-01-12', "Won't do"), 0],
    ['proposed', row('2026-01-12', 'Proposed'), 0],
    ['perhaps done', row('2026-01-12', 'Live'), 0],
    ['before the incident', row('2025-01-12', 'Open'), 0],
    ['no place for a status', reportWithActions('- Alert\n  - **Due**: 2026-01-12'), 0],
    ['a box', reportWithActions('- [ ] Alert\n  - **Due**: 2026-01-12'), 1],
  ])('%s', async (_, text, count) => {
    const { service, view } = await open(text)
    expect(view.findings.filter(({ rule }) => rule === RULE)).toHaveLength(count)
    const item = service.hover(view, text.indexOf('Alert'))?.markdown ?? ''
    expect(item).toMatch(/^\*\*.*Alert\*\*/)
    expect(item.includes('overdue')).toBe(count === 1)
    const heading = service.hover(view, text.indexOf('Action Items'))?.markdown
    // Further columns for what is deferred and the like come before the last.
    expect(heading).toMatch(new RegExp(String.raw`\| \*\*All\*\* (?:\| \d )+\| ${count} \|\n`))
  })
})

describe('the day is that of the team', () => {
  const text = row('2026-01-15', 'Open')
  const files = { '.postmortem.yml': 'timeZone: Asia/Tokyo\n' }
  test.each([
    ['2026-01-15T14:59:00Z', 0],
    ['2026-01-15T15:00:00Z', 1],
  ])('at %s there are %i', async (now, count) => expect(await of(text, { now, files })).toHaveLength(count))
  test('without a zone of the team, that of the reader', async () => {
    const now = '2026-01-16T01:00:00Z'
    expect(await of(text, { now, timeZone: 'America/New_York' })).toEqual([])
    expect(await of(text, { now, timeZone: 'Europe/Oslo' })).toHaveLength(1)
  })
})

describe('planted errors', () => {
  const mutants = rightActions().flatMap((action) => {
    const { dueDate, due } = action.item
    if (!due || dueDate === null) return []
    const past = dueDate < LATER.slice(0, 10) ? [] : [['due', '2026-11-26'] as const]
    return spoilt(action, [...opening(action), ...past]) ?? []
  })
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
