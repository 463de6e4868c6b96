/** The times of a timeline in another zone. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convertTimeline } from '../../../server/src/features/convert/convert-timeline.ts'
import { zoneChoices, zoneFromInput } from '../../../server/src/features/convert/convert-zones.ts'
import { readZone, secondsBetween, type Zone } from '../../../server/src/time/index.ts'
import { applyEdits, changed, type OpenedDocument, type OpenOptions, open } from '../../kit/document.ts'
import { fixture, fixtureNames } from '../../kit/fixtures.ts'
import { runs, sampled } from '../../kit/sampling.ts'

let last: OpenedDocument | null = null

/** A text as the next version of one document: they differ little. */
async function next(text: string): Promise<OpenedDocument> {
  last = last ? await changed(last, text) : await open(text)
  return last
}

const zoneOf = (name: string): Zone => {
  const zone = readZone(name)
  if (!zone) throw new Error(`No zone: ${name}`)
  return zone
}

/** The text after the conversion, or `refused: …`. */
async function convert(text: string, to: string, options?: OpenOptions): Promise<string> {
  const { view } = options ? await open(text, options) : await next(text)
  const found = convertTimeline(view, zoneOf(to))
  return 'refused' in found ? `refused: ${found.refused}` : applyEdits(text, view.postMortem, found.edits)
}

const HEAD = '# Post-mortem: Queue full\n\n- Date: 2024-06-11\n- Severity: SEV2\n\n'
const list = (zone: string, ...items: string[]) =>
  `${HEAD}## Timeline${zone && ` (${zone})`}\n\n${items.map((item) => `- ${item}\n`).join('')}`
const table = (column: string, ...rows: string[]) =>
  `${HEAD}## Timeline\n\n| ${column} | Event |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`

test.each([
  ['# Notes\n\n- 14:02 a\n', /^refused: This document is not recognised as a post-mortem: give it/],
  [`${HEAD}## Impact\n\nNone.\n`, /^refused: There is no timeline here\.$/],
  [`${HEAD}## Timeline\n`, /^refused: The timeline has no clock times\.$/],
])('nothing to convert: %j', async (text, expected) => expect(await convert(text, 'UTC')).toMatch(expected))

describe('every time and the name of the zone', () => {
  test('in a column', async () =>
    expect(await convert(table('Time (UTC)', '10:00 | Full', '10:20–10:40 | Emptied'), 'Europe/Oslo')).toBe(
      table('Time (Europe/Oslo)', '12:00 | Full', '12:20–12:40 | Emptied'),
    ))
  test('in a heading', async () =>
    expect(await convert(list('CEST', '10:00 Full', '~10:20 Emptied', '**11:00** Over'), 'UTC')).toBe(
      list('UTC', '08:00 Full', '~08:20 Emptied', '**09:00** Over'),
    ))
  test('in a sentence', async () => {
    const text = list('', '10:00 Full').replace('- 10', 'All times are in UTC.\n\n- 10')
    expect(await convert(text, 'Asia/Kathmandu')).toBe(text.replace('UTC', 'Asia/Kathmandu').replace('10:00', '15:45'))
  })
  test('next to the times', async () =>
    expect(await convert(list('', '2024-06-11 10:00 UTC Full', '2024-06-11 23:30 UTC Over'), 'Europe/Oslo')).toBe(
      list('', '2024-06-11 12:00 CEST Full', '2024-06-12 01:30 CEST Over'),
    ))
  test('before a colon', async () =>
    expect(await convert(list('', '10:00 UTC: Full', '10:30 UTC: Over'), 'Asia/Kathmandu')).toBe(
      list('', '15:45 UTC+05:45: Full', '16:15 UTC+05:45: Over'),
    ))
  test('of several zones', async () =>
    expect(await convert(list('UTC', '10:00 Full', '04:30 PDT Retried'), 'UTC')).toBe(
      list('UTC', '10:00 Full', '11:30 UTC Retried'),
    ))
  test('of phases', async () => {
    const phase = (name: string, time: string) => `### ${name}\n\n- **Time**: ${time}\n\n`
    const text = (zone: string, a: string, b: string) =>
      `${HEAD}## Timeline\n\nAll times are in ${zone}.\n\n${phase('Detection', a)}${phase('Resolution', b)}`
    expect(await convert(text('CEST', '10:00', '11:15'), 'UTC')).toBe(text('UTC', '08:00', '09:15'))
  })
  test('from the configuration: then the zone is written', async () => {
    const options = { files: { '.postmortem.yml': 'timeZone: Europe/Oslo\n' } }
    expect(await convert(list('', '10:00 Full', '11:00 Over'), 'UTC', options)).toBe(
      list('UTC', '08:00 Full', '09:00 Over'),
    )
    const same = list('', '10:00 Full', '11:00 Over')
    expect(await convert(same, 'Europe/Oslo', options)).toBe(same)
  })
})

