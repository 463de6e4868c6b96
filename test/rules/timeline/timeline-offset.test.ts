import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix, expectFindings } from '../../kit/expect.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'
import { changed, listsIn, RIGHT } from '../../kit/timelines.ts'

const table = (...rows: [time: string, offset: string][]) =>
  `# Post-mortem: disk full\n\n- **Date**: 2025-10-21\n- **Severity**: SEV1\n\n## Timeline\n\n| Time (UTC) | Elapsed | Event |\n| --- | --- | --- |\n${rows.map(([time, offset], index) => `| ${time} | ${offset} | step ${index} |`).join('\n')}\n`
const offsetsIn = async (text: string) =>
  (await open(text)).view.findings.filter(({ rule }) => rule === 'timeline-offset').map(({ message }) => message)

describe('found', () => {
  test('from the first row', async () =>
    expect(
      await offsetsIn(table(['14:02', '0 min'], ['14:05', '+3 min'], ['14:10', '+8 min'], ['14:20', '+28 min'])),
    ).toEqual(['From 14:02 (the first row) to 14:20 it is "+18 min", not "+28 min".']))
  test('from the previous row', async () =>
    expect(
      await offsetsIn(table(['14:02', ''], ['14:05', '3m'], ['14:10', '5m'], ['14:20', '10m'], ['14:50', '3m'])),
    ).toEqual(['From 14:20 (the row before) to 14:50 it is "30m", not "3m".']))
  test('by one unit where the others are exact', async () =>
    expect(
      await offsetsIn(
        table(
          ['14:02', '0'],
          ['14:05', '+3 min'],
          ['14:10', '+8 min'],
          ['14:20', '+18 min'],
          ['14:30', '+28 min'],
          ['14:40', '+39 min'],
        ),
      ),
    ).toEqual(['From 14:02 (the first row) to 14:40 it is "+38 min", not "+39 min".']))
  test('over midnight, in hours', async () =>
    expect(
      await offsetsIn(table(['23:02', '0h'], ['23:32', '+0h 30m'], ['00:12', '+1h 10m'], ['01:02', '+4h'])),
    ).toEqual(['From 23:02 (the first row) to 01:02 it is "+2h", not "+4h".']))
  test('after the time of an item', async () =>
    expect(
      await offsetsIn(
        written(
          'google-sre',
          '- **Date**: 2025-10-21\n\n## Timeline\n\nTimes in UTC.\n\n- 14:02 a\n- 14:05 (T+3m) b\n- 14:10 (T+8m) c\n- 14:20 (T+8m) d\n',
        ),
      ),
    ).toEqual(['From 14:02 (the first row) to 14:20 it is "T+18m", not "T+8m".']))
  test('many of them are one finding', async () => {
    const rows = Array.from({ length: 21 }, (_, index): [string, string] => {
      const minute = String(index * 2).padStart(2, '0')
      return [`14:${minute}`, `+${index * 2 + (index > 14 ? 9 : 0)} min`]
    })
    const { view } = await open(table(...rows))
    const found = view.findings.filter(({ rule }) => rule === 'timeline-offset')
    expect(found.map(({ message }) => message)).toEqual([
      '6 offsets differ from the times of their rows. From 14:00 (the first row) to 14:30 it is "+30 min", not "+39 min".',
    ])
    expect(found[0]?.related).toHaveLength(5)
  })
  test.each<[string, [string, string][], string]>([
    [
      'three',
      [
        ['05:28', '0 min'],
        ['05:36', '+99 min'],
        ['05:39', '+11 min'],
      ],
      '05:36 it is "+8 min", not "+99 min".',
    ],
    [
      'two',
      [
        ['05:28', '0 min'],
        ['05:36', '+99 min'],
      ],
      '05:36 it is "+8 min", not "+99 min".',
    ],
  ])('in a table of %s that begins at 0', async (_, rows, expected) =>
    expect(await offsetsIn(table(...rows))).toEqual([`From 05:28 (the first row) to ${expected}`]),
  )
  test('few rows where the template says from where they count', () =>
    expectFindings(
      written(
        'incident-review',
        '- **Date**: 2025-10-21\n\n## Timeline\n\n| Time (UTC) | Duration | Description | Owner |\n| --- | --- | --- | --- |\n| 13:42 | 0 min | a | Ana |\n| 13:50 | +12 min | b | Ana |\n',
      ),
      [[14, 'timeline-offset', 'warning']],
    ))
})

