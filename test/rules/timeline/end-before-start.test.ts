import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { expectFound, replaced } from '../../kit/mutations.ts'

const fields = (start: string, end: string) => written('google-sre', `- **Start**: ${start}\n- **End**: ${end}\n`)
const duration = (value: string) => written('minimal', `- **Date**: 2025-10-31\n- **Duration**: ${value}\n`)
const row = (time: string) =>
  `# Post-mortem: disk full\n\n- **Date**: 2025-10-31\n- **Severity**: SEV1\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| ${time} | The disk is full |\n| 2025-11-01 09:00 | Closed |\n`
const found = async (text: string) =>
  (await open(text)).view.findings.filter(({ rule }) => rule === 'end-before-start').map(({ message }) => message)

describe('found', () => {
  test.each([
    [
      'fields',
      fields('2025-11-01 10:00', '2025-10-31 12:00'),
      'The end (2025-10-31 12:00) is before the start (2025-11-01 10:00).',
    ],
    [
      'fields with days alone',
      fields('1 November 2025', '31 October 2025'),
      'The end (31 October 2025) is before the start (1 November 2025).',
    ],
    [
      'the same day',
      fields('2025-11-01 10:00', '2025-11-01 09:59'),
      'The end (2025-11-01 09:59) is before the start (2025-11-01 10:00).',
    ],
    [
      'other zones',
      fields('2025-11-01 10:00 UTC', '2025-11-01 10:30 CET'),
      'The end (2025-11-01 10:30 CET) is before the start (2025-11-01 10:00 UTC).',
    ],
    [
      'a range',
      duration('2025-11-01 23:20 to 2025-11-01 01:05 (105 min)'),
      'The end (2025-11-01 01:05) is before the start (2025-11-01 23:20).',
    ],
    [
      'a row',
      row('2025-10-31 10:00 – 2025-10-30 11:00'),
      'The end (2025-10-30 11:00) is before the start (2025-10-31 10:00).',
    ],
  ])('%s', async (_, text, message) => expect(await found(text)).toEqual([message]))
  test('with the start as a related place', async () => {
    const { view } = await open(fields('2025-11-01 10:00', '2025-10-31 12:00'))
    expect(view.findings.find(({ rule }) => rule === 'end-before-start')?.related[0]?.message).toBe(
      'Start: 2025-11-01 10:00',
    )
  })
})

describe('silent', () => {
  test.each([
    ['the next day', duration('23:20 to 01:05 (105 min)')],
    ['the next day, with the first date', duration('2025-10-31 23:20 to 01:05')],
    ['an end without a date', fields('2025-10-31 23:20', '01:05')],
    ['the turn of a year', fields('Dec 31, 23:20', 'Jan 1, 01:05')],
    ['another zone', fields('2025-11-01 10:00 UTC', '2025-11-01 06:30 EDT')],
    ['equal', fields('2025-11-01 10:00', '2025-11-01 10:00')],
    ['the same day', fields('2025-11-01', '2025-11-01 10:00')],
    ['a day that could be two', fields('05/04/2025 10:00', '06/03/2025 10:00')],
    ['not filled in', fields('2025-11-01 10:00', '[YYYY-MM-DD]')],
    ['a row over midnight', row('2025-10-31 23:00 – 00:30')],
  ])('%s', async (_, text) => expect(await found(text)).toEqual([]))
})

test('planted errors', () => {
  const shapes = [
    duration('2025-10-31 23:20 to 2025-11-01 01:05'),
    ...[fields('2025-10-31 23:20 UTC', '2025-11-01 01:05 UTC'), fields('2025-10-31T23:20Z', '2025-11-01T01:05Z')],
    ...[duration('2025-10-31 23:20 to 2025-11-01 01:05 (105 min)'), row('2025-10-31 23:20–2025-11-01 01:05')],
  ]
  const iso = shapes.flatMap((text) => [
    replaced(text, '2025-11-01', '2024-11-01'),
    replaced(text, '2025-11-01', '2025-10-01'),
    replaced(text, '2025-11-01', '2025-10-31'),
    replaced(text, `2025-10-31${text.includes('T23') ? 'T' : ' '}23`, '2025-11-13 23'),
    replaced(text, `2025-10-31${text.includes('T23') ? 'T' : ' '}23`, '2026-10-31 23'),
  ])
  return expectFound('end-before-start', iso)
})