describe('what belongs to the timeline', () => {
  test('start and end in the head', async () => {
    const text = (zone: string, from: string, to: string) =>
      `${list(zone, `${from} Full`, `${to} Over`).replace('- Severity', `- Duration: ${from} to ${to} (60 min)\n- Severity`)}`
    expect(await convert(text('UTC', '10:00', '11:00'), 'Europe/Oslo')).toBe(text('Europe/Oslo', '12:00', '13:00'))
  })
  test('times that fields state, there and under the impact', async () => {
    const text = (zone: string, from: string, to: string) =>
      `${list(zone, `${from} **Detected**: full`, `${to} **Resolved**`).replace('- Severity', `- Detected: ${from}\n- Resolved: ${to}\n- Severity`)}\n## Impact\n\n- **Duration of Impact**: ${from} to ${to} (40 min)\n- **Reported**: ${from}\n- **Downtime**: 0:40\n- **Took**: 0:40\n`
    expect(await convert(text('UTC', '11:00', '11:40'), 'Europe/Oslo')).toBe(text('Europe/Oslo', '13:00', '13:40'))
  })
  test('a second column of the same zone', async () => {
    const rows = (zone: string, a: string, b: string) =>
      `${HEAD}## Timeline\n\n| Time (${zone}) | Over (${zone}) | Event |\n|---|---|---|\n| ${a} | ${b} | Full |\n`
    expect(await convert(rows('UTC', '10:00', '11:00'), 'Europe/Oslo')).toBe(rows('Europe/Oslo', '12:00', '13:00'))
  })
  test('but not where they are in another zone', async () => {
    const text = list('UTC', '10:00 Full', '11:00 Over').replace(
      '- Severity',
      '- Start: 2024-06-11 03:00 PDT\n- Severity',
    )
    expect(await convert(text, 'Europe/Oslo')).toContain('- Start: 2024-06-11 03:00 PDT\n')
  })
  test('times in what the entries say', async () =>
    expect(
      await convert(list('UTC', '10:00 Full since 09:45', '11:00 Over, `cron 09:45`, 10:10 CEST'), 'Europe/Oslo'),
    ).toBe(list('Europe/Oslo', '12:00 Full since 11:45', '13:00 Over, `cron 09:45`, 10:10 CEST')))
  test('not offsets and durations', async () => {
    const rows = (zone: string, a: string, b: string) =>
      `${HEAD}## Timeline\n\n| Time (${zone}) | Duration | Took | Event |\n|---|---|---|---|\n| ${a} | 0 min | 0:10 | Full |\n| ${b} | +60 min | 1:05 | Over |\n`
    expect(await convert(rows('UTC', '10:00', '11:00'), 'Europe/Oslo')).toBe(rows('Europe/Oslo', '12:00', '13:00'))
  })
  test('not times elsewhere', async () => {
    const impact = '\n## Impact\n\nOrders failed until 11:00 UTC.\n'
    expect(await convert(list('UTC', '10:00 Full') + impact, 'Europe/Oslo')).toBe(
      list('Europe/Oslo', '12:00 Full') + impact,
    )
  })
})

