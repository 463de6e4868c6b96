import { describe, expect, test } from 'vitest'
import { escapeText } from '../../../server/src/features/markdown.ts'
import { nameParts } from '../../../server/src/features/wording.ts'
import { open, written } from '../../kit/document.ts'
import { expectHover } from '../../kit/expect.ts'
import { filledTemplate, filledTemplateIds } from '../../kit/filled-templates.ts'
import { fixture } from '../../kit/fixtures.ts'

/** Actions of the full review; the tests live on 15 January 2026. */
const actions = (...rows: string[]) =>
  written(
    'incident-review',
    `## Action Items\n\n### Preventive Actions (Prevent Recurrence)\n\n| ID | Action | Owner | Priority | Due Date | Status |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`,
  )
/** The same, with the heading above. */
const actionsUnder = (heading: string, ...rows: string[]) => actions(...rows).replace('Action Items', heading)
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
      /^\| Action items \| Open \| Done \| Overdue \|\n\|.*\|\n\| \*\*All\*\* \| 2 \| 1 \| 1 \|\n\n\| Item [\s\S]*\n\nA check list/,
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

describe('the heading of the actions lists them', () => {
  const linkTo = ({ section, start }: { section: number; start: number }) => `file:///w/a (1).md#${section}.${start}`
  test('with state, owner, day and a link', async () => {
    const marked = actionsUnder(
      'Action Ite<|>ms',
      '| ACT-1 | Alert on `a` | Ana | | 2026-01-16 | Open |',
      '| ACT-2 | Page [x](y) | | | 2026-01-01 | In progress |',
      '| ACT-3 | Test | Bo | | | Won’t do |',
    )
    const { service, view, offset } = await open(marked)
    const markdown = service.hover(view, offset, linkTo)?.markdown ?? ''
    expect(markdown).toContain("| Action items | Open | In progress | Done | Won't be done | Overdue |\n")
    expect(markdown).toContain('| **All** | 1 | 1 | 0 | 1 | 1 |')
    const [, ...rows] = markdown.slice(markdown.indexOf('| Item |')).split('\n').slice(1, 5)
    expect(rows.map((row) => row.replace(/#\d+\.\d+/, '#'))).toEqual([
      '| [ACT-1: Alert on a](file:///w/a%20%281%29.md#) | open | Ana | 2026-01-16 (tomorrow) |',
      '| [ACT-2: Page x](file:///w/a%20%281%29.md#) | in progress (**overdue**) | – | 2026-01-01 (14 days ago) |',
      "| [ACT-3: Test](file:///w/a%20%281%29.md#) | won't be done | Bo | – |",
    ])
  })
  test('of a long list the first ones', async () => {
    const rows = Array.from({ length: 70 }, (_, index) => `| ACT-${index} | Step ${index} | Ana | | | Open |`)
    await expectHover(actionsUnder('Action Ite<|>ms', ...rows), /\n\nand 10 more\n/)
  })

  const documents = async (): Promise<{ id: string; text: string; files: Record<string, string> }[]> => [
    ...(await Promise.all(filledTemplateIds().map(filledTemplate))).map(({ id, text, file }) => ({
      id,
      text,
      files: { ...file.files },
    })),
    ...['incident-review', 'phased', 'minimal', 'google-sre'].map((id) => ({
      id,
      text: fixture(`filled/${id}.md`),
      files: {},
    })),
  ]
  test('and counts what the hovers of the items say', async () => {
    for (const { id, text, files } of await documents()) {
      for (const version of [text, text.replaceAll('[x]', '[ ]').replaceAll('| Done |', '| Deferred |')]) {
        const { service, view } = await open(version, { files })
        const { actionItems, sections, starts } = view.postMortem
        const root = sections.find(({ kinds }) => kinds.includes('action-items'))
        const shown = service.hover(view, (starts[root?.index ?? 0] ?? 0) + 4)?.markdown ?? ''
        const own = actionItems.map(
          (item) => service.hover(view, (starts[item.section] ?? 0) + item.start)?.markdown ?? '',
        )
        const said = own.map((markdown) => /Status: ([^(]+?)(?: \(\*\*overdue\*\*\))? {2}/.exec(markdown)?.[1])
        const [titles = [], , ...rows] = shown.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
        const all = rows.find(([, name]) => name === '**All**') ?? []
        const counts = Object.fromEntries(titles.map((title, column) => [title.toLowerCase(), Number(all[column])]))
        for (const state of new Set(said))
          expect(counts[state ?? ''], `${id}: ${state}`).toBe(said.filter((one) => one === state).length)
        expect(counts['overdue'], id).toBe(own.filter((markdown) => markdown.includes('**overdue**')).length)
        for (const item of actionItems.slice(0, 60))
          expect(shown, id).toContain(nameParts(item).map(escapeText).join(': '))
      }
    }
  })
})
