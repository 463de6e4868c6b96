import { describe, expect, test } from 'vitest'
import { open } from '../../kit/document.ts'
import { applyFix } from '../../kit/expect.ts'
import { expectFound, mutantsAt, type WrongPlaces } from '../../kit/mutations.ts'

const RULE = 'review-date-mismatch'
const report = (review: string, duration = '13:42 to 15:07 (85 min)') =>
  `# Post-mortem: Disk full\n\n- **Date**: 2026-01-14\n- **Duration**: ${duration}\n\n## Root Cause\n\nA.\n\n## Timeline\n\n- 13:42 the disk was full\n- 15:07 the disk was replaced\n\n## Follow-Up\n\n- ${review}\n`
const of = async (text: string) =>
  (await open(text)).view.findings
    .filter(({ rule }) => rule.startsWith('review-'))
    .map(({ rule, severity, message }) => [rule, severity, message])

describe('right, or not checked', () => {
  test.each([
    ...['**1 Week Follow-Up**: 2026-01-21', '**1 Week Follow-Up**: 2026-01-18', '**One Week Review**: 24 January 2026'],
    ...['**1 Month Follow-Up**: 2026-02-14', '**1 Month Follow-Up**: 2026-02-07', '**30-Day Review**: 2026-02-13'],
    ...['**3 Month Follow-Up**: 2026-04-14', '**3 Month Follow-Up**: 2026-04-28', '**Review**: 2026-09-01'],
    ...['**1 Week Follow-Up**: [YYYY-MM-DD]', '**1 Week Follow-Up**: 2026-01-21, moved to 2026-02-02'],
    ...[
      '**Überprüfung nach zwei Wochen**: 2026-01-28',
      '**Revue à 1 mois**: 2026-02-14',
      '**1か月後のレビュー**: 2026-02-14',
    ],
    ...[
      '**Revisión en 2 semanas**: 2026-01-28',
      '**Revisão em três meses**: 2026-04-14',
      '**Gjennomgang etter to uker**: 2026-01-28',
    ],
    ...[
      '**1 Week Follow-Up**: next Wednesday',
      '**Last Failover Test**: 2025-06-01',
      '**1 Week Follow-Up**: 21 January',
    ],
  ])('%s', async (review) => expect(await of(report(review))).toEqual([]))
  test('from the end of the incident, or from its date', async () => {
    const long = (day: string) =>
      report(`**1 Week Follow-Up**: ${day}`, '2026-01-14 13:42 to 2026-01-20 10:00 (5 days 20 hours)')
    expect(await of(long('2026-01-27'))).toEqual([])
    expect(await of(long('2026-01-21'))).toEqual([])
    expect(await of(long('2026-02-03'))).toHaveLength(1)
  })
})

test.each([
  ...[
    '**Überprüfung nach zwei Wochen**: 2026-02-14',
    '**Revue à 1 mois**: 2026-01-28',
    '**1か月後のレビュー**: 2026-01-20',
  ],
  ...[
    '**Revisión en 2 semanas**: 2026-02-14',
    '**Revisão em três meses**: 2026-02-14',
    '**Gjennomgang etter to uker**: 2026-02-10',
  ],
])('in another language: %s', async (review) => expect(await of(report(review))).toHaveLength(1))

test.each([
  [
    '**1 Week Follow-Up**: 2026-01-25',
    '1 Week Follow-Up says 2026-01-25, but counted from the incident (2026-01-14) it is 2026-01-21.',
  ],
  [
    '**1 Month Follow-Up**: 14 March 2026',
    '1 Month Follow-Up says 14 March 2026, but counted from the incident (2026-01-14) it is 2026-02-14.',
  ],
  [
    '**3 Month Review**: 2026-05-14',
    '3 Month Review says 2026-05-14, but counted from the incident (2026-01-14) it is 2026-04-14.',
  ],
])('wrong: %s', async (review, message) => expect(await of(report(review))).toEqual([[RULE, 'hint', message]]))

test.each([
  ['2026-01-28', '2026-01-21'],
  ['28 January 2026', '21 January 2026'],
  ['28.01.2026', '21.01.2026'],
  ['Jan 28th, 2026 (with the maps team)', 'Jan 21st, 2026 (with the maps team)'],
  ['Wednesday, 28 January 2026', 'Wednesday, 21 January 2026'],
])('the fix keeps the notation: %s', async (before, after) =>
  expect(await applyFix(report(`**1 Week Follow-Up**: ${before}`), RULE)).toBe(
    report(`**1 Week Follow-Up**: ${after}`),
  ),
)

describe('planted errors', () => {
  const places: WrongPlaces = [
    [
      'filled/phased.md',
      'Week Follow-Up**: 2026-03-09',
      ...['03-16', '04-09', '03-19', '03-04'].map((day) => `Week Follow-Up**: 2026-${day}`),
    ],
    [
      'filled/phased.md',
      'Month Follow-Up**: 2026-04-02',
      ...['05-02', '04-12', '03-20'].map((day) => `Month Follow-Up**: 2026-${day}`),
      'Month Follow-Up**: 2027-04-02',
    ],
    [
      'filled/phased.md',
      'Month Follow-Up**: 2026-06-02',
      ...['07-02', '05-02', '09-02'].map((day) => `Month Follow-Up**: 2026-${day}`),
    ],
    ['right/numbers-phases.md', '11 November 2025', '21 November 2025', '11 December 2025'],
    ['right/numbers-phases.md', '4 December 2025', '4 January 2026', '24 December 2025'],
    ['right/numbers-phases.md', '4 February 2026', '4 March 2026', '4 January 2026'],
    ['right/numbers-bullets.md', '2025-08-26', '2025-08-30', '2025-09-26'],
    ['right/numbers-bullets.md', '2025-09-19', '2025-10-19', '2025-09-29'],
    ['right/numbers-bullets.md', '2025-11-19', '2025-12-19', '2025-10-19'],
    ['right/numbers-table.md', '07/24/2025', '07/31/2025', '08/24/2025'],
    ['right/numbers-table.md', '08/09/2025', '09/08/2025', '08/29/2025'],
    ['right/numbers-table.md', '10/08/2025', '11/08/2025', '12/08/2025'],
  ]
  test('are found', () => expectFound(RULE, mutantsAt(places)))
})
