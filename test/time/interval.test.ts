import { expect, test } from 'vitest'
import { gapBetween, readTimeAtStart, readZone, resolveMoment, resolveUntil } from '../../server/src/time/index.ts'

const CONTEXT = { incidentDate: '2025-03-14', windowStart: null, windowEnd: null, zone: null, dateOrder: null }

/** A time as a row has it, on 14 March 2025 where it has no date. */
function span(text: string, zone: string | null = null, incidentDate: string | null = CONTEXT.incidentDate) {
  const context = { ...CONTEXT, incidentDate, zone: zone === null ? null : readZone(zone) }
  const reading = readTimeAtStart(text, { rowStart: true })
  const at = reading && resolveMoment(reading, context)
  if (!reading || !at) throw new Error(`no time: ${text}`)
  return { at, until: resolveUntil(reading, at, context) }
}

const order = (gap: number | null) => (gap === null ? 'unknown' : gap === 0 ? 'overlap' : gap > 0 ? 'before' : 'after')

test.each([
  ['14:02', '14:03', 'before'],
  ['14:02', '14:02', 'overlap'],
  ['14:02:31', '14:02', 'overlap'],
  ['14:02:31', '14:02:30', 'after'],
  ['~14:02', '14:07', 'overlap'],
  ['~14:02', '14:08', 'before'],
  ['about 14:00', '14:29', 'overlap'],
  ['2pm', '14:40', 'overlap'],
  ['14 Uhr', '15:30', 'before'],
  ['14:02–14:40', '14:10', 'overlap'],
  ['14:02–14:40', '14:41', 'before'],
  ['2025-03-14', '14:02', 'overlap'],
  ['2025-03-13', '00:00', 'before'],
  ['2025-03-14, around noon', '11:00', 'overlap'],
  ['2025-03-14, around noon', '10:59', 'after'],
  ['2025-03-14, around noon', '2025-03-14 in the afternoon', 'overlap'],
  ['2025-03-14 in the morning', '12:00', 'before'],
  ['2025-03-14 evening: x', '18:00', 'overlap'],
  ['12 to 13 March', '2025-03-09 to 2025-03-14', 'overlap'],
  ['12 to 13 March', '14 March', 'before'],
  ['12–14 March', '14 March 10:00', 'overlap'],
])('%s, %s: %s', (a, b, expected) => {
  expect(order(gapBetween(span(a), span(b)))).toBe(expected)
  const opposite: Record<string, string> = { before: 'after', after: 'before', overlap: 'overlap' }
  expect(order(gapBetween(span(b), span(a)))).toBe(opposite[expected])
})

test('in two zones', () => {
  expect(order(gapBetween(span('14:02 UTC'), span('15:50 CET')))).toBe('before')
  expect(order(gapBetween(span('14:02 UTC'), span('15:02 CET')))).toBe('overlap')
  expect(order(gapBetween(span('14:02 UTC'), span('15:50')))).toBe('unknown')
})

test('an hour that the clock shows twice', () => {
  const [first, second] = ['2025-10-26 02:50', '2025-10-26 02:10'].map((text) => span(text, 'Europe/Oslo'))
  expect(first && second && gapBetween(first, second)).toBe(0)
})

test('without a day', () => {
  expect(order(gapBetween(span('14:02', null, null), span('14:10', null, null)))).toBe('before')
  expect(order(gapBetween(span('14:02', null, null), span('2025-03-14 14:10')))).toBe('unknown')
})
