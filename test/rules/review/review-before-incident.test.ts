import { describe, expect, test } from 'vitest'
import { open } from '../../kit/document.ts'
import { applyFix } from '../../kit/expect.ts'
import { expectFound, mutantsAt, type WrongPlaces } from '../../kit/mutations.ts'

const RULE = 'review-before-incident'
const report = (review: string) =>
  `# Post-mortem: Disk full\n\n- **Date**: 2026-01-14\n- **Duration**: 13:42 to 15:07 (85 min)\n\n## Root Cause\n\nA.\n\n## Timeline\n\n- 13:42 the disk was full\n- 15:07 the disk was replaced\n\n## Follow-Up\n\n- ${review}\n`
const of = async (text: string) =>
  (await open(text)).view.findings
    .filter(({ rule }) => rule.startsWith('review-'))
    .map(({ rule, severity, message }) => [rule, severity, message])

test.each([
  ...['**Review**: 2026-01-14', '**1 Week Follow-Up**: 2026-01-21', '**Review**: [YYYY-MM-DD]', '**Review**: soon'],
  '**Last Failover Test**: 2025-06-01',
])('right, or not checked: %s', async (review) => expect(await of(report(review))).toEqual([]))

test.each([
  ['**1 Week Follow-Up**: 2025-01-21', '1 Week Follow-Up is on 2025-01-21, before the incident started on 2026-01-14.'],
  ['**Review**: 13 January 2026', 'Review is on 13 January 2026, before the incident started on 2026-01-14.'],
])('wrong, and nothing else is said of it: %s', async (review, message) =>
  expect(await of(report(review))).toEqual([[RULE, 'warning', message]]),
)

test('the fix writes the day given by the name', async () => {
  const text = report('**1 Month Follow-Up**: 14 February 2025')
  expect(await applyFix(text, RULE)).toBe(text.replace('February 2025', 'February 2026'))
})
test('and there is none where the name gives none', async () => {
  const { service, view, text } = await open(report('**Review**: 2025-02-14'))
  expect(service.fixes(view, 0, text.length).filter(({ finding }) => finding.rule === RULE)).toEqual([])
})

describe('planted errors', () => {
  const places: WrongPlaces = [
    [
      'filled/phased.md',
      'Follow-Up**: 2026-03-09',
      'Follow-Up**: 2025-03-09',
      'Follow-Up**: 2026-02-09',
      'Follow-Up**: 2026-03-01',
    ],
    ['filled/phased.md', 'Follow-Up**: 2026-04-02', 'Follow-Up**: 2025-04-02', 'Follow-Up**: 2026-02-04'],
    ['filled/phased.md', 'Follow-Up**: 2026-06-02', 'Follow-Up**: 2025-06-02', 'Follow-Up**: 2026-02-06'],
    ['right/numbers-phases.md', '11 November 2025', '11 November 2024', '1 November 2025'],
    ['right/numbers-phases.md', '4 December 2025', '4 December 2024', '4 October 2025'],
    ['right/numbers-phases.md', '4 February 2026', '4 February 2025'],
    ['right/numbers-bullets.md', '2025-08-26', '2024-08-26', '2025-06-28', '2025-08-18'],
    ['right/numbers-bullets.md', '2025-09-19', '2024-09-19', '2025-07-19'],
    ['right/numbers-bullets.md', '2025-11-19', '2024-11-19'],
    ['right/numbers-table.md', '07/24/2025', '07/24/2024', '06/24/2025'],
    ['right/numbers-table.md', '08/09/2025', '08/09/2024'],
    ['right/numbers-table.md', '10/08/2025', '10/08/2024', '01/08/2025'],
  ]
  test('are found', () => expectFound(RULE, mutantsAt(places)))
})
