import { describe, expect, it } from 'vitest'
import { insertTimelineEvent } from '../../../server/src/features/timeline/insert-event.ts'
import { applyEdits, type OpenOptions, open } from '../../kit/document.ts'
import { findingsIn } from '../../kit/expect.ts'
import { filled } from '../../protocol/kit/documents.ts'

/** The text after the command, with `<|>` where the cursor is put; or why it was refused. */
async function inserted(marked: string, options?: OpenOptions): Promise<string> {
  const { view, text, offset } = await open(marked, options)
  const result = insertTimelineEvent(view, offset)
  if ('refused' in result) return result.refused
  const { edit, offset: at } = result.description
  const mark = ({ newText }: { newText: string }) => `${newText.slice(0, at)}<|>${newText.slice(at)}`
  const edits = result.edits.map((change, index) => (index === edit ? { ...change, newText: mark(change) } : change))
  return applyEdits(text, view.postMortem, edits)
}

const head = (date = '2026-01-15') => `# Post-Mortem: Disk full\n\n- **Severity**: SEV1\n- **Date**: ${date}\n\n`
const timeline = (rows: string, heading = 'Timeline (UTC)') => `${head()}## ${heading}\n\n${rows}\n`

/** What becomes of the rows of a timeline; it is 12:00 UTC on 15 January 2026. */
async function rowsAfter(rows: string, heading?: string, options?: OpenOptions): Promise<string> {
  const after = await inserted(timeline(rows, heading), options)
  const start = after.indexOf('\n\n', after.indexOf('## ')) + 2
  return after.slice(start).replace(/\n$/, '')
}

const at = (now: string, timeZone = 'UTC') => ({ now, timeZone })

describe('a new entry is written as the one before it', () => {
  it.each([
    ['a bullet', '- 11:40 Alert\n- 11:52 Page', '- 12:00 <|>'],
    ['another bullet', '* 11:40 Alert\n* 11:52 Page', '* 12:00 <|>'],
    ['a dash', '- 11:40 – Alert\n- 11:52 – Page', '- 12:00 – <|>'],
    ['a colon', '- 11:40: Alert\n- 11:52: Page', '- 12:00: <|>'],
    ['bold times', '- **11:40** Alert\n- **11:52** Page', '- **12:00** <|>'],
    ['bold times with a colon', '- **11:40:** Alert\n- **11:52:** Page', '- **12:00:** <|>'],
    ['code', '- `11:40` Alert\n- `11:52` Page', '- `12:00` <|>'],
    ['brackets', '- [11:40] Alert\n- [11:52] Page', '- [12:00] <|>'],
    ['a label of its own is not repeated', '- 11:40 Alert\n- 11:52 **Acknowledged**: Ana', '- 12:00 <|>'],
    ['bold over time and label', '- 11:40 Alert\n- **11:52 Acknowledged** by Ana', '- 12:00 <|>'],
    ['seconds', '- 11:40:03 Alert\n- 11:52:41 Page', '- 12:00:00 <|>'],
    ['twelve hours', '- 11:40 AM Alert\n- 11:52 AM Page', '- 12:00 PM <|>'],
    ['a zone', '- 11:40 UTC Alert\n- 11:52 UTC Page', '- 12:00 UTC <|>'],
    ['another zone', '- 12:40 CET Alert\n- 12:52 CET Page', '- 13:00 CET <|>'],
    ['a date', '- 2026-01-15 11:40 Alert\n- 2026-01-15 11:52 Page', '- 2026-01-15 12:00 <|>'],
    ['a date in words', '- Jan 15, 11:40 Alert\n- Jan 15, 11:52 Page', '- Jan 15, 12:00 <|>'],
    ['a range before it', '- 11:40 Alert\n- 11:52–11:55 Page', '- 12:00 <|>'],
    ['an approximate one before it', '- 11:40 Alert\n- ~11:52 Page', '- 12:00 <|>'],
    ['Japanese', '- 11時40分 検知\n- 11時52分 対応', '- 12時00分 <|>'],
    ['an indented list', '  - 11:40 Alert\n  - 11:52 Page', '  - 12:00 <|>'],
    ['blank lines between items', '- 11:40 Alert\n\n- 11:52 Page', '\n- 12:00 <|>'],
    ['an item with more below it', '- 11:40 Alert\n- 11:52 Page\n  - by Ana', '- 12:00 <|>'],
    ['an item without a time after it', '- 11:40 Alert\n- 11:52 Page\n- Everybody looks', '- 12:00 <|>'],
    ['numbers', '1. 11:40 Alert\n2. 11:52 Page', '3. 12:00 <|>'],
    ['numbers that do not count', '1. 11:40 Alert\n1. 11:52 Page', '1. 12:00 <|>'],
    ['the time last', '- Alert 11:40\n- Page 11:52', '- <|> 12:00'],
    ['lines', '11:40 Alert  \n11:52 Page', '12:00 <|>'],
    ['a row', '| Time | What |\n| --- | --- |\n| 11:40 | Alert |', '| 12:00 | <|> |'],
    ['a row without outer bars', 'Time | What\n--- | ---\n11:40 | Alert', '12:00 | <|>'],
    ['bold in a row', '| Time | What |\n| --- | --- |\n| **11:40** | Alert |', '| **12:00** | <|> |'],
    ['other columns', '| Who | What | Time |\n|---|---|---|\n| Ana | Alert | 11:40 |', '|  | <|> | 12:00 |'],
    [
      'columns that are lined up',
      '| Time  | What  |\n| ----- | ----- |\n| 11:40 | Alert |\n| 11:52 | Page  |',
      '| 12:00 | <|>      |',
    ],
    [
      'a date in a column of its own',
      '| Date | Time | What |\n| --- | --- | --- |\n| 15 Jan | 11:40 | Alert |',
      '| 15 Jan | 12:00 | <|> |',
    ],
    [
      'a date in a column of its own that is said once',
      '| Date | Time | What |\n| --- | --- | --- |\n| 15 Jan | 11:40 | Alert |\n| | 11:52 | Page |',
      '|  | 12:00 | <|> |',
    ],
  ])('%s', async (_what, rows, line) => {
    const gap = rows.includes('  \n') ? '  \n' : '\n'
    expect(await rowsAfter(rows)).toBe(`${rows}${gap}${line}`)
  })

  it('a heading', async () => {
    const rows = '### 11:40 Alert\n\nThe disk was full.\n\n### 11:52 Page\n\nAna took it.'
    expect(await rowsAfter(rows)).toBe(`${rows}\n\n### 12:00 <|>`)
  })

  it('paragraphs', async () => {
    const rows = '**11:40** Alert\n\nThe disk was full.\n\n**11:52** Page'
    expect(await rowsAfter(rows)).toBe(`${rows}\n\n**12:00** <|>`)
  })
})