describe('silent', () => {
  test.each([
    [
      'fewer than two thirds fit',
      [
        ['14:02', '0 min'],
        ['14:05', '+3 min'],
        ['14:10', '+18 min'],
        ['14:20', '+40 min'],
      ],
    ],
    [
      'rounded like others',
      [
        ['14:02:10', '0 min'],
        ['14:05:50', '+4 min'],
        ['14:10:05', '+8 min'],
        ['14:20:20', '+18 min'],
      ],
    ],
    [
      'one off, as several are',
      [
        ['14:02', '0 min'],
        ['14:05', '+4 min'],
        ['14:10', '+8 min'],
        ['14:20', '+19 min'],
      ],
    ],
    [
      'about',
      [
        ['14:02', '0 min'],
        ['14:05', '~3 min'],
        ['14:10', '+8 min'],
        ['15:02', '~1 hour'],
        ['15:22', '~70 min'],
      ],
    ],
    [
      'few rows that do not begin at 0',
      [
        ['05:28', ''],
        ['05:36', '+99 min'],
        ['05:39', '+11 min'],
      ],
    ],
    [
      'few rows of which none is exact',
      [
        ['05:28', '0 min'],
        ['05:36', '+99 min'],
        ['05:39', '+50 min'],
      ],
    ],
    [
      'few rows, each from the one before',
      [
        ['05:28', '0 min'],
        ['05:36', '+8 min'],
        ['05:39', '+3 min'],
      ],
    ],
    [
      'lengths of two rows',
      [
        ['05:28', '0 min'],
        ['05:36', '20 min'],
      ],
    ],
    [
      'no offset',
      [
        ['14:02', ''],
        ['14:05', '-'],
        ['14:10', 'n/a'],
      ],
    ],
    [
      'a row without a time',
      [
        ['14:02', '0 min'],
        ['', '+3 min'],
        ['14:10', '+8 min'],
        ['14:20', '+18 min'],
      ],
    ],
  ] as [string, [string, string][]][])('%s', async (_, rows) => expect(await offsetsIn(table(...rows))).toEqual([]))
  test('each timeline counts for itself', async () => {
    const rows = '| 14:02 | 0 min | a |\n| 14:05 | +3 min | b |\n| 14:10 | +8 min | c |\n'
    const more =
      '\n### In full\n\n| Time | Elapsed | Event |\n| --- | --- | --- |\n| 14:05 | 0 min | b |\n| 14:10 | +5 min | c |\n| 14:20 | +15 min | d |\n'
    expect(await offsetsIn(`${table().trimEnd()}\n${rows}${more}`)).toEqual([])
  })
})

describe('the fix', () => {
  const one = (first: string, second: string) =>
    table(
      ['14:02', '0 min'],
      ['14:05', '+3 min'],
      ['14:10', '+8 min'],
      ['14:20', first],
      ['14:30', second],
      ['14:40', '+38 min'],
      ['14:50', '+48 min'],
    )
  test('recomputes the row', async () =>
    expect(await applyFix(one('+28 min', '+38 min'), 'timeline-offset', 'Change to +18 min')).toBe(
      one('+18 min', '+38 min'),
    ))
  test('or all of them', async () =>
    expect(await applyFix(one('+2h', '**(+38 min)**'), 'timeline-offset', 'all 2')).toBe(one('+18m', '**(+28 min)**')))
})

test('planted errors', () => {
  const mutants = RIGHT.flatMap(({ name, text }) =>
    listsIn(text).flatMap((rows) =>
      rows.flatMap(({ event, start, clock }, index): Mutant[] => {
        const { offset, time } = event
        if (!offset?.seconds || !time || !clock) return []
        const from = start + (offset.start - event.start)
        const place = { start: from, end: from + offset.text.length }
        const minutes = offset.seconds / 60
        const wrong = [minutes + 3, minutes * 2 + 2, minutes + 100].map((number) =>
          offset.text.replace(/\d+/, String(number)),
        )
        const minute = Number(/:(\d\d)/.exec(clock.text)?.[1])
        const shifted = clock.text.replace(/:\d\d/, `:${String((minute + 4) % 60).padStart(2, '0')}`)
        return [
          ...wrong.map((by) => changed(text, `${name}: offset of ${index}: ${by}`, place, by)),
          ...(minute < 56 && /^\d\d:\d\d$/.test(clock.text)
            ? [changed(text, `${name}: time of ${index}`, clock, shifted)]
            : []),
        ]
      }),
    ),
  )
  return expectFound('timeline-offset', mutants)
})
