/** What a document says beyond head, timeline and actions. */
import { describe, expect, it } from 'vitest'
import { readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { builtInTemplates } from '../kit/document.ts'

const read = (body: string) =>
  readPostMortem(`# Post-mortem of 3 May 2026\n\n${body}`, {
    templates: builtInTemplates(),
    path: null,
    timeZone: null,
    dateOrder: null,
  })

describe('five whys', () => {
  it.each([
    ['1. Why did it break?\n   → The disk was full', [['Why did it break?', 'The disk was full']]],
    ['1. Why did it break? The disk was full', [['Why did it break?', 'The disk was full']]],
    ['1. Why did it break?\n   - The disk was full', [['Why did it break?', 'The disk was full']]],
    ['Why did it break?\n-> The disk was full', [['Why did it break?', 'The disk was full']]],
    [
      '1. Why did it break?\n   → [answer]\n2. Why?',
      [
        ['Why did it break?', null],
        ['Why?', null],
      ],
    ],
  ])('%j', (list, expected) => {
    const { fiveWhys } = read(`## 5 Whys\n\n${list}\n`)
    expect(fiveWhys.map(({ question, answer }) => [question.plain, answer?.plain ?? null])).toEqual(expected)
  })
})

describe('points', () => {
  it.each([
    ['## What went well\n\n- [x] Detection: early', [['went-well', 'Detection', 'early', true]]],
    ['## Lessons learned\n\n- **Alerts**: test them', [['lessons', 'Alerts', 'test them', null]]],
    ['## Contributing factors\n\n1. A full disk', [['contributing-factors', null, 'A full disk', null]]],
    ['## Verification\n\n- [ ] Error rate: 0.1%', [['verification', 'Error rate', '0.1%', false]]],
  ])('%j', (body, expected) => {
    const { points } = read(`${body}\n`)
    expect(points.map(({ kind, label, text, checked }) => [kind, label?.plain ?? null, text.plain, checked])).toEqual(
      expected,
    )
  })
})

describe('references', () => {
  it.each([
    [
      'See INC-20260101-002 and #812',
      [
        ['incident', 'INC-20260101-002'],
        ['tracker', '#812'],
      ],
    ],
    [
      'Fixed in OPS-12, [graph](https://graphs.example.com/a)',
      [
        ['tracker', 'OPS-12'],
        ['link', 'https://graphs.example.com/a'],
      ],
    ],
    ['UTF-8, SHA-256 and HTTP-200 are none', []],
  ])('%j', (line, expected) => {
    expect(read(`## Notes\n\n${line}\n`).references.map(({ kind, text }) => [kind, text])).toEqual(expected)
  })
})

describe('a log of several incidents', () => {
  const log = ['2026-04-02 Cache full', '2026-04-20 Queue stuck']
    .map(
      (title) =>
        `## ${title}\n\n### Timeline\n\n- 14:02 Outage began\n- 14:30 Outage ended\n\n### Impact\n\nNobody could pay.\n`,
    )
    .join('\n')

  it('is told apart, each with days of its own and no metrics of the whole', () => {
    const { incidents, timeline, window } = read(`### Root cause\n\nNone.\n\n${log}`)
    expect(incidents.map(({ title, date }) => [title, date])).toEqual([
      ['2026-04-02 Cache full', '2026-04-02'],
      ['2026-04-20 Queue stuck', '2026-04-20'],
    ])
    expect(timeline.map(({ at }) => `${at?.date} ${at?.clock}`)).toEqual([
      '2026-04-02 14:02',
      '2026-04-02 14:30',
      '2026-04-20 14:02',
      '2026-04-20 14:30',
    ])
    expect(window.start).toBeNull()
  })

  it('is no log when one incident has two timelines side by side', () => {
    const { incidents } = read(
      '## Timeline\n\n- 14:02 a\n- 14:03 b\n\n## Chronology\n\n- 14:02 a\n\n## Impact\n\nNone.\n',
    )
    expect(incidents).toEqual([])
  })
})

describe('bold keys that act as headings', () => {
  it.each([
    ['**Timeline:**\n- 14:02 UTC a\n', 'timeline', 1],
    ['**Timeline**\n\n- 14:02 UTC a\n- 14:05 UTC b\n', 'timeline', 2],
    ['- **Key events**\n  - First detected 2026-05-03 12:39\n  - Resolved 2026-05-03 13:00\n', 'timeline', 2],
    ['**Tidslinje:**\n- 14:02 a\n', 'timeline', 1],
  ])('%j', (body, kind, events) => {
    const { sections, timeline } = read(`${body}\n## Impact\n\nNone.\n\n## Root cause\n\nNone.\n`)
    expect(sections.some(({ kinds }) => kinds.includes(kind as 'timeline'))).toBe(true)
    expect(timeline).toHaveLength(events)
  })
})

describe('due dates', () => {
  it.each([
    ['3/4/2026', null],
    ['13/4/2026', '2026-04-13'],
    ['2026-02-30', null],
    ['2026-04-03', '2026-04-03'],
  ])('%s is %s: what could be two days is none', (due, expected) => {
    const { actionItems } = read(
      `## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n| Mend | Ana | ${due} |\n`,
    )
    expect(actionItems.map(({ dueDate }) => dueDate)).toEqual([expected])
  })
})