describe('minutes since the start', () => {
  const table = (...rows: string[]) => ['| Time | Duration | What |', '| --- | --- | --- |', ...rows].join('\n')

  it.each([
    ['from the first row', ['| 11:40 | 0 min | a |', '| 11:52 | +12 min | b |'], '+20 min'],
    ['from the row before', ['| 11:40 | 0 min | a |', '| 11:50 | +10 min | b |', '| 11:52 | +2 min | c |'], '+8 min'],
    ['in hours', ['| 10:30 | 0m | a |', '| 11:40 | 1h 10m | b |'], '1h 30m'],
    ['where there are none yet', ['| 11:40 | | a |', '| 11:52 | | b |'], ''],
  ])('%s', async (_what, rows, offset) => {
    expect(await rowsAfter(table(...rows))).toBe(table(...rows, `| 12:00 | ${offset} | <|> |`))
  })

  it('are put right where the new row takes their base', async () => {
    const rows = table('| 12:10 | 0 min | a |', '| 12:20 | +10 min | b |')
    expect(await rowsAfter(rows)).toBe(
      table('| 12:00 | 0 min | <|> |', '| 12:10 | +10 min | a |', '| 12:20 | +20 min | b |'),
    )
  })
})

describe('its place', () => {
  it.each([
    [
      'in order of time',
      '- 11:40 Alert\n- 12:05 Planned restart',
      '- 11:40 Alert\n- 12:00 <|>\n- 12:05 Planned restart',
    ],
    ['behind those of the same minute', '- 12:00 Alert\n- 12:05 End', '- 12:00 Alert\n- 12:00 <|>\n- 12:05 End'],
    [
      'on top where the newest come first',
      '- 11:52 c\n- 11:45 b\n- 11:40 a',
      '- 12:00 <|>\n- 11:52 c\n- 11:45 b\n- 11:40 a',
    ],
    [
      'numbers below count on',
      '1. 11:40 a\n2. 12:05 b\n3. 12:09 c',
      '1. 11:40 a\n2. 12:00 <|>\n3. 12:05 b\n4. 12:09 c',
    ],
    ['numbers count on from the top', '1. 12:05 b\n2. 12:09 c', '1. 12:00 <|>\n2. 12:05 b\n3. 12:09 c'],
    ['between lines', '11:40 a\n12:05 b', '11:40 a\n12:00 <|>\n12:05 b'],
  ])('%s', async (_what, rows, after) => {
    expect(await rowsAfter(rows)).toBe(after)
  })

  it('is the timeline of the cursor', async () => {
    const text = `${head()}## Timeline\n\n- 11:40 a\n\n## Impact\n\nx\n\n# Another\n\n## Timeline\n\n- 10:00 b<|>\n`
    expect(await inserted(text)).toContain('- 10:00 b\n- 12:00')
    expect(await inserted(text.replace('<|>', '').replace('SEV1', 'SEV1<|>'))).toContain('- 11:40 a\n- 12:00')
  })

  it('is nowhere when it is ambiguous which timeline is meant', async () => {
    const text = `${head()}## One\n\n### Timeline\n\n- 11:40 a\n\n## Two\n\n### Timeline\n\n- 10:00 b\n`
    expect(await inserted(text.replace('SEV1', 'SEV1<|>'))).toMatch(/^There are several timelines\./)
  })
})

