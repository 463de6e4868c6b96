/** Hover on a time. */
import { describe, expect, test } from 'vitest'
import { type OpenOptions, open } from '../../kit/document.ts'
import { expectHover } from '../../kit/expect.ts'

const HEAD = '# Post-mortem: Queue full\n\n- Date: 2024-06-11\n- Severity: SEV2\n\n'
const list = (zone: string, ...items: string[]) =>
  `${HEAD}## Timeline${zone && ` (${zone})`}\n\n${items.map((item) => `- ${item}\n`).join('')}`
const tokyo = { timeZone: 'Asia/Tokyo' }
const table = (...rows: string[]) => ['| Zone | Time |', '|---|---|', ...rows].join('\n')
const said = async (text: string, options?: OpenOptions) => {
  const { service, view, offset } = await open(text, options)
  return service.hover(view, offset)?.markdown ?? null
}

describe('a row of the timeline', () => {
  test('in UTC, in its own zone and in the reader’s, and since the first row', () =>
    expectHover(
      list('CEST', '10:00 The queue fills', '10:<|>35 On-call empties it', '11:00 Nothing waits'),
      [
        table(
          '| UTC | 2024-06-11 08:35 |',
          '| CEST (this document) | 2024-06-11 10:35 |',
          '| Asia/Tokyo (yours) | 2024-06-11 17:35 |',
        ),
        '35m after the first row (10:00)  \nTaken as 2024-06-11, the day of the incident',
      ].join('\n\n'),
      tokyo,
    ))
  test('zones that are the same are in one row', () =>
    expectHover(
      list('UTC', '<|>10:00 The queue fills', '11:00 Nothing waits'),
      `${table('| UTC (this document, yours) | 2024-06-11 10:00 |')}\n\nAt the first row (10:00)  \nTaken as 2024-06-11, the day of the incident`,
    ))
  test('with a zone of its own', async () =>
    expect(await said(list('UTC', '10:00 The queue fills', '2024-06-11 04:30<|> PDT Retried'), tokyo)).toBe(
      [
        table(
          '| UTC (this document) | 2024-06-11 11:30 |',
          '| PDT (as written) | 2024-06-11 04:30 |',
          '| Asia/Tokyo (yours) | 2024-06-11 20:30 |',
        ),
        '1h 30m after the first row (10:00 UTC)',
      ].join('\n\n'),
    ))
  test('counts from the start that is known', async () => {
    const started = list('UTC', '09:50 Deployed', '10:00 **Started**: the queue fills', '10:<|>30 Emptied')
    expect(await said(started)).toContain('30m after the start in the timeline (10:00)')
    const head = started.replace('- Severity', '- Duration: 09:40 to 11:00 UTC\n- Severity')
    expect(await said(head)).toContain('50m after the start in the head (09:40)')
    expect(await said(head.replace('09:50', '09:<|>30').replace('10:<|>30', '10:30'))).toContain('10m before')
  })
  test('over midnight', async () => {
    const text = list('UTC', '23:40 The queue fills', '00:<|>10 Emptied')
    expect(await said(text)).toContain('| 2024-06-12 00:10 |')
    expect(await said(text)).toContain(
      '30m after the first row (2024-06-11 23:40)  \nTaken as the next day, 2024-06-12',
    )
  })
  test('of a range: the end that is pointed at', async () => {
    const text = (time: string) => list('UTC', '23:00 The queue fills', `${time} Emptied`)
    expect(await said(text('23:<|>30–00:15'))).toContain('| 2024-06-11 23:30 |')
    expect(await said(text('23:30–00:<|>15'))).toContain('| 2024-06-12 00:15 |')
    expect(await said(text('23:30–00:<|>15'))).toContain('Taken as the next day, 2024-06-12')
  })
  test('approximate', async () =>
    expect(await said(list('UTC', '10:00 Full', '~10:<|>30 Emptied'))).toMatch(/ about 10:30 \|\n\nAbout 30m after/))
  test('an offset counts from the first row', async () =>
    expect(await said(list('UTC', '10:00 Full', '+1<|>2 min Emptied'))).toMatch(
      /10:12 .*\n\n12m after .*\nCounted from the first row$/,
    ))
  test('in a table', async () => {
    const rows = `${HEAD}## Timeline\n\n| Time (UTC) | Event |\n|---|---|\n| 10:00 | Full |\n| 10:<|>30 | Emptied |\n`
    expect(await said(rows)).toContain('| 2024-06-11 10:30 |')
    expect(await said(rows.replace('<|>', '').replace('Emptied', 'Emp<|>tied'))).toBeNull()
  })
  test('with what else is said there', async () =>
    expect(await said(list('UTC', '10:00 **Started**: full', '10:<|>30 **Detected**: the alert fired'))).toMatch(
      /^\| Zone[\s\S]*\n\n---\n\n/,
    ))
})

