/** Completion, while a document is being written. */
import { describe, expect, test } from 'vitest'
import { written } from '../../kit/document.ts'
import { applyCompletion, completionsAt, expectCompletions } from '../../kit/expect.ts'

const SEVERITIES = ['SEV0', 'SEV1', 'SEV2', 'SEV3', 'SEV4']
const PRIORITIES = ['P0', 'P1', 'P2', 'P3']
const minimal = (line: string) => written('minimal', `${line}\n\n## Summary\n\nText.\n`)

describe('values of a field', () => {
  test.each([
    ['behind the colon', '- **Severity**:<|>'],
    ['behind the blank', '- **Severity**: <|>'],
    ['with a letter', '- **Severity**: S<|>'],
    ['at the end of a value', '- **Severity**: SEV1<|>'],
    ['in a value', '- **Severity**: SE<|>V1'],
    ['at its start', '- **Severity**: <|>SEV1'],
    ['in a placeholder', '- **Severity**: [SEV0/<|>SEV1/SEV2/SEV3/SEV4]'],
    ['behind the opening bracket', '- **Severity**: [<|>]'],
    ['colon inside', '**Severity:** <|>'],
    ['plain', 'Severity: <|>'],
    ['in a table', '| Field | Value |\n| --- | --- |\n| Severity | <|> |'],
    ['beside another field', '**Date**: 2026-01-15 **Severity**: <|>'],
  ])('%s', (_, line) => expectCompletions(minimal(line), SEVERITIES))

  test('of every enumeration', async () => {
    await expectCompletions(minimal('- **Status**: <|>'), ['Draft', 'Final'])
    await expectCompletions(written('phased', '- **Severity**: <|>\n'), PRIORITIES)
    const impact = (line: string) =>
      written('incident-review', `## Impact Assessment\n\n### Business Impact\n\n${line}\n`)
    await expectCompletions(impact('- **SLA Impact**: <|>'), ['Yes', 'No'])
    expect(await applyCompletion(impact('- **SLA Impact**: <|>'), 'Yes')).toBe(impact('- **SLA Impact**: Yes - '))
  })
  test('in front matter', () =>
    expectCompletions('---\ntemplate: minimal\nseverity: <|>\n---\n\n# Post-Mortem: Disk full\n', SEVERITIES))
  test('with CRLF', () => expectCompletions(minimal('- **Severity**: <|>').replaceAll('\n', '\r\n'), SEVERITIES))
  test('each says what it means', async () => {
    const offered = await completionsAt(minimal('- **Severity**: <|>'))
    expect(offered.map(({ detail }) => detail)).toEqual(Array(5).fill('Severity'))
    expect(offered.every(({ documentation }) => /^[A-Z].{20}/.test(documentation))).toBe(true)
  })

  test.each([
    ['- **Severity**:<|>', '- **Severity**: SEV2'],
    ['- **Severity**: <|>', '- **Severity**: SEV2'],
    ['- **Severity**: s<|>', '- **Severity**: SEV2'],
    ['- **Severity**: SE<|>V1', '- **Severity**: SEV2'],
    ['- **Severity**: [SEV0/SEV1<|>/SEV2/SEV3/SEV4]', '- **Severity**: SEV2'],
    [
      '**Date**: 2026-01-15 **Severity**: S<|> **Author**: Ana',
      '**Date**: 2026-01-15 **Severity**: SEV2 **Author**: Ana',
    ],
    ['**Severity:**<|>', '**Severity:** SEV2'],
    ['Severity: <|>', 'Severity: SEV2'],
    ['| Field | Value |\n| --- | --- |\n| Severity | <|> |', '| Field | Value |\n| --- | --- |\n| Severity | SEV2 |'],
    ['- **Severity**: <|>\n- **Author**: Ana', '- **Severity**: SEV2\n- **Author**: Ana'],
  ])('%s becomes %s', async (before, after) => {
    expect(await applyCompletion(minimal(before), 'SEV2')).toBe(minimal(after))
    const crlf = (text: string) => minimal(text).replaceAll('\n', '\r\n')
    expect(await applyCompletion(crlf(before), 'SEV2')).toBe(crlf(after))
  })
  test('what is compared with the text lets every value replace a placeholder', async () => {
    const [first] = await completionsAt(minimal('- **Severity**: [SEV0/SEV1/SEV2/SEV3/SEV4<|>]'))
    expect(first?.filterText.startsWith('[SEV0/SEV1/SEV2/SEV3/SEV4]')).toBe(true)
    expect((await completionsAt(minimal('- **Severity**: S<|>'))).map(({ filterText }) => filterText)).toEqual(
      SEVERITIES,
    )
  })
})

