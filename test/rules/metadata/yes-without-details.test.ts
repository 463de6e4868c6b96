import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { finderOf, findingsIn, placeShown } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, replaced } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'yes-without-details'
const business = (text: string, status = 'Final') =>
  written('incident-review', `- **Status**: ${status}\n\n## Impact Assessment\n\n### Business Impact\n\n${text}\n`)

const found = finderOf(RULE, placeShown)

describe('found', () => {
  test.each(['Yes', 'yes', 'YES.', '**Yes**', 'Yes -', 'Yes –', 'Yes:', '✅ Yes'])('%s', async (value) =>
    expect(await found(business(`- **SLA Impact**: ${value}\n- **Compliance Impact**: No`))).toEqual([value]),
  )
  test('in every field that asks for it', async () =>
    expect(await found(business('**SLA Impact**: Yes\n**Compliance Impact**: Yes'))).toEqual(['Yes', 'Yes']))
  test('with the data of the finding', async () => {
    const { view } = await open(business('- **SLA Impact**: Yes'))
    expect(view.findings.find(({ rule }) => rule === RULE)).toMatchObject({
      severity: 'warning',
      message: 'SLA Impact: "Yes" needs details, such as what was broken and for how long.',
    })
  })
  test('in a draft as a hint', async () => {
    const findings = findingsIn(await open(business('- **SLA Impact**: Yes', 'Draft')))
    expect(findings.filter(([, rule]) => rule === RULE)).toEqual([[13, RULE, 'hint']])
  })
})

describe('not found', () => {
  test.each([
    ['with details', '- **SLA Impact**: Yes - 40 minutes below 99.9%'],
    ['with details in brackets', '- **SLA Impact**: Yes (40 minutes)'],
    ['with a number', '- **SLA Impact**: Yes, 40'],
    ['No', '- **SLA Impact**: No'],
    ['another answer', '- **SLA Impact**: Yesterday'],
    ['nothing', '- **SLA Impact**:'],
    ['guidance', '- **SLA Impact**: [Yes/No - details if yes]'],
    ['details in the item', '- **SLA Impact**: Yes\n  - 40 minutes below 99.9%'],
    ['details on the next line', '**SLA Impact**: Yes\n40 minutes below 99.9%'],
    ['details in the next paragraph', '- **SLA Impact**: Yes\n\n40 minutes below 99.9%.'],
    ['another field', '- **Reputation**: Yes'],
    ['switched off', '- **SLA Impact**: Yes <!-- postmortem-disable-line yes-without-details -->'],
  ])('%s', async (_, text) => expect(await found(business(text))).toEqual([]))
  test('where the template asks for no details', async () => {
    const files = {
      '.postmortem.yml': 'templates:\n  - file: t.md\n',
      't.md': '# Incident [Title]\n\n- **Paged**: [Yes/No]\n- **Told**: [Yes/No - whom]\n\n## Timeline\n\n## Impact\n',
    }
    const opened = await open('---\ntemplate: t\n---\n\n# Incident: disk full\n\n- **Paged**: Yes\n- **Told**: Yes\n', {
      files,
    })
    expect(findingsIn(opened).filter(([, rule]) => rule === RULE)).toEqual([[8, RULE, 'hint']])
  })
  test('without a template', async () =>
    expect(
      await found(
        '# Post-mortem: disk full\n\n- **Incident ID**: INC-1\n- **SLA Impact**: Yes\n\n## Timeline\n\n- 14:02 full\n',
      ),
    ).toEqual([]))
})

describe('planted errors', () => {
  const right = fixture('filled/incident-review.md')
  const sla = /\*\*SLA Impact\*\*: (.*)/.exec(right)?.[0] ?? ''
  const compliance = '**Compliance Impact**: No'
  const bare = ['Yes', 'yes', 'YES', 'Yes.', 'Yes!', '**Yes**', '_Yes_', 'Yes -', 'Yes –', 'Yes:', '✅ Yes', 'Y']
  test('are found', () =>
    expectFound(
      RULE,
      bare.flatMap((value) => [
        replaced(right, sla, `**SLA Impact**: ${value}`),
        replaced(right, compliance, `**Compliance Impact**: ${value}`),
      ]),
      { now: LATER },
    ))
})
