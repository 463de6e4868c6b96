import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { expectHover } from '../../kit/expect.ts'

/** Actions of the full review; the tests live on 15 January 2026. */
const actions = (...rows: string[]) =>
  written(
    'incident-review',
    `## Action Items\n\n### Preventive Actions (Prevent Recurrence)\n\n| ID | Action | Owner | Priority | Due Date | Status |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`,
  )
const item = (line: string, ...fields: string[]) =>
  written('minimal', `## Action Items\n\n${line}\n${fields.map((field) => `  - ${field}\n`).join('')}`)

describe('an action item', () => {
  test.each([
    [
      '| ACT-1 | Al<|>ert | Ana | P1 | 2026-01-20 | Open |',
      '**ACT-1: Alert**  \nStatus: open  \nOwner: Ana  \nDue: 2026-01-20 (in 5 days)  \nPriority: P1',
    ],
    [
      '| ACT-1 | Al<|>ert | Ana | | 2026-01-10 | Open |',
      '**ACT-1: Alert**  \nStatus: open (**overdue**)  \nOwner: Ana  \nDue: 2026-01-10 (5 days ago)',
    ],
    [
      '| ACT-1 | Al<|>ert | Ana | | 2026-01-10 | Done |',
      '**ACT-1: Alert**  \nStatus: done  \nOwner: Ana  \nDue: 2026-01-10 (5 days ago)',
    ],
    ['| | Al<|>ert | | | | |', '**Alert**  \nStatus: no status  \nOwner: nobody yet  \nDue: no date yet'],
    [
      '| | Al<|>ert | [Name] | | soon | Open/Done |',
      '**Alert**  \nStatus: no status  \nOwner: nobody yet  \nDue: soon',
    ],
    [
      '| ACT-1 | Al<|>ert OPS-12 | Ana | | 2026-01-10 | |',
      '**ACT-1: Alert OPS-12**  \nStatus: tracked elsewhere  \nOwner: Ana  \nDue: 2026-01-10 (5 days ago)',
    ],
    ['| | a \\| b<|> *c* \\<x> | | | | |', /^\*\*a \\\| b c \\<x\\>\*\*/],
  ])('%s', (row, expected) => expectHover(actions(row), expected))

  test.each([
    ['2026-01-15', 'today'],
    ['2026-01-16', 'tomorrow'],
    ['2026-01-14', 'yesterday'],
    ['2026-02-14', 'in 30 days'],
    ['15 February 2026', 'in 31 days'],
  ])('due %s is %s', (due, relative) =>
    expectHover(actions(`| | Al<|>ert | | | ${due} | |`), new RegExp(`\\(${relative}\\)$`)),
  )

  test.each([
    ['- [ ] Al<|>ert', 'open'],
    ['- [x] Al<|>ert', 'done'],
    ['- ~~Al<|>ert~~', "won't be done"],
    ['- Al<|>ert', 'no status'],
  ])('%s is %s', (line, status) => expectHover(item(line), new RegExp(`\\nStatus: ${status} {2}\\n`)))
  test.each([
    ['Open', 'open'],
    ['In progress since Monday', 'in progress'],
    ["Won't do", "won't be done"],
    ['✅ Done (abc123)', 'done'],
    ['Proposed', 'proposed'],
    ['Perhaps', 'no status'],
  ])('%s is %s', (said, status) =>
    expectHover(actions(`| | Al<|>ert | | | | ${said} |`), new RegExp(`Status: ${status} `)),
  )

  test('with its nested fields, from each of its lines', async () => {
    const expected = '**Alert**  \nStatus: open  \nOwner: Ana  \nDue: 2026-01-20 (in 5 days)  \nPriority: P1'
    const fields = ['**Owner**: Ana', '**Due Date**: 2026-01-20', '**Priority**: P1']
    await expectHover(item('- [ ] Al<|>ert', ...fields), expected)
    await expectHover(item('- [ ] Alert', '**Owner**: A<|>na', ...fields.slice(1)), expected)
  })
  test('the day is that of the team', async () => {
    const text = actions('| | Al<|>ert | | | 2026-01-16 | Open |')
    const now = '2026-01-15T23:30:00Z'
    await expectHover(text, /tomorrow/, { now })
    await expectHover(text, /today/, { now, files: { '.postmortem.yml': 'timeZone: Europe/Oslo\n' } })
  })
  test('nothing for a row that is not filled in', () =>
    expectHover(
      actions(
        '| ACT-1 | [The change that <|>removes a contributing factor] | [Name] | P0/P1/P2/P3 | [YYYY-MM-DD] | Open/Done |',
      ),
      null,
    ))
})

