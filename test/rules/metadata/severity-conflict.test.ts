import { describe, expect, test } from 'vitest'
import { inspect } from '../../../server/src/reports/inspect.ts'
import { open } from '../../kit/document.ts'
import { allShown, finderOf } from '../../kit/expect.ts'
import { expectFound, replaced } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'severity-conflict'
const report = (title: string, head: string, front = '') =>
  `${front}# Post-mortem: ${title}\n\n${head}\n\n## Timeline\n\n- 2026-01-12 14:02 full\n- 2026-01-12 14:10 freed\n`

const found = finderOf(RULE, allShown)

describe('found', () => {
  test('between title and field', async () => {
    expect(await found(report('[SEV1] Disk full', '- **Severity**: SEV2'))).toEqual([
      'SEV2: "Severity" says SEV2, but the title says SEV1.',
    ])
  })
  test.each([
    ['front matter', report('Disk full', '- **Severity**: SEV2', '---\nseverity: SEV3\n---\n\n')],
    ['two fields', report('Disk full', '- **Severity**: major\n- **Severity level**: minor')],
    ['other notations', report('Sev-1: Disk full', '**Severity:** S3 (one team)')],
    ['a table', report('Disk full (P1)', '| Field | Value |\n|---|---|\n| **Severity** | P3 |')],
    ['words', report('SEV 0 Disk full', '- **Incident severity**: Severity 2')],
  ])('%s', async (_, text) => expect(await found(text)).toHaveLength(1))
})

describe('not found', () => {
  test.each([
    ['the same', report('SEV-2: Disk full', '- **Severity**: sev2')],
    ['an arrow', report('SEV1: Disk full', '- **Severity**: SEV2 → SEV3')],
    ['raised', report('SEV1: Disk full', '- **Severity**: SEV2, raised to SEV1 at 14:20')],
    ['lowered later', report('SEV1: Disk full', '- **Severity**: initially SEV3')],
    ['another scale', report('P1: Disk full', '- **Severity**: SEV2')],
    ['a title with two', report('SEV1 taken for SEV3', '- **Severity**: SEV2')],
    ['a version in the title', report('Disk full after s3.2', '- **Severity**: SEV2')],
    ['a placeholder', report('SEV1: Disk full', '- **Severity**: [SEV0/SEV1/SEV2]')],
    [
      'the priority of an action',
      `${report('SEV1: Disk full', '- **Severity**: SEV1')}\n## Action items\n\n- **Severity**: SEV3\n`,
    ],
  ])('%s', async (_, text) => expect(await found(text)).toEqual([]))
})

test.each([
  ['SEV2', 'SEV2', 'SEV2'],
  ['SEV3 → SEV1', 'SEV1', 'SEV1'],
  ['SEV3 -> SEV1 -> SEV2', 'SEV2', 'SEV1'],
  ['SEV2 (raised from SEV3)', 'SEV2', 'SEV2'],
  ['SEV3, lowered from SEV1', 'SEV3', 'SEV1'],
  ['initially P3, raised to P1', 'P1', 'P1'],
  ['P1, later downgraded to P2', 'P2', 'P1'],
])('inspect gives the current and the highest severity of %s', async (value, current, highest) => {
  const { view } = await open(report('Disk full', `- **Severity**: ${value}`))
  expect(inspect('a.md', view.postMortem, () => 1).metadata).toMatchObject({
    severity: value,
    currentSeverity: current,
    highestSeverity: highest,
  })
})

describe('planted errors', () => {
  const titled = (level: number) => report(`[SEV${level}] Disk full`, `- **Severity**: SEV${level}`)
  const words = (word: string) => report('Disk full', `- **Severity**: ${word}`, `---\nseverity: ${word}\n---\n\n`)
  const mutants = [0, 1, 2, 3, 4].flatMap((level) =>
    [0, 1, 2, 3, 4]
      .filter((other) => other !== level)
      .map((other) => replaced(titled(level), `**: SEV${level}`, `**: SEV${other}`)),
  )
  const named = ['critical', 'major', 'minor', 'low'].map((word, index, all) =>
    replaced(words(word), `**: ${word}`, `**: ${all[(index + 1) % all.length]}`),
  )
  test('are found', () => expectFound(RULE, [...mutants, ...named], { now: LATER }))
})
