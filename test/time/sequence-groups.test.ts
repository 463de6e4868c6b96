import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  readDate,
  readTimeAtStart,
  readZone,
  resolveMoment,
  resolveSequence,
  type SequenceContext,
  type SequenceEntry,
} from '../../server/src/time/index.ts'
import { runs } from '../kit/sampling.ts'

// The same values in every run; other seeds were tried when the cutting changed.
type Group = readonly SequenceEntry[]

const two = (part: number) => String(part).padStart(2, '0')

const NOTATIONS: ((hour: number, minute: number, day: number) => string)[] = [
  (hour, minute) => `${two(hour)}:${two(minute)}`,
  (hour, minute) => `${hour}:${two(minute)}`,
  (hour, minute) => `${hour % 12 || 12}:${two(minute)}`,
  (hour, minute) => `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`,
  (hour, minute, day) => `2026-11-${two(day)} ${two(hour)}:${two(minute)}`,
  (hour, minute, day) => `Nov ${day}, ${two(hour)}:${two(minute)}`,
  (hour, minute, day) => `${two(day)}/11/2026 ${two(hour)}:${two(minute)}`,
  (hour, minute) => `${two(hour)}:${two(minute)} UTC`,
  (hour, minute) => `${two(hour)}:${two(minute)} – ${two((hour + 1) % 24)}:${two(minute)}`,
  (hour, minute) => `~${two(hour)}:${two(minute)}`,
]

const ODD = ['T+8m', '+90 min', 'somebody called', '2026-11-02: quiet', '25:61', '2026-02-30 10:00']

/** A list as people write them: mostly in one notation, mostly in one direction, with slips. */
const lists = fc
  .record({
    start: fc.integer({ min: 0, max: 3 * 1440 }),
    steps: fc.array(fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: -700, max: 700 })), { maxLength: 9 }),
    sign: fc.constantFrom(1, 1, -1),
    notation: fc.constantFrom(...NOTATIONS),
    /** For single rows: another notation, no time, a date heading. */
    odd: fc.array(
      fc.record({
        row: fc.nat(8),
        notation: fc.option(fc.constantFrom(...NOTATIONS), { freq: 2 }),
        text: fc.option(fc.constantFrom(...ODD)),
        heading: fc.option(fc.integer({ min: 1, max: 4 })),
      }),
      { maxLength: 3 },
    ),
    heading: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 3 }),
    zone: fc.constantFrom(null, null, null, 'UTC', 'PST'),
  })
  .map(({ start, steps, sign, notation, odd, heading, zone }) => {
    let at = start
    const rows = [0, ...steps].map((step) => {
      at = Math.max(0, at + sign * step)
      return at
    })
    return rows.map((minutes, index) => {
      const other = odd.find(({ row }) => row === index)
      const write = other?.notation ?? notation
      const [day, hour] = [Math.floor(minutes / 1440) + 1, Math.floor(minutes / 60) % 24]
      const above = other?.heading ?? (index === 0 ? heading : null)
      return { text: other?.text ?? write(hour, minutes % 60, day), heading: above, zone }
    })
  })

/** Rows with their headings, one object for all the rows under it. */
const timelines = fc.array(lists, { minLength: 1, maxLength: 4 }).map((all): SequenceEntry[] => {
  let dateAbove = null as ReturnType<typeof readDate>
  return all.flatMap((rows, list) =>
    rows.map(({ text, heading, zone }) => {
      if (heading) dateAbove = readDate(`Nov ${heading}`)
      return { reading: readTimeAtStart(text), dateAbove, list, zone: zone && readZone(zone) }
    }),
  )
})

const momentOf = (text: string, context: SequenceContext) => {
  const reading = readTimeAtStart(text)
  return reading && resolveMoment(reading, context)
}

const contexts = fc
  .record({
    incidentDate: fc.constantFrom('2026-11-01', '2026-11-01', null),
    // The clock of New York is put back on the first of November.
    zone: fc.constantFrom(null, 'ET', 'UTC', 'Europe/Oslo'),
    window: fc.option(fc.constantFrom(['2026-11-01 00:30', '2026-11-01 20:00'], ['2026-11-01 22:00', '2026-11-03'])),
    dateOrder: fc.constantFrom(null, 'dmy' as const),
    halves: fc.constantFrom(undefined, undefined, 'written' as const),
  })
  .map(({ incidentDate, zone, window, dateOrder, halves }): SequenceContext => {
    const context = { incidentDate, zone: zone && readZone(zone), windowStart: null, windowEnd: null, dateOrder }
    const [windowStart, windowEnd] = (window ?? []).map((text) => momentOf(text, context))
    return {
      ...context,
      windowStart: windowStart ?? null,
      windowEnd: windowEnd ?? null,
      ...(halves ? { halves } : {}),
    }
  })

