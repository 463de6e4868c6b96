/** What a block is, is decided by what stands in it: timelines under any heading, entries in any notation. */
import { describe, expect, test } from 'vitest'
import { toIso } from '../../../server/src/time/index.ts'
import { read } from '../../kit/document.ts'

const TITLE = '# Post-mortem: mail outage 2025-03-14\n\n'

/** The entries of a document by that title: their moments, `-` for one without. */
const times = (body: string) => read(TITLE + body).timeline.map(({ at }) => (at && toIso(at)) ?? '-')
/** The same, without a day that the title gives. */
const clocks = (body: string) => times(body).map((at) => at.replace('2025-03-14T', ''))
const kinds = (body: string, heading: string) =>
  read(TITLE + body).sections.find((section) => section.heading?.title.plain === heading)?.kinds

const THREE = '- 2025-03-14 09:36: evicted\n- 2025-03-14 09:50: looking\n- 2025-03-14 10:40: back\n'
const AT = ['09:36', '09:50', '10:40']

describe('updates of a status page', () => {
  const inParagraphs = (rows: readonly (readonly [string, string, string])[]) =>
    rows.map(([state, said, at]) => `**${state}** - ${said}\n${at}\n`).join('\n')
  test.each([
    [
      'with the time below',
      inParagraphs([
        ['Resolved', 'This incident has been resolved.', 'Mar 14, 10:40 UTC'],
        ['Identified', 'The issue has been identified.', 'Mar 14, 09:50 UTC'],
        ['Investigating', 'We are investigating.', 'Mar 14, 09:36 UTC'],
      ]),
    ],
    [
      'with the day they were posted',
      inParagraphs([
        ['Resolved', 'This incident has been resolved.', 'Posted 3 months ago. Mar 14, 2025 - 10:40 UTC'],
        ['Update', 'We go on looking.', 'Posted 3 months ago. Mar 14, 2025 - 09:50 UTC'],
        ['Investigating', 'We are investigating.', 'Posted 3 months ago. Mar 14, 2025 - 09:36 UTC'],
      ]),
    ],
    [
      'in German',
      inParagraphs([
        ['Behoben', 'Der Vorfall ist behoben.', '14. März, 10:40 UTC'],
        ['Identifiziert', 'Die Ursache ist bekannt.', '14. März, 09:50 UTC'],
        ['Untersuchung', 'Wir suchen den Fehler.', '14. März, 09:36 UTC'],
      ]),
    ],
    [
      'as items',
      '- **Investigating** (09:36 UTC): We are looking into delays.\n- **Monitoring** (09:50 UTC): A fix is out now.\n- **Resolved** (10:40 UTC): All is well again.\n',
    ],
    [
      'as items with dashes',
      '- Investigating - 09:36 UTC - We are looking into delays.\n- Update - 09:50 UTC - A fix is out now.\n- Resolved - 10:40 UTC - All is well again.\n',
    ],
  ])('%s', (_, body) => {
    const { timeline, window } = read(`${TITLE}## Updates\n\n${body}`)
    expect(timeline.map(({ at }) => at?.clock).sort()).toEqual(AT)
    expect(window.end?.clock).toBe('10:40')
  })
  test.each([
    ['milestones alone', '- **Detected** 09:36\n- **Mitigated** 09:50\n- **Resolved** 10:40\n'],
    ['figures', '- **Detection**: 09:36 h\n- **Repair**: 10 min\n- **Total**: 1 h 4 min\n'],
    [
      'words that are no states',
      '**Ana** - We looked at it.\n09:36\n\n**Bo** - So did we.\n09:50\n\n**Cy** - And so on.\n10:40\n',
    ],
  ])('are not %s', (_, body) => expect(clocks(`## Updates\n\n${body}`)).toEqual([]))
})