describe('days', () => {
  const dated = (column: string, ...rows: string[]) =>
    `${HEAD}## Timeline\n\n| Date | Time (${column}) | Event |\n|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`
  test('in a column of their own', async () => {
    const text = dated('PDT', '2024-06-10 | 22:40 | Full', ' | 23:50 | Fuller', '2024-06-11 | 00:10 | Over')
    const utc = dated('UTC', '2024-06-11 | 05:40 | Full', ' | 06:50 | Fuller', '2024-06-11 | 07:10 | Over')
    expect(await convert(text, 'UTC')).toBe(utc)
    expect(await convert(utc, 'PDT')).toBe(text)
  })
  test('as headings', async () => {
    const text = (day: string, ...items: string[]) =>
      `${HEAD}## Timeline (UTC)\n\n### ${day}\n\n${items.map((item) => `- ${item}\n`).join('')}`
    expect(await convert(text('10 June 2024', '22:30 Full', '22:50 Over'), 'Europe/Oslo')).toBe(
      text('11 June 2024', '00:30 Full', '00:50 Over').replace('UTC', 'Europe/Oslo'),
    )
  })
  test('are added where other entries have them', async () =>
    expect(
      await convert(list('UTC', '2024-06-11 22:10 Full', '21:30 Noticed late', '2024-06-11 23:00 Over'), 'Europe/Oslo'),
    ).toBe(list('Europe/Oslo', '2024-06-12 00:10 Full', '2024-06-11 23:30 Noticed late', '2024-06-12 01:00 Over')))
  test('over midnight without dates', async () =>
    expect(await convert(list('UTC', '21:30 Full', '23:30 Over'), 'Europe/Oslo')).toBe(
      list('Europe/Oslo', '23:30 Full', '01:30 Over'),
    ))
  test('unknown ones do not matter without daylight saving', async () => {
    const text = (zone: string, a: string, b: string) =>
      list(zone, `${a} Full`, `${b} Over`).replace('- Date: 2024-06-11\n', '')
    expect(await convert(text('UTC', '10:00', '11:00'), 'JST')).toBe(text('JST', '19:00', '20:00'))
  })
})

