/** Actions in another shape, and with other numbers: nothing is lost, and nothing else is touched. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Refactoring } from '../../server/src/features/code-actions/refactoring.ts'
import { refactorings } from '../../server/src/features/code-actions/refactorings.ts'
import { applyEdits, read } from '../kit/document.ts'
import { fixture } from '../kit/fixtures.ts'
import { RULE_CONTEXT } from '../kit/rules.ts'
import { runs } from '../kit/sampling.ts'

const HEAD =
  '# Post-mortem: Queue full\n\n- **Date**: 2026-01-10\n\n## Root Cause\n\nA.\n\n## Timeline\n\n- 13:42 full\n\n'
const report = (actions: string) => `${HEAD}## Action Items\n\n${actions}\n\n## Notes\n\nB.\n`

/** The refactorings at the first occurrence of a text. */
function at(text: string, place: string): Refactoring[] {
  const start = text.indexOf(place)
  return refactorings({ ...RULE_CONTEXT, text, postMortem: read(text), readerZone: 'UTC' }, start, start)
}

function apply(text: string, place: string, title: RegExp): string | null {
  const found = at(text, place).find((refactoring) => title.test(refactoring.title))
  return found ? applyEdits(text, read(text), found.edits) : null
}

const convert = (actions: string, place: string) => apply(report(actions), place, /^Convert/)

const TABLE = `| ID | Action | Owner | Priority | Due Date | Status |
| --- | --- | --- | --- | --- | --- |
| ACT-1 | Alert on \`a \\| b\` | Ana | P0 | 2026-01-12 | Done |
| ACT-2 | Page [on-call](https://example.com/p) | | P1 | | Open |
| ACT-3 | Test, OPS-12 | @bo, Cy | P2 | 2026-02-01 | In progress |
| ACT-4 | Rename | Ana | P3 | – | Won't do |`

const LIST = `- [x] ACT-1: Alert on \`a | b\`
  - **Owner**: Ana
  - **Priority**: P0
  - **Due Date**: 2026-01-12
- [ ] ACT-2: Page [on-call](https://example.com/p)
  - **Owner**:
  - **Priority**: P1
  - **Due Date**:
- [ ] ACT-3: Test, OPS-12
  - **Owner**: @bo, Cy
  - **Priority**: P2
  - **Due Date**: 2026-02-01
  - **Status**: In progress
- [ ] ACT-4: Rename
  - **Owner**: Ana
  - **Priority**: P3
  - **Due Date**: –
  - **Status**: Won't do`

describe('a table of actions', () => {
  test('becomes a check list: columns are fields, the status is the box', () =>
    expect(convert(TABLE, 'ACT-2')).toBe(report(LIST)))
  test('and back', () => expect(convert(LIST, 'ACT-2')).toBe(report(TABLE)))
  test('with CRLF', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n')
    expect(apply(crlf(report(TABLE)), 'ACT-2', /^Convert/)).toBe(crlf(report(LIST)))
    expect(apply(crlf(report(LIST)), 'ACT-2', /^Convert/)).toBe(crlf(report(TABLE)))
  })
  test('without a status becomes a list without boxes', () => {
    const [table, list] = [
      '| # | Action | Owner |\n| --- | --- | --- |\n| 1 | Alert | Ana |\n| 2 | Page | |',
      '- Alert\n  - **#**: 1\n  - **Owner**: Ana\n- Page\n  - **#**: 2\n  - **Owner**:',
    ]
    expect(at(report(table), 'Alert').map(({ title }) => title)).toEqual(['Convert to a list', 'Align table'])
    expect(convert(table, 'Alert')).toBe(report(list))
    expect(convert(list, 'Alert')).toBe(report(table))
  })
  test('has the names of its template again', () => {
    const text = fixture('filled/google-sre.md').replace('# Incident', '# Incident')
    const list = apply(text, 'Compare the number of documents with', /^Convert to a check list$/)
    expect(list).toContain('- [x] Compare the number')
    expect(apply(list ?? '', 'Compare the number of documents with', /^Convert to a table$/)).toBe(text)
  })
})

