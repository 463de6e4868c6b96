import { describe, expect, test } from 'vitest'
import { fixesFor } from '../../../server/src/rules/check.ts'
import { applyEdits, open, read, written } from '../../kit/document.ts'
import { finderOf, placeShown, textAt } from '../../kit/expect.ts'
import { RULE_CONTEXT } from '../../kit/rules.ts'

const minimal = (text: string) => written('minimal', `## Impact\n\n${text}\n`)

/** The reported placeholders, as texts. */
const found = finderOf('placeholder', placeShown)

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
    ['an order alone in an item', '- <add name here>', '<add name here>'],
    ['an order alone in a nested item', '- a\n  - <insert link>', '<insert link>'],
    ['an order alone in a paragraph', '<describe the impact>', null],
    ['an order alone behind a box', '- [ ] <your name>', '<your name>'],
    ['a name in braces', 'Tell {team}', '{team}'],
    ['some words in braces', 'Since {start time}.', '{start time}'],
    ['braces in a cell', '| a |\n|---|\n| {owner} |', '{owner}'],
    ['braces in an item', '- Ask {team lead}', '{team lead}'],
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
    ['HTML alone', '<details open>'],
    ['an element of that name', '<add key="a" value="b">'],
    ['braces in a path', 'Of /orders/{id}/lines and {region}-eu'],
    ['braces in code', 'The template `Hi {name}`'],
    ['braces of a program', 'It said \u0024{name} and {"name": 1} and {{NAME}} and f({name})'],
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

test('a label in brackets, as the template has it', async () => {
  const body =
    '# Incident [Title]\n\n## Timeline\n\n## Lessons\n\n- [Lesson 1]: [Description]\n\n[runbook]: https://example.com\n'
  const files = { '.postmortem.yml': 'templates:\n  - file: t.md\n', 't.md': body }
  const text = (item: string) =>
    `---\ntemplate: t\n---\n\n# Incident disk full\n\n## Lessons\n\n- ${item}\n\n[runbook]: https://example.com\n`
  const labels = async (item: string) => {
    const opened = await open(text(item), { files })
    return opened.view.findings.filter(({ rule }) => rule === 'placeholder').map((finding) => textAt(opened, finding))
  }
  expect(await labels('[Lesson 1]: [Description]')).toEqual(['[Lesson 1]', '[Description]'])
  expect(await labels('[Lesson 1]: Disks fill up')).toEqual(['[Lesson 1]'])
  expect(await labels('Disks: see [runbook]')).toEqual([])
  expect(await labels('[Disks]: they fill up')).toEqual([])
})

describe('a time of a row in the brackets of the template', () => {
  const rows = (template: string, ...lines: string[]) => written(template, `## Timeline\n\n${lines.join('\n')}\n`)
  const HEAD = ['| Time (UTC) | Duration | Description | Owner |', '| --- | --- | --- | --- |']
  const cells = (...times: string[]) =>
    rows('incident-review', ...HEAD, ...times.map((time) => `| ${time} | 0 min | it went on | Ana |`))
  test.each([
    ['in a cell', cells('15:30', '[15:37]', '15:40'), ['[15:37]']],
    ['with a date', cells('2026-01-14 15:30', '[2026-01-14 15:37]', '2026-01-14 15:40'), ['[2026-01-14 15:37]']],
    ['in an item', rows('minimal', '- 15:30 a', '- [15:37] b', '- 15:40 c'), ['[15:37]']],
    ['with a zone', cells('15:30 UTC', '[15:37 UTC]', '15:40 UTC'), ['[15:37 UTC]']],
    ['in all rows', cells('[15:30]', '[15:37]', '[15:40]'), []],
    ['in half of them', cells('[15:30]', '15:37'), []],
    ['as a link', cells('15:30', '[15:37](https://example.org)', '15:40'), []],
  ])('%s', async (_, text, expected) => {
    const opened = await open(text)
    const hints = opened.view.findings.filter(({ message }) => message.startsWith('The brackets of the template'))
    expect(hints.map((finding) => textAt(opened, finding))).toEqual(expected)
    for (const hint of hints) {
      const [fix] = fixesFor(hint, opened.view.postMortem, { ...RULE_CONTEXT, text })
      expect(fix?.edits.map(({ newText }) => `[${newText}]`)).toEqual(expected)
    }
  })
})