describe('refused', () => {
  test.each([
    ['no zone', list('', '10:00 Full'), 'UTC', 'The zone of these times is not known.'],
    ['a zone of several meanings', list('IST', '10:00 Full'), 'UTC', 'The zone of these times is not known.'],
    ['a target of several meanings', list('UTC', '10:00 Full'), 'CST', 'It is not clear which time zone CST is.'],
    ['no times', list('UTC', 'Full', 'Over'), 'CET', 'The timeline has no clock times.'],
    ['an impossible time', list('UTC', '10:00 Full', '25:61 Over'), 'CET', '"25:61" is no time that exists.'],
    [
      'no day, and daylight saving',
      list('UTC', '10:00 Full').replace('- Date: 2024-06-11\n', ''),
      'Europe/Oslo',
      'It is not known on which day "10:00" was, and with it the hour of daylight saving.',
    ],
    ['an unclear day', list('UTC', '22:00 Full', '18:30 Over'), 'CET', 'It is not clear on which day "18:30" was.'],
    [
      'another day that nothing tells',
      list('UTC', '23:00 Full', '23:30 Over'),
      'Europe/Oslo',
      'In Europe/Oslo the text would not say on which day "23:00" was: write the dates first.',
    ],
    [
      'a clock that was skipped',
      list('Europe/Oslo', '2024-03-31 02:30 Full'),
      'UTC',
      '"2024-03-31 02:30" was skipped on 2024-03-31, when the clocks went forward.',
    ],
    [
      'a clock that came twice',
      list('UTC', '2024-10-27 01:30 Full'),
      'Europe/Oslo',
      '"2024-10-27 01:30" would be 02:30, which came twice on 2024-10-27.',
    ],
    [
      'a sentence for the whole document',
      `# Post-mortem: Queue full\n\nAll times are in UTC.\n\n${list('', '10:00 Full').slice(28)}\n## Impact\n\nUntil 11:00.\n`,
      'CET',
      'The text says that all its times are in UTC, and "11:00" is not in the timeline.',
    ],
    [
      'a clock that came twice in its own zone',
      table('Time (America/New_York)', '2026-11-01 1:10 AM | Full'),
      'UTC',
      '"2026-11-01 1:10 AM" came twice on 2026-11-01: say which is meant first.',
    ],
    [
      'a field whose clock came twice',
      list('Europe/Oslo', '2024-10-27 03:30 Full').replace('- Severity', '- Detected: 2024-10-27 02:10\n- Severity'),
      'UTC',
      '"2024-10-27 02:10" came twice on 2024-10-27: say which is meant first.',
    ],
    ...[
      ['UTC', 'CET'],
      ['Time (UTC)', 'Local (PST)'],
      ['Time (UTC)', 'Time (PST)'],
      ['Local (PST)', 'Time (UTC)'],
    ].map(([a, b]) => [
      `columns ${a} and ${b}`,
      `${HEAD}## Timeline\n\n| ${a} | ${b} | What |\n|---|---|---|\n| 10:00 | 11:00 | Full |\n`,
      'Asia/Tokyo',
      'The table gives its times in two zones.',
    ]),
    [
      'two timelines in different zones',
      `${list('UTC', '10:00 Full')}\n## Timeline (PST)\n\n- 03:00 Full\n`,
      'CET',
      'The timelines are in different zones (UTC, PST): convert them by hand.',
    ],
    ['two times in a cell', table('Time (UTC)', '10:00, 10:05 | Full'), 'CET', '"10:00, 10:05" are several times.'],
  ])('%s', async (_what, text, to, reason) => expect(await convert(text, to)).toBe(`refused: ${reason}`))
})

