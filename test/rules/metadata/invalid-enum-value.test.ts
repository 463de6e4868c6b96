import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix, expectFindings, findingsIn } from '../../kit/expect.ts'
import { expectFound } from '../../kit/mutations.ts'

const SEVERITY = written('minimal', '- **Severity**: VALUE\n')
const ROW = `${written('incident-review', '## Action Items\n\n### Detection Improvements\n\n')}| ID | Action | Owner | Priority | Due Date | Status |
| --- | --- | --- | --- | --- | --- |
| ACT-1 | Alert on free space | Ana | PRIORITY | 2026-02-01 | STATUS |
`
const NESTED = `${written('phased', '## Action Items\n\n### Immediate (This Week)\n\n')}- [ ] Alert on free space
  - **Priority**: VALUE
  - **Owner**: Ana
  - **Due Date**: 2026-02-01
`
const severity = (value: string) => SEVERITY.replace('VALUE', value)
const row = (priority: string, status = 'Open') => ROW.replace('PRIORITY', priority).replace('STATUS', status)
const nested = (value: string) => NESTED.replace('VALUE', value)

describe('accepted', () => {
  test.each([
    ...['SEV1', 'sev1', 'Sev 1', 'SEV-1', 'SEV_1', 'Sev1.', 'SEV1, EMEA only', 'SEV1: core', 'SEV1!'],
    ...['SEV-3 (minor)', 'SEV1 - payments', 'SEV1 → SEV2', 'SEV1/SEV2', '**SEV1**', '`sev1`', '[SEV1](https://x.org)'],
    ...['[SEV1]', '🔥 SEV1', '"SEV1"', 'S1', 's-1', 'SEV1—payments'],
    // Not written yet, or no word at all.
    ...['', 'TBD', '???', '-', '—', '🔥', '[SEV0/SEV1/SEV2/SEV3/SEV4]', 'SEV0/SEV1/SEV2/SEV3/SEV4'],
  ])('severity %j', async (value) => {
    const { view } = await open(severity(value))
    expect(view.findings.filter(({ rule }) => rule === 'invalid-enum-value')).toEqual([])
  })
  test.each(['Done', 'done (abc123)', 'DONE ✅', 'Open', 'Done.', '✅ Done'])('status %j', (value) =>
    expectFindings(row('P1', value), []),
  )
})

describe('rejected', () => {
  test.each(['SEV9', 'SEV10', 'SEV', '1', 'Critical', 'not SEV1', 'SEV1x', 'SEV11'])('severity %j', (value) =>
    expectFindings(severity(value), [[7, 'invalid-enum-value', 'error']]),
  )
  test('in a cell', () =>
    expectFindings(row('P7', 'Pending'), [
      [13, 'invalid-enum-value', 'error'],
      [13, 'invalid-enum-value', 'error'],
    ]))
  test('in a nested field', () => expectFindings(nested('Urgent'), [[12, 'invalid-enum-value', 'error']]))
  test('in front matter', () =>
    expectFindings('---\ntemplate: minimal\nseverity: SEV9\n---\n\n# Incident Post-Mortem: Disk full\n', [
      [3, 'invalid-enum-value', 'error'],
    ]))
  test('in a final document as in a draft', async () => {
    const found = findingsIn(await open(`${severity('SEV9')}- **Status**: Final\n`))
    expect(found.filter(([, rule]) => rule === 'invalid-enum-value')).toEqual([[7, 'invalid-enum-value', 'error']])
  })
  test('its message names the value and the others', async () => {
    const [finding] = (await open(severity('Urgent'))).view.findings
    expect(finding?.message).toBe('"Urgent" is no severity of this template: use SEV0, SEV1, SEV2, SEV3 or SEV4.')
  })
})

describe('only where it is requested', () => {
  test('not for an open enumeration', () =>
    expectFindings(
      written(
        'incident-review',
        '## Impact Assessment\n\n### Customer Impact\n\n- **Affected Customers**: Everybody\n',
      ),
      [],
    ))
  test('not without a chosen template', () =>
    expectFindings(
      '# Post-mortem: disk full\n\n- **Severity**: SEV9\n- **Incident ID**: INC-20260101-001\n\n## Timeline\n\n- 14:02 disk full\n- 14:10 disk freed\n',
      [],
    ))
  test('not in another section', () => expectFindings(written('minimal', '## Summary\n\n- **Severity**: SEV9\n'), []))
  test('not in code', () => expectFindings(written('minimal', '```\n**Severity**: SEV9\n```\n'), []))
})

