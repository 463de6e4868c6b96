/** Completion of times: the next entry of a timeline, dates, durations and zones. It is 2026-01-15, 12:00 UTC. */
import { describe, expect, test } from 'vitest'
import { type OpenOptions, written } from '../../kit/document.ts'
import { applyCompletion, completionsAt, expectCompletions } from '../../kit/expect.ts'

const TODAY = '- **Date**: 2026-01-15\n'
const review = (body: string, head = TODAY) => written('incident-review', `${head}\n${body}\n`)
const HEADER = '| Time (UTC) | Duration | Description | Owner |\n| --- | --- | --- | --- |\n'
const table = (...rows: string[]) => review(`## Timeline\n\n${HEADER}${rows.join('\n')}`)
const FIRST = '| 11:02 | 0 min | **Started**: full | Ana |'
const SECOND = '| 11:20 | +18 min | Paged | Ana |'
const OVER = '| 11:40 | +38 min | **Resolved**: freed | Ana |'
const list = (...items: string[]) =>
  written('minimal', `${TODAY}\n## Timeline\n\nAll times are in UTC.\n\n${items.join('\n')}\n`)
const foreign = (body: string) => `# Post-Mortem: Disk full on 15 January 2026\n\n**Severity**: SEV2\n\n${body}\n`

describe('the next time of a timeline', () => {
  const offered = async (text: string, options?: OpenOptions) =>
    (await completionsAt(text, options)).map(({ label, detail }) => `${label} (${detail})`)

  test.each([
    ['now, while it goes on', table(FIRST, SECOND, '| <|> | | | |'), ['12:00 (now)']],
    ['now, with nothing but the first row', table(FIRST, '| <|> | | | |'), ['12:00 (now)']],
    ['now, in the first row', table('| <|> | | | |'), ['12:00 (now)']],
    [
      'now, when it is mitigated',
      table(FIRST, '| 11:30 | +28 min | **Mitigated**: moved | Ana |', '| <|> | | | |'),
      ['12:00 (now)'],
    ],
    [
      'that of the row before, when it is over',
      table(FIRST, OVER, '| <|> | | | |'),
      ['11:40 (as in the entry before)'],
    ],
    [
      'the end of the row before',
      table(FIRST, '| 11:20–11:25 | +18 min | Paged | Ana |', '| <|> | | | |', OVER),
      ['11:25 (as in the entry before)'],
    ],
    ['in a row that is being typed', table(FIRST, OVER, '| 1<|>'), ['11:40 (as in the entry before)']],
    ['for a placeholder', table(FIRST, SECOND, '| [HH:<|>MM] | +X min | x | Ana |'), ['12:00 (now)']],
    ['between rows', table(FIRST, '| <|> | | | |', OVER), ['11:02 (as in the entry before)']],
    ['nothing in the first row of an old one', table('| <|> | | | |').replace('2026-01-15', '2026-01-12'), []],
  ])('%s', async (_, text, expected) => expect(await offered(text)).toEqual(expected))

  test('now, in the zone and the notation of the rows', async () => {
    const rows = (...times: string[]) =>
      foreign(
        `## Timeline\n\n| When | What |\n| --- | --- |\n${times.map((time) => `| ${time} | x |\n`).join('')}| <|> | |`,
      )
    expect(await offered(rows('6:30 AM EST'))).toEqual(['7:00 AM EST (now)'])
    expect(await offered(rows('2026-01-15T12:30:05+01:00'))).toEqual(['2026-01-15T13:00:00+01:00 (now)'])
    expect(await offered(rows('**1130Z**'))).toEqual(['1200Z (now)'])
    expect(await offered(rows('Jan 15, 11:30 UTC'))).toEqual(['Jan 15, 12:00 UTC (now)'])
  })
  test('not now where the local time is not known', async () => {
    const rows = foreign('## Timeline\n\n| When | What |\n| --- | --- |\n| 11:30 | x |\n| <|> | |')
    expect(await offered(rows)).toEqual(['11:30 (as in the entry before)'])
    expect(await offered(rows, { files: { '.postmortem.yml': 'timeZone: Europe/Oslo\n' } })).toEqual(['13:00 (now)'])
  })
  test('not now of an incident of yesterday', async () => {
    const old = table(FIRST, SECOND, '| <|> | | | |').replace('2026-01-15', '2026-01-14')
    expect(await offered(old)).toEqual(['11:20 (as in the entry before)'])
  })
  test('now, after midnight', async () => {
    const night = { now: '2026-01-15T23:50:00Z' }
    expect(await offered(table('| 23:10 | 0 min | **Started**: full | Ana |', '| <|> | | | |'), night)).toEqual([
      '23:50 (now)',
    ])
    const next = { now: '2026-01-16T00:10:00Z' }
    const text = foreign('## Timeline\n\n| When | What |\n| --- | --- |\n| 2026-01-15 23:10 UTC | x |\n| <|> | |')
    expect(await offered(text, next)).toEqual(['2026-01-16 00:10 UTC (now)'])
  })
  test('replaces just the cell', async () => {
    expect(await applyCompletion(table(FIRST, SECOND, '| [HH<|>:MM] | +X min | x | Ana |'), '12:00')).toBe(
      table(FIRST, SECOND, '| 12:00 | +X min | x | Ana |'),
    )
    expect(await applyCompletion(table(FIRST, '|<|>| | | |'), '12:00')).toBe(table(FIRST, '| 12:00 | | | |'))
  })
  test('of a phase', async () => {
    const phases = (time: string) =>
      written(
        'phased',
        `${TODAY}\n## Timeline\n\nAll times are in UTC.\n\n### Detection\n\n- **Time**: 11:02\n\n### Response\n\n- **Time**: ${time}\n`,
      )
    expect(await offered(phases('<|>'))).toEqual(['12:00 (now)'])
    expect(await applyCompletion(phases('[HH:<|>MM]'), '12:00')).toBe(phases('12:00'))
  })
})