describe('days', () => {
  it.each([
    ['the next one is said', '- 23:50 Alert', at('2026-01-16T00:10:00Z'), '- 23:50 Alert\n- 2026-01-16 00:10 <|>'],
    ['not twice', '- 23:50 Alert\n- 2026-01-16 00:10 Page', at('2026-01-16T00:30:00Z'), null],
    ['of a later day', '- 11:40 Alert', at('2026-01-20T09:00:00Z'), '- 11:40 Alert\n- 2026-01-20 09:00 <|>'],
    [
      'rows below keep theirs',
      '- 2026-01-14 23:00 a\n- 2026-01-16 11:00 b\n- 14:00 c',
      at('2026-01-15T08:00:00Z'),
      '- 2026-01-14 23:00 a\n- 2026-01-15 08:00 <|>\n- 2026-01-16 11:00 b\n- 14:00 c',
    ],
  ])('%s', async (_what, rows, options, after) => {
    expect(await rowsAfter(rows, undefined, options)).toBe(after ?? `${rows}\n- 2026-01-16 00:30 <|>`)
  })

  it('are said below headings of days too', async () => {
    const rows = '### 15 January 2026\n\n- 11:40 a'
    expect(await rowsAfter(rows)).toBe(`${rows}\n- 12:00 <|>`)
  })
})

describe('zones', () => {
  it('is that of the timeline', async () => {
    expect(await rowsAfter('- 11:40 a', 'Timeline (JST)')).toBe('- 11:40 a\n- 21:00 <|>')
  })

  it('is that of the team where the document states none', async () => {
    const options = { files: { '.postmortem.yml': 'timeZone: Europe/Oslo\n' } }
    expect(await rowsAfter('- 11:40 a', 'Timeline', options)).toBe('- 11:40 a\n- 13:00 <|>')
  })

  it.each([
    ['Europe/Oslo', '13:00 CET'],
    ['Asia/Kathmandu', '17:45 UTC+05:45'],
    ['UTC', '12:00 UTC'],
  ])('is written out where nobody states one: a reader in %s', async (timeZone, time) => {
    expect(await rowsAfter('- 09:40 a', 'Timeline', { timeZone })).toBe(`- 09:40 a\n- ${time} <|>`)
  })

  it('says which of the two hours it is when the clocks go back', async () => {
    const options = { now: '2026-10-25T01:10:00Z', files: { '.postmortem.yml': 'timeZone: Europe/Oslo\n' } }
    const text = `${head('2026-10-25')}## Timeline\n\n- 02:50 a\n`
    expect(await inserted(text, options)).toContain('- 02:50 a\n- 02:10 CET <|>\n')
  })
})