describe('a value in the brackets of a template', () => {
  const report = (...lines: string[]) => `# Post-mortem: mail outage 2025-03-14\n\n${lines.join('\n')}\n`
  const minimal = (...lines: string[]) => written('minimal', `${lines.join('\n')}\n`)
  test.each([
    [report('## Timeline', '### {{ 2025-03-14 06:10 }}', 'A teacher reports an error.'), '{{ 2025-03-14 06:10 }}'],
    [report('## Timeline', '- {{ 06:10 }} first call', '- 06:20 second call'), '{{ 06:10 }}'],
    [report('## Timeline', '| Time | What |', '|---|---|', '| {{06:10}} | first call |'), '{{06:10}}'],
    [report('**Status:** {{ Final }}'), '{{ Final }}'],
    [report('| Field | Value |', '|---|---|', '| Start | {{ 2025-03-14 06:10 }} |'), '{{ 2025-03-14 06:10 }}'],
    [minimal('- **Severity**: [SEV2]'), '[SEV2]'],
    [minimal('| Field | Value |', '|---|---|', '| Author | [Ana Ruiz] |'), '[Ana Ruiz]'],
    [minimal('**Date**: [2025-03-14]'), '[2025-03-14]'],
  ])('%j', async (text, expected) => {
    const opened = await open(text)
    const [finding, ...others] = opened.view.findings.filter(({ rule }) => rule === 'placeholder')
    expect(finding && [textAt(opened, finding), finding.severity]).toEqual([expected, 'hint'])
    expect(others).toEqual([])
    const [fix] = finding ? fixesFor(finding, opened.view.postMortem, { ...RULE_CONTEXT, text }) : []
    const value = expected.replace(/^[[{ ]+|[\]} ]+$/g, '')
    expect(applyEdits(text, opened.view.postMortem, fix?.edits ?? [])).toBe(text.replace(expected, value))
  })
  test.each([
    [report('**Severity:** [SEV2]')],
    [report('**Ticket:** [MAIL-12]')],
    [report('**Author:** [Ana Ruiz](https://example.com)')],
    [report('**Reviewed:** [x]')],
    [report('## Timeline', '- [06:10] first call', '- [06:20] second call')],
    [report('## Summary', 'The chart has `{{ 2 }}` and {{ .Values.size }} and {{ page.title }} in it.')],
    [report('## Summary', '{{ include "mail" 2 }}')],
    [minimal('- **Ticket**: [MAIL-12]')],
  ])('none in %j', async (text) => expect(await found(text)).toEqual([]))

  test('is what the head says, without them', () => {
    const head = (lines: readonly string[]) => {
      const { metadata, window } = read(report(...lines))
      return [metadata.severity, metadata.status, metadata.author]
        .map((value) => value?.value.plain)
        .concat(window.start?.clock ?? '')
    }
    const values = ['SEV2', 'Published', 'Ana Ruiz', '14:02']
    const wraps: readonly ((value: string) => string)[] = [
      (value) => `[${value}]`,
      (value) => `{{ ${value} }}`,
      (value) => `{${value}}`,
    ]
    for (const wrap of wraps) {
      const [severity = '', status = '', author = '', start = ''] = [
        'SEV2',
        'Published',
        'Ana Ruiz',
        '2025-03-14 14:02 UTC',
      ].map(wrap)
      const bold = [
        `**Severity:** ${severity}`,
        `**Status:** ${status}`,
        `**Author:** ${author}`,
        `**Start:** ${start}`,
      ]
      expect(head(bold)).toEqual(values)
      expect(head(bold.map((line) => `- ${line}`))).toEqual(values)
      const rows = [
        ['Severity', severity],
        ['Status', status],
        ['Author', author],
        ['Start', start],
      ]
      expect(head(['| Field | Value |', '|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)])).toEqual(values)
      const german = [
        `**Schweregrad:** ${severity}`,
        `**Status:** ${status}`,
        `**Autor:** ${author}`,
        `**Beginn:** ${start}`,
      ]
      expect(head(german)).toEqual(values)
    }
  })
})
