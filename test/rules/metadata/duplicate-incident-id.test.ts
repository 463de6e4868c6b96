import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant, replaced } from '../../kit/mutations.ts'

const PATH = 'postmortems/disk.md'
const incident = (id: string, more = '') =>
  written('incident-review', `- **Incident ID**: ${id}\n- **Date**: 2026-01-12\n${more}`)
const foreign = (title: string, more = '') => `# ${title}\n\n- Severity: SEV2\n${more}\n## Impact\n\n## Root cause\n`

/** Messages of the rule, in a workspace with these other files. */
async function messages(text: string, files: Record<string, string>, path = PATH): Promise<string[]> {
  const { view } = await open(text, { files, path, indexed: true })
  return view.findings.filter(({ rule }) => rule === 'duplicate-incident-id').map(({ message }) => message)
}

describe('is none', () => {
  test.each([
    ['another ID', incident('INC-20260112-001'), { 'b.md': incident('INC-20260112-002') }],
    ['a longer ID', incident('INC-20260112-001'), { 'b.md': incident('INC-20260112-0010') }],
    ['a placeholder', incident('INC-YYYYMMDD-XXX'), { 'b.md': incident('INC-YYYYMMDD-XXX') }],
    ['no ID', incident('n/a'), { 'b.md': incident('n/a') }],
    ['a day', incident('2026-01-12'), { 'b.md': incident('2026-01-12') }],
    [
      'prose',
      foreign('Post-mortem: Disk full', '- Incident: S3 outage\n'),
      {
        'b.md': foreign('Post-mortem: Disk slow', '- Incident: S3 outage\n'),
      },
    ],
    [
      'a reference',
      incident('INC-20260112-001'),
      {
        'b.md': incident('INC-20260112-002', '\n## Appendix\n\nLike INC-20260112-001.\n'),
      },
    ],
    ['the subject of notes', incident('INC-20260112-001'), { 'b.md': '# Notes on INC-20260112-001\n' }],
    [
      'a title that only names another one',
      incident('INC-20260112-001'),
      {
        'b.md': foreign('Post-mortem: Disk full again after INC-20260112-001'),
      },
    ],
    [
      'a number that may be any ticket in the title',
      foreign('OPS-4711: outage of 2026-01-12'),
      {
        'b.md': foreign('OPS-4711: outage of 2026-02-12'),
      },
    ],
    ['a translation', incident('INC-20260112-001'), { 'postmortems/disk.no.md': incident('INC-20260112-001') }],
    [
      'a translation in a folder',
      incident('INC-20260112-001'),
      { 'postmortems/ja/disk.md': incident('INC-20260112-001') },
    ],
  ])('%s', async (_, text, files: Record<string, string>) => expect(await messages(text, files)).toEqual([]))
  test('another page of the same incident, in its folder', async () => {
    const files = { 'inc-20260112-001/customers.md': incident('INC-20260112-001') }
    expect(await messages(incident('INC-20260112-001'), files, 'inc-20260112-001/internal.md')).toEqual([])
  })
})

describe('is one', () => {
  test('and says where the other is', async () => {
    const { view } = await open(incident('INC-20260112-001'), {
      files: { 'old/b.md': incident('inc-20260112-001') },
      path: PATH,
      indexed: true,
    })
    const [finding] = view.findings.filter(({ rule }) => rule === 'duplicate-incident-id')
    expect(finding?.message).toBe('INC-20260112-001 is also the ID of old/b.md.')
    expect(finding?.severity).toBe('warning')
    expect(finding?.related).toMatchObject([
      {
        message: '2026-01-12 Incident Post-Mortem: Disk full',
        inFile: { uri: 'file:///repo/old/b.md', line: 6, character: 19, endCharacter: 35 },
      },
    ])
  })
  test('with several others', async () => {
    const files = Object.fromEntries(['c', 'b', 'd'].map((name) => [`${name}.md`, incident('INC-20260112-001')]))
    expect(await messages(incident('INC-20260112-001'), files)).toEqual([
      'INC-20260112-001 is also the ID of b.md and of 2 more.',
    ])
  })
  test.each([
    ['in code', '`INC-20260112-001`'],
    ['with a remark', 'INC-20260112-001 (opened by pager)'],
    ['as a link', '[INC-20260112-001](https://example.org/1)'],
  ])('%s', async (_, id) => {
    expect(await messages(incident(id), { 'b.md': incident('INC-20260112-001') })).toHaveLength(1)
  })
  test('of tickets, in the field', async () => {
    expect(await messages(incident('OPS-4711'), { 'b.md': incident('OPS-4711') })).toHaveLength(1)
  })
  test('in titles', async () => {
    const text = foreign('PM-2026-014: Disk full on 2026-01-12')
    expect(await messages(text, { 'b.md': foreign('Post-mortem: PM-2026-014 Search slow') })).toHaveLength(1)
  })
})

describe('the fix', () => {
  const options = (files: Record<string, string>) => ({ files, path: PATH, indexed: true as const })
  test('is the next ID that is used nowhere', async () => {
    const files = {
      'b.md': incident('INC-20260112-001'),
      'notes.md': '# Notes\n\nPlanned: INC-20260112-002\n',
      'INC-20260112-003.md': '',
    }
    expect(
      await applyFix(incident('INC-20260112-001 (pager)'), 'duplicate-incident-id', undefined, options(files)),
    ).toBe(incident('INC-20260112-004 (pager)'))
  })
  test.each([
    [
      'the template gives no form',
      foreign('PM-2026-014: Disk full on 2026-01-12'),
      foreign('Post-mortem PM-2026-014: Search slow'),
    ],
    [
      'the day is not known',
      incident('INC-20260112-001').replace('2026-01-12\n', '[Date]\n'),
      incident('INC-20260112-001'),
    ],
  ])('is none where %s', async (_, text, other) => {
    const { service, view } = await open(text, options({ 'b.md': other }))
    expect(view.findings.map(({ rule }) => rule)).toContain('duplicate-incident-id')
    const fixes = service.fixes(view, 0, text.length)
    expect(fixes.filter(({ finding }) => finding.rule === 'duplicate-incident-id')).toEqual([])
  })
})

describe('planted errors', () => {
  const others: Record<string, string> = {
    'one.md': incident('INC-20250101-001'),
    'two.md': incident('INC-20250202-014'),
    'three.md': written('phased', '**Incident ID**: INC-20250303-002\n**Date**: 2025-03-03\n'),
    'four.md': foreign('Post-mortem INC-2025-044: Disk full'),
  }
  const documents: [path: string, id: string][] = [
    ['filled/incident-review.md', 'INC-20260211-001'],
    ['filled/phased.md', 'INC-20260302-001'],
    ['right/days-midnight.md', 'INC-20251031-002'],
    ['right/numbers-phases.md', 'INC-20251103-002'],
    ['right/zone-bullets-cest.md', 'INC-20250617-002'],
    ['right/rows-dated-table.md', 'INC-20251112-003'],
  ]
  const mutants: Mutant[] = documents.flatMap(([path, id]) =>
    ['INC-20250101-001', 'INC-20250202-014', 'INC-20250303-002', 'inc-2025-044'].map((other) =>
      replaced(fixture(path), id, other),
    ),
  )
  test('are found', () => expectFound('duplicate-incident-id', mutants, { files: others }))
})