describe('values of a cell', () => {
  const table = (row: string) =>
    written(
      'incident-review',
      `## Action Items\n\n### Detection Improvements\n\n| ID | Action | Owner | Priority | Due Date | Status |\n| --- | --- | --- | --- | --- | --- |\n${row}\n\n## Notes\n\nText.\n`,
    )

  test.each([
    ['empty', '| ACT-1 | Alert | Ana | <|> | | |'],
    ['without blanks', '| ACT-1 | Alert | Ana |<|>| | |'],
    ['a placeholder', '| ACT-1 | Alert | Ana | P0/P1<|>/P2/P3 | | |'],
    ['a value', '| ACT-1 | Alert | Ana | P<|>1 | | |'],
    ['in a row that is being typed', '| ACT-1 | Alert | Ana | <|>'],
    ['right behind its pipe', '| ACT-1 | Alert | Ana |<|>'],
    ['with a first letter', '| ACT-1 | Alert | Ana | P<|>'],
    ['behind an escaped pipe', '| ACT-1 | a \\| b | Ana | <|> | | |'],
    ['without an outer pipe', 'ACT-1 | Alert | Ana | <|>'],
  ])('%s', (_, row) => expectCompletions(table(row), PRIORITIES))

  test('only in columns that have values', async () => {
    await expectCompletions(table('| ACT-1 | <|> | | | | |'), [])
    await expectCompletions(table('| ACT-1 | | | | | <|> |'), ['Open', 'Done'])
    await expectCompletions(table('| ACT-1 | | | | | Open | <|>'), [])
  })
  test('not in the header', async () => {
    const text = table('| a | b |').replace('| Priority |', '| Prio<|> |')
    await expectCompletions(text, [])
  })
  test.each([
    ['| ACT-1 | Alert | Ana | <|> | | |', '| ACT-1 | Alert | Ana | P2 | | |'],
    ['| ACT-1 | Alert | Ana |<|>| | |', '| ACT-1 | Alert | Ana | P2 | | |'],
    ['| ACT-1 | Alert | Ana |  <|>  | | |', '| ACT-1 | Alert | Ana |  P2  | | |'],
    ['| ACT-1 | Alert | Ana | P0/P1<|>/P2/P3 | | |', '| ACT-1 | Alert | Ana | P2 | | |'],
    ['| ACT-1 | Alert | Ana | P<|> |', '| ACT-1 | Alert | Ana | P2 |'],
    ['| ACT-1 | Alert | Ana |<|>', '| ACT-1 | Alert | Ana | P2 '],
  ])('%s becomes %s', async (before, after) => expect(await applyCompletion(table(before), 'P2')).toBe(table(after)))
})

describe('values of a nested field', () => {
  const nested = (line: string) =>
    written('minimal', `## Action Items\n\n- [ ] Alert on free space\n  - **Owner**: Ana\n${line}\n`)

  test('in a list', () => expectCompletions(nested('  - **Priority**: <|>'), PRIORITIES))
  test('replaces exactly the value', async () => {
    expect(await applyCompletion(nested('  - **Priority**: [P0/<|>P1/P2/P3]'), 'P2')).toBe(
      nested('  - **Priority**: P2'),
    )
    expect(await applyCompletion(nested('  - **Priority**:<|>'), 'P2')).toBe(nested('  - **Priority**: P2'))
  })
})