describe('a timeline under a heading that does not say so', () => {
  test.each([
    ['bullets', `## Context\n${THREE}`],
    ['a heading of no kind', `## Details\n${THREE}`],
    ['a numbered list', `## What we saw\n${THREE.replaceAll('- ', '1. ')}`],
    ['a table', '## Notes\n| At | |\n|---|---|\n| 09:36 | evicted |\n| 09:50 | looking |\n| 10:40 | back |\n'],
    [
      'a table with a number and a weekday first',
      '## Notes\n| # | Day | | |\n|---|---|---|---|\n| 1 | Fri | 09:36 | a |\n| 2 | Fri | 09:50 | b |\n| 3 | Fri | 10:40 | c |\n',
    ],
    ['paragraphs', '## Contexte\n09:36 - expulsés\n\n09:50 - on regarde\n\n10:40 - revenus\n'],
    ['the lines of one paragraph', '## Hintergrund\n09:36 verdrängt\n09:50 Suche\n10:40 wieder da\n'],
    ['sub-headings', '## The story\n### 09:36\nEvicted.\n### 09:50 Looking\n### 10:40\nBack.\n'],
    [
      'a bold key in a list of sections',
      `- **Impact**:\n  - Some\n- **Context**:\n${THREE.replace(/^/gm, '  ').trimEnd()}\n`,
    ],
    ['below prose', `## Investigation\nThis is what we found.\n\n${THREE}\nThen we went home.\n`],
  ])('%s', (_, body) => expect(clocks(body)).toEqual(AT))

  test('is its kind; a heading that says more keeps its own, too', () => {
    expect(kinds(`## Context\n${THREE}`, 'Context')).toEqual(['timeline'])
    expect(kinds(`## Details\n${THREE}`, 'Details')).toEqual(['timeline'])
    expect(kinds(`## Resolution\n${THREE}`, 'Resolution')).toEqual(['resolution', 'timeline'])
  })
  test.each([
    ['two times only', '## Context\n- 09:36 evicted\n- 09:50 looking\n'],
    ['fewer than 70 %', `## Context\n${THREE}- a\n- b\n`],
    ['dates alone', '## Context\n- 2025-03-12: a\n- 2025-03-13: b\n- 2025-03-14: c\n'],
    ['times of actions', `## Action items\n${THREE}`],
    ['times behind other things', '## Facts\n- alert 09:36 by mail\n- call 09:50 by Kim\n- end 10:40 for all\n'],
    ['durations', '## Facts\n- 09 min to detect\n- 10 min to call\n- 45 min to end\n'],
    [
      'the lines of a log',
      '## Evidence\n2025-03-14 09:36:01.123 WARN a\n2025-03-14 09:36:02.123 WARN b\n2025-03-14 09:36:03.123 WARN c\n',
    ],
    ['a quotation', `## Context\n${THREE.replace(/^/gm, '> ')}`],
    ['code', `## Context\n\`\`\`\n${THREE}\`\`\`\n`],
  ])('%s are none', (_, body) => expect(times(body)).toEqual([]))

  test('measurements are none beside a timeline', () => {
    const table = '| At | Delay |\n|---|---|\n| 09:36 | 2 s |\n| 09:50 | 9 s |\n| 10:40 | 1 s |\n'
    expect(clocks(`## Impact\n\n${table}\n## Timeline\n\n- 09:00 a\n- 10:00 b\n`)).toEqual(['09:00', '10:00'])
  })
  test('what stands below is none of it', () =>
    expect(clocks(`## Context\n${THREE}\n### Machines\n- web\n- mail\n`)).toEqual(AT))
})

