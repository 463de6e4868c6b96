import { expect, test } from 'vitest'
import { changedRange } from '../../server/src/syntax/changed-range.ts'

const LONG = 'abcdefghij'.repeat(2_000)

test.each([
  ['nothing', 'abc', 'abc', { start: 3, oldEnd: 3, newEnd: 3 }],
  ['a letter put in', 'ac', 'abc', { start: 1, oldEnd: 1, newEnd: 2 }],
  ['a letter taken out', 'abc', 'ac', { start: 1, oldEnd: 2, newEnd: 1 }],
  ['one of the same letters', 'aaa', 'aaaa', { start: 3, oldEnd: 3, newEnd: 4 }],
  ['all of it', 'abc', 'xy', { start: 0, oldEnd: 3, newEnd: 2 }],
  ['from nothing', '', 'ab', { start: 0, oldEnd: 0, newEnd: 2 }],
  ['to nothing', 'ab', '', { start: 0, oldEnd: 2, newEnd: 0 }],
  [
    'far behind the start and far before the end',
    LONG + LONG,
    `${LONG}x${LONG}`,
    { start: 20_000, oldEnd: 20_000, newEnd: 20_001 },
  ],
])('%s changed', (_, old, text, range) => expect(changedRange(old, text)).toEqual(range))
