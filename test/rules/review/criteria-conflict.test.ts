import { describe, expect, test } from 'vitest'
import { open } from '../../kit/document.ts'
import { applyFix, textAt } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant, replaced } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'criteria-conflict'
/** A post-mortem without a template; the claim comes last. */
const report = (actions: string, claim = '- [x] All action items completed') =>
  `# Post-mortem: disk full\n\n- **Incident ID**: INC-20260101-001\n\n## Timeline\n\n- 14:02 full\n- 14:10 freed\n\n## Action Items\n\n${actions}\n\n## Success Criteria\n\n${claim}\n`
const OPEN = '- [x] Grow the disk\n- [ ] Alert at 80%'

async function found(text: string): Promise<string[]> {
  const { view } = await open(text)
  return view.findings.filter(({ rule }) => rule === RULE).map(({ message }) => message)
}

describe('found', () => {
  test('with the open actions as related places', async () => {
    const opened = await open(report(`${OPEN}\n- [ ] Rotate the logs`))
    const finding = opened.view.findings.find(({ rule }) => rule === RULE)
    if (!finding) throw new Error('nothing found')
    expect(finding).toMatchObject({
      severity: 'warning',
      message: '"All action items completed" is ticked, but 2 actions are open.',
    })
    expect(textAt(opened, finding)).toBe('[x] All action items completed')
    expect(finding.related.map(({ message }) => message)).toEqual(['Open: Alert at 80%', 'Open: Rotate the logs'])
  })
  test.each([
    '- [x] All action items completed',
    '- [X] all actions are done',
    '- [x] All of the action items have been completed',
    '- [x] **All follow-up items closed**',
    '- [x] Every action is implemented',
    '1. [x] All action points are resolved',
    '- Before closing\n  - [x] All actions finished, see the board',
  ])('%s', async (claim) => expect(await found(report(OPEN, claim))).toHaveLength(1))
  test('with a status in a table', async () => {
    const table = '| Action | Status |\n|---|---|\n| Grow the disk | Done |\n| Alert | In progress |'
    expect(await found(report(table))).toEqual(['"All action items completed" is ticked, but 1 action is open.'])
  })
})

describe('not found', () => {
  test.each([
    ['when it is not ticked', report(OPEN, '- [ ] All action items completed')],
    ['when there is no box', report(OPEN, '- All action items completed')],
    ['when nothing is open', report('- [x] Grow the disk\n- ~~Alert at 80%~~')],
    ['when nothing is said of a state', report('- Grow the disk\n- Alert at 80%')],
    ['when there are no actions', report('None.')],
    ['of another claim', report(OPEN, '- [x] All action items have an owner')],
    ['of a part of them', report(OPEN, '- [x] All action items of the first week completed')],
    ['of a plan', report(OPEN, '- [x] All action items completed by Friday')],
    ['of something that is not ticked off', report(OPEN, '- [x] Not all action items are completed')],
    ['where it is switched off', report(OPEN, '- [x] All action items completed <!-- postmortem-disable-line -->')],
  ])('%s', async (_, text) => expect(await found(text)).toEqual([]))
})

test('the fix unticks it, and nothing else', async () => {
  expect(await applyFix(report(OPEN), RULE)).toBe(report(OPEN, '- [ ] All action items completed'))
})

describe('planted errors', () => {
  const phased = fixture('filled/phased.md')
  const review = fixture('filled/incident-review.md').replace(
    '## Appendix',
    '### Success Criteria\n\n- [x] All action items completed\n\n## Appendix',
  )
  const actions = [...phased.matchAll(/- \[x\] (.*)\n {2}- \*\*Owner/g)].map(([, text = '']) => text)
  const done = [...review.matchAll(/\| (ACT-\d) .* Done \|/g)].map(([row]) => row)
  const mutants: Mutant[] = [
    ...actions.map((text) => replaced(phased, `- [x] ${text}`, `- [ ] ${text}`)),
    ...actions.map((text) => replaced(phased, `- [x] ${text}`, `- [ ] ${text}\n- [ ] And one more`)),
    ...['Open', 'In progress', 'Not started'].flatMap((status) =>
      done.map((row) => replaced(review, row, row.replace('Done', status))),
    ),
  ]
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
