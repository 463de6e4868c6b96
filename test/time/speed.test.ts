import { expect, test } from 'vitest'
import {
  findZone,
  readDate,
  readDates,
  readDuration,
  readDurations,
  readTimeAtStart,
  readTimes,
  readZone,
} from '../../server/src/time/index.ts'

const READERS = { findZone, readDate, readDates, readDuration, readDurations, readTimeAtStart, readTimes, readZone }

const REPEATED = [
  '1:',
  '1:1',
  '1 h ',
  '1h',
  '2024-',
  '2024-01-15 ',
  '2024-01-15T',
  ' ',
  '\t',
  '14:02 ',
  '14:02-',
  '14:02 UTC / ',
  'Jan 15 ',
  'Monday ',
  'T+',
  '+',
  '~',
  '(',
  'UTC ',
  'times in ',
  'time ',
  'half an ',
  'about ',
  '*',
  'Europe/',
  'a',
  '1',
  '時',
  '1,000',
  '–',
]

test.each(REPEATED)('20 kB of %j are read in linear time', (piece) => {
  const text = piece.repeat(Math.ceil(20_000 / piece.length))
  for (const [name, read] of Object.entries(READERS)) {
    const start = performance.now()
    read(text)
    // Some 5 ms on an idle machine; what is quadratic takes seconds.
    expect(performance.now() - start, name).toBeLessThan(400)
  }
})