const ZONES = ['Europe/Oslo', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']
const all = ['filled', 'right'].flatMap((folder) => fixtureNames(folder).map((name) => `${folder}/${name}`))
const documents = sampled(all, 4)

/** Documents in which every notation survives: no hour of one digit, no remark next to a zone. */
const isOwn = (path: string) => path.startsWith('filled/') || path.includes('zone-')
const textsOf = (path: string) =>
  path.includes('zone-') ? [fixture(path), fixture(path).replaceAll('\n', '\r\n')] : [fixture(path)]

describe('right documents', () => {
  test('there and back is the same text, twice is once, and no instant moves', async () => {
    let done = 0
    for (const path of documents) {
      for (const text of textsOf(path)) {
        const { view } = await next(text)
        const zones = [...new Set(view.postMortem.timeline.flatMap(({ at }) => at?.zone?.name ?? []))]
        for (const to of isOwn(path) ? ZONES : ['Asia/Kathmandu']) {
          const there = await convert(text, to)
          if (there.startsWith('refused') || zones.length !== 1) continue
          done++
          expect(await convert(there, to), `${path} twice to ${to}`).toBe(there)
          if (isOwn(path)) expect(await convert(there, zones[0] ?? ''), `${path} to ${to} and back`).toBe(text)
          const again = (await next(there)).view.postMortem.timeline
          for (const [index, { at }] of view.postMortem.timeline.entries()) {
            const now = again[index]?.at
            if (at?.clock && now) expect(secondsBetween(at, now), `${path} in ${to}: ${at.clock}`).toBe(0)
          }
        }
      }
    }
    expect(done).toBeGreaterThanOrEqual(documents.length)
  })
  test('no rule finds anything new', async () => {
    let done = 0
    for (const path of documents) {
      const text = fixture(path)
      const before = (await next(text)).view.findings.map(({ rule }) => rule)
      for (const to of ['Asia/Kathmandu', 'Europe/Oslo', 'America/New_York', 'UTC']) {
        const there = await convert(text, to)
        if (there.startsWith('refused')) continue
        done++
        const after = (await next(there)).view.findings
        expect(
          after.map(({ rule }) => rule).toSorted(),
          `${path} to ${to}: ${after.map(({ message }) => message).join(' ')}`,
        ).toEqual(before.toSorted())
      }
    }
    expect(done).toBeGreaterThanOrEqual(documents.length)
  })
  test('any day and clock, in each shape', async () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 180 }), { minLength: 1, maxLength: 4 })
    const start = fc.date({
      min: new Date('2020-01-01T00:00:00Z'),
      max: new Date('2025-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    const shapes = [
      (stamps: string[]) => list('UTC', ...stamps.map((stamp) => `${stamp} Something`)),
      (stamps: string[]) => list('', ...stamps.map((stamp) => `${stamp} UTC Something`)),
      (stamps: string[]) => table('Time (UTC)', ...stamps.map((stamp) => `${stamp} | Something`)),
      (stamps: string[]) => list('', ...stamps.map((stamp) => `${stamp.replace(' ', 'T')}Z Something`)),
    ]
    let done = 0
    await fc.assert(
      fc.asyncProperty(
        start,
        minutes,
        fc.constantFrom(...shapes),
        fc.constantFrom(...ZONES),
        async (from, gaps, shape, to) => {
          const steps = [0, ...gaps].map((_, index) => gaps.slice(0, index).reduce((sum, gap) => sum + gap, 0))
          const stamps = steps.map((step) => {
            return new Date(from.getTime() + step * 60_000).toISOString().slice(0, 16).replace('T', ' ')
          })
          const text = shape(stamps)
          const there = await convert(text, to)
          if (there.startsWith('refused')) return
          done++
          expect(await convert(there, to)).toBe(there)
          expect(await convert(there, 'UTC')).toBe(text)
        },
      ),
      { numRuns: runs(80) },
    )
    expect(done).toBeGreaterThan(runs(70))
  })
})

describe('zones to choose from', () => {
  const choices = async (text: string, options?: OpenOptions) =>
    zoneChoices((await open(text, options)).view).map(({ name, whose }) => (whose === '' ? name : `${name}: ${whose}`))
  test('UTC, the document’s, the team’s and the reader’s come first', async () => {
    const options = { timeZone: 'Asia/Tokyo', files: { '.postmortem.yml': 'timeZone: Europe/Oslo\n' } }
    expect((await choices(list('PDT', '10:00 Full'), options)).slice(0, 5)).toEqual([
      'UTC',
      'PDT: this document',
      'Europe/Oslo: your team',
      'Asia/Tokyo: you',
      'Europe/London',
    ])
  })
  test('each once', async () => {
    const all = await choices(list('UTC', '10:00 Full'))
    expect(all[0]).toBe('UTC: this document, you')
    expect(all.filter((name) => name.startsWith('UTC'))).toHaveLength(1)
  })
  test('none that is not clear', async () =>
    expect(await choices(list('IST', '10:00 Full'))).not.toContain('IST: this document'))
})

describe('zones from user input', () => {
  test.each([
    ['utc', 'UTC'],
    ['oslo', 'Europe/Oslo'],
    ['europe/oslo', 'Europe/Oslo'],
    ['new york', 'America/New_York'],
    ['eastern', 'America/New_York'],
    ['Pacific', 'America/Los_Angeles'],
    ['cest', 'CEST'],
    ['utc+2', 'UTC+2'],
    ['ist', 'IST'],
  ])('%s is %s', (typed, name) => expect(zoneFromInput(typed)?.name).toBe(name))
  test.each(['', 'Mars/Olympus', 'nowhere'])('%j is none', (typed) => expect(zoneFromInput(typed)).toBeNull())
})
