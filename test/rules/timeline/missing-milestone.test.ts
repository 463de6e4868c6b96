import { describe, expect, test } from 'vitest'
import { askedMilestones } from '../../../server/src/model/timeline/asked-milestones.ts'
import { readTemplate } from '../../../server/src/template/read-template.ts'
import { builtInTemplate, open, written } from '../../kit/document.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'

const RULE = 'missing-milestone'
const document = (template: string, rows: readonly string[], head = '- **Duration**: 14:02 to 15:07 (65 min)') =>
  written(template, `- **Date**: 2026-01-14\n${head}\n\n## Timeline\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`)
const messagesOf = async (text: string) =>
  (await open(text)).view.findings.filter(({ rule }) => rule === RULE).map(({ message }) => message)

describe('what a template asks for', () => {
  test.each([
    ['incident-review', ['started', 'detected', 'acknowledged', 'mitigated', 'resolved', 'closed'], 0],
    ['minimal', ['started', 'detected', 'resolved'], 0],
    ['google-sre', ['started', 'detected', 'mitigated', 'resolved'], 0],
    ['phased', [], 6],
  ])('%s', (id, rows, phases) => {
    const asked = askedMilestones(builtInTemplate(id))
    expect([asked.rows, asked.phases.length]).toEqual([rows, phases])
  })
  test.each([
    ['- [HH:MM] Detected: [how]\n- [HH:MM] [What happened]\n', ['detected']],
    ['| Time | Event |\n|---|---|\n| [HH:MM] | Incident closed |\n', ['closed']],
    ['- [HH:MM] The issue is resolved\n', []],
    ['', []],
  ])('a template of a team: %j', (timeline, rows) =>
    expect(askedMilestones(readTemplate('t', `# Post-Mortem: [Title]\n\n## Timeline\n\n${timeline}`)).rows).toEqual(
      rows,
    ),
  )
})

test.each([
  ['minimal', ['14:02 **Started**: a', '15:07 better again'], ['The timeline does not record the resolution.']],
  ['minimal', ['14:02 a', '15:07 **Resolved**: b'], ['The timeline does not record the start or the detection.']],
  ['minimal', ['14:02 a', '15:07 b'], ['The timeline does not record the start or the detection and the resolution.']],
  ['incident-review', ['14:02 **Started**: a', '15:07 **Resolved**: b'], ['The timeline does not record the close.']],
  ['minimal', ['14:02 **Detected**: a', '15:07 **Resolved**: b'], []],
  ['minimal', ['14:02 The outage began', '15:07 All systems verified operational'], []],
  ['minimal', ['14:02 **Started**: a', '[HH:MM] **Resolved**: [What made it normal again, and what showed it]'], []],
  ['minimal', [], []],
])('%s: %j', async (template, rows, expected) => expect(await messagesOf(document(template, rows))).toEqual(expected))

test('a hint on the heading', async () => {
  const { view, text } = await open(document('minimal', ['14:02 a', '15:07 b']))
  const [finding] = view.findings.filter(({ rule }) => rule === RULE)
  const base = view.postMortem.starts[finding?.section ?? -1] ?? 0
  expect(text.slice(base + (finding?.start ?? 0), base + (finding?.end ?? 0))).toBe('## Timeline')
  expect(finding?.severity).toBe('hint')
})
test('not while the incident is ongoing', async () =>
  expect(await messagesOf(document('minimal', ['14:02 a', '14:20 b'], ''))).toEqual([]))
test('not without a chosen template', async () =>
  expect(
    await messagesOf(
      '# Post-mortem: disk full\n\n- **Date**: 2026-01-14\n- **Severity**: SEV1\n- **Duration**: 65 min\n\n## Timeline\n\n- 14:02 a\n- 15:07 b\n',
    ),
  ).toEqual([]))

describe('a phase', () => {
  const phased = (time: string) =>
    written(
      'phased',
      `- **Date**: 2026-01-14\n- **Duration**: 65 min\n\n## Timeline\n\n### Resolution\n\n- **Time**: ${time}\n`,
    )
  test('without a time', async () =>
    expect(await messagesOf(phased('in the evening'))).toEqual(['The phase "Resolution" has no time.']))
  test.each(['15:07', '[HH:MM]', 'unknown', 'n/a', '', '–'])('nothing: %s', async (time) =>
    expect(await messagesOf(phased(time))).toEqual([]),
  )
})

describe('planted errors', () => {
  const DOCUMENTS = [
    ...['incident-review', 'minimal', 'google-sre'].map((name) => `filled/${name}.md`),
    ...['milestones-night', 'days-midnight'].map((name) => `right/${name}.md`),
  ].map((name) => ({ name, text: fixture(name) }))
  const BEGIN = ['Started', 'Detected']
  const END = ['Resolved']

  function mutantsOf(name: string, right: string): Mutant[] {
    const rows = (labels: readonly string[]) => new RegExp(`^.*\\*\\*(?:${labels.join('|')})\\*\\*.*\\n`, 'gm')
    const labels = (wanted: readonly string[]) => new RegExp(`\\*\\*(?:${wanted.join('|')})\\*\\*: `, 'g')
    const mutant = (what: string, pattern: RegExp, by: string): Mutant => ({
      what: `${name}: ${what}`,
      right,
      wrong: right.replace(pattern, by),
    })
    const closed = name.includes('incident-review')
      ? [
          mutant('no row for the close', rows(['Closed']), ''),
          mutant('close without its label', labels(['Closed']), ''),
        ]
      : []
    return [
      mutant('no rows for the beginning', rows(BEGIN), ''),
      mutant('no row for the end', rows(END), ''),
      mutant('the beginning without labels', labels(BEGIN), ''),
      mutant('the end without a label', labels(END), ''),
      mutant('the end under another label', labels(END), '**Note**: '),
      ...closed,
    ]
  }

  const phases = fixture('filled/phased.md')
  const times = [...phases.matchAll(/- \*\*Time\*\*: (\d\d:\d\d)/g)].map(({ index, 0: line }) => ({
    what: `phased: ${line}`,
    right: phases,
    wrong: `${phases.slice(0, index)}- **Time**: in the morning${phases.slice(index + line.length)}`,
  }))

  test('are found', () =>
    expectFound(RULE, [...DOCUMENTS.flatMap(({ name, text }) => mutantsOf(name, text)), ...times]))
})