describe('where the zone is unknown', () => {
  test('nothing is taken for UTC', async () => {
    const text = await said(list('', '10:00 The queue fills', '10:<|>35 Emptied'), tokyo)
    expect(text).toBe(
      'The time zone is not stated.\n\n35m after the first row (10:00)  \nTaken as 2024-06-11, the day of the incident',
    )
  })
  test('or could be several', async () => {
    const text = list('IST', '10:00 The queue fills', '10:<|>35 Emptied')
    expect(await said(text)).toMatch(/^The time zone is not clear: IST may be several\.\n\n35m after/)
    const settled = { ...tokyo, files: { '.postmortem.yml': 'timeZone: Asia/Kolkata\n' } }
    expect(await said(text, settled)).toContain('| UTC | 2024-06-11 05:05 |')
  })
  test('the configuration may know it', async () =>
    expect(
      await said(list('', '10:<|>00 Full', '10:30 Empty'), {
        ...tokyo,
        files: { '.postmortem.yml': 'timeZone: Europe/Oslo\n' },
      }),
    ).toContain('| Europe/Oslo (your team) | 2024-06-11 10:00 |'))
  test('without a day there is no other zone', async () => {
    const text = list('CEST', '10:00 Full', '10:<|>30 Emptied').replace('- Date: 2024-06-11\n', '')
    expect(await said(text)).toMatch(/^The day is not known/)
  })
  test('a row that may be of two days', async () =>
    expect(await said(list('UTC', '22:00 Full', '18:<|>30 Emptied'))).toBe('It is not clear on which day this was.'))
})

describe('elsewhere', () => {
  const prose = (text: string) => `${list('UTC', '10:00 Full', '11:00 Empty')}\n## Impact\n\n${text}\n`
  test.each(['Orders failed at 10:<|>30.', '- Until 10:<|>30', '| When |\n|---|\n| 10:<|>30 |'])('%j', async (text) =>
    expect(await said(prose(text))).toContain('30m after the first row (10:00)'),
  )
  test('in a field', async () => {
    const text = list('UTC', '10:00 Full').replace('- Severity', '- Duration: 10:00 to 11:<|>15\n- Severity')
    expect(await said(text)).toContain('1h 15m after the start in the head (10:00)')
  })
  test('in a heading, with what belongs there', async () =>
    expect(
      await said(`${HEAD}## Timeline (UTC)\n\n### 10:<|>00 Full\n\nText.\n\n### 10:30 Empty\n\nText.\n`),
    ).toContain('| 2024-06-11 10:00 |'))
  test.each([
    '`sleep 10:<|>30`',
    '```\n10:<|>30\n```',
    '> 10:<|>30',
    'version 1.10.<|>30',
    'No ti<|>me at all at 10:30',
  ])('nothing: %j', async (text) => expect(await said(prose(text))).toBeNull())
  test('nothing in ordinary Markdown', () => expectHover('# Notes\n\nAt 10:<|>30 we met.\n', null))
})

test('in a log of several incidents each counts from its own start', async () => {
  const incident = (name: string, time: string) =>
    `## ${name}\n\n### Timeline (UTC)\n\n- ${time}:00 Full\n- ${time}:2<|>0 Empty\n\n### Impact\n\nSome.\n\n`
  const log = `# Post-mortems\n\n${incident('Queue full on 2024-06-11', '10').replace('<|>', '')}${incident('Disk full on 2024-06-12', '12')}`
  expect(await said(log)).toContain('20m after the first row (12:00)')
})
