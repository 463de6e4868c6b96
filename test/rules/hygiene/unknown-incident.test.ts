import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { textAt } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant, replaced } from '../../kit/mutations.ts'

const incident = (id: string, more = '') =>
  written('incident-review', `- **Incident ID**: ${id}\n- **Date**: 2026-01-12\n\n## Notes\n\n${more}\n`)
const OTHERS = {
  'b.md': incident('INC-20260101-001'),
  'notes.md': '# Notes\n\n## INC-20260101-002 Search slow\n',
  'INC-20260101-003/readme.md': '# Notes\n',
}

/** The texts that the rule finds, in a workspace with these other files. */
async function unknown(text: string, files: Record<string, string> = OTHERS): Promise<string[]> {
  const opened = await open(text, { files, path: 'postmortems/a.md', indexed: true })
  const found = opened.view.findings.filter(({ rule }) => rule === 'unknown-incident')
  return found.map((finding) => textAt(opened, finding))
}

describe('is none', () => {
  test.each([
    ['a post-mortem that is there', 'See INC-20260101-001.'],
    ['the case of letters', 'See inc-20260101-001.'],
    ['one that a heading is about', 'See INC-20260101-002.'],
    ['one that has a folder', 'See INC-20260101-003.'],
    ['its own', 'INC-20260112-001 was short.'],
    ['another series', 'See PM-2026-014, OPS-4711, ACT-1 and INC-4711.'],
    ['a placeholder', 'See INC-YYYYMMDD-XXX.'],
    ['code', 'Write `INC-20260101-009`.\n\n```\nINC-20260101-009\n```'],
    ['a link', 'See [INC-20260101-009](https://example.org/9) and [INC-20260101-009][nine].'],
    ['an address', 'See https://example.org/INC-20260101-009 and <https://example.org/INC-20260101-009>.'],
    ['a file', 'See INC-20260101-009.md and old/INC-20260101-009/readme.md.'],
    ['a part of something longer', 'The bucket INC-20260101-009-logs and x-INC-20260101-009.'],
    ['a quotation', '> INC-20260101-009'],
  ])('%s', async (_, more) => expect(await unknown(incident('INC-20260112-001', more))).toEqual([]))
  test('while there is no other post-mortem of the series', async () => {
    const text = incident('INC-20260112-001', 'See INC-20260101-009.')
    expect(await unknown(text, { 'b.md': incident('PM-2026-014') })).toEqual([])
  })
  test('where the ID may be that of any ticket', async () => {
    expect(await unknown(incident('OPS-12', 'See OPS-13.'), { 'b.md': incident('OPS-11') })).toEqual([])
  })
  test('in a log of several incidents', async () => {
    const parts = ['10', '11'].map(
      (day) =>
        `## Outage of 2026-01-${day}\n\n### Timeline\n\n- 2026-01-${day} 10:00 Outage begins, like INC-20260101-009\n`,
    )
    expect(await unknown(`# Post-mortems\n\n- Incident ID: INC-20260112-001\n\n${parts.join('\n')}`)).toEqual([])
  })
})

describe('what front matter says that it is a copy of', () => {
  const copy = (original: string) => incident('INC-20260112-001').replace('---\n', `---\ncopyOf: ${original}\n`)
  test.each([
    'b.md',
    '../b.md',
    '/b.md',
    './../b',
    'INC-20260101-001',
    'inc-20260101-001',
    'INC-20260101-002',
    '4711',
    'https://example.org/9',
    'notes.md',
  ])('is there: %s', async (original) => expect(await unknown(copy(original))).toEqual([]))
  test.each(['c.md', '../c.md', 'INC-20260101-009', '../INC-20260101-003', './other/b.md'])(
    'is not there: %s',
    async (original) => expect(await unknown(copy(original))).toEqual([original]),
  )
})

describe('is one', () => {
  test.each([
    ['in a sentence', 'Like INC-20260101-009.', ['INC-20260101-009']],
    [
      'in a list',
      '- INC-20260101-009\n- INC-20260101-001\n- INC-20260101-008',
      ['INC-20260101-009', 'INC-20260101-008'],
    ],
    ['in a table', '| Related |\n| --- |\n| **INC-20260101-009** |', ['INC-20260101-009']],
    ['in brackets', '[[INC-20260101-009]]', ['INC-20260101-009']],
  ])('%s', async (_, more, expected) => {
    expect(await unknown(incident('INC-20260112-001', more))).toEqual(expected)
  })
  test('for all places of it, as a hint', async () => {
    const text = incident('INC-20260112-001', 'Like INC-20260101-009.\n\nINC-20260101-009 was longer.')
    const { view } = await open(text, { files: OTHERS, indexed: true })
    const found = view.findings.filter(({ rule }) => rule === 'unknown-incident')
    expect(found).toMatchObject([
      {
        message: 'No post-mortem here has the ID INC-20260101-009.',
        severity: 'hint',
        related: [{ message: 'Here too.' }],
      },
    ])
  })
  test('by the form that the template gives, where the ID is still missing', async () => {
    expect(await unknown(incident('INC-YYYYMMDD-XXX', 'Like INC-20260101-009.'))).toEqual(['INC-20260101-009'])
  })
  test('in another dialect', async () => {
    const text = (title: string, more: string) => `# ${title}\n\n## Impact\n\n${more}\n\n## Root cause\n\n## Timeline\n`
    expect(
      await unknown(text('Post-mortem PM-2026-014: Disk full', 'As in PM-2026-003.'), {
        'b.md': text('Post-mortem PM-2026-001: Disk slow', ''),
      }),
    ).toEqual(['PM-2026-003'])
  })
})

describe('planted errors', () => {
  const documents: [path: string, before: string][] = [
    ['filled/incident-review.md', 'INC-20260211-001'],
    ['filled/phased.md', 'INC-20260302-001'],
    ['right/days-midnight.md', 'INC-20251031-002'],
    ['right/rows-dated-table.md', 'INC-20251112-003'],
  ]
  const mutants: Mutant[] = documents.flatMap(([path, id]) =>
    ['INC-20260101-010', 'INC-20260110-001', 'INC-20250101-001', 'INC-2026101-001', 'INC-20260101-01'].map((wrong) => {
      const text = `${fixture(path).trimEnd()}\n\nSee also INC-20260101-001.\n`
      expect(text).toContain(id)
      return replaced(text, 'also INC-20260101-001', `also ${wrong}`)
    }),
  )
  test('are found', () => expectFound('unknown-incident', mutants, { files: OTHERS }))
})