/** Cut behind so many rows each time; what is left is the last group. Some groups are empty. */
function cut(rows: Group, sizes: readonly number[]): Group[] {
  const groups: Group[] = []
  let done = 0
  for (const size of sizes) {
    groups.push(rows.slice(done, done + size))
    done += size
  }
  return [...groups, rows.slice(done)]
}

const cuts = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 8 })

/** The same rows as if they were read for the first time. */
const anew = (groups: readonly Group[]): Group[] => groups.map((group) => group.map((row) => ({ ...row })))

const copied = (context: SequenceContext): SequenceContext => structuredClone(context)

describe('any timeline, cut into groups', () => {
  test('has the moments of one that is not cut', () => {
    fc.assert(
      fc.property(timelines, cuts, contexts, (rows, sizes, context) => {
        const whole = resolveSequence(anew([rows]), context).flat()
        const groups = cut(rows, sizes)
        const moments = resolveSequence(groups, context)
        expect(moments.map(({ length }) => length)).toEqual(groups.map(({ length }) => length))
        expect(moments.flat()).toEqual(whole)
      }),
      { numRuns: runs(100) },
    )
  })

  const edits = fc.array(
    fc.record({
      at: fc.nat(),
      how: fc.constantFrom('replace', 'insert', 'remove', 'same'),
      text: fc.oneof(
        fc.constantFrom(...ODD),
        fc
          .tuple(fc.constantFrom(...NOTATIONS), fc.nat(23), fc.nat(59), fc.integer({ min: 1, max: 4 }))
          .map(([write, hour, minute, day]) => write(hour, minute, day)),
      ),
      context: fc.option(contexts, { freq: 4 }),
    }),
    { minLength: 1, maxLength: 5 },
  )

  test('has after every edit the moments of one that is read anew, and keeps the arrays of equal groups', () => {
    fc.assert(
      fc.property(timelines, cuts, contexts, edits, (rows, sizes, first, changes) => {
        let groups = cut(rows, sizes)
        let context = first
        let before = resolveSequence(groups, context)
        for (const { at, how, text, context: other } of changes) {
          const index = at % groups.length
          groups = groups.map((group, position) => (position === index ? edited(group, at, how, text) : group))
          context = copied(other ?? context)
          const after = resolveSequence(groups, context)
          expect(after).toEqual(resolveSequence(anew(groups), context))
          for (const [position, moments] of after.entries()) {
            if (position !== index && isDeepStrictEqual(moments, before[position])) {
              expect(moments).toBe(before[position])
            }
          }
          before = after
        }
      }),
      { numRuns: runs(100) },
    )
  })

  function edited(group: Group, at: number, how: string, text: string): Group {
    const place = at % Math.max(1, group.length)
    const old = group[place]
    if (how === 'same' || !old) return [...group]
    const row = { ...old, reading: readTimeAtStart(text) }
    return group.flatMap((entry, index) => {
      if (index !== place) return [entry]
      return how === 'remove' ? [] : how === 'insert' ? [row, entry] : [row]
    })
  }
})