describe('days', () => {
  test.each([
    [
      'a sub-heading with a zone',
      '### 14-03-2025 (All times CEST)\n- 15:46 a\n- 16:10 b\n',
      ['2025-03-14T15:46+02:00', '2025-03-14T16:10+02:00'],
    ],
    [
      'a sub-heading with words',
      '### Day 1 – Friday, 14 March 2025\n- 15:46 a\n### Day 2 (15 March)\n- 08:10 b\n',
      ['2025-03-14T15:46', '2025-03-15T08:10'],
    ],
    [
      'a sub-heading above others',
      '### March 13\n#### 20:15\nFirst call.\n#### 20:40 Second call\n',
      ['2025-03-13T20:15', '2025-03-13T20:40'],
    ],
    [
      'a line with a link',
      '2025-03-15 [thread](https://chat.example.org/p1)\n- 00:10 a\n- 00:20 b\n',
      ['2025-03-15T00:10', '2025-03-15T00:20'],
    ],
    [
      'a line above a link',
      '2025-03-15\n[thread](https://chat.example.org/p1)\n\n- 00:10 a\n- 00:20 b\n',
      ['2025-03-15T00:10', '2025-03-15T00:20'],
    ],
    [
      'a line with a zone',
      '**15 March**, all times in UTC:\n\n- 00:10 a\n- 00:20 b\n',
      ['2025-03-15T00:10Z', '2025-03-15T00:20Z'],
    ],
    [
      'an item above its events',
      '- Sat, 15 March (morning)\n  - 00:10 a\n- Sunday 16 March\n  - 00:20 b\n',
      ['2025-03-15T00:10', '2025-03-16T00:20'],
    ],
    [
      'an item above others',
      '- 2025-03-15\n- 00:10 a\n- 00:20 b\n- 2025-03-16\n- 00:30 c\n',
      ['2025-03-15T00:10', '2025-03-15T00:20', '2025-03-16T00:30'],
    ],
    ['a line, and then headings', '2025-03-15\n\n### 00:10 a\n### 00:20 b\n', ['2025-03-15T00:10', '2025-03-15T00:20']],
  ])('%s', (_, body, expected) => expect(times(`## Timeline\n${body}`)).toEqual(expected))

  test.each([
    [
      'the heading of the timeline',
      '## Timeline (UTC, 2026-06-20)\n- 20:25 a\n- 00:40 b\n',
      ['2026-06-20T20:25Z', '2026-06-21T00:40Z'],
    ],
    [
      'for its phases, too',
      '## Timeline (20 June 2026)\n### Detection\n- 22:50 a\n### Response\n- 00:10 b\n- 00:20 c\n',
      ['2026-06-20T22:50', '2026-06-21T00:10', '2026-06-21T00:20'],
    ],
    [
      'sections beside the timeline',
      '## Timeline\n## March 14\n### 20:15\nFirst call.\n## March 15\n### 00:15\nSecond call.\n',
      ['2025-03-14T20:15', '2025-03-15T00:15'],
    ],
    [
      'sections with times beside it',
      '## Timeline\n\n## 20:15 first\n\n## 20:30 second\n\nText.\n\n## Root cause\n',
      ['2025-03-14T20:15', '2025-03-14T20:30'],
    ],
    [
      'Norwegian',
      '## Tidslinje\n### 04.05.2020\n- 14:34 feil\n### 05.05.2020\n- 09:50 - funnet\n',
      ['2020-05-04T14:34', '2020-05-05T09:50'],
    ],
  ])('%s', (_, body, expected) => expect(times(body)).toEqual(expected))

  test('a day above text is what happened on it', () => {
    expect(times('## Timeline\n#### 2025-03-10\nThe bug is merged.\n#### 2025-03-14\nIt is found.\n')).toEqual([
      '2025-03-10',
      '2025-03-14',
    ])
    expect(times('## Timeline\n### 2025-03-10 The bug is merged\n### 14 March: it is found\nBy Kim.\n')).toEqual([
      '2025-03-10',
      '2025-03-14',
    ])
  })
  test('a heading that names a release gives no day', () =>
    expect(clocks('## Timeline\n### Rollback of the 2024-01-10 release\n- 09:36 a\n- 09:50 b\n')).toEqual(
      AT.slice(0, 2),
    ))
})

describe('events without a clock time', () => {
  test.each([
    [
      'a day with text on the next lines',
      '## Timeline\n2025-03-10\nThe bug is merged.\n[commit](https://example.org/c)\n\n14.03.2025\nIt is found.\n',
      ['2025-03-10', '2025-03-14'],
    ],
    [
      'a day with a paragraph below',
      '## Timeline\n**10 March 2025**\n\nThe bug is merged.\n\n**14 March 2025**\n\nIt is found.\n',
      ['2025-03-10', '2025-03-14'],
    ],
    [
      'a day above a sentence and rows',
      '## Timeline\n2025-03-15\n\nA quiet day.\n\n- 09:36 a\n- 09:50 b\n',
      ['2025-03-15T09:36', '2025-03-15T09:50'],
    ],
    [
      'a heading among times',
      '## Timeline\n### Over the week\nLess traffic.\n### 09:36\na\n### 09:50\nb\n### 10:40\nc\n### Notes on this\nText.\n',
      ['-', '2025-03-14T09:36', '2025-03-14T09:50', '2025-03-14T10:40'],
    ],
    [
      'links above times',
      '## Timeline\n- [one](https://example.org)\n- [two](https://example.org)\n\n### 09:36\na\n',
      ['2025-03-14T09:36'],
    ],
  ])('%s', (_, body, expected) => expect(times(body)).toEqual(expected))
})

