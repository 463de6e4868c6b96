import { describe, expect, test } from 'vitest'
import { open } from '../../kit/document.ts'
import { textAt } from '../../kit/expect.ts'
import { expectFound, replaced } from '../../kit/mutations.ts'

const RULE = 'zone-conflict'
const timeline = (rows: string, day = '2026-07-09') =>
  `# Post-mortem: Disk full\n\n- **Date**: ${day}\n\n## Timeline\n\n${rows}\n`
const head = (value: string) =>
  `# Post-mortem: Disk full\n\n- **Date**: 2026-07-09\n- **Start**: ${value}\n\n## Root cause\n\nA full disk.\n`

async function found(text: string): Promise<string[]> {
  const opened = await open(text)
  const findings = opened.view.findings.filter(({ rule }) => rule === RULE)
  return findings.map((finding) => `${finding.severity}: ${finding.message} ${textAt(opened, finding)}`)
}

describe('found', () => {
  test.each([
    [
      'a row',
      timeline('- 14:02 UTC (16:05 CEST) full'),
      '14:02 UTC is 16:02 CEST, not 16:05 CEST. 14:02 UTC (16:05 CEST)',
    ],
    [
      'with a slash',
      timeline('- 00:30 UTC / 17:10 PDT full'),
      '00:30 UTC is 17:30 PDT, not 17:10 PDT. 00:30 UTC / 17:10 PDT',
    ],
    [
      'a field, by the day',
      head('2026-06-10 19:30 PDT (2026-06-10 02:30 UTC)'),
      '19:30 PDT is 2026-06-11 02:30 UTC, not 2026-06-10 02:30 UTC. 2026-06-10 19:30 PDT (2026-06-10 02:30 UTC)',
    ],
    [
      'a cell',
      timeline('| Time | Event |\n|---|---|\n| 14:02 UTC (10:20 EDT) | full |\n| 14:20 UTC | freed |'),
      '14:02 UTC is 10:02 EDT, not 10:20 EDT. 14:02 UTC (10:20 EDT)',
    ],
    [
      'a sentence',
      timeline('- 14:02 UTC full').replace(
        '## Timeline',
        'Mail was down from 14:02 UTC (23:20 JST) on.\n\n## Timeline',
      ),
      '14:02 UTC is 23:02 JST, not 23:20 JST. 14:02 UTC (23:20 JST)',
    ],
  ])('%s', async (_, text, message) => expect(await found(text)).toEqual([`warning: ${message}`]))
  test('as a hint where the zone may have the wrong name', async () => {
    expect(await found(timeline('- 14:02 UTC (16:02 CEST) full', '2026-01-09'))).toEqual([])
    expect(await found(timeline('- 14:02 UTC (16:02 CET) full'))).toEqual([expect.stringMatching(/^hint/)])
  })
})

test.each([
  ['the same', timeline('- 14:02 UTC (16:02 CEST) full')],
  ['over midnight', timeline('- 23:30 UTC (01:30 CEST) full')],
  ['over midnight, the other way', timeline('- 00:30 UTC / 17:30 PDT full')],
  ['three zones', timeline('- 14:02 UTC / 16:02 CEST / 10:02 EDT full')],
  ['half an hour', timeline('- 14:02 UTC (19:32 IST) full')],
  ['approximate', timeline('- ~14:02 UTC (16:00 CEST) full')],
  ['a zone that nobody knows', timeline('- 14:02 UTC (16:05 QST) full')],
  ['another time, not the same', timeline('- 14:02 UTC, then 16:05 CEST full')],
  ['one zone', timeline('- 14:02 UTC (14:05 with the delay) full')],
])('not found: %s', async (_, text) => expect(await found(text)).toEqual([]))

describe('planted errors', () => {
  const rows = [
    ['14:02 UTC', '(16:02 CEST)'],
    ['14:02 UTC', '/ 10:02 EDT'],
    ['23:40 UTC', '(01:40 CEST)'],
    ['09:15 CEST', '(07:15 UTC)'],
    ['00:30 UTC', '= 17:30 PDT'],
    ['14:02 UTC', '(23:02 JST)'],
  ] as const
  const mutants = rows.flatMap(([first, second]) => {
    const right = timeline(`- ${first} ${second} full`)
    const [clock = ''] = /\d\d:\d\d/.exec(second) ?? []
    const [hour = 0, minute = 0] = clock.split(':').map(Number)
    const wrong = [
      `${String((hour + 2) % 24).padStart(2, '0')}:${clock.slice(3)}`,
      `${clock.slice(0, 3)}${String((minute + 13) % 60).padStart(2, '0')}`,
      `${clock.slice(0, 3)}${clock.charAt(4)}${clock.charAt(3) === clock.charAt(4) ? '9' : clock.charAt(3)}`.replace(
        /:[6-9]/,
        ':5',
      ),
      `${String((hour + 12) % 24).padStart(2, '0')}:${clock.slice(3)}`,
    ]
    return wrong.map((other) => replaced(right, second, second.replace(clock, other)))
  })
  test('are found', () => expectFound(RULE, mutants))
})