describe('the next offset', () => {
  test.each([
    ['from the first row', [FIRST, SECOND, '| 11:45 | <|> | | |'], ['+43 min']],
    ['of the first row', ['| 11:45 | <|> | | |'], ['0 min']],
    ['of the second row', [FIRST, '| 11:45 | <|> | | |'], ['+43 min']],
    [
      'from the row before, where the others count so',
      [FIRST, SECOND, '| 11:30 | +10 min | x | |', '| 11:45 | +15 min | x | |', '| 11:50 | <|> | | |'],
      ['+5 min'],
    ],
    ['in the notation of the others', [FIRST, '| 11:20 | 18m | x | |', '| 12:45 | <|> | | |'], ['103m']],
    ['over a placeholder', [FIRST, SECOND, '| 11:45 | +X<|> min | | |'], ['+43 min']],
    ['not without a time', [FIRST, SECOND, '| | <|> | | |'], []],
    ['not where the day is a guess', [FIRST, SECOND, '| 08:20 | <|> | | |'], []],
  ])('%s', (_, rows, expected) => expectCompletions(table(...rows), expected))
})

describe('the whole next row', () => {
  test('of a table', async () => {
    expect(await applyCompletion(table(FIRST, SECOND, '|<|>'), 'New row')).toBe(
      table(FIRST, SECOND, '| 12:00 | +58 min |  |  |'),
    )
    const offered = await completionsAt(table(FIRST, OVER, '| <|>'))
    expect(offered.map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
      'New row: 11:40, as in the entry before',
      '11:40: as in the entry before',
    ])
  })
  test('of a table of another shape', async () => {
    const rows = (row: string) =>
      foreign(`## Timeline\n\nTimes are in UTC.\n\n| What | When |\n|---|---|\n| Full | 11:30 |\n${row}`)
    expect(await applyCompletion(rows('| <|>'), 'New row')).toBe(rows('|  | 12:00 |'))
  })
  test.each([
    ['- 11:02 **Started**: full', '- 12:00 '],
    ['- **11:02** – full', '- **12:00** – '],
    ['* [11:02] full', '* [12:00] '],
  ])('of a list like %s', async (item, expected) => {
    expect(await applyCompletion(list(item, '- <|>'), 'New item')).toBe(list(item, expected))
  })
  test('with CRLF', async () => {
    const crlf = (row: string) => table(FIRST, SECOND, row).replaceAll('\n', '\r\n')
    expect(await applyCompletion(crlf('|<|>'), 'New row')).toBe(crlf('| 12:00 | +58 min |  |  |'))
  })
  test('is the template’s own where nothing is written yet', async () => {
    expect(await applyCompletion(list('- <|>'), 'New item')).toContain('[HH:MM] **Started**')
  })
})

