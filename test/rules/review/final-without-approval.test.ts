import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { textAt } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant, replaced } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'final-without-approval'
const final = (table: string, status = 'Final') =>
  written('incident-review', `- **Status**: ${status}\n\n## Appendix\n\n### Review and Approval\n\n${table}\n`)
const rows = (...cells: string[]) =>
  final(['| Role | Name | Approval |', '|---|---|---|', ...cells.map((row) => `| ${row} |`)].join('\n'))
const signed = (fields: string) =>
  written('phased', `- **Status**: Final\n\n## Sign-Off\n\n- **Prepared By**: Ana\n${fields}\n`)

async function found(text: string): Promise<string[]> {
  const { view } = await open(text)
  return view.findings.filter(({ rule }) => rule === RULE).map(({ message }) => message)
}

describe('found', () => {
  test('one finding, at the first row that is not signed', async () => {
    const opened = await open(rows('Commander | Ana | Ana, 2026-01-10', 'Lead | Ben | ', 'Manager | Cleo | '))
    const finding = opened.view.findings.find(({ rule }) => rule === RULE)
    if (!finding) throw new Error('nothing found')
    expect(finding).toMatchObject({
      severity: 'warning',
      message: 'The document is final, but approval is missing: Lead and Manager.',
    })
    expect(textAt(opened, finding)).toBe('| Lead | Ben |  |')
    expect(finding.related).toHaveLength(1)
  })
  test.each([
    ['a dash', rows('Lead | Ben | -')],
    ['an empty box', rows('Lead | Ben | ☐')],
    ['a promise', rows('Lead | Ben | Pending')],
    ['what only puts off', rows('Lead | Ben | TBD')],
    ['a row that stops short', rows('Lead | Ben')],
    ['two columns', final('| Name | Signature | Date |\n|---|---|---|\n| Ana | | |')],
    ['a field', signed('- **Reviewed By**: Ben\n- **Approved By**:\n- **Date**: 2026-01-10')],
    ['the date of a field', signed('- **Reviewed By**: Ben\n- **Approved By**: Cleo\n- **Date**:')],
  ])('%s', async (_, text) => expect(await found(text)).toHaveLength(1))
})

describe('not found', () => {
  test.each([
    ['when all have signed', rows('Lead | Ben | B. Otieno', 'Manager | Cleo | 2026-01-10', 'Other | Dan | ✓')],
    ['in a draft', final('| Role | Name | Approval |\n|---|---|---|\n| Lead | Ben | |', 'Draft')],
    ['for a role that nobody has', rows('Lead | n/a | ', 'Manager | - | -')],
    ['in an empty row', rows(' | | ')],
    ['in a table without such a column', final('| Role | Name |\n|---|---|\n| Lead | Ben |')],
    ['with one of two columns', final('| Name | Signature | Date |\n|---|---|---|\n| Ana | | 2026-01-10 |')],
    ['guidance of the template', rows('Manager | Cleo | [Signature/Date]')],
    ['in prose', final('Approved by Cleo on 2026-01-10.')],
    ['in a field with its date', signed('- **Reviewed By**: Ben\n- **Approved By**: Cleo\n- **Date**: 2026-01-10')],
    [
      'without a template',
      '# Post-mortem: disk full\n\n- **Incident ID**: INC-1\n- **Status**: Final\n\n## Timeline\n\n- 14:02 full\n\n## Approval\n\n| Role | Name | Approval |\n|---|---|---|\n| Lead | Ben | |\n',
    ],
  ])('%s', async (_, text) => expect(await found(text)).toEqual([]))
})

describe('planted errors', () => {
  const right = fixture('filled/incident-review.md')
  const phased = fixture('filled/phased.md').replace('- **Severity**', '- **Status**: Final\n- **Severity**')
  const signatures = ['I. Solheim, 2026-02-17', 'J. Lindqvist, 2026-02-17', 'M. Tanaka, 2026-02-18']
  const mutants: Mutant[] = []
  for (const signature of signatures) {
    for (const left of ['', '-', '—', 'pending', 'Awaiting review', '[ ]', 'tbd'])
      mutants.push(replaced(right, signature, left))
    mutants.push(replaced(right, ` | ${signature} |`, ' |'))
  }
  mutants.push(replaced(phased, 'Helena Brandt', ''), replaced(phased, 'Helena Brandt', '-'))
  mutants.push(replaced(phased, '2026-03-10', ''), replaced(phased, '2026-03-10', 'pending'))
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