describe('headings', () => {
  const text = (line: string) => written('minimal', `## Summary\n\nText.\n\n${line}\n`)
  const MISSING = ['## Impact', '## Timeline', '## Contributing Factors', '## Lessons Learned', '## Action Items']

  test.each(['#<|>', '##<|>', '## <|>', '## Ti<|>'])('%s: those that are missing', (line) =>
    expectCompletions(text(line), MISSING),
  )
  test('come with their body', async () => {
    expect(await applyCompletion(text('## <|>'), '## Impact')).toBe(
      text('## Impact\n\n[Who noticed, how many, what they could not do, and whether any data or money was lost.]'),
    )
  })
  test('with the line ends of the document', async () => {
    const crlf = (line: string) => text(line).replaceAll('\n', '\r\n')
    const applied = await applyCompletion(crlf('## <|>'), '## Timeline')
    expect(applied.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
  test('all are there: none is offered', async () => {
    const all = MISSING.map((heading) => `${heading}\n\nText.\n`).join('\n')
    await expectCompletions(written('minimal', `## Summary\n\nText.\n\n${all}\n## <|>\n`), [])
  })
})

describe('at the start of a line', () => {
  test('fields that are missing, as the template has them', async () => {
    const text = (line: string) => minimal(`- **Date**: 2026-01-15\n- **Duration**: 2 h\n${line}`)
    await expectCompletions(text('- <|>'), ['Severity', 'Status', 'Author'])
    expect(await applyCompletion(text('- <|>'), 'Severity')).toBe(text('- **Severity**: '))
  })
  test('the next item', async () => {
    const text = (line: string) => written('minimal', `## Action Items\n\n${line}\n`)
    await expectCompletions(text('<|>'), ['New item'])
    expect(await applyCompletion(text('- <|>'), 'New item')).toMatch(
      /\n- \[ \] \[One change.*\n {2}- \*\*Owner\*\*: \[Name\]\n/,
    )
  })
  test('the next row', async () => {
    const text = (line: string) =>
      written(
        'incident-review',
        `- **Date**: 2026-01-12\n\n## Timeline\n\n| Time (UTC) | Duration | Description | Owner |\n| --- | --- | --- | --- |\n| 14:02 | 0 min | **Started**: full | Ana |\n${line}\n`,
      )
    expect((await completionsAt(text('|<|>'))).map(({ label }) => label)).toContain('New row')
    expect(await applyCompletion(text('|<|>'), 'New row')).toBe(text('| 14:02 | 0 min |  |  |'))
  })
})

describe('nothing', () => {
  test.each([
    ['in prose', minimal('- **Severity**: SEV1').replace('Text.', 'The severity <|>is')],
    ['in a fence', minimal('- **Severity**: SEV1\n\n```sh\n# <|>\n```')],
    ['in a fence without an end', minimal('').replace('Text.', '```\n## <|>\n')],
    ['in indented code', minimal('').replace('Text.', 'Text.\n\n    # <|>\n')],
    ['in a fence in an item', minimal('').replace('Text.', '- a\n\n  ```\n  - <|>\n  ```\n')],
    ['at the start of a line of code', minimal('- **Date**: 2026-01-15\n\n```\n<|>\n```')],
    ['in a comment', minimal('<!--\n# <|>\n-->')],
    ['at a key of the front matter', '---\ntemplate: minimal\n<|>\n---\n\n# Post-Mortem: x\n'],
    ['in an open enumeration that nobody lists', minimal('- **Author**: <|>')],
  ])('%s', (_, text) => expectCompletions(text, []))

  test.each([
    '# Notes\n\n- **Severity**: <|>\n',
    '<|>',
    '# <|>',
    '| a | b |\n|---|---|\n| <|> | |\n',
    '- **Status**: <|>\n- [ ] x\n',
  ])('in ordinary Markdown: %j', (text) => expectCompletions(text, []))
  test.each([0, 5, 12, 40, 10_000])('at offset %i of a broken document it does not throw', async (offset) => {
    const text = '---\ntemplate: minimal\n---\n| **Severity**: |\n#\n- [ ]'
    await completionsAt(`${text.slice(0, offset)}<|>${text.slice(offset)}`)
  })
})

describe('what stands behind a value stays', () => {
  test.each([
    ['- **Status**: Dr<|> (see board)', 'Draft', '- **Status**: Draft (see board)'],
    ['- **Status**: <|>Final (see board)', 'Draft', '- **Status**: Draft (see board)'],
    ['- **Severity**: se<|> - raised at 14:10', 'SEV1', '- **Severity**: SEV1 - raised at 14:10'],
    ['**Severity**: SE<|>, first SEV3', 'SEV1', '**Severity**: SEV1, first SEV3'],
    ['- **Severity**: S<|>（確認中）', 'SEV1', '- **Severity**: SEV1（確認中）'],
    [
      '| Field | Value |\n| --- | --- |\n| Status | Fi<|> (Ana) |',
      'Final',
      '| Field | Value |\n| --- | --- |\n| Status | Final (Ana) |',
    ],
    ['- **Status**: [Draft<|>/Final]', 'Final', '- **Status**: Final'],
  ])('%s', async (line, label, after) => expect(await applyCompletion(minimal(line), label)).toBe(minimal(after)))
  test('and is none itself', async () => {
    await expectCompletions(minimal('- **Status**: Draft (see <|>board)'), [])
    await expectCompletions(minimal('- **Severity**: SEV1, first <|>SEV3'), [])
  })
  test('details behind a Yes', async () => {
    const impact = (line: string) =>
      written('incident-review', `## Impact Assessment\n\n### Business Impact\n\n${line}\n`)
    expect(await applyCompletion(impact('- **SLA Impact**: N<|> - 40 min below it'), 'Yes')).toBe(
      impact('- **SLA Impact**: Yes - 40 min below it'),
    )
  })
})

describe('what a template says of a place is no value for it', () => {
  const row = (cell: string) =>
    `- **Author**: Ana Ruiz\n\n## Timeline\n\n| Time (UTC) | Duration | Description | Owner |\n| --- | --- | --- | --- |\n| 09:00 | 0 min | **Detected** | ${cell} |\n`
  test.each(['Ana Ru<|>', '<|>', 'A<|>', '[Who/<|>what]'])('%s under Owner', (cell) =>
    expectCompletions(written('incident-review', row(cell)), ['Ana Ruiz']),
  )
  test.each([
    ['[Person/System]', ['Ana Ruiz']],
    ['[Team/Person]', ['Ana Ruiz']],
    ['[What/when]', []],
  ])('%s', async (sample, people) => {
    const body = `# Incident [Title]\n\n- **Author**: [Name]\n\n## Impact\n\n- **Found by**: ${sample}\n\n## Timeline\n`
    const files = { '.postmortem.yml': 'templates:\n  - file: t.md\n', 't.md': body }
    const text =
      '---\ntemplate: t\n---\n\n# Incident disk full\n\n- **Author**: Ana Ruiz\n\n## Impact\n\n- **Found by**: <|>\n'
    await expectCompletions(text, people, { files })
  })
})