describe('a body that is a list', () => {
  test.each([
    [
      'a fence that ends the list',
      `- **Impact**:\n  - Some\n- **Context**:\n  - 09:36 a\n\n\`\`\`\nlog\n\`\`\`\n\n  - 09:50 b\n  - 10:40 c\n- **Resolution**: the disk was made larger again\n`,
    ],
    [
      'text that is not indented',
      '- **Impact**:\n  - Some\n\n- **Context**:\n\n09:36 a\n\n09:50 b\n\n10:40 c\n\n- **Resolution**:\n  - A larger disk\n',
    ],
  ])('%s', (_, body) => {
    expect(clocks(body)).toEqual(AT)
    expect(kinds(body, 'Resolution')).toEqual(['resolution'])
  })
})

describe('what stands in front of a time', () => {
  test.each([
    '- 🔴 14:05 - **Outage begins**',
    '- :red_circle: 14:05 - **Outage begins**',
    '- **🔴 14:05** - **Outage begins**',
    '- `14:05` **Outage begins**',
    '- [14:05] **Outage begins**',
    '- [14:05](https://chat.example.org/p1) **Outage begins**',
    '- {{ 14:05 }} **Outage begins**',
    '- → 14:05: **Outage begins**',
    '- 2025-03-14 1405: **Outage begins**',
    '- 2025-03-14 14.05 **Outage begins**',
    '✅ 14:05 - **Outage begins**',
    '### :fire: 14:05 **Outage begins**',
    '### {{ 2025-03-14 14:05 }}\n**Outage begins**',
    '| Time | Event |\n|---|---|\n| 🔴 14:05 | **Outage begins** |',
    '**14:05**\nOutage begins',
    '14:05\n: Outage begins',
  ])('%j', (row) => {
    const { timeline } = read(`${TITLE}## Timeline\n\n${row}\n`)
    expect(timeline.map(({ at, milestones }) => [at && toIso(at), ...milestones])).toEqual([
      ['2025-03-14T14:05', 'started'],
    ])
  })
  test('is not part of what happened', () => {
    const { timeline } = read(
      `${TITLE}## Timeline\n- [14:05](https://chat.example.org/p1) - first call\n- {{ 14:10 }} second call\n`,
    )
    expect(timeline.map(({ description }) => description.plain)).toEqual(['first call', 'second call'])
  })
})

describe('paragraphs', () => {
  test.each([
    ['3/14/2025 9:36 AM - a\n3/14/2025 9:50 AM - b', AT.slice(0, 2)],
    ['09:36 a\n\n09:50 b\nand more of it', AT.slice(0, 2)],
    ['09:36 a\n\nThe check was removed - merged 09:50', AT.slice(0, 2)],
    ['09:36 a<br>09:50 b<br />10:40 c', AT],
    ['On that day all was quiet.\n\n09:36 a', AT.slice(0, 1)],
    ['**Total:** 64 min (09:36 - 10:40)', []],
  ])('%j', (text, expected) => expect(clocks(`## Timeline\n${text}\n`)).toEqual(expected))
  test('with dates alone', () =>
    expect(times('## Timeline\n12/01/2024 - found.\n\n02/15/2025 - released.\n\nMarch 14 was a quiet day.\n')).toEqual([
      '2024-12-01',
      '2025-02-15',
    ]))
})