describe('a hundred groups of fifty rows', () => {
  const CONTEXT: SequenceContext = {
    incidentDate: '2026-11-01',
    windowStart: null,
    windowEnd: null,
    zone: readZone('ET'),
    dateOrder: null,
  }

  type Write = (hour: number, minute: number, day: number) => string

  /** A row every minute, from 00:00 on. */
  function minutes(write: Write, list: (group: number) => number, newestFirst = false): Group[] {
    return Array.from({ length: 100 }, (_, group) =>
      Array.from({ length: 50 }, (_, row): SequenceEntry => {
        const at = newestFirst ? 4999 - group * 50 - row : group * 50 + row
        const text = write(Math.floor(at / 60) % 24, at % 60, Math.floor(at / 1440))
        return { reading: readTimeAtStart(text), list: list(group) }
      }),
    )
  }

  /** How many arrays are others once a row of the group in the middle says something else. */
  function changed(groups: readonly Group[], row: number, text: string | null): number {
    const before = resolveSequence(groups, CONTEXT)
    const next = groups.map((group, index) =>
      index !== 50
        ? group
        : group.map((entry, at) =>
            at === row ? { ...entry, reading: text === null ? entry.reading : readTimeAtStart(text) } : entry,
          ),
    )
    const after = resolveSequence(next, copied(CONTEXT))
    return after.filter((moments, index) => moments !== before[index]).length
  }

  const plain = (hour: number, minute: number) => `${two(hour)}:${two(minute)}`
  const dated: Write = (hour, minute, day) => `2026-11-${two(day + 1)} ${plain(hour, minute)}`
  const SHAPES: [string, Group[]][] = [
    ['one list', minutes(plain, () => 0)],
    ['a list for each group', minutes(plain, (group) => group)],
    ['with dates', minutes(dated, () => 0)],
    ['newest first', minutes(dated, () => 0, true)],
  ]

  test.each(SHAPES)('%s: an edit that keeps the time of its row changes one', (_, groups) => {
    expect(changed(groups, 20, null)).toBe(1)
    expect(changed(groups, 49, null)).toBe(1)
  })

  test.each(SHAPES)('%s: so does another time in the middle of a group', (_, groups) => {
    expect(changed(groups, 21, groups[50]?.[20]?.reading?.text ?? '')).toBe(1)
  })

  test.each(SHAPES)('%s: nothing changes when nothing is other', (_, groups) => {
    const before = resolveSequence(groups, CONTEXT)
    const after = resolveSequence([...groups], copied(CONTEXT))
    expect(after.filter((moments, index) => moments !== before[index])).toEqual([])
  })

  test.each(SHAPES)('%s: the moments are those of rows read anew', (_, groups) => {
    const next = groups.map((group, index) => (index === 50 ? [...group.slice(0, 20), ...group.slice(21)] : group))
    resolveSequence(groups, CONTEXT)
    expect(isDeepStrictEqual(resolveSequence(next, CONTEXT), resolveSequence(anew(next), CONTEXT))).toBe(true)
  })

  test('rows that count from the first one follow it, and the rows between them stay', () => {
    const groups = minutes(plain, () => 0)
    const last = [...(groups[99] ?? []), { reading: readTimeAtStart('T+8m'), list: 0 }]
    const all = [...groups.slice(0, 99), last]
    const before = resolveSequence(all, CONTEXT)
    const [, ...rest] = groups[0] ?? []
    const next = [[{ reading: readTimeAtStart('00:00:30'), list: 0 }, ...rest], ...all.slice(1)]
    const after = resolveSequence(next, CONTEXT)
    expect(after[99]?.at(-1)?.start?.clock).toBe('00:08:30')
    expect(after.flatMap((moments, index) => (moments === before[index] ? [] : [index]))).toEqual([0, 99])
  })
})

describe('a list below one that changes', () => {
  const context = { incidentDate: '2026-11-01', windowStart: null, windowEnd: null, zone: null, dateOrder: null }
  type Above = ReturnType<typeof readDate>
  const group = (list: number, times: string[], dateAbove: Above = null): Group =>
    times.map((text) => ({ reading: readTimeAtStart(text), dateAbove, list }))

  /** What becomes of the first row of the last group. */
  function firstOf(...groups: Group[]): string {
    const first = resolveSequence(groups, context).at(-1)?.[0]
    return `${first?.opens ? 'opens' : first?.jump} ${first?.start?.date}`
  }

  test('starts over only as long as it begins before the end of that one', () => {
    const below = group(1, ['16:00', '16:30'])
    expect(firstOf(group(0, ['14:02', '17:10']), below)).toBe('opens 2026-11-01')
    expect(firstOf(group(0, ['14:02', '15:10']), below)).toBe('none 2026-11-01')
    expect(firstOf(group(0, ['14:02', '17:10']), below)).toBe('opens 2026-11-01')
  })

  test('tells the same hours again only as long as those are told above', () => {
    const [end, below] = [group(0, ['12:00', '17:00']), group(1, ['09:00', '12:00'])]
    expect(firstOf(group(0, ['09:00', '11:00']), end, below)).toBe('opens 2026-11-01')
    expect(firstOf(group(0, ['09:30', '11:00']), end, below)).toBe('midnight 2026-11-02')
    expect(firstOf(group(0, ['09:00', '11:00']), end, below)).toBe('opens 2026-11-01')
  })

  test('has a date heading of its own only as long as it is not that of the rows above', () => {
    const [one, other] = [readDate('Nov 1'), readDate('Nov 1')]
    const below = group(1, ['09:00', '12:00'], other)
    expect(firstOf(group(0, ['10:00', '17:00'], one), below)).toBe('opens 2026-11-01')
    expect(firstOf(group(0, ['10:00', '17:00'], other), below)).toBe('midnight 2026-11-02')
  })
})

test('groups without rows have no moments, and keep those too', () => {
  const context = { incidentDate: null, windowStart: null, windowEnd: null, zone: null, dateOrder: null }
  const [empty, row] = [[], [{ reading: readTimeAtStart('14:02') }]]
  const first = resolveSequence([empty, row, empty], context)
  expect(first.map(({ length }) => length)).toEqual([0, 1, 0])
  expect(resolveSequence([empty, row], context)[0]).toBe(first[0])
  expect(resolveSequence([], context)).toEqual([])
})