describe('an empty timeline', () => {
  const start = (template: string, body: string) =>
    `---\ntemplate: ${template}\n---\n\n# Incident Post-Mortem: Disk full\n\n- **Date**: 2026-01-15\n\n${body}`

  it('keeps the rows of the template that ask for milestones', async () => {
    const rows =
      '| Time (UTC) | Duration | Description | Owner |\n| --- | --- | --- | --- |\n| [HH:MM] | 0 min | **Started**: [the trigger, such as a deploy, a changed setting or a failed disk] | [Who/what] |\n'
    const text = start('incident-review', `## Timeline\n\n${rows}`)
    expect(await inserted(text)).toBe(text.replace('| [HH', '| 12:00 | 0 min | <|> |  |\n| [HH'))
  })

  it('uses up the item that the template keeps for any event', async () => {
    const text = start(
      'minimal',
      '## Timeline\n\nAll times are in UTC.\n\n- [HH:MM] **Started**: [What began to go wrong]\n- [HH:MM] [What happened]\n- [HH:MM] **Resolved**: [What made it normal again, and what showed it]\n',
    )
    expect(await inserted(text)).toBe(text.replace('[HH:MM] [What happened]', '12:00 <|>'))
  })

  it.each([
    ['a table without rows', '| Time | What |\n| --- | --- |', '\n| 12:00 | <|> |'],
    ['a list of other things', '- Nobody knows', '\n- 12:00 <|>'],
    ['text', 'To be written.', '\n\n- 12:00 <|>'],
  ])('of %s', async (_what, rows, added) => {
    expect(await rowsAfter(rows)).toBe(rows + added)
  })

  it('of a heading gets what the template has there', async () => {
    const text = start('incident-review', '## Timeline\n\n## Notes\n\nx\n')
    const row = '| Time (UTC) | Duration | Description | Owner |\n| --- | --- | --- | --- |\n| 12:00 | 0 min | <|> |  |'
    expect(await inserted(text)).toBe(text.replace('## Timeline', `## Timeline\n\n${row}`))
  })
})

describe('a timeline in phases', () => {
  const phases = (first: string, second: string) =>
    `${head()}## Timeline\n\nAll times are in UTC.\n\n### Detection\n\n- **Time**: ${first}\n- **Detected By**: Probe\n\n### Response\n\n- **Time**:${second}\n`

  it.each([
    ['an empty one', ' <|>', ' 12:00<|>'],
    ['an empty one without a blank', '<|>', ' 12:00<|>'],
    ['a placeholder', ' [HH:MM]<|>', ' 12:00<|>'],
  ])('has its time filled in at the cursor: %s', async (_what, before, after) => {
    expect(await inserted(phases('11:40', before))).toBe(phases('11:40', after))
  })

  it('keeps a time that it has', async () => {
    expect(await inserted(phases('11:40<|>', ''))).toBe('"Detection" has its time already: 11:40.')
  })

  it('asks for the cursor', async () => {
    expect(await inserted(phases('11:40', ' 11:52').replace('SEV1', 'SEV1<|>'))).toMatch(
      /^This timeline is told in phases\./,
    )
  })
})

describe('the document', () => {
  it('keeps the line endings of Windows', async () => {
    const text = timeline('- 11:40 a\n- 11:52 b').replaceAll('\n', '\r\n')
    expect(await inserted(text)).toBe(text.replace('- 11:52 b', '- 11:52 b\r\n- 12:00 <|>'))
  })

  it('need not end in a line break', async () => {
    expect(await inserted(timeline('- 11:40 a').trimEnd())).toBe(`${timeline('- 11:40 a')}- 12:00 <|>`)
  })

  it('has to be a post-mortem', async () => {
    expect(await inserted('# Kitchen notes\n\n- 10:30 Bread')).toMatch(
      /^This document is not recognised as a post-mortem: give it a `template:`/,
    )
  })

  it('has to have a timeline', async () => {
    expect(await inserted(`${head()}## Impact\n\nx\n\n## Root Cause\n\ny\n`)).toMatch(
      /^There is no timeline here yet\./,
    )
  })

  it.each(['incident-review', 'minimal', 'google-sre'])('has no finding more: %s', async (name) => {
    const text = filled(name)
    const before = await open(text)
    const day = before.view.postMortem.date ?? ''
    const later = await open(text, at(`${day}T23:30:00Z`))
    const result = insertTimelineEvent(later.view, 0)
    if ('refused' in result) throw new Error(result.refused)
    const after = applyEdits(text, later.view.postMortem, result.edits)
    expect(findingsIn(await open(after, at(`${day}T23:30:00Z`)))).toEqual([])
  })
})
