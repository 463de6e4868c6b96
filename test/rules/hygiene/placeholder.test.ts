import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { textAt } from '../../kit/expect.ts'

const minimal = (text: string) => written('minimal', `## Impact\n\n${text}\n`)

/** The reported placeholders, as texts. */
async function found(text: string): Promise<string[]> {
  const opened = await open(text)
  return opened.view.findings.filter(({ rule }) => rule === 'placeholder').map((finding) => textAt(opened, finding))
}

describe('found', () => {
  test.each([
    [
      'guidance of the template',
      '[Who noticed, how many, what they could not do, and whether any data or money was lost.]',
      null,
    ],
    ['in other words around it', 'By [Name] and others', '[Name]'],
    ['in another case', '[name]', null],
    [
      'broken over lines',
      '[Who noticed, how many, what they could not do,\nand whether any data or money was lost.]',
      null,
    ],
    ['a time', 'At HH:MM it broke', 'HH:MM'],
    ['a date', 'On YYYY-MM-DD', 'YYYY-MM-DD'],
    ['an ID', 'As in INC-YYYYMMDD-XXX', 'INC-YYYYMMDD-XXX'],
    ['another time', 'XX:XX', null],
    ['question marks', 'It was ???', '???'],
    ['an order', 'Cost: <add the amount>', '<add the amount>'],
    ['in an item', '- [Name]', '[Name]'],
    ['in a nested item', '- a\n  - [Name]', '[Name]'],
    ['in a cell', '| a |\n|---|\n| [Name] |', '[Name]'],
    ['in a heading', '### [Name]', '[Name]'],
  ])('%s', async (_, text, placeholder) => expect(await found(minimal(text))).toEqual([placeholder ?? text]))

  test('a value as a whole', async () => {
    const text = written(
      'incident-review',
      '## Action Items\n\n### Detection Improvements\n\n| Priority | Status |\n|---|---|\n| P0/P1/P2/P3 | TBD |\n',
    )
    expect(await found(text)).toEqual(['P0/P1/P2/P3', 'TBD'])
  })
  test('a slash list under a field', async () => {
    expect(await found(written('minimal', '- **Severity**: [SEV0/SEV1/SEV2/SEV3/SEV4]\n'))).toEqual([
      '[SEV0/SEV1/SEV2/SEV3/SEV4]',
    ])
  })
})

describe('not found', () => {
  test.each([
    ['a reference', 'See [hook] and [[PM-12]]'],
    ['a time in brackets', '[08:47] it broke'],
    ['a link', 'See [Name](https://example.com)'],
    ['a reference link', 'See [Name][1]\n\n[1]: https://example.com'],
    ['a box', '- [ ] a'],
    ['code', '`HH:MM`'],
    ['a fence', '```\n[Name] HH:MM ???\n```'],
    ['a quotation', '> [Name]'],
    ['a comment', '<!-- [Name] -->'],
    ['HTML', 'a <b>c</b>'],
    ['two question marks', 'Really??'],
    ['a time format in a word', 'yyyy-MM-dd:HH:MM:SSZ'],
    ['an empty value', '**Note**:'],
  ])('%s', async (_, text) => expect(await found(minimal(text))).toEqual([]))
})

test('identical ones are one finding, with the others as related places', async () => {
  const { view, text } = await open(minimal('By [Name], [name] and\n\n[Name]'))
  const [finding, ...more] = view.findings
  expect(more).toEqual([])
  expect(finding?.message).toBe('Still to be filled in: [Name] (and 2 more)')
  const base = view.postMortem.starts[finding?.section ?? -1] ?? 0
  expect(finding?.related.map(({ start, end }) => text.slice(base + start, base + end))).toEqual(['[name]', '[Name]'])
})

test.each([
  ['Draft', 'hint'],
  ['Final', 'warning'],
])('in a %s document it is a %s', async (status, severity) => {
  const { view } = await open(written('minimal', `- **Status**: ${status}\n- **Author**: TBD\n`))
  expect(view.findings.filter(({ rule }) => rule === 'placeholder').map((finding) => finding.severity)).toEqual([
    severity,
  ])
})

test('of a final document what its template says word for word is an error of another rule', async () => {
  const text = '- **Status**: Final\n- **Author**: [Name]\n- **Date**: TBD\n\n## Impact\n\nSince HH:MM\n'
  expect(await found(written('minimal', text))).toEqual(['TBD', 'HH:MM'])
  expect(await found(written('minimal', text.replace('Final', 'Draft')))).toEqual(['[Name]', 'TBD', 'HH:MM'])
})
test.each([
  ['in the configuration', { '.postmortem.yml': 'rules:\n  final-with-placeholders: off\n' }, ''],
  ['by a comment', {}, ' <!-- postmortem-disable-line final-with-placeholders -->'],
])('where that rule is switched off %s, it is found here', async (_, files, comment) => {
  const text = written('minimal', `- **Status**: Final${comment}\n- **Author**: [Name]\n`)
  const { view } = await open(text, { files })
  expect(view.findings.flatMap(({ rule }) => (/placeholder/.test(rule) ? rule : []))).toEqual(['placeholder'])
})

test('without a template only the usual marks are', async () => {
  const text =
    '# Post-mortem: disk full\n\n- **Incident ID**: INC-20260114-001\n\n## Timeline\n\n- 14:02 by [Name] at HH:MM\n'
  expect(await found(text)).toEqual(['HH:MM'])
})
