import { describe, expect, test } from 'vitest'
import { allShown, finderOf } from '../../kit/expect.ts'
import { expectFound, replaced } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'status-conflict'
const ROWS = '- 14:02 full\n- 14:10 freed'
const report = (head: string, rows = ROWS) =>
  `# Post-mortem: disk full 2026-01-12\n\n- **Date**: 2026-01-12\n${head}\n\n## Timeline (UTC)\n\n${rows}\n`

const found = finderOf(RULE, allShown)

describe('ongoing with an end', () => {
  test('in a field', async () => {
    const text = report('- **Status**: Ongoing\n- **Start**: 2026-01-12 14:02 UTC\n- **End**: 2026-01-12 14:10 UTC')
    expect(await found(text)).toEqual(['Ongoing: The status is "Ongoing", but End says 2026-01-12 14:10 UTC.'])
  })
  test('in a row that is marked', async () => {
    const text = report('- **Status**: still ongoing', '- 14:02 **Started**: full\n- 14:10 **Resolved**: freed')
    expect(await found(text)).toEqual([
      'still ongoing: The status is "still ongoing", but the timeline marks it as resolved at 14:10.',
    ])
  })
  test.each([
    ['no end', report('- **Status**: Ongoing')],
    ['a phrase only', report('- **Status**: Ongoing', '- 14:02 full\n- 14:10 the first part was resolved')],
    ['an end to be written', report('- **Status**: Ongoing\n- **Start**: 14:02\n- **End**: [HH:MM]')],
    ['another status', report('- **Status**: Draft\n- **Start**: 14:02\n- **End**: 14:10')],
  ])('not with %s', async (_, text) => expect(await found(text)).toEqual([]))
})

describe('ongoing with an end', () => {
  test.each(['läuft noch', 'Andauernd', 'en cours', 'Sigue en curso', 'em andamento', 'Pågår fortsatt', '対応中'])(
    'in another language: %s',
    async (status) => {
      const head = `- **Status**: ${status}\n- **Start**: 2026-01-12 14:02 UTC\n- **End**: 2026-01-12 14:10 UTC`
      expect(await found(report(head))).toHaveLength(1)
    },
  )
})

describe('final without an end', () => {
  test.each([
    '14:02 bis heute',
    '14:02 – jetzt',
    "14:02 jusqu'à maintenant",
    '14:02 hasta hoy',
    '14:02 até hoje',
    '14:02 til nå',
  ])('in another language: %s', async (text) =>
    expect(await found(report(`- **Status**: Final\n- **Duration**: ${text}`))).toHaveLength(1),
  )
  test.each(['14:02 to now', '14:02 – ongoing', 'ongoing', 'since 14:02 until present', 'still ongoing'])(
    '%s',
    async (text) => {
      expect(await found(report(`- **Status**: Final\n- **Duration**: ${text}`))).toEqual([
        'Final: The status is "Final", but Duration has no end yet.',
      ])
    },
  )
  test.each(['14:02 to 14:10 (8 min)', '8 min', 'unknown', 'about as long as an ongoing release'])(
    'not with %s',
    async (text) => {
      expect(await found(report(`- **Status**: Final\n- **Duration**: ${text}`))).toEqual([])
    },
  )
  test('a draft may be open', async () => {
    expect(await found(report('- **Status**: Draft\n- **Duration**: 14:02 to now'))).toEqual([])
  })
})

describe('planted errors', () => {
  const fields = (end: string) => report(`- **Status**: Resolved\n- **Start**: 2026-01-12 14:02 UTC\n- **End**: ${end}`)
  const rows = (last: string) =>
    report('- **Status**: Resolved', `- 14:02 **Started**: full\n- 14:40 **${last}**: freed`)
  const words = ['Ongoing', 'ongoing, see the channel', 'On-going', 'Incident ongoing', 'Active incident']
  const rights = [
    ...['2026-01-12 14:10 UTC', '2026-01-12 15:10', '2026-01-13 00:10 UTC'].map(fields),
    ...['Resolved', 'Outage ends'].map(rows),
  ]
  const mutants = rights.flatMap((right) => words.map((word) => replaced(right, '**: Resolved', `**: ${word}`)))
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
