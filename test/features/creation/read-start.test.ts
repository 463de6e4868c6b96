/** When did it start? What people type. */
import { describe, expect, test } from 'vitest'
import { readStart } from '../../../server/src/features/creation/read-start.ts'
import { momentAt } from '../../../server/src/time/index.ts'
import { makeWorld, NOW } from '../../kit/world.ts'

/** Thursday 15 January 2026, 12:00 UTC. */
const now = momentAt(Date.parse(NOW), 'UTC')

function read(text: string): string {
  const start = readStart(text, now)
  return 'problem' in start ? start.problem : `${start.moment.date} ${start.moment.clock}`
}

describe('understood', () => {
  test.each([
    ['now', '2026-01-15 12:00'],
    [' NOW ', '2026-01-15 12:00'],
    ['11:30', '2026-01-15 11:30'],
    ['11:30 UTC', '2026-01-15 11:30'],
    ['9:05am', '2026-01-15 09:05'],
    // Later than now: yesterday's.
    ['14:02', '2026-01-14 14:02'],
    ['today 11:30', '2026-01-15 11:30'],
    ['today, 11:30', '2026-01-15 11:30'],
    ['today at 11:30', '2026-01-15 11:30'],
    ['yesterday 23:10', '2026-01-14 23:10'],
    ['Yesterday at 23:10', '2026-01-14 23:10'],
    ['2026-01-10 14:02', '2026-01-10 14:02'],
    ['10 January 2026 14:02', '2026-01-10 14:02'],
    ['20 min ago', '2026-01-15 11:40'],
    ['2 hours ago', '2026-01-15 10:00'],
    ['13 hours ago', '2026-01-14 23:00'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('not understood', () => {
  test.each([
    '',
    '   ',
    'soon',
    'disk full',
    '2026-01-10',
    '11:00 to 11:30',
    '11:00 11:30',
    'ago',
    'yesterday',
    '20 min',
  ])('%j', (text) => expect(read(text)).toMatch(/^Write it like 14:02/))
  test.each([
    ['25:61', 'There is no such time: 25:61.'],
    ['2026-02-30 10:00', 'There is no such day: 2026-02-30 10:00.'],
    ['today 13:00', 'That is in the future.'],
    ['2026-01-16 10:00', 'That is in the future.'],
  ])('%s', (text, problem) => expect(read(text)).toBe(problem))
})

test('the service says what it understood, with the zone of the team', async () => {
  const { service } = makeWorld({ files: { '.postmortem.yml': 'timeZone: Europe/Oslo\n' } })
  expect(await service.readStart(null, '20 min ago')).toEqual({
    startedAt: '2026-01-15 12:40',
    message: '2026-01-15 12:40 Europe/Oslo',
  })
  expect(await service.readStart(null, 'soon')).toMatchObject({ startedAt: null })
  expect(await service.newPostMortemDefaults(null)).toMatchObject({
    startedAt: '2026-01-15 13:00',
    timeZone: 'Europe/Oslo',
  })
})
