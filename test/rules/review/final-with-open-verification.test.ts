import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { textAt } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant, replaced } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'final-with-open-verification'
const STEPS = '## Resolution Summary\n\n### Verification Steps\n\n'
const final = (steps: string, status = 'Final') =>
  written('incident-review', `- **Status**: ${status}\n\n${STEPS}${steps}\n`)

async function found(text: string): Promise<string[]> {
  const { view } = await open(text)
  return view.findings.filter(({ rule }) => rule === RULE).map(({ message }) => message)
}

describe('found', () => {
  test('one finding, at the first open step, with the others as related places', async () => {
    const opened = await open(final('- [x] Errors: none\n- [ ] Path: one order\n  - later\n- [ ] Data: compared'))
    const finding = opened.view.findings.find(({ rule }) => rule === RULE)
    if (!finding) throw new Error('nothing found')
    expect(finding).toMatchObject({
      severity: 'warning',
      message: 'The document is final, but not verified: "Path" and "Data".',
    })
    expect(textAt(opened, finding)).toBe('- [ ] Path: one order')
    expect(finding.related.map(({ message }) => message)).toEqual(['Not verified either.'])
  })
  test.each([
    ['a step without a label', '- [ ] Looked at the graphs'],
    ['a step without a result', '- [x] Errors: [Result]'],
    ['a step that is no box', '- Errors: [Result]'],
  ])('%s', async (_, steps) => expect(await found(final(steps))).toHaveLength(1))
  test('of many it names three', async () =>
    expect(await found(final('- [ ] a: 1\n- [ ] b: 2\n- [ ] c: 3\n- [ ] d: 4'))).toEqual([
      'The document is final, but not verified: "a", "b", "c" and others.',
    ]))
})

describe('not found', () => {
  test.each([
    ['when all are ticked', final('- [x] Errors: none\n- [X] Path: one order')],
    ['in a draft', final('- [ ] Errors: none', 'Draft')],
    ['in a list without boxes', final('- Errors: none')],
    ['guidance of the template', final('- [ ] Data: [What was compared, and what differed]')],
    [
      'boxes in other sections',
      written('incident-review', '- **Status**: Final\n\n## What Went Well\n\n- [ ] Detection: soon\n'),
    ],
    [
      'without a template',
      `# Post-mortem: disk full\n\n- **Incident ID**: INC-1\n- **Status**: Final\n\n## Timeline\n\n- 14:02 full\n\n${STEPS}- [ ] a: b\n`,
    ],
    [
      'where it is switched off',
      final('- [ ] Errors: none <!-- postmortem-disable-line final-with-open-verification -->'),
    ],
  ])('%s', async (_, text) => expect(await found(text)).toEqual([]))
})

describe('planted errors', () => {
  const right = fixture('filled/incident-review.md')
  const start = right.indexOf('### Verification Steps')
  const ticked = (label: string) =>
    right
      .slice(start)
      .split('\n')
      .find((line) => line.startsWith(`- [x] ${label}`)) ?? ''
  const steps = ['Error rate', 'Customer path', 'Data'].map(ticked)
  const mutants: Mutant[] = []
  // Every choice of steps that are left open, in every kind of bullet.
  for (const marker of ['-', '*', '+']) {
    for (let choice = 1; choice < 8; choice++) {
      const wrong = steps.map((step, index) => {
        const box = choice & (1 << index) ? '[ ]' : '[x]'
        return step.replace('- [x]', `${marker} ${box}`)
      })
      mutants.push(replaced(right, steps.join('\n'), wrong.join('\n')))
    }
  }
  for (const step of steps) mutants.push(replaced(right, step, step.replace(/: .*/, ': [Result]')))
  for (const step of steps) mutants.push(replaced(right, step, `${step}\n- [ ] Queues: empty at 15:30`))
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
