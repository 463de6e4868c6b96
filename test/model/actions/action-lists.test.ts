/** What is read of an action beside its words, and what its list has a place for. */
import { describe, expect, test } from 'vitest'
import { actionLists } from '../../../server/src/model/actions/action-lists.ts'
import { numberedActions } from '../../../server/src/model/actions/action-numbers.ts'
import { endOfSpan } from '../../../server/src/model/actions/action-windows.ts'
import { read, written } from '../../kit/document.ts'

const model = (actions: string, template = 'none') =>
  read(
    written(
      template,
      `- **Date**: 2026-01-10\n\n## Root Cause\n\nA.\n\n## Timeline\n\n- 13:42 full\n\n## Action Items\n\n${actions}\n`,
    ),
  )

describe('the ID of an item', () => {
  test.each([
    ['ACT-1: Alert', 'ACT-1', 'Alert'],
    ['**ACT-1** Alert *soon*', 'ACT-1', 'Alert soon'],
    ['**ACT-1:** Alert', 'ACT-1', 'Alert'],
    ['[ACT-1] Alert', 'ACT-1', 'Alert'],
    ['P-1: Alert', 'P-1', 'Alert'],
    ['B-52 bombers', undefined, 'B-52 bombers'],
    ['UTF-8 everywhere', undefined, 'UTF-8 everywhere'],
    ['Alert\n  - **ID**: 7', '7', 'Alert'],
  ])('%j', (line, id, title) => {
    const [item] = model(`- [ ] ${line}`).actionItems
    expect([item?.id?.plain, item?.title.plain]).toEqual([id, title])
  })
  test('and the title are at their places', () => {
    const { actionItems, starts } = model('- [ ] **ACT-1**: Alert')
    const [item] = actionItems
    const text = written(
      'none',
      '- **Date**: 2026-01-10\n\n## Root Cause\n\nA.\n\n## Timeline\n\n- 13:42 full\n\n## Action Items\n\n- [ ] **ACT-1**: Alert\n',
    )
    const base = starts[item?.section ?? 0] ?? 0
    expect(text.slice(base + (item?.id?.start ?? 0), base + (item?.id?.end ?? 0))).toBe('ACT-1')
    expect(text.slice(base + (item?.title.start ?? 0), base + (item?.title.end ?? 0))).toBe('Alert')
  })
})

test('tickets below an action are its links too, each once', () => {
  const [item] = model('- [ ] Alert #3\n  - **Ticket**: OPS-12\n  - https://example.com/7').actionItems
  expect(item?.links).toEqual(['#3', 'OPS-12'])
})
test('a status that waits to be filled in says nothing', () => {
  const [item] = model('- Alert\n  - **Status**: ???').actionItems
  expect(item?.state).toBeNull()
})
test('a second line of dashes is no action', () =>
  expect(model('| Action | Owner |\n|---|---|\n|---|:--|\n| Alert | Ana |').actionItems).toHaveLength(1))

describe('a list', () => {
  const parts = (actions: string, template?: string) =>
    actionLists(model(actions, template)).map((list) => [list.items.length, [...list.parts].sort().join(' ')])
  test.each([
    ['- Alert\n- Page\n  - **Owner**: Ana', [[2, 'owner']]],
    ['| Action | Who | Due |\n|---|---|---|\n| Alert | | |', [[1, 'due owner title']]],
    [
      '- Alert\n\n| Action |\n|---|\n| Page |',
      [
        [1, ''],
        [1, 'title'],
      ],
    ],
    ['- Platform team\n  - [ ] Alert\n    - **Priority**: P1', [[1, 'priority']]],
  ])('%j', (actions, expected) => expect(parts(actions)).toEqual(expected))
  test('asks for what its chosen template has', () => {
    expect(parts('- [ ] Alert', 'minimal')).toEqual([[1, 'due owner priority']])
    expect(parts('| Action |\n|---|\n| Alert |', 'google-sre')).toEqual([[1, 'title']])
  })
})

describe('numbers of the document', () => {
  const ids = (...found: string[]) =>
    numberedActions(model(`| ID | Action |\n|---|---|\n${found.map((id) => `| ${id} | Do |`).join('\n')}`)).map(
      ({ prefix, number }) => `${prefix}${number}`,
    )
  test.each([
    [['ACT-7'], ['ACT-7']],
    [
      ['REM-1', 'REM-2'],
      ['REM-1', 'REM-2'],
    ],
    [
      ['**P-01**', '`P-02`'],
      ['P-1', 'P-2'],
    ],
    [
      ['1.', '2'],
      ['1', '2'],
    ],
    [['OPS-411', 'OPS-412'], []],
    [['[ACT-1](https://example.com)', 'soon', ''], []],
  ])('%j', (written, expected) => expect(ids(...written)).toEqual(expected))
})

test.each([
  ['Immediate (This Week)', '2026-01-17'],
  ['Next 30 Days', '2026-02-09'],
  ['0-30 days', '2026-02-09'],
  ['Within one month', '2026-02-10'],
  ['2-week actions', '2026-01-24'],
  ['> 30 days', null],
  ['After 2 weeks', null],
  ['Last 7 days', null],
  ['Long-term', null],
  ['Q3 2026', null],
])('the span of "%s" ends on %s', (heading, end) => expect(endOfSpan(heading, '2026-01-10')).toBe(end))
