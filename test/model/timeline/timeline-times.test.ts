/** The moments of rows that depend on the head or on a remark of the document. */
import { describe, expect, test } from 'vitest'
import { computeMetrics } from '../../../server/src/model/durations/metrics.ts'
import { open, read } from '../../kit/document.ts'
import { momentsIn } from '../../kit/timelines.ts'

const metrics = (text: string) => computeMetrics(read(text)).map(({ name, seconds }) => `${name} ${seconds / 60}`)
const head = (start: string, end = '') =>
  `# Post-mortem: outage of the lift\n\n- **Severity**: SEV1\n- **Start**: ${start}\n${end ? `- **End**: ${end}\n` : ''}`

describe('the day of the first row follows from the instant of the start', () => {
  const rows = '| Time | What |\n|---|---|\n| 02:30 | **Outage begins** |\n| 03:15 | **Outage ends** |\n'
  test('in a table of another zone', () => {
    const text = `# Post-mortem: lift stuck\n\n| **Start** | 2026-06-10 19:30 PDT |\n| --- | --- |\n\n## Timeline (UTC)\n\n${rows}`
    expect(momentsIn(text)).toEqual(['2026-06-11T02:30Z', '2026-06-11T03:15Z'])
  })
  test.each([
    ['2026-06-10 19:30 PDT', '', '## Timeline (UTC)\n\n- 02:30 **Outage begins**\n- 03:15 b', '2026-06-11T02:30Z'],
    ['2026-06-10 19:30 PDT', '', '## Timeline (UTC)\n\n- 23:50 a deploy\n- 02:30 b', '2026-06-10T23:50Z'],
    ['2026-06-11 02:30 UTC', '', '## Timeline (PDT)\n\n- 19:30 a\n- 20:15 b', '2026-06-10T19:30-07:00'],
    [
      '2026-06-11 00:20 UTC',
      '2026-06-11 01:10 UTC',
      '## Timeline (UTC)\n\n- 23:50 a deploy\n- 00:20 b',
      '2026-06-10T23:50Z',
    ],
    ['2026-06-11 00:20 UTC', '', '## Timeline (UTC)\n\n- 23:50 a\n- 00:20 b', '2026-06-11T23:50Z'],
    [
      '2026-06-10 14:00 UTC',
      '2026-06-10 15:00 UTC',
      '## Timeline (UTC)\n\n- 09:00 a deploy\n- 14:00 b',
      '2026-06-10T09:00Z',
    ],
  ])('%s %s %j', (start, end, body, first) => expect(momentsIn(`${head(start, end)}\n${body}\n`)[0]).toBe(first))
})

describe('from a stated start', () => {
  test.each([
    [
      'a table',
      '| Time | What |\n|---|---|\n| T+0m | **Outage begins** |\n| T+5m | **Detected** |\n| T+45m | **Outage ends** |',
    ],
    ['a list', '- T+0 **Outage begins**\n- T+5m **Detected**\n- T+0:45 **Outage ends**'],
    ['paragraphs', 'T+0m **Outage begins**\n\nT+5 min **Detected**\n\nT+45 min **Outage ends**'],
  ])('T+5m counts in %s', (_, rows) =>
    expect(metrics(`${head('2026-06-20 10:00 UTC')}\n## Timeline\n\n${rows}\n`)).toEqual([
      'TTD 5',
      'TTR 45',
      'impact 45',
    ]),
  )
  test('else it is a guess', () =>
    expect(
      metrics('# Post-mortem: lift stuck 2026-06-20\n\n## Timeline\n\n- T+0 **Outage begins**\n- T+5m **Detected**\n'),
    ).toEqual([]))
})

describe('the zone beside other times', () => {
  const text = (...prose: string[]) =>
    `# Post-mortem: mail outage 2025-03-14\n\n${prose.join('\n\n')}\n\n## Timeline\n\n- 09:13 a\n- 09:42 b\n`
  test.each([
    [['It began at 09:13 CET.', 'Mail was back at 09:42 CET, fully at 10:00 CET.'], '2025-03-14T09:13+01:00'],
    [['It began at 09:13 CET.', 'Mail was back at 09:42 CET.'], '2025-03-14T09:13'],
    [['It began at 09:13 CET.', 'Mail was back at 09:42 CET, fully at 09:00 UTC.'], '2025-03-14T09:13'],
  ])('%j', (prose, first) => expect(momentsIn(text(...prose))[0]).toBe(first))
})