describe('dates', () => {
  const HEAD = '- **Date**: 2026-01-12\n'
  const actions = (due: string) =>
    review(
      `## Action Items\n\n### Detection Improvements\n\n| ID | Action | Owner | Priority | Due Date | Status |\n| --- | --- | --- | --- | --- | --- |\n| ACT-1 | Alert | Ana | P0 | ${due} | Open |`,
      HEAD,
    )
  const nested = (due: string, head = HEAD) =>
    written('minimal', `${head}\n## Action Items\n\n- [ ] Alert\n  - **Owner**: Ana\n  - **Due Date**: ${due}\n`)
  const DUE = ['today', 'tomorrow', 'incident + 7 days', 'incident + 30 days', 'incident + 90 days']

  test('that something is due', async () => {
    await expectCompletions(actions('<|>'), DUE)
    await expectCompletions(nested('<|>'), DUE)
    await expectCompletions(nested('[YYYY-<|>MM-DD]'), DUE)
    expect(await applyCompletion(actions('<|>'), 'tomorrow')).toBe(actions('2026-01-16'))
    expect(await applyCompletion(nested('[YYYY<|>-MM-DD]'), 'incident + 30 days')).toBe(nested('2026-02-11'))
    expect(await applyCompletion(nested('2026-<|>01-20'), 'incident + 7 days')).toBe(nested('2026-01-19'))
  })
  test('say the day in full', async () => {
    const offered = await completionsAt(nested('<|>'))
    expect(offered[1]).toMatchObject({ detail: '2026-01-16, Friday', filterText: 'tomorrow 2026-01-16' })
  })
  test.each([
    ['15 January 2026', 'Date**: 12 January 2026', '16 January 2026'],
    ['15.01.2026', 'Date**: 12.01.2026', '16.01.2026'],
    ['Jan 15th, 2026', 'Date**: Jan 12th, 2026', 'Jan 16th, 2026'],
    ['ISO, where 1/2/2026 may be two days', 'Date**: 1/2/2026', '2026-01-16'],
  ])('in the notation of the document: %s', async (_, date, tomorrow) => {
    const head = `- **${date}\n`
    expect(await applyCompletion(nested('<|>', head), 'tomorrow')).toBe(nested(tomorrow, head))
  })
  test('not those that have passed, and none counted from an incident that has no day', async () => {
    await expectCompletions(nested('<|>', '- **Date**: 2025-12-01\n'), ['today', 'tomorrow', 'incident + 90 days'])
    await expectCompletions(nested('<|>', ''), ['today', 'tomorrow'])
  })
  test('of the head', async () => {
    const head = (value: string) => written('minimal', `- **Date**: ${value}\n- **Severity**: SEV1\n`)
    await expectCompletions(head('<|>'), ['today', 'yesterday'])
    expect(await applyCompletion(head('[YYYY<|>-MM-DD]'), 'yesterday')).toBe(head('2026-01-14'))
  })
  test('of reviews, the one that the name says first', async () => {
    const follow = (line: string) => written('phased', `${HEAD}\n## Follow-Up\n\n### Review Schedule\n\n${line}\n`)
    const offered = await completionsAt(follow('- **1 Month Follow-Up**: <|>'))
    expect(offered.map(({ label, newText }) => `${label}: ${newText}`)).toEqual([
      'incident + 1 month: 2026-02-12',
      'incident + 1 week: 2026-01-19',
      'incident + 3 months: 2026-04-12',
      'today: 2026-01-15',
      'tomorrow: 2026-01-16',
    ])
    expect((await completionsAt(follow('- **3 Month Follow-Up**: <|>')))[0]?.label).toBe('incident + 3 months')
  })
  test('of an approval', () =>
    expectCompletions(written('phased', '## Sign-Off\n\n- **Approved By**: Ana\n- **Date**: <|>\n'), ['today']))
  test('in a document that no template was written for', () =>
    expectCompletions(
      foreign('## Action Items\n\n| Action | Assignee | Deadline |\n|---|---|---|\n| Alert | Ana | <|> |'),
      DUE,
    ))
  test('not in other columns', () =>
    expectCompletions(
      foreign('## Action Items\n\n| Action | Assignee | Deadline |\n|---|---|---|\n| Alert | <|> | |'),
      [],
    ))
})

describe('durations', () => {
  const rows = `## Timeline\n\n${HEADER}${FIRST}\n| 11:10 | +8 min | **Detected**: alert | Ana |\n${OVER}\n`

  test('of the incident', async () => {
    const head = (duration: string) => review(rows, `${TODAY}- **Duration**: ${duration}\n`)
    expect(await applyCompletion(head('<|>'), '11:02 to 11:40 (38 min)')).toBe(head('11:02 to 11:40 (38 min)'))
    await expectCompletions(head('[HH:MM] to [HH:<|>MM] ([X min])'), ['11:02 to 11:40 (38 min)'])
    expect((await completionsAt(head('<|>')))[0]?.detail).toBe('started 11:02 → resolved 11:40')
  })
  test('over midnight, with the days', async () => {
    const text = review(
      `## Timeline\n\n${HEADER}| 23:50 | | **Started**: full | |\n| 00:20 | | **Resolved**: freed | |`,
      `${TODAY}- **Duration**: <|>\n`,
    )
    await expectCompletions(text, ['2026-01-15 23:50 to 2026-01-16 00:20 (30 min)'])
  })
  test('of its impact, and of its parts', async () => {
    const impact = review(`${rows}\n## Impact Assessment\n\n### Customer Impact\n\n- **Duration of Impact**: <|>`)
    await expectCompletions(impact, ['38 min'])
    const metric = (name: string) =>
      foreign(
        `## Timeline\n\nTimes are in UTC.\n\n- 11:02 **Started**: full\n- 11:10 **Detected**: alert\n- 12:40 **Resolved**: freed\n\n## Metrics\n\n- **${name}**: <|>`,
      )
    await expectCompletions(metric('Time to detect'), ['8m'])
    await expectCompletions(metric('Time to resolve'), ['1h 38m'])
    await expectCompletions(metric('Time to acknowledge'), [])
    await expectCompletions(metric('Response time of the API'), [])
  })
  test('not when it is not over', () =>
    expectCompletions(review(`## Timeline\n\n${HEADER}${FIRST}`, `${TODAY}- **Duration**: <|>\n`), []))
})