describe('the heading of the actions', () => {
  const text = written(
    'minimal',
    ['## Action<|> Items', '', '- [x] One', '- [ ] Two', '  - **Due Date**: 2026-01-10', '- [ ] Three', ''].join('\n'),
  )
  test('summarises them', () =>
    expectHover(
      text,
      /^\| Action items \| Open \| Done \| Overdue \|\n\|.*\|\n\| \*\*All\*\* \| 2 \| 1 \| 1 \|\n\nA check list/,
    ))
  test('by group', () => {
    const table = (heading: string, ...rows: string[]) =>
      `### ${heading}\n\n| ID | Action | Due Date | Status |\n|---|---|---|---|\n${rows.join('\n')}\n\n`
    const groups = written(
      'incident-review',
      `## Action Ite<|>ms\n\n${table('Preventive Actions (Prevent Recurrence)', '| 1 | One | 2026-01-01 | Done |', '| 2 | Two | 2026-01-01 | Open |')}${table('Detection | Improvements', '| 3 | Three | | Open |')}`,
    )
    return expectHover(
      groups,
      /\n\| Preventive Actions \\\(Prevent Recurrence\\\) \| 1 \| 1 \| 1 \|\n\| Detection \\\| Improvements \| 1 \| 0 \| 0 \|\n\| \*\*All\*\* \| 2 \| 1 \| 1 \|/,
    )
  })
  test('without actions it says what belongs there', () =>
    expectHover(
      written('minimal', '## Action<|> Items\n'),
      'A check list, each with **Owner**, **Due Date**, **Priority**',
    ))
})

describe('the heading of a section', () => {
  test.each([
    ['## Sum<|>mary', /^Two or three sentences: what broke/],
    ['<|>## Summary', /^Two or three/],
    ['## Summary<|>', /^Two or three/],
    ['## Incident<|> Timeline', /^A list/],
    ['## Contributing<|> Factors', 'A list of `label: text`'],
  ])('%s', (heading, expected) => expectHover(written('minimal', `${heading}\n\nText.\n`), expected))
  test('names fields and columns', async () => {
    await expectHover(
      written('incident-review', '## Impact Assessment\n\n### Customer <|>Impact\n'),
      /^Fields: \*\*Affected Services\*\*, .*\*\*Duration of Impact\*\*$/,
    )
    await expectHover(
      written('incident-review', '## Time<|>line\n'),
      /\n\nA table: \*\*Time \\\(UTC\\\)\*\*, \*\*Duration\*\*, \*\*Description\*\*, \*\*Owner\*\*$/,
    )
  })
  test('nothing where the template does not know it', () => expectHover(written('minimal', '## Weather<|>\n'), null))
  test('its place is the heading', async () => {
    const { service, view, text, offset } = await open(written('minimal', '## Summ<|>ary\n\nText.\n'))
    const { place } = service.hover(view, offset) ?? {}
    const base = view.postMortem.starts[place?.section ?? -1] ?? 0
    expect(text.slice(base + (place?.start ?? 0), base + (place?.end ?? 0))).toBe('## Summary')
  })
})

describe('a value', () => {
  const severity = (value: string) => written('minimal', `- **Severity**: ${value}\n`)
  test.each(['SEV<|>1', 'sev-1<|> (EMEA)', '<|>S1', '**SE<|>V1**'])('%s means', (value) =>
    expectHover(severity(value), /^\*\*SEV1\*\*: A core function/),
  )
  test('one that is none lists those there are', () =>
    expectHover(severity('SEV<|>9'), /^- \*\*SEV0\*\*: .*\n- \*\*SEV1\*\*: .*(?:\n- .*){3}$/))
  test('a placeholder too', () => expectHover(severity('[SEV0/SEV1/<|>SEV2/SEV3/SEV4]'), /SEV0/))
  test('in a cell, together with its action', () =>
    expectHover(
      actions('| ACT-1 | Alert | Ana | P<|>1 | | Open |'),
      /^\*\*P1\*\*: The next thing.*\n\n---\n\n\*\*ACT-1: Alert\*\*/,
    ))
  test('not on the name', () => expectHover(written('minimal', '- **Seve<|>rity**: SEV1\n'), null))
})

test.each(['# Notes\n\n## Act<|>ions\n\n- [ ] a\n', '<|>', 'Severity: SE<|>V1', '```\n## Summ<|>ary\n```'])(
  'nothing in ordinary Markdown: %j',
  (text) => expectHover(text, null),
)