describe('all times are approximate', () => {
  test.each([
    ['in the heading', '', '## Timeline (UTC, approximate)'],
    ['in the head', 'All times are approximate.\n', '## Timeline'],
    ['above the rows', '', '## Timeline\n\nAll times UTC (approximate)'],
    ['in French', '', '## Chronologie (heures approximatives)'],
    ['in Portuguese', 'Todos os horários aproximados.\n', '## Linha do tempo'],
    ['in Japanese', '時刻は概算。\n', '## タイムライン'],
  ])('%s', (_, preface, heading) => {
    const text = `# Post-mortem: mail outage 2025-03-14\n\n${preface}\n${heading}\n\n- 09:13 a\n- 09:42 b\n`
    expect(read(text).timeline.map(({ approximate, at }) => [approximate, at?.approximate])).toEqual([
      [true, true],
      [true, true],
    ])
  })
  test('not the size of something', () => {
    const text =
      '# Post-mortem: mail outage 2025-03-14\n\nApproximate number of users: 12.\n\n## Timeline\n\n- 09:13 a\n- 09:42 b\n'
    expect(read(text).timeline.some(({ approximate }) => approximate)).toBe(false)
  })
})

describe('a list of milestones is no chronology', () => {
  const document = (...items: string[]) =>
    `# Post-mortem: mail outage 2025-03-14\n\n## Key events\n\n${items.map((item) => `- ${item}`).join('\n')}\n`
  const found = async (text: string) =>
    (await open(text)).view.findings
      .filter(({ rule }) => ['timeline-order', 'timeline-outside-window', 'invalid-date'].includes(rule))
      .map(({ rule, message }) => `${rule}: ${message}`)

  test.each([
    [
      'declared late',
      [
        'First detected 2025-03-14 09:33',
        'Repaired 2025-03-14 13:59',
        'Resolved 2025-03-14 14:38',
        'Incident declared 2025-03-14 14:41',
      ],
    ],
    ['declared first of all', ['Resolved 2025-03-14 14:38', 'Detected 2025-03-14 09:33', 'Declared 2025-03-14 10:11']],
    [
      'with bold names',
      ['**Detected**: 2025-03-14 09:33', '**Resolved**: 2025-03-14 14:38', '**Declared**: 2025-03-14 10:11'],
    ],
  ])('%s', async (_, items) => expect(await found(document(...items))).toEqual([]))
  test.each([
    [
      'another year',
      ['First detected 2025-03-14 09:33', 'Incident declared 2024-03-14 10:11', 'Resolved 2025-03-14 16:07'],
    ],
    ['another month', ['First detected 2025-03-14 14:05', 'Repaired 2025-03-14 15:55', 'Resolved 2025-05-14 15:55']],
  ])('%s', async (what, items) => {
    const [finding, ...others] = await found(document(...items))
    expect(finding).toContain('timeline-outside-window')
    expect(finding).toContain(`${what.replace('a', 'A')} puts it inside: 2025-03-14.`)
    expect(others).toEqual([])
  })
  test.each([
    ['time first, with commas', '09:33 detected, 10:11 declared, 16:07 resolved'],
    ['time first, with semicolons', '09:33 detected; 10:11 declared; 16:07 resolved'],
    ['time first, with days', '2025-03-14 09:33 detected, 2025-03-14 10:11 declared, 2025-03-14 16:07 resolved'],
    ['arrows', 'Detected 09:33 → Declared 10:11 → Resolved 16:07'],
    ['arrows of two signs', 'Detected 09:33 -> declared 10:11 -> resolved 16:07'],
    ['time first, with arrows', '09:33 detected → 10:11 declared → 16:07 resolved'],
    ['nested items', '- Times:\n  - Detected 09:33\n  - Declared 10:11\n  - Resolved 16:07'],
    [
      'nested items in a numbered list',
      '1. When it was\n   - Detected: 09:33\n   - Declared: 10:11\n   - Resolved: 16:07',
    ],
  ])('a list of milestones in the head: %s', (_, line) => {
    const { listedMilestones } = read(
      `# Post-mortem: mail outage 2025-03-14\n\n${line}\n\n## Summary\n\nMail waited.\n`,
    )
    expect(listedMilestones.map(({ at, milestones }) => `${at?.clock} ${milestones}`)).toEqual([
      '09:33 detected',
      '10:11 declared',
      '16:07 resolved',
    ])
  })
  test('what stands behind the time is no part of it', () => {
    const text = document(
      'First detected 2025-03-14 (time to be confirmed)',
      'Incident declared: 2025-03-14 10:11 (in the channel)',
      '**Repaired** 14 March 2025, 15:55 by the team',
      'Resolved 2025-03-14 16:07',
      'Declared 3 incidents',
    )
    expect(read(text).timeline.map(({ at, milestones }) => `${at?.date} ${at?.clock} ${milestones}`)).toEqual([
      '2025-03-14 null detected',
      '2025-03-14 10:11 declared',
      '2025-03-14 15:55 repaired',
      '2025-03-14 16:07 resolved',
      'undefined undefined ',
    ])
  })
  test('a year of five digits', async () =>
    expect(
      await found(
        document('First detected 22025-03-14 09:36', 'Incident declared 2025-03-14 10:11', 'Resolved 2025-03-14 16:07'),
      ),
    ).toEqual(['invalid-date: There is no 22025-03-14: a year has four digits.']))

  const head = (...lines: string[]) =>
    `# Post-mortem: mail outage 2025-03-14\n\n${lines.join('\n')}\n\n## Impact\n\nMail was late.\n`
  test.each([
    ['alone on a line', ['First detected 22025-03-14 09:36']],
    ['on a line with others', ['First detected 22025-03-14 09:36 · Resolved 16:07']],
    ['in a list', ['- First detected 22025-03-14 09:36', '- Resolved 2025-03-14 16:07']],
    ['in a table', ['| Detected | Declared | Resolved |', '|---|---|---|', '| 22025-03-14 09:36 | 10:11 | 16:07 |']],
    ['in bold', ['**Resolved** 22025-03-14 16:07 | **Detected** 09:36']],
  ])('a year of five digits in the head, %s', async (_, lines) =>
    expect(await found(head(...lines))).toEqual(['invalid-date: There is no 22025-03-14: a year has four digits.']),
  )
  test.each([
    ['another month', ['Detected 2025-03-14 14:05 · Repaired 2025-03-14 15:55 · Resolved 2025-05-14 15:55']],
    ['another year', ['- Detected: 2025-03-14 09:33', '- Declared: 2024-03-14 10:11', '- Mitigated: 2025-03-14 16:07']],
    [
      'another month',
      [
        '| Detected | Declared | Mitigated |',
        '|---|---|---|',
        '| 2025-03-14 09:33 | 2025-04-14 10:11 | 2025-03-14 16:07 |',
      ],
    ],
  ])('%s in the head', async (what, lines) => {
    const [finding, ...others] = await found(head(...lines))
    expect(finding).toContain('timeline-outside-window')
    expect(finding).toContain(`${what.replace('a', 'A')} puts it inside: 2025-03-14.`)
    expect(others).toEqual([])
  })
  test.each([
    ['declared late', ['Detected 2025-03-14 09:33 · Resolved 2025-03-14 14:38 · Declared 2025-03-14 14:41']],
    ['closed a month later', ['Detected 2025-03-14 09:33 · Resolved 2025-03-14 14:38 · Closed 2025-04-14 12:00']],
    ['a version', ['Detected in 22025-03-14 builds, resolved by 2.10.1']],
  ])('nothing in the head: %s', async (_, lines) => expect(await found(head(...lines))).toEqual([]))
  test('the head makes no timeline of them', () => {
    const { timeline, listedMilestones } = read(
      head('Detected 2025-03-14 09:33 · Declared 10:11 · 23:07 resolved UTC (all of it)'),
    )
    expect(timeline).toEqual([])
    expect(listedMilestones.map(({ at, milestones }) => `${at?.date} ${at?.clock} ${milestones}`)).toEqual([
      '2025-03-14 09:33 detected',
      '2025-03-14 10:11 declared',
    ])
  })
})