describe('zones', () => {
  const OSLO: OpenOptions = { files: { '.postmortem.yml': 'timeZone: Europe/Oslo\n' }, timeZone: 'Asia/Tokyo' }
  const column = (header: string) =>
    review(`## Timeline\n\n| ${header} | Description |\n| --- | --- |\n| 11:02 | Full |`)
  const ALL = ['Europe/Oslo', 'UTC', 'Asia/Tokyo']

  test.each([
    ['above a column of times', column('Time (<|>)')],
    ['above one without its end', column('Time (<|>')],
    ['above one that is just being typed', review('## Timeline\n\n| Time (<|>')],
    ['in the heading', review('## Timeline (<|>)\n\nText.')],
    ['in a sentence', list('').replace('in UTC.', 'in <|>.')],
    ['in the placeholder of a sentence', list('').replace('in UTC.', 'in [time <|>zone].')],
    ['in a field', review('Text.', `${TODAY}- **Time Zone**: <|>\n`)],
  ])('%s', (_, text) => expectCompletions(text, ALL, OSLO))

  test('say whose they are', async () => {
    const offered = await completionsAt(column('Time (<|>)'), OSLO)
    expect(offered.map(({ detail }) => detail)).toEqual([
      'The zone of this document',
      'Coordinated Universal Time',
      'Your own zone',
    ])
    const stated = await completionsAt(
      review('## Timeline\n\nAll times are in CET.\n\n| Time (<|>) | Description |\n| --- | --- |\n| 11:02 | Full |'),
      OSLO,
    )
    expect(stated.map(({ label }) => label)).toEqual(['CET', 'UTC', 'Europe/Oslo', 'Asia/Tokyo'])
    expect(stated[2]?.detail).toBe('The zone of the team')
  })
  test('of the time zone database from two letters on', async () => {
    const labels = async (typed: string) =>
      (await completionsAt(column(`Time (${typed}<|>)`))).map(({ label }) => label)
    expect(await labels('E')).toEqual(['UTC'])
    expect(await labels('osl')).toContain('Europe/Oslo')
    expect(await labels('New_Y')).toContain('America/New_York')
    expect((await labels('Eu')).length).toBeLessThanOrEqual(21)
  })
  test.each([
    [column('Time (<|>)'), column('Time (UTC)')],
    [column('Time (<|>'), column('Time (UTC)')],
    [column('Time (Eu<|>ro)'), column('Time (UTC)')],
    [list('').replace('in UTC.', 'in [time <|>zone].'), list('')],
    [list('').replace('in UTC.', 'in [<|>time zone].'), list('')],
  ])('%j becomes %j', async (before, after) => expect(await applyCompletion(before, 'UTC')).toBe(after))

  test.each([
    ['in a cell', column('Time (UTC)').replace('Full', 'Full this time (<|>')],
    ['above another column', column('Description (<|>)')],
    ['above a table of another section', review('## Notes\n\n| Time (<|>) | x |\n| --- | --- |\n| a | b |')],
    ['in another heading', review('## Notes (<|>)\n\nText.')],
    ['in another sentence', review('## Notes\n\nText that was in <|>')],
  ])('not %s', async (_, text) => {
    expect((await completionsAt(text)).filter(({ kind }) => kind === 'zone')).toEqual([])
  })
})

describe('nothing', () => {
  test.each([
    '# Notes\n\n- **Date**: <|>\n',
    '# Notes\n\n| Time (<|>) | x |\n| --- | --- |\n| a | b |\n',
    '# Notes\n\n- 11:02 a\n- <|>\n',
    table('```', '| <|> |', '```'),
  ])('in %j', (text) => expectCompletions(text, []))
})