describe('refused, since something would be lost', () => {
  test.each([
    ['a cell without a column', '| Action | Status |\n|---|---|\n| Alert | Done | more |'],
    ['columns of one name', '| Action | Note | Note |\n|---|---|---|\n| Alert | a | b |'],
    ['a column without a name', '| Action | |\n|---|---|\n| Alert | a |'],
    ['a row without a title', '| Action | Status |\n|---|---|\n| Alert | Done |\n| | Open |'],
    ['a title that is something else in a list', '| Action | Owner |\n|---|---|\n| [x] Alert | Ana |'],
    ['a value that is a field of its own', '| Action | Note |\n|---|---|\n| Alert | **Owner:** Ana |'],
    ['text below an action', '- [ ] Alert\n\n  Because it is loud.\n- [ ] Page'],
    ['an action of two lines', '- [ ] Alert\n  sooner\n- [ ] Page'],
    ['deeper lists', '- [ ] Alert\n  - **Owner**: Ana\n    - since May\n- [ ] Page'],
    ['a field within the title', '- [ ] **Alert:** soon\n  - **Owner**: Ana'],
    ['some boxes', '- [ ] Alert\n- Page\n  - **Owner**: Ana'],
    ['a box against its status', '- [x] Alert\n  - **Status**: Open'],
    ['a mark that only a list has', '- [ ] ~~Alert~~\n- [ ] Page'],
    ['a field twice', '- [ ] Alert\n  - **Owner**: Ana\n  - **Owner**: Bo'],
    ['a numbered list', '1. Alert\n   - **Owner**: Ana'],
    ['actions in a group', '- Platform team\n  - [ ] Alert\n  - [ ] Page'],
  ])('%s', (_, actions) => expect(convert(actions, 'Alert')).toBeNull())
  test.each([
    ['no actions', 'full'],
    ['prose', 'B.'],
  ])('%s', (_, place) => expect(at(report(TABLE), place)).toEqual([]))
  test('ordinary Markdown', () => expect(at(`# Notes\n\n${TABLE}\n`, 'ACT-2')).toEqual([]))
})