describe('a part of the day without a date', () => {
  const text = (rows: string, heading = '## Timeline (UTC)') =>
    `# Post-mortem: mail outage 2025-03-14\n\n${heading}\n\n${rows}\n`
  const parts = (rows: string, heading?: string) =>
    read(text(rows, heading)).timeline.map(({ at, approximate }) => [at?.date, at?.within, approximate])
  const NOON = ['2025-03-14', 'noon', true]
  test.each([
    ['- 10:02 a\n- Around noon: mail waits'],
    ['- 10:02 a\n- Noon - mail waits'],
    ['- 10:02 a\n- **At noon** we saw that mail waits'],
    ['- 10:02 a\n- Around noon: 3 hosts waited'],
    ['- 10:02 a\n- Gegen Mittag: Mail wartet'],
    ['- 10:02 a\n- Vers midi : le courriel attend'],
    ['- 10:02 a\n- Al mediodía: el correo espera'],
    ['- 10:02 a\n- Midt på dagen: e-post venter'],
    ['10:02 a\n\nAround noon: mail waits'],
    ['| Time | What |\n|---|---|\n| 10:02 | a |\n| around noon | mail waits |'],
    ['### 10:02\n\na\n\n### Around noon\n\nmail waits'],
  ])('%j', (rows) => expect(parts(rows)[1]).toEqual(NOON))
  test('is of the day above it, or of the next one where it would be long before', () => {
    expect(parts('- 2025-03-15\n  - 09:10 a\n  - In the afternoon: b')[1]).toEqual(['2025-03-15', 'afternoon', true])
    expect(parts('- 22:10 a\n- In the morning: b\n- 2025-03-15 10:00 c')[1]).toEqual(['2025-03-15', 'morning', true])
  })
  test('is no finding, and no row is moved by it', async () => {
    const { view } = await open(text('- 15:02 a\n- Around noon: b\n- 16:00 **Resolved**'))
    expect(view.findings).toEqual([])
    expect(momentsIn(text('- 15:02 a\n- In the evening: b\n- 16:00 c'))[2]).toBe('2025-03-14T16:00Z')
  })
  test.each([
    ['- Morning meetings were held'],
    ['- Noon is when we eat'],
    ['- A late evening deploy'],
    ['- Midi files were lost'],
  ])('not %j', (row) => expect(parts(`- 10:02 a\n${row}`)[1]).toEqual([undefined, undefined, false]))
  test('makes no timeline of a list', () =>
    expect(parts('- Morning: coffee\n- Noon: lunch\n- Evening: talk', '## Notes')).toEqual([]))
})

