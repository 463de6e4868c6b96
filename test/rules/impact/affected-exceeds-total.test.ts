import { describe, expect, test } from 'vitest'
import { open } from '../../kit/document.ts'
import { finderOf, messageShown } from '../../kit/expect.ts'
import { expectFound, mutantsAt, type WrongPlaces } from '../../kit/mutations.ts'

const RULE = 'affected-exceeds-total'
const report = (impact: string) =>
  `# Post-mortem: Disk full\n\n- **Date**: 2026-01-14\n\n## Impact\n\n${impact}\n\n## Timeline\n\n- 13:42 the disk was full\n- 15:07 the disk was replaced\n`
const of = finderOf(RULE, messageShown)

describe('right, or not checked', () => {
  test.each([
    '- **Total Users**: 1,240\n- **Affected Users**: 1,240',
    '- **Total Users**: over 1,240\n- **Affected Users**: 1,420',
    '- **Total Users**: ~1,240\n- **Affected Users**: 1,420',
    '- **Total Users**: 1.2k\n- **Affected Users**: 1,240',
    '- **Total Users**: 1,240\n- **Affected Orders**: 1,420',
    '- **Total Users**: 1,240\n- **Affected Users**: 1,420 requests of 8,000',
    '- **Total Downtime**: 25 min\n- **Affected Users**: 1,420',
    '- **Total Affected**: 25\n- **Affected Users**: 1,420',
    '- **Total Users**: [Number]\n- **Affected Users**: 1,420',
    '- **Total Users**: 1,240\n\n### EU\n\n- **Affected Users**: 1,420',
    '1,420 of 1,240 users',
  ])('%j', async (impact) => expect(await of(report(impact))).toEqual([]))
})

test('more are affected than there are', async () => {
  const text = report('- **Total Users**: 1,240\n- **Affected Users**: 1,420\n- **Percentage**: 87%')
  expect(await of(text)).toEqual([['error', '1,420 affected are more than the 1,240 in total.']])
  // One finding for one fact.
  expect((await open(text)).view.findings.map(({ rule }) => rule)).not.toContain('percentage-mismatch')
})

test('in one value', async () => expect(await of(report('1,420 of 1,240 users (87%) saw the error.'))).toHaveLength(1))

describe('planted errors', () => {
  const places: WrongPlaces = [
    ['right/numbers-phases.md', '| 3.100 |', '| 31.000 |', '| 12.401 |', '| 13k |', '| 21.400 |'],
    ['right/numbers-phases.md', '| 12.400 |', '| 1.240 |', '| 2.400 |', '| 310 |'],
    [
      'right/numbers-bullets.md',
      'Affected Customers**: 2,310',
      'Affected Customers**: 23,100',
      'Affected Customers**: 61,500',
    ],
    [
      'right/numbers-bullets.md',
      'Total Customers**: 16,500',
      'Total Customers**: 1,650',
      'Total Customers**: 165',
      'Total Customers**: 1k',
    ],
    ['right/numbers-bullets.md', '2,310 of 9,240 uploads (', '9,240 of 2,310 uploads (', '23,100 of 9,240 uploads ('],
    ['right/numbers-bullets.md', '(2,310 of 9,240', '(9,240 of 2,310'],
    ['right/numbers-table.md', '300k', '3M', '1.4M'],
    ['right/numbers-table.md', 'requests**: 1.2M', 'requests**: 120k', 'requests**: 12,000'],
    ['right/numbers-table.md', '31,500 of the 45,000', '45,000 of the 31,500', '315,000 of the 45,000'],
    ['filled/google-sre.md', '61,200 of 68,000', '68,000 of 61,200', '612,000 of 68,000'],
    ['filled/incident-review.md', '1,860 of 12,400', '12,400 of 1,860', '18,600 of 12,400'],
    [
      'filled/phased.md',
      'Affected Users**: 13,200',
      'Affected Users**: 132,000',
      'Affected Users**: 48,001',
      'Affected Users**: 1.3M',
    ],
    ['filled/phased.md', 'Total Users**: 48,000', 'Total Users**: 4,800', 'Total Users**: 12,000'],
  ]
  test('are found', () => expectFound(RULE, mutantsAt(places)))
})
