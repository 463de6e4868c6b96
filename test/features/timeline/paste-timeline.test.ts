import { describe, expect, it } from 'vitest'
import { pasteTimeline, type TimelinePaste } from '../../../server/src/features/timeline/paste-timeline.ts'
import { applyEdits, type OpenOptions, open } from '../../kit/document.ts'

const head = '# Post-Mortem: Disk full\n\n- **Severity**: SEV1\n- **Date**: 2026-01-15\n\n'
const document = (rows: string, heading = 'Timeline (UTC)') => `${head}## ${heading}\n\n${rows}`

/** The ways to paste at `<|>`, else at the end; `<[>…<]>` marks a selection. */
async function ways(marked: string, copied: string, options: OpenOptions = {}) {
  const selected = /<\[>([\s\S]*?)<\]>/.exec(marked)
  const plain = selected ? marked.replace(selected[0], `${selected[1]}<|>`) : marked
  const { view, text, offset } = await open(plain, options)
  const start = offset - (selected?.[1]?.length ?? 0)
  const pastes = pasteTimeline(view, start, offset, copied)
  const apply = ({ edits }: TimelinePaste) => applyEdits(text, view.postMortem, edits)
  return pastes.map((paste) => ({ title: paste.title, count: paste.count, text: apply(paste) }))
}

/** The rows of the timeline after the copied lines were pasted the first way; null: they are pasted as they are. */
async function pasted(rows: string, copied: string, heading?: string, options?: OpenOptions): Promise<string | null> {
  const [best] = await ways(document(rows, heading), copied, options)
  if (!best) return null
  return best.text.slice(best.text.indexOf('\n\n', best.text.indexOf('## ')) + 2)
}

const TABLE = '| Time (UTC) | Description | Owner |\n| --- | --- | --- |\n'

describe('lines that are read as events', () => {
  it.each([
    ['a plain time', '14:05 - Rolled back\n14:09 - Recovered', '14:05 Rolled back\n14:09 Recovered'],
    ['a colon', '14:05: Rolled back\n14:09: Recovered', '14:05 Rolled back\n14:09 Recovered'],
    [
      'a name as chats copy it',
      'Ana Ruiz  2:05 PM\nRolled back\nBo  2:09 PM\nRecovered',
      '14:05 Ana Ruiz: Rolled back\n14:09 Bo: Recovered',
    ],
    ['a bot', 'Pager  APP  2:05 PM\nTriggered\nBo  2:09 PM\nTook it', '14:05 Pager: Triggered\n14:09 Bo: Took it'],
    [
      'a name above its time',
      'Ana Ruiz\n  2:05 PM\nRolled back\nBo Berg\n  2:09 PM\nRecovered',
      '14:05 Ana Ruiz: Rolled back\n14:09 Bo Berg: Recovered',
    ],
    ['a day in words', 'Ana Ruiz  Today at 2:05 PM\nRolled back', '14:05 Ana Ruiz: Rolled back'],
    ['brackets', '[2:05 PM] ana: Rolled back\n[2:09 PM] bo: Recovered', '14:05 ana: Rolled back\n14:09 bo: Recovered'],
    ['brackets without names', '[14:05] Rolled back\n[14:09] Recovered', '14:05 Rolled back\n14:09 Recovered'],
    [
      'an alert log',
      'Jan 15, 2026 at 2:05 PM  Triggered by probe\nJan 15, 2026 at 2:09 PM  Resolved',
      '14:05 Triggered by probe\n14:09 Resolved',
    ],
    [
      'an alert log in two lines each',
      '2:05 PM\nTriggered by probe\n2:09 PM\nResolved',
      '14:05 Triggered by probe\n14:09 Resolved',
    ],
    [
      'syslog',
      'Jan 15 14:05:31 web1 app[123]: stop\nJan 15 14:09:02 web1 app[124]: start',
      '14:05 web1 app[123]: stop\n14:09 web1 app[124]: start',
    ],
    ['one line of it', 'Jan 15 14:05:31 web1 app[123]: stop', '14:05 web1 app[123]: stop'],
    ['ISO', '2026-01-15T14:05:31.123Z WARN full\n2026-01-15T14:09:02.001Z INFO ok', '14:05 WARN full\n14:09 INFO ok'],
    [
      'a comma before the fraction',
      '2026-01-15 14:05:31,123 WARN full\n2026-01-15 14:09:02,001 INFO ok',
      '14:05 WARN full\n14:09 INFO ok',
    ],
    [
      'brackets with a zone',
      '[15/Jan/2026:14:05:31 +0000] stop\n[15/Jan/2026:14:09:31 +0000] start',
      '14:05 stop\n14:09 start',
    ],
    ['an access log', '10.0.0.1 - - [15/Jan/2026:14:05:31 +0000] "GET /" 502', '14:05 10.0.0.1 - - "GET /" 502'],
    [
      'a weekday, and the year last',
      'Thu Jan 15 14:05:31 2026 stop\nThu Jan 15 14:09:31 2026 start',
      '14:05 stop\n14:09 start',
    ],
    [
      'a line with the day above',
      'January 15th, 2026\nAna  2:05 PM\nRolled back\nBo  2:09 PM\nRecovered',
      '14:05 Ana: Rolled back\n14:09 Bo: Recovered',
    ],
    [
      'several lines of one message',
      'Ana  2:05 PM\nRolled back,\n\nall of it\nBo  2:09 PM\nRecovered (edited)',
      '14:05 Ana: Rolled back, all of it\n14:09 Bo: Recovered',
    ],
    [
      'a stack below a line',
      '14:05:01 ERROR full\n14:05:02 ERROR no space\n  at write\n14:05:03 stop',
      '14:05 ERROR full\n14:05 ERROR no space at write\n14:05 stop',
    ],
    ['line breaks of Windows', '14:05 Rolled back\r\n14:09 Recovered\r\n', '14:05 Rolled back\n14:09 Recovered'],
    [
      'no-break spaces',
      'Ana Ruiz\u00a0\u00a02:05\u202fPM\nRolled back\nBo\u00a0\u00a02:09\u202fPM\nRecovered',
      '14:05 Ana Ruiz: Rolled back\n14:09 Bo: Recovered',
    ],
    ['a range', '14:05–14:09 Rolling back\n14:11 Recovered', '14:05 (until 14:09) Rolling back\n14:11 Recovered'],
    ['a link', '14:05 see <https://x.test/a>\n14:09 Recovered', '14:05 see <https://x.test/a>\n14:09 Recovered'],
    ['what would be HTML', '14:05 <!-- <b>x\n14:09 a < b', '14:05 \\<!-- \\<b>x\n14:09 a < b'],
    ['secrets as they are', '14:05 key=hunter2\n14:09 done', '14:05 key=hunter2\n14:09 done'],
  ])('%s', async (_what, copied, events) => {
    const rows = events.split('\n').map((event) => `- ${event}\n`)
    expect(await pasted('- 14:02 Alert\n', copied)).toBe(`- 14:02 Alert\n${rows.join('')}`)
  })
})

