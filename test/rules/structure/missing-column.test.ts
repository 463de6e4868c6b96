import { describe, expect, test } from 'vitest'
import type { Table } from '../../../server/src/outline/outline.ts'
import { open, read, written } from '../../kit/document.ts'
import { applyFix, findingsIn } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'
import { locatedSections } from '../../kit/sections.ts'

const HEAD = '- **Duration**: 60 min\n- **Status**: Final\n\n'
const doc = (table: string, heading = '## Timeline') => written('incident-review', `${HEAD}${heading}\n\n${table}\n`)
const found = async (text: string) =>
  (await open(text)).view.findings.filter(({ rule }) => rule === 'missing-column').map(({ message }) => message)
const fixed = async (table: string, heading?: string) => {
  const text = await applyFix(doc(table, heading), 'missing-column')
  const [before = '', after = ''] = doc('|||', heading).split('|||')
  return text.slice(before.length, text.length - after.length)
}
const TIMELINE = `| Time (UTC) | Description | Owner |
| --- | --- | --- |
| 10:00 | **Started**: disk full | db-1 |
| 11:00 | **Resolved**: disk bought | Ana |`

describe('is one', () => {
  test('a column that the template has', async () =>
    expect(await found(doc(TIMELINE))).toEqual(['Column "Duration" is missing.']))
  test('several: one finding for the table, on its header', async () => {
    const opened = await open(doc(TIMELINE.replace(/ \| [^|]*\|$/gm, ' |')))
    expect(findingsIn(opened).filter(([, rule]) => rule === 'missing-column')).toEqual([
      [12, 'missing-column', 'warning'],
    ])
    expect(await found(opened.text)).toEqual(['Columns are missing: Duration and Owner.'])
  })
  test('a hint in a draft', async () => {
    const opened = await open(doc(TIMELINE).replace('Final', 'Draft'))
    expect(findingsIn(opened)).toContainEqual([12, 'missing-column', 'hint'])
  })
  test('next to a column of its own in another place', async () =>
    expect(await found(doc(TIMELINE.replace(/\|$/gm, '| --- |')))).toEqual(['Column "Duration" is missing.']))
})

describe('is none', () => {
  test.each([
    [
      'under another name',
      '| Time (UTC) | Elapsed | Event | Who |\n| --- | --- | --- | --- |\n| 10:00 | 0 min | Disk full | db-1 |',
    ],
    [
      'in another order',
      '| Owner | Time (UTC) | Duration | Description |\n| --- | --- | --- | --- |\n| db-1 | 10:00 | 0 min | Disk full |',
    ],
    [
      'where a column that nobody knows may be it',
      TIMELINE.replace('Description', 'Since | Description').replace('---', '--- | ---'),
    ],
    ['in another table', '| Disk | Size | Owner |\n| --- | --- | --- |\n| a | 1 TB | Ana |'],
    [
      'beside a complete table',
      `| Time | Duration | Description | Owner |\n| --- | --- | --- | --- |\n| 10:00 | 0 min | Disk full | db-1 |\n\n${TIMELINE}`,
    ],
    ['where the events are a list', '- 10:00 Disk full'],
  ])('%s', async (_, table) => expect(await found(doc(table))).toEqual([]))
  test('in a section that the template does not know', async () =>
    expect(await found(doc(TIMELINE, '## Weather'))).toEqual([]))
  test('while the incident is ongoing', async () =>
    expect(
      await found(doc(TIMELINE.replace('Resolved', 'Identified')).replace(HEAD, '- **Status**: Draft\n\n')),
    ).toEqual([]))
  test('without a chosen template', async () =>
    expect(
      await found(`# Post-mortem: Disk full\n\nStatus: Final\n\n## Timeline\n\n${TIMELINE}\n\n## Impact\n\nMail.\n`),
    ).toEqual([]))
})