describe('lists', () => {
  test.each([
    ['details below an item', '- 09:36 a\n  - web\n  - mail\n- 09:50 b\n', AT.slice(0, 2)],
    ['events below an item', '- 09:36 a\n  - 09:50 b\n  - 10:40 c\n', AT],
    ['events below a phase', '- Detection\n  - 09:36 a\n  - 09:50 b\n- Recovery\n  - 10:40 c\n', AT],
    [
      'an explanation below a table',
      '| Time | Event |\n|---|---|\n| 09:36 | a |\n| 09:50 | b |\n\n- Times are those of the server\n- Some are rounded\n',
      AT.slice(0, 2),
    ],
    [
      'an explanation below a list',
      '- 09:36 a\n- 09:50 b\n\nWhat the words mean:\n\n* call: by phone\n* alert: by mail\n',
      AT.slice(0, 2),
    ],
    ['a section of causes', '- 09:36 alert\n\n### Causes\n1. A cookie\n', AT.slice(0, 1)],
    ['a section of actions', '- 09:36 alert\n\n### Action items\n- Test it\n', AT.slice(0, 1)],
    [
      'a section without a kind and without times',
      '- 09:36 alert\n\n### How to read this\n- Times are rounded\n',
      AT.slice(0, 1),
    ],
    ['events without times', '- A deploy\n- Errors\n', ['-', '-']],
    ['phases whose events have no times', '### Detection\n- An alert\n### Recovery\n- A restart\n', ['-', '-']],
    ['a line that has none among others', '- 09:36 a\n- Nothing helped\n- 09:50 b\n', ['09:36', '-', '09:50']],
    ['a time in brackets at the end', '- The first alert (09:36)\n- All is well **09:50**\n', AT.slice(0, 2)],
    ['a log in an item', '- 09:36 a\n  ```\n  09:40:00 WARN b\n  ```\n- 09:50 c\n', AT.slice(0, 2)],
    [
      'a heading that is a range, and its events',
      '### 09:30 – 11:00 Search\n- 09:36 a\n- 09:50 b\n- 10:40 c\n',
      ['09:30', ...AT],
    ],
  ])('%s', (_, body, expected) => expect(clocks(`## Timeline\n${body}`)).toEqual(expected))
})

describe('tables', () => {
  const table = (...rows: string[]) => {
    const [head = '', ...body] = rows
    return `## Timeline\n\n| ${head} |\n|${'---|'.repeat(head.split('|').length)}\n${body.map((row) => `| ${row} |\n`).join('')}`
  }
  test.each<[string, string[], string[]]>([
    [
      'a weekday, a date and a time',
      ['Day | Date (2025) | Time (UTC) | Event', 'Fri | Mar 14 | 19:12 | first', 'Mon | Mar 17 | 18:52 | second'],
      ['2025-03-14T19:12Z', '2025-03-17T18:52Z'],
    ],
    [
      'a date in the name of the column',
      ['Time (2025-03-15) | Event', '09:36 | a', '09:50 | b'],
      ['2025-03-15T09:36', '2025-03-15T09:50'],
    ],
    [
      'dates only in their first row',
      ['Date | Time | Event', '2025-03-13 | 23:36 | a', '| 23:50 | b', '2025-03-14 | 00:10 | c'],
      ['2025-03-13T23:36', '2025-03-13T23:50', '2025-03-14T00:10'],
    ],
    ['another name', ['At | Event', '09:36 | a', '09:50 | b'], ['2025-03-14T09:36', '2025-03-14T09:50']],
    ['no names', [' | | ', '09:36 | a | Kim', '09:50 | b | Ana'], ['2025-03-14T09:36', '2025-03-14T09:50']],
    [
      'time last',
      ['Event | Who | When', 'a | Kim | 09:36', 'b | Ana | 09:50'],
      ['2025-03-14T09:36', '2025-03-14T09:50'],
    ],
    [
      'start and end',
      ['Event | Start | End', 'a | 09:36 | 09:40', 'b | 09:50 | 10:00'],
      ['2025-03-14T09:36', '2025-03-14T09:50'],
    ],
    [
      'two zones',
      ['Local | UTC | Event', '10:36 | 09:36 | a', '10:50 | 09:50 | b'],
      ['2025-03-14T09:36Z', '2025-03-14T09:50Z'],
    ],
    [
      'a name that deceives',
      ['Time spent | When | Event', '5 min | 09:36 | a', '14 min | 09:50 | b'],
      ['2025-03-14T09:36', '2025-03-14T09:50'],
    ],
    [
      'a date column with times in it',
      ['Date | Event', '2025-03-13 09:36 | a', '2025-03-14 09:50 | b'],
      ['2025-03-13T09:36', '2025-03-14T09:50'],
    ],
    [
      'day rows',
      ['Time | Event', '**2025-03-15** |', '09:36 | a', '**16 March** |', '09:50 | b'],
      ['2025-03-15T09:36', '2025-03-16T09:50'],
    ],
  ])('%s', (_, rows, expected) => expect(times(table(...rows))).toEqual(expected))

  test.each([
    ['of durations', ['Phase | Time', 'Detect | 5 min', 'Repair | 14 min']],
    ['of words', ['Time | What', 'morning shift | Kim', 'evening shift | Ana']],
  ])('a table %s is none', (_, rows) => expect(times(table(...rows))).toEqual([]))
})