describe('approximate in the heading, or for all times, is passed on to the rows', () => {
  const approximate = (heading: string, rows = '- 14:02 a\n- 14:30 b', above = '') =>
    read(`# Post-mortem: mail outage 2025-03-14\n\n${above}${heading}\n\n${rows}\n`).timeline.map(
      (row) => row.approximate,
    )
  test.each([
    ['## Timeline (approximate)'],
    ['## Timeline (times in UTC) 3/14/2025 - 3/15/2025. Approximate'],
    ['## Timeline (all times PST) 03/14/2025. All times approximations'],
    ['## Zeitlicher Ablauf (ungefähre Zeiten)'],
    ['## Chronologie (heures approximatives)'],
    ['## Tidslinje (omtrentlige tider)'],
    ['## Línea de tiempo (horas aproximadas)'],
    ['## Linha do tempo – horários aproximados'],
    ['## タイムライン（おおよその時刻）'],
  ])('%s', (heading) => {
    expect(approximate(heading)).toEqual([true, true])
    expect(approximate(heading, '| Time | What |\n|---|---|\n| 14:02 | a |\n| 14:30 | b |')).toEqual([true, true])
  })
  test('not from elsewhere', () => {
    expect(approximate('## Timeline')).toEqual([false, false])
    expect(approximate('## Timeline', '- 14:02 approximately 3 hosts\n- 14:30 b')).toEqual([false, false])
  })
})
