/** A new day is noticed without an edit: once for each zone, never early, also after a long sleep. */
import { describe, expect, test } from 'vitest'
import { watchMidnight } from '../../../server/src/workspace/documents/midnight.ts'
import { FOLDER, ManualScheduler, makeWorld } from '../../kit/world.ts'

const MINUTE = 60_000

/** A world whose clock goes when the test says so. */
function watch(start: string, zones: readonly string[] = ['UTC']) {
  let now = Date.parse(start)
  const scheduler = new ManualScheduler()
  const days: string[] = []
  const clock = { now: () => now, timeZone: () => 'UTC' }
  const watching = watchMidnight(
    clock,
    scheduler,
    async () => zones,
    () => days.push(new Date(now).toISOString()),
  )
  const settled = async () => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  return {
    days,
    watching,
    /** Lets time pass, a minute at a time. */
    async pass(minutes: number) {
      await settled()
      for (let minute = 0; minute < minutes; minute++) {
        now += MINUTE
        scheduler.pass(MINUTE)
        await settled()
      }
    },
    /** The clock goes on, the timers do not. */
    sleep: (minutes: number) => {
      now += minutes * MINUTE
    },
  }
}

describe('midnight', () => {
  test('is told when it comes, and not before', async () => {
    const { days, pass } = watch('2026-01-15T23:50:00Z')
    await pass(9)
    expect(days).toEqual([])
    await pass(1)
    expect(days).toEqual(['2026-01-16T00:00:00.000Z'])
  })
  test('and again a day later', async () => {
    const { days, pass } = watch('2026-01-15T23:50:00Z')
    await pass(10 + 24 * 60)
    expect(days).toEqual(['2026-01-16T00:00:00.000Z', '2026-01-17T00:00:00.000Z'])
  })
  test('in every zone of the open documents', async () => {
    const { days, pass } = watch('2026-01-15T14:30:00Z', ['Asia/Tokyo', 'UTC'])
    await pass(10 * 60)
    expect(days).toEqual(['2026-01-15T15:00:00.000Z', '2026-01-16T00:00:00.000Z'])
  })
  test('is where daylight saving skips it the hour after', async () => {
    // In Cairo 24 April 2026 begins at 01:00.
    const { days, pass } = watch('2026-04-23T21:50:00Z', ['Africa/Cairo'])
    await pass(30)
    expect(days).toEqual(['2026-04-23T22:00:00.000Z'])
  })
  test('during the sleep of the computer is told soon after', async () => {
    const { days, pass, sleep } = watch('2026-01-15T20:00:00Z')
    await pass(1)
    sleep(10 * 60)
    await pass(5)
    expect(days).toHaveLength(1)
  })
  test('is not told once it is ended', async () => {
    const { days, pass, watching } = watch('2026-01-15T23:50:00Z')
    await pass(2)
    watching.end()
    await pass(20)
    expect(days).toEqual([])
  })
})

test('the zones are those of the open documents', async () => {
  const files = { 'a/.postmortem.yml': 'timeZone: Asia/Tokyo\n' }
  const { service } = makeWorld({ files, timeZone: 'Europe/Oslo' })
  expect(await service.zones()).toEqual(['Europe/Oslo'])
  service.openDocument(`${FOLDER}/a/x.md`, 1, '')
  expect(await service.zones()).toEqual(['Asia/Tokyo'])
  service.openDocument(`${FOLDER}/b/x.md`, 1, '')
  expect((await service.zones()).sort()).toEqual(['Asia/Tokyo', 'Europe/Oslo'])
})