describe('what is pasted as it is', () => {
  it.each([
    ['prose', 'We rolled back at 14:05.\nIt was fine at 14:09.'],
    ['one line without its day', '14:05 Rolled back'],
    ['entries of a list', '- 14:05 Rolled back\n- 14:09 Recovered'],
    ['rows of a table', '| 14:05 | Rolled back |\n| 14:09 | Recovered |'],
    ['what begins in the middle of a message', 'and then\n14:05 Rolled back\n14:09 Recovered'],
    ['mostly other lines', '14:05 a\nb\nc\nd\n14:09 e\nf\ng\nh'],
    ['times without words', '14:05\n14:09'],
    ['offsets', '+5 min a\n+9 min b'],
    ['numbers', '3.14 is pi\n2.71 is e'],
    ['times that do not exist', '25:61 a\n26:70 b'],
    ['nothing', ''],
  ])('%s', async (_what, copied) => {
    expect(await pasted('- 14:02 Alert\n', copied)).toBeNull()
  })

  it.each([
    ['outside the timeline', `${head}## Impact\n\n<|>\n\n## Timeline\n\n- 14:02 a\n`],
    ['in ordinary Markdown', '# Notes\n\n## Timeline of my day\n\n- 10:00 bread\n<|>'],
    ['in code', `${document('- 14:02 a\n\n```\n<|>\n```\n')}`],
    ['over a text that was selected', document('- 14:02 a\n\n<[>Old text<]>\n')],
    ['in phases', document('### Detection\n\n- **Time**: 14:02\n- **Detected By**: <|>\n', 'Timeline')],
  ])('%s', async (_what, marked) => {
    expect(await ways(marked, '14:05 - Rolled back\n14:09 - Recovered')).toEqual([])
  })

  it('a single line that becomes a part of a sentence', async () => {
    const line = '2026-01-15T14:05:31Z WARN full'
    expect(await ways(document('- 14:02 The log said: <|>\n'), line)).toEqual([])
    expect(await ways(document('- 14:02 a\n- <|>\n'), line)).toHaveLength(1)
  })
})

