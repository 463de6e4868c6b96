import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix, expectFindings, findingsIn } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, replaced } from '../../kit/mutations.ts'

const document = (id: string) => written('incident-review', `- **Incident ID**: ${id}\n`)
const found = async (id: string) => findingsIn(await open(document(id))).filter(([, rule]) => rule === 'invalid-id')
const message = async (id: string) => {
  const { view } = await open(document(id))
  return view.findings.find(({ rule }) => rule === 'invalid-id')?.message
}

describe('is none', () => {
  test.each([
    'INC-20250519-001',
    'INC-20250519-1204',
    'INC-20250519-A01',
    'inc-20250519-001',
    '`INC-20250519-001`',
    '[INC-20250519-001](https://incidents.example.com/77)',
    'INC-20250519-001 (ticket 4711)',
    // A placeholder is another rule's.
    'INC-YYYYMMDD-XXX',
    'TBD',
    'none',
    'n/a',
  ])('%s', async (id) => expect(await found(id)).toEqual([]))
  test('in a document without a chosen template', () =>
    expectFindings(
      '# Post-mortem: Disk full\n\n- Incident ID: 4711\n- Severity: SEV2\n\n## Impact\n\n## Root cause\n',
      [],
    ))
  test('where the template has no ID', () => expectFindings(fixture('right/days-midnight.md'), []))
})

describe('is one', () => {
  test.each(['INC-2025-05-19-001', '20250519-001', 'INC-20250519', 'INC-20250519-1', 'OPS-77', 'INC-20250230-001'])(
    '%s',
    async (id) => expect(await found(id)).toEqual([[7, 'invalid-id', 'warning']]),
  )
  test('and says the form', async () => {
    expect(await message('OPS-77')).toBe('"OPS-77" is not of the form INC-YYYYMMDD-XXX.')
    expect(await message('INC-20250230-001')).toBe('The ID names a day that does not exist: 2025-02-30.')
  })
})

describe('the fix', () => {
  test.each([
    ['INC-2025-05-19-001', 'INC-20250519-001'],
    ['INC-20250519-1', 'INC-20250519-001'],
    ['inc 20250519 007', 'INC-20250519-007'],
    ['INC20250519001', 'INC-20250519-001'],
    ['20250519-12', 'INC-20250519-012'],
    ['INC_2025_05_19_3', 'INC-20250519-003'],
    ['OPS-77', null],
    ['INC-20250519', null],
    ['INC-2025-02-30-001', null],
    ['INC-20250230-001', null],
  ])('%s → %s', async (id, expected) => {
    if (expected) expect(await applyFix(document(id), 'invalid-id')).toBe(document(expected))
    else await expect(applyFix(document(id), 'invalid-id')).rejects.toThrow('there are: none')
  })
})

describe('the pattern of a template of the team', () => {
  const inTeam = (pattern: string, id: string) => ({
    text: `---\ntemplate: ours\n---\n\n# Disk full\n\n- **Incident ID**: ${id}\n\n## What happened\n\nIt was full.\n`,
    options: {
      files: {
        '.postmortem.yml': 'templates:\n  - ours.md\n',
        'ours.md': `---\nid: '${pattern}'\n---\n\n# [Title]\n\n- **Incident ID**: ${pattern}\n\n## What happened\n\n[What]\n`,
      },
    },
  })
  test.each([
    ['PM-####', 'PM-0012', true],
    ['PM-####', 'PM-12', false],
    ['PM-YYYY-NNN', 'PM-2025-014', true],
    ['PM-YYYY-NNN', 'PM-14', false],
    ['PM-YYYY-MM-DD-XX', 'PM-2025-05-19-02', true],
    ['PM-YYYY-MM-DD-XX', 'PM-20250519-02', false],
  ])('%s: %s', async (pattern, id, isRight) => {
    const { text, options } = inTeam(pattern, id)
    const opened = await open(text, options)
    expect(opened.view.postMortem.template?.template.idPattern).toBe(pattern)
    expect(findingsIn(opened).filter(([, rule]) => rule === 'invalid-id')).toHaveLength(isRight ? 0 : 1)
  })
})

describe('planted errors', () => {
  const forms = [
    'INC-2025-05-19-001',
    'INC20250519001',
    'INC-20250519',
    '20250519-001',
    'INC-20250230-001',
    'INC-20251319-001',
    'INC-250519-001',
    'INC-20250519-1',
    'INCIDENT-20250519-001',
    '4711',
    'INC_20250519_001',
    'INC-20250519 001',
  ]
  test('are found', () =>
    expectFound('invalid-id', [
      ...forms.map((form) => replaced(fixture('filled/incident-review.md'), 'INC-20260211-001', form)),
      ...forms.map((form) => replaced(fixture('filled/phased.md'), 'INC-20260302-001', form)),
    ]))
})