describe('the fix', () => {
  test('adds the column at its place; a time is nothing to make up', async () =>
    expect(await fixed(TIMELINE)).toBe(`| Time (UTC) | Duration | Description | Owner |
| --- | --- | --- | --- |
| 10:00 | +X min | **Started**: disk full | db-1 |
| 11:00 | +X min | **Resolved**: disk bought | Ana |`))
  test('and several', async () =>
    expect(
      await fixed(
        '| Action | Owner | Status |\n| --- | --- | --- |\n| Buy a disk | Ana | Open |',
        '## Action Items\n\n### Detection Improvements',
      ),
    ).toBe(`| ID | Action | Owner | Priority | Due Date | Status |
| --- | --- | --- | --- | --- | --- |
|  | Buy a disk | Ana | P0/P1/P2/P3 | [YYYY-MM-DD] | Open |`))
  test('keeps columns aligned', async () =>
    expect(
      await fixed(
        '| Time  | Description    |\n| :---- | :------------: |\n| 10:00 | Disk full      |\n| 11:00 | Disk bought    |',
      ),
    ).toBe(
      `| Time  | Duration | Description    | Owner      |
| :---- | -------- | :------------: | ---------- |
| 10:00 | +X min   | Disk full      | [Who/what] |
| 11:00 | +X min   | Disk bought    | [Who/what] |`,
    ))
  test.each([
    [
      'without pipes around it',
      'Time | Description | Owner\n--- | --- | ---\n10:00 | Disk full | db-1',
      'Time | Duration | Description | Owner\n--- | --- | --- | ---\n10:00 | +X min | Disk full | db-1',
    ],
    [
      'at the end without them',
      'Time | Duration | Description\n--- | --- | ---\n10:00 | 0 min | Disk full',
      'Time | Duration | Description | Owner\n--- | --- | --- | ---\n10:00 | 0 min | Disk full | [Who/what]',
    ],
    [
      'at the beginning without them',
      'Duration | Description | Owner\n--- | --- | ---\n0 min | Disk full | db-1',
      '| Time (UTC) | Duration | Description | Owner\n| --- | --- | --- | ---\n| [HH:MM] | 0 min | Disk full | db-1',
    ],
    [
      'with a row that is too short',
      '| Time | Duration | Description |\n| --- | --- | --- |\n| 10:00 |\n| 11:00 | +60 min | Done |',
      '| Time | Duration | Description | Owner |\n| --- | --- | --- | --- |\n| 10:00 |  |  | [Who/what] |\n| 11:00 | +60 min | Done | [Who/what] |',
    ],
    [
      'with a row that is too long',
      '| Time | Duration | Description |\n| --- | --- | --- |\n| 10:00 | 0 min | Disk full | more |',
      '| Time | Duration | Description | Owner |\n| --- | --- | --- | --- |\n| 10:00 | 0 min | Disk full | [Who/what] | more |',
    ],
    [
      'with escaped pipes',
      '| Time | Description | Owner |\n| --- | --- | --- |\n| 10:00 | `a \\| b` \\\\| db-1 |',
      '| Time | Duration | Description | Owner |\n| --- | --- | --- | --- |\n| 10:00 | +X min | `a \\| b` \\\\| db-1 |',
    ],
    [
      'without blanks',
      '|Time|Description|Owner|\n|---|---|---|\n|10:00|Disk full|db-1|',
      '|Time| Duration |Description|Owner|\n|---|---|---|---|\n|10:00| +X min |Disk full|db-1|',
    ],
    [
      'without rows',
      '| Time | Description | Owner |\n| --- | --- | --- |',
      '| Time | Duration | Description | Owner |\n| --- | --- | --- | --- |',
    ],
  ])('in a table %s', async (_, before, after) => {
    expect(await fixed(before)).toBe(after)
    expect(await applyFix(doc(before).replaceAll('\n', '\r\n'), 'missing-column')).toBe(
      doc(after).replaceAll('\n', '\r\n'),
    )
    expect(await found(doc(after))).toEqual([])
  })
})

describe('planted errors', () => {
  test('are found', () =>
    expectFound(
      'missing-column',
      ['incident-review', 'google-sre'].flatMap((name) => narrowed(fixture(`filled/${name}.md`))),
    ))
  test('and a fixed table has the columns of before', async () => {
    for (const { wrong, right, what } of narrowed(fixture('filled/incident-review.md')).filter(
      (_, index) => index % 3 === 0,
    )) {
      const headers = (text: string) => tablesOf(text).map(({ table }) => table.header.cells.map(({ plain }) => plain))
      expect(headers(await applyFix(wrong, 'missing-column')), what).toEqual(headers(right))
    }
  })
})

function tablesOf(text: string): { table: Table; start: number; template: number | null }[] {
  return locatedSections(read(text)).flatMap(({ blocks, start, template }) =>
    blocks.flatMap((table) => (table.type === 'table' ? [{ table, start, template }] : [])),
  )
}

/** Every table of the template without one of its columns. */
function narrowed(right: string): Mutant[] {
  return tablesOf(right).flatMap(({ table, start, template }) =>
    template === null
      ? []
      : table.header.cells.map(({ plain }, column) => {
          const before = right.slice(start + table.start, start + table.end)
          const lines = before.split('\n').map((line) =>
            line
              .split('|')
              .filter((_, index) => index !== column + 1)
              .join('|'),
          )
          return { what: `without ${plain}`, right, wrong: right.replace(before, () => lines.join('\n')) }
        }),
  )
}