/** Cells as people write them, and some that are nasty. */
const cell = fc.oneof(
  fc.constantFrom(
    '',
    'Ana',
    '@bo',
    'P1',
    '2026-02-01',
    'a `b \\| c` d',
    '**soon**',
    '[x](https://example.com/a_b)',
    '#12',
  ),
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .,*_`~[\]()!<>&:#+-]{0,20}$/).map((text) => text.trim()),
)
const status = fc.constantFrom(
  'Done',
  'Open',
  'In progress',
  "Won't do",
  'Done (2026-01-12)',
  '',
  '✅ merged',
  'Proposed',
)
const rows = fc.array(fc.tuple(cell, cell, cell, status), { minLength: 1, maxLength: 5 })

test('any table that becomes a list becomes the same table again', () => {
  let converted = 0
  fc.assert(
    fc.property(rows, (cells) => {
      const line = (texts: readonly string[]) => `|${texts.map((text) => (text === '' ? ' ' : ` ${text} `)).join('|')}|`
      const table = [
        line(['ID', 'Action', 'Owner', 'Note', 'Status']),
        '| --- | --- | --- | --- | --- |',
        ...cells.map(([title, owner, note, state], index) =>
          line([`ACT-${index + 1}`, title || 'Do', owner, note, state]),
        ),
      ].join('\n')
      const list = convert(table, 'ACT-1')
      if (list === null) return
      converted++
      expect(apply(list, 'ACT-1', /^Convert/)).toBe(report(table))
      const said = (text: string) =>
        read(text).actionItems.map(({ id, title, owner, state, links }) => {
          return [id?.text, title.plain, owner?.value.plain, state === null ? 'open' : state, [...links].sort()]
        })
      expect(said(list)).toEqual(said(report(table)))
    }),
    { numRuns: runs(50) },
  )
  expect(converted).toBeGreaterThan(runs(25))
})

describe('renumbering', () => {
  const table = (...ids: string[]) =>
    `| ID | Action |\n|---|---|\n${ids.map((id) => `| ${id} | Do ${id.toLowerCase()} |`).join('\n')}`
  const renumber = (actions: string) => apply(report(actions), '| ID', /^Renumber/)

  test('changes all at once, with every reference in prose and tables', () => {
    const text = `${table('ACT-3', 'ACT-1', 'ACT-2')}\n\nACT-3 before ACT-1; see "ACT-2's" note, (ACT-1), **ACT-2** and ACT-10.\n\n> ACT-3 first\n\n| Waits for |\n|---|\n| ACT-2 |`
    const expected = text.replace(
      /ACT-(\d+)/g,
      (id, number) => `ACT-${({ 3: 1, 1: 2, 2: 3 } as Record<string, number>)[number] ?? id.slice(4)}`,
    )
    expect(renumber(text)).toBe(report(expected))
  })
  test('goes through all lists, each prefix by itself, and keeps the digits', () => {
    const text = (ids: string[]) =>
      `${table(...ids.slice(0, 3))}\n\n### Later\n\n${table(...ids.slice(3))}`.replaceAll(/Do .*\|/g, 'Do |')
    expect(renumber(text(['P-01', 'D-2', 'P-04', 'P-03', 'D-1']))).toBe(
      report(text(['P-01', 'D-1', 'P-02', 'P-03', 'D-2'])),
    )
  })
  test('says what it changes, and what is in code and stays', () => {
    const text = report(`${table('ACT-2', 'ACT-1')}\n\nACT-2, not \`ACT-1\`.\n\n\`\`\`\nACT-2 log\n\`\`\``)
    expect(at(text, '| ID').map(({ title }) => title)).toContain('Renumber 2 actions and 1 reference (2 in code stay)')
    const renumbered = apply(text, '| ID', /^Renumber/)
    expect(renumbered).toContain('ACT-1, not `ACT-1`.\n\n```\nACT-2 log')
  })
  test.each([
    ['other words', 'FACT-2 ACT-2b ACT-2.1 XACT-1'],
    ['addresses', 'https://example.com/ACT-2 [x](a/ACT-1)'],
    ['actions of other documents', 'INC-20250101-001 ACT-2, PM-2025-002: ACT-1, ACT-2 of INC-20250101-001'],
  ])('leaves alone: %s', (_, prose) => {
    const changed = renumber(`${table('ACT-2', 'ACT-1').replaceAll(/Do .*\|/g, 'Do |')}\n\n${prose}`)
    expect(changed).toBe(report(`${table('ACT-1', 'ACT-2').replaceAll(/Do .*\|/g, 'Do |')}\n\n${prose}`))
  })
  test.each([
    ['they are numbered through', table('ACT-1', 'ACT-2')],
    ['they are keys of a tracker', table('OPS-412', 'OPS-399')],
    ['a reference to an ID that two actions have', `${table('ACT-1', 'ACT-2', 'ACT-2')}\n\nAfter ACT-2.`],
    ['a reference to no action would lead to one', `${table('ACT-1', 'ACT-3')}\n\nACT-2 went away.`],
    ['a span', `${table('ACT-1', 'ACT-3', 'ACT-4')}\n\nFirst ACT-3 to 4.`],
    ['a link to a heading', `${table('ACT-1', 'ACT-3')}\n\n[it](#act-3-alert): ACT-3`],
  ])('is not offered where %s', (_, actions) => expect(renumber(actions)).toBeNull())
  test('two actions of one ID to which nothing refers get their own', () =>
    expect(renumber(table('ACT-1', 'ACT-2', 'ACT-2').replaceAll(/Do .*\|/g, 'Do |'))).toBe(
      report(table('ACT-1', 'ACT-2', 'ACT-3').replaceAll(/Do .*\|/g, 'Do |')),
    ))
})