describe('events take the form of the timeline', () => {
  const copied = 'Ana Ruiz  2:05 PM\nRolled back | all\nBo  2:09 PM\nRecovered'

  it.each([
    [
      'rows with an owner',
      `${TABLE}| 14:02 | Alert | Bo |\n`,
      `| 14:05 | Rolled back \\| all | Ana Ruiz |\n| 14:09 | Recovered | Bo |\n`,
    ],
    [
      'rows without',
      '| Time | What |\n| --- | --- |\n| 14:02 | a |\n',
      '| 14:05 | Ana Ruiz: Rolled back \\| all |\n| 14:09 | Bo: Recovered |\n',
    ],
    [
      'rows with minutes',
      '| Time | Duration | What |\n| --- | --- | --- |\n| 14:02 | 0 min | a |\n',
      '| 14:05 | +3 min | Ana Ruiz: Rolled back \\| all |\n| 14:09 | +7 min | Bo: Recovered |\n',
    ],
    ['numbers', '1. 14:02 a\n', '2. 14:05 Ana Ruiz: Rolled back | all\n3. 14:09 Bo: Recovered\n'],
    ['twelve hours', '- 2:02 PM a\n', '- 2:05 PM Ana Ruiz: Rolled back | all\n- 2:09 PM Bo: Recovered\n'],
    [
      'dates',
      '- 2026-01-15 14:02 a\n',
      '- 2026-01-15 14:05 Ana Ruiz: Rolled back | all\n- 2026-01-15 14:09 Bo: Recovered\n',
    ],
    ['headings', '### 14:02 a\n\nx\n', '\n### 14:05 Ana Ruiz: Rolled back | all\n\n### 14:09 Bo: Recovered\n'],
  ])('%s', async (_what, rows, added) => {
    expect(await pasted(rows, copied)).toBe(rows + added)
  })

  it('in an empty one too', async () => {
    const rows = `${TABLE}| [HH:MM] | [What] | [Who] |\n`
    const text = `---\ntemplate: minimal\n---\n\n${document('- <[>[HH:MM]<]> [What happened]\n')}`
    const [best] = await ways(text, copied)
    expect(best?.text).toContain('\n\n- 14:05 Ana Ruiz: Rolled back | all\n- 14:09 Bo: Recovered\n')
    expect(await pasted(rows.split('\n').slice(0, 2).join('\n'), copied)).toBe(
      `${TABLE}| 14:05 | Rolled back \\| all | Ana Ruiz |\n| 14:09 | Recovered | Bo |`,
    )
  })

  it('with the line endings of the document', async () => {
    const [best] = await ways(document('- 14:02 a\n').replaceAll('\n', '\r\n'), '14:05 b\n14:09 c')
    expect(best?.text).toBe(document('- 14:02 a\n- 14:05 b\n- 14:09 c\n').replaceAll('\n', '\r\n'))
  })
})

