/** Fields in all the forms that people write. */
import { describe, expect, test } from 'vitest'
import type { Field, Outline } from '../../server/src/outline/outline.ts'
import { readOutline } from '../../server/src/outline/read-outline.ts'
import { rangeProblems } from '../kit/ranges.ts'

const said = ({ name, value }: Field) => `${name.text} = ${value.plain}`

function fieldsOf({ sections, frontMatter }: Outline): Field[] {
  const blocks = sections.flatMap((section) => section.blocks)
  return [
    ...(frontMatter?.fields ?? []),
    ...blocks.flatMap((block) => {
      if (block.type === 'paragraph') return block.fields
      return block.type === 'list' ? block.items.flatMap(({ fields }) => fields) : []
    }),
  ]
}

/** The fields of a text as `name = value`, after a look at their ranges. */
function read(text: string): string[] {
  const outline = readOutline(text)
  expect(rangeProblems(text, outline, outline)).toEqual([])
  return fieldsOf(outline).map(said)
}

describe('one field', () => {
  test.each([
    ['colon outside', '**Severity**: SEV1', 'Severity = SEV1'],
    ['colon inside', '**Severity:** SEV1', 'Severity = SEV1'],
    ['blank before the colon', '**Severity** : SEV1', 'Severity = SEV1'],
    ['full-width colon', '**重大度**：SEV1', '重大度 = SEV1'],
    ['underscores', '__Severity__: SEV1', 'Severity = SEV1'],
    ['emphasis', '_Current status_: Draft', 'Current status = Draft'],
    ['emphasis with the colon inside', '*Current status:* Draft', 'Current status = Draft'],
    ['both', '***Severity***: SEV1', 'Severity = SEV1'],
    ['emphasis in an item', '- _Severity_: SEV1', 'Severity = SEV1'],
    ['emphasis in a value', '**Severity**: SEV1 *note*: later', 'Severity = SEV1 note: later'],
    ['no value', '**Severity**:', 'Severity = '],
    ['only a blank', '**Severity**: ', 'Severity = '],
    ['item', '- **Severity**: SEV1', 'Severity = SEV1'],
    ['numbered item', '3) **Severity**: SEV1', 'Severity = SEV1'],
    ['ticked item', '- [x] **Owner**: Ana', 'Owner = Ana'],
    ['open item', '* [ ] **Owner:** Ana', 'Owner = Ana'],
    ['plain', 'Severity: SEV1', 'Severity = SEV1'],
    ['plain item', '- Severity: SEV1', 'Severity = SEV1'],
    ['value with emphasis', '**Status**: *Final*', 'Status = Final'],
    ['value with code', '**Service**: `api`', 'Service = api'],
    ['value with a link', '**Log**: [graph](https://example.com/a:b)', 'Log = graph'],
    ['value with an entity', '**Team**: R&amp;D', 'Team = R&D'],
    ['value with an escape', '- **Team**: a\\_b', 'Team = a_b'],
    ['value with colons', '**Start**: 14:02:31', 'Start = 14:02:31'],
    ['key with emphasis inside', '**Severity *level***: 1', 'Severity *level* = 1'],
    ['hard break by a backslash', '**Severity**: SEV1\\\n', 'Severity = SEV1'],
    ['hard break by blanks', '**Severity**: SEV1  \n', 'Severity = SEV1'],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual([expected]))
})

describe('several fields', () => {
  test.each([
    ['on one line', '**Sev**: 1 **Prio**: 2', ['Sev = 1', 'Prio = 2']],
    ['on one line with a separator', '**Sev**: 1 | **Prio:** 2 · **Team**: api', ['Sev = 1', 'Prio = 2', 'Team = api']],
    ['line by line', '**Sev**: 1\n**Prio**: 2', ['Sev = 1', 'Prio = 2']],
    [
      'line by line with hard breaks',
      '**Sev**: 1  \n**Prio**: 2\\\n**Team**: api',
      ['Sev = 1', 'Prio = 2', 'Team = api'],
    ],
    ['the first without a value', '**Sev**:\n**Prio**: 2', ['Sev = ', 'Prio = 2']],
    ['plain ones', 'Sev: 1\nPrio: 2', ['Sev = 1', 'Prio = 2']],
    ['with CRLF', '**Sev**: 1\r\n**Prio**:\r\n**Team**: api\r\n', ['Sev = 1', 'Prio = ', 'Team = api']],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual(expected))

  test('a bold one runs on over lines, a plain one ends with its line', () => {
    expect(read('**Summary**: one\ntwo\n**Sev**: 1')).toEqual(['Summary = one\ntwo', 'Sev = 1'])
    expect(read('Summary: one\ntwo')).toEqual(['Summary = one'])
  })
})

describe('no field', () => {
  test.each([
    ['a time', '14:02 the disk was full'],
    ['a time in bold', '**14:02** the disk was full'],
    ['a URL', 'https://example.com'],
    ['bold words in a sentence', 'The **first**: it broke'],
    ['a sentence in bold', `**${'word '.repeat(13)}end**: text`],
    ['bold without a colon', '**Severity** SEV1'],
    ['a quotation', '> **Severity**: SEV1'],
    ['code', '```\n**Severity**: SEV1\n```'],
    ['indented code', '    **Severity**: SEV1'],
    ['a comment', '<!-- **Severity**: SEV1 -->'],
    ['code as a plain key', '`Severity`: SEV1'],
  ])('%s', (_, text) => expect(read(text)).toEqual([]))
})

describe('front matter', () => {
  test.each([
    ['scalars', 'severity: SEV1\ndate: 2024-01-15', ['severity = SEV1', 'date = 2024-01-15']],
    ['quoted', '"severity": "SEV1"\ntitle: \'a: b\'', ['"severity" = SEV1', 'title = a: b']],
    ['no value', 'severity:\ndate: 1', ['severity = ', 'date = 1']],
    ['a mapping', 'severity:\n  level: 1', ['severity = ']],
    ['broken at the end', 'template: minimal\nseverity: [', ['template = minimal', 'severity = ']],
    ['a list', '- a\n- b', []],
    ['nothing', '', []],
    ['no YAML', '\t: {', []],
    ['an alias', 'a: &x 1\nb: *x', []],
    ['a tag that is unknown', 'a: !what 1', ['a = 1']],
  ])('%s', (_, yaml, expected) => expect(read(`---\n${yaml}\n---\n\n# Title\n`)).toEqual(expected))

  test('with CRLF and a byte-order mark', () => {
    expect(read('\uFEFF---\r\nseverity: SEV1\r\n---\r\n\r\n# Title\r\n')).toEqual(['severity = SEV1'])
  })
  test('only at the very start', () => {
    expect(readOutline('\n---\nseverity: SEV1\n---\n').frontMatter).toBeNull()
  })
})