describe('the fix', () => {
  test.each([
    ['SEV5', 'SEV4'],
    ['SEV9', 'SEV4'],
    ['SVE2', 'SEV2'],
    ['Sev one', 'SEV0'],
    ['sevv3', 'SEV3'],
    ['SEV22', 'SEV2'],
  ])('takes the closest value: %s', async (value, expected) => {
    expect(await applyFix(severity(value), 'invalid-enum-value')).toBe(severity(expected))
  })
  test('offers every value, one of them preferred', async () => {
    const { service, view, text } = await open(severity('SEV7'))
    const fixes = service.fixes(view, 0, text.length)
    expect(fixes.map(({ title }) => title).sort()).toEqual([0, 1, 2, 3, 4].map((number) => `Change to SEV${number}`))
    expect(fixes.filter(({ preferred }) => preferred)).toHaveLength(1)
  })
  test('leaves a remark as it is', async () => {
    expect(await applyFix(severity('SEV9 (payments only)'), 'invalid-enum-value', 'SEV1')).toBe(
      severity('SEV1 (payments only)'),
    )
    expect(await applyFix(severity('Huge, see below'), 'invalid-enum-value', 'SEV1')).toBe(severity('SEV1, see below'))
    expect(await applyFix(severity('Huge - see below'), 'invalid-enum-value', 'SEV1')).toBe(
      severity('SEV1 - see below'),
    )
  })
  test('keeps the table whole', async () => {
    expect(await applyFix(row('P7'), 'invalid-enum-value', 'P2')).toBe(row('P2'))
    expect(await applyFix(nested('Urgent'), 'invalid-enum-value', 'High')).toBe(nested('High'))
  })
  test('is there for the cursor at the finding, and nowhere else', async () => {
    const { service, view, text } = await open(severity('SEV9'))
    const at = text.indexOf('SEV9')
    expect(service.fixes(view, at + 2, at + 2)).toHaveLength(5)
    expect(service.fixes(view, at - 1, at - 1)).toEqual([])
    expect(service.fixes(view, at + 5, at + 5)).toEqual([])
  })
})

describe('yes or no', () => {
  const impact = (value: string) =>
    written('incident-review', `## Impact Assessment\n\n### Business Impact\n\n- **Compliance Impact**: ${value}\n`)
  const found = async (value: string) => {
    const { view } = await open(impact(value))
    return view.findings.filter(({ rule }) => rule === 'invalid-enum-value').map(({ severity: level }) => level)
  }
  test.each(['Maybe', 'Perhaps', 'Under review', 'Still being checked', 'Vielleicht', 'Peut-être', '未定'])(
    'a hint: %s',
    async (value) => expect(await found(value)).toEqual(['hint']),
  )
  test('planted errors are found', () => {
    const words = ['Maybe', 'Perhaps', 'Possibly', 'Unclear', 'Under review', 'Still being checked', 'To be seen']
    const others = [
      'Vielleicht',
      'Unklar',
      'In Prüfung',
      'Peut-être',
      'À voir',
      'Quizás',
      'Talvez',
      'Kanskje',
      '未定',
      '確認中',
    ]
    const right = impact('No')
    const all = [...words, ...others, 'Probably', 'Likely', 'Depends', 'Partly', 'Some', 'Asked legal', 'Legal decides']
    return expectFound(
      'invalid-enum-value',
      all.map((value) => ({ what: value, right, wrong: impact(value) })),
    )
  })
  test.each([
    'Yes - the regulator was told',
    'No',
    'None',
    'n/a',
    'Not affected',
    'Nein',
    'Oui, la CNIL',
    'Sí',
    'なし',
    'ingen',
    '✅',
    '-',
    '2 customers',
    'The regulator was told on Monday',
    '[Yes/No - details if yes]',
    'TBD',
    '',
  ])('nothing: %j', async (value) => expect(await found(value)).toEqual([]))
})