describe('events are sorted into place', () => {
  it.each([
    [
      'between the others',
      '- 14:02 a\n- 14:07 b\n',
      '14:09 d\n14:05 c',
      '- 14:02 a\n- 14:05 c\n- 14:07 b\n- 14:09 d\n',
    ],
    [
      'with the newest on top',
      '- 14:07 c\n- 14:02 b\n- 14:00 a\n',
      '14:05 x\n14:09 y',
      '- 14:09 y\n- 14:07 c\n- 14:05 x\n- 14:02 b\n- 14:00 a\n',
    ],
    ['numbered', '1. 14:02 a\n2. 14:07 b\n', '14:05 c\n14:09 d', '1. 14:02 a\n2. 14:05 c\n3. 14:07 b\n4. 14:09 d\n'],
    ['over midnight', '- 23:50 a\n', '23:55 b\n00:10 c', '- 23:50 a\n- 23:55 b\n- 2026-01-16 00:10 c\n'],
    [
      'after midnight',
      '- 22:00 a\n- 23:50 b\n',
      '00:10 c\n00:12 d',
      '- 22:00 a\n- 23:50 b\n- 2026-01-16 00:10 c\n- 00:12 d\n',
    ],
    [
      'of the same day, hours back',
      '- 02:00 a\n- 14:00 b\n',
      '03:00 c\n03:05 d',
      '- 02:00 a\n- 03:00 c\n- 03:05 d\n- 14:00 b\n',
    ],
    [
      'over midnight inside of a timeline over midnight',
      '- 23:00 **Started**\n- 00:30 **Resolved**\n',
      '23:50 began\n00:10 failed',
      '- 23:00 **Started**\n- 23:50 began\n- 2026-01-16 00:10 failed\n- 00:30 **Resolved**\n',
    ],
    [
      'before midnight, where the row above is after it',
      '- 23:00 a\n- 00:30 b\n',
      '23:10 c\n23:10 d',
      '- 23:00 a\n- 23:10 c\n- 23:10 d\n- 00:30 b\n',
    ],
    [
      'on the nearer day, with the digits of a 24-hour clock',
      '- 11:00 a\n- 11:40 b\n',
      '01:05 cron began\n01:10 cron failed',
      '- 01:05 cron began\n- 01:10 cron failed\n- 11:00 a\n- 11:40 b\n',
    ],
    [
      'one digit in a timeline on the 24-hour clock',
      '- 09:00 a\n- 11:40 b\n',
      '11:50 c\n1:05 d',
      '- 09:00 a\n- 11:40 b\n- 11:50 c\n- 2026-01-16 01:05 d\n',
    ],
    [
      'on the day of the row above, where each is inside',
      '- 08:00 a\n- 2026-01-16 08:00 b<|>\n- 2026-01-18 08:00 c\n',
      '10:00 d\n10:05 e',
      '- 08:00 a\n- 2026-01-16 08:00 b\n- 2026-01-16 10:00 d\n- 2026-01-16 10:05 e\n- 2026-01-18 08:00 c\n',
    ],
  ])('%s', async (_what, rows, copied, after) => {
    expect(await pasted(rows, copied)).toBe(after)
  })
})

describe('zones', () => {
  it('are converted where both are known', async () => {
    const copied = '2026-01-15T13:05:00Z a\n2026-01-15T14:09:00+01:00 b'
    expect(await pasted('- 14:02 x\n', copied, 'Timeline (CET)')).toBe('- 14:02 x\n- 14:05 a\n- 14:09 b\n')
  })

  it('over midnight', async () => {
    const copied = '2026-01-15T23:30:00Z a\n2026-01-15T23:31:00Z b'
    expect(await pasted('- 23:50 x\n', copied, 'Timeline (CET)')).toBe('- 23:50 x\n- 2026-01-16 00:30 a\n- 00:31 b\n')
  })

  it('stay where that of the timeline is not known', async () => {
    const copied = '2026-01-15T14:05:00Z a\n2026-01-15T14:09:00Z b'
    expect(await pasted('- 14:02 x\n', copied, 'Timeline')).toBe('- 14:02 x\n- 14:05 UTC a\n- 14:09 UTC b\n')
  })

  it('of a reader elsewhere make a second way, since chats copy local times', async () => {
    const two = await ways(document('- 14:02 x\n'), '15:05 a\n15:09 b', { timeZone: 'Europe/Oslo' })
    expect(two.map(({ title }) => title)).toEqual([
      'Insert 2 Timeline Events',
      'Insert 2 Timeline Events, Converted from Europe/Oslo to UTC',
    ])
    expect(two.map(({ text }) => text)).toEqual([
      document('- 14:02 x\n- 15:05 a\n- 15:09 b\n'),
      document('- 14:02 x\n- 14:05 a\n- 14:09 b\n'),
    ])
  })

  it.each([
    ['the times state theirs', '2026-01-15T14:05:00Z a\n2026-01-15T14:09:00Z b', 'Timeline (UTC)', 'Europe/Oslo'],
    ['that of the timeline is not known', '14:05 a\n14:09 b', 'Timeline', 'Europe/Oslo'],
    ['it is the same', '14:05 a\n14:09 b', 'Timeline (CET)', 'Europe/Oslo'],
  ])('there is one way when %s', async (_what, copied, heading, reader) => {
    expect(await ways(document('- 14:02 x\n', heading), copied, { timeZone: reader })).toHaveLength(1)
  })
})

it('reads a long log', async () => {
  const line = (index: number) => `14:${String(index % 60).padStart(2, '0')} ${'a: b | c  d '.repeat(20)}`
  const copied = Array.from({ length: 700 }, (_, index) => line(index)).join('\n')
  expect((await ways(document('- 14:02 x\n'), copied))[0]?.count).toBe(700)
})
