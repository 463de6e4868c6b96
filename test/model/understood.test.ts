/** Whole documents of few lines, each for a kind of writing, with relatives in other notations, languages and containers. */
import { describe, expect, test } from 'vitest'
import { readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { type Moment, toIso } from '../../server/src/time/index.ts'
import { builtInTemplates } from '../kit/document.ts'

const A = '# Post-mortem: mail outage 2025-03-14\n\n'
const read = (text: string, path: string | null = null) =>
  readPostMortem(text, { templates: builtInTemplates(), path, timeZone: null, dateOrder: null })
const iso = (moment: Moment | null) => (moment && toIso(moment)) ?? null
const times = (text: string) => read(text).timeline.map(({ at }) => iso(at))
const window = (text: string) => {
  const { start, end } = read(text).window
  return [iso(start), iso(end)]
}
const marked = (text: string) =>
  read(text).timeline.flatMap(({ at, milestones }) => milestones.map((milestone) => `${milestone} ${at?.clock}`))
const actions = (text: string) =>
  read(text).actionItems.map(({ title, owner, state, dueDate }) => [
    title.plain,
    owner?.value.plain ?? null,
    state,
    dueDate,
  ])

describe('the day of a row follows from the instant of the start', () => {
  const rows = '| Time | Event |\n|---|---|\n| 02:30 | **Outage begins** |\n| 03:15 | **Outage ends** |\n'
  test.each([
    ['a table', `| **Start** | 2026-06-10 19:30 PDT |\n|---|---|\n\n## Timeline (UTC)\n\n${rows}`],
    ['a field', `- **Start**: 2026-06-10 19:30 PDT\n\n## Timeline (UTC)\n\n${rows}`],
    [
      'items',
      '- Start: 2026-06-10 19:30 PDT\n\n## Timeline (UTC)\n\n- 02:30 **Outage begins**\n- 03:15 **Outage ends**\n',
    ],
    ['another zone', `- **Start**: 2026-06-10 22:30 EDT\n\n## Timeline (UTC)\n\n${rows}`],
    [
      'German',
      '- **Beginn**: 2026-06-10 19:30 PDT\n\n## Zeitachse (UTC)\n\n- 02:30 **Ausfall beginnt**\n- 03:15 **Behoben**\n',
    ],
  ])('%s', (_, body) =>
    expect(times(`# Postmortem: Lift stuck\n\n${body}`)).toEqual(['2026-06-11T02:30Z', '2026-06-11T03:15Z']),
  )
})

describe('a date with two times is a window', () => {
  test.each([
    '- **Date**: 2026-05-17 21:15 UTC to 2026-05-20 20:50 UTC',
    '- **Date**: 2026-05-17 21:15 UTC - 2026-05-20 20:50 UTC',
    '| Date | 2026-05-17 21:15 UTC to 2026-05-20 20:50 UTC |\n|---|---|',
    '**Datum**: 2026-05-17 21:15 UTC bis 2026-05-20 20:50 UTC',
    '- **Start**: 2026-05-17 21:15 UTC\n- **End**: 2026-05-20 20:50 UTC',
  ])('%s', (head) =>
    expect(window(`# Postmortem: Lift stuck\n\n${head}\n\n## Summary\n\nThe lift was stuck.\n`)).toEqual([
      '2026-05-17T21:15Z',
      '2026-05-20T20:50Z',
    ]),
  )
})

describe('a start that is not known', () => {
  test.each([
    '- **Start**: unknown (first seen 2025-03-14 02:33 UTC)',
    '| Start | unknown (first seen 2025-03-14 02:33 UTC) |\n|---|---|',
    '- Start: unknown, first seen 2025-03-14 02:33 UTC',
    '**Incident start**: Unknown (first seen 02:33 UTC)',
  ])('%s', (head) => expect(window(`${A}${head}\n\n## Summary\n\nMail waited.\n`)).toEqual([null, null]))
})

describe('a phrase is a milestone only of the whole', () => {
  test.each([
    ['an object', ['08:40 **Outage begins**', '09:02 Investigation into the outage began'], ['started 08:40']],
    ['a part', ['08:40 **Outage begins**', '09:30 Search service is restored'], ['started 08:40']],
    [
      'a wish',
      ['08:40 **Outage begins**', '17:33 The first engineer acknowledges that they would like to deploy'],
      ['started 08:40'],
    ],
    [
      'a report to the team',
      ['08:40 **Outage begins**', '09:10 A user reports the outage in #support'],
      ['started 08:40', 'detected 09:10'],
    ],
    [
      'a ticket',
      ['08:40 **Outage begins**', '09:10 A customer opens a ticket about the outage'],
      ['started 08:40', 'detected 09:10'],
    ],
    ['a public post', ['08:40 **Outage begins**', '09:10 A user complains on Twitter'], ['started 08:40']],
  ])('%s', (_, rows, expected) => {
    expect(marked(`${A}## Timeline\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`)).toEqual(expected)
    const table = rows.map((row) => `| ${row.slice(0, 5)} | ${row.slice(6)} |`).join('\n')
    expect(marked(`${A}## Timeline\n\n| Time | Event |\n|---|---|\n${table}\n`)).toEqual(expected)
  })
})

describe('tables of actions', () => {
  const table = (...lines: string[]) => `${A}## Action items\n\n${lines.join('\n')}\n`
  test.each([
    [
      'Japanese',
      [
        '| # | カテゴリ | アクション | 担当 | 期限 | ステータス |',
        '|---|---|---|---|---|---|',
        '| 1 | 予防 | ディスクを監視 | 運用 | 2025-04-01 | TODO |',
      ],
      ['ディスクを監視', '運用'],
    ],
    [
      'German',
      [
        '| Nr. | Kategorie | Maßnahme | Zuständig | Frist | Status |',
        '|---|---|---|---|---|---|',
        '| 1 | Vorbeugung | Platte überwachen | Betrieb | 2025-04-01 | **TODO** |',
      ],
      ['Platte überwachen', 'Betrieb'],
    ],
    [
      'French',
      [
        '| N° | Catégorie | Action | Responsable | Échéance | Statut |',
        '|---|---|---|---|---|---|',
        '| 1 | Prévention | Surveiller le disque | Exploitation | 2025-04-01 | À faire |',
      ],
      ['Surveiller le disque', 'Exploitation'],
    ],
    [
      'short names',
      [
        '| ID | What | Who | When | State |',
        '|---|---|---|---|---|',
        '| 2 | Watch the other disk | kim | 2025-04-01 | TODO |',
      ],
      ['Watch the other disk', 'kim'],
    ],
  ])('%s', (_, lines, [title, owner]) => {
    expect(actions(table(...lines))[0]).toEqual([title, owner, 'open', '2025-04-01'])
  })
  test.each([
    '### What the categories mean\n\n- Prevent: keeps it from happening again\n- Detect: finds it sooner',
    '#### Legend\n\n- Prevent: keeps it from happening again\n- Detect: finds it sooner',
    '### Bedeutung\n\n- Prevent: keeps it from happening again\n- Detect: finds it sooner',
  ])('what explains one is no action: %j', (below) => {
    const rows = ['| Category | Action |', '|---|---|', '| Prevent | Watch the disk |', '| Detect | Add an alert |']
    expect(actions(`${table(...rows)}\n${below}\n`).map(([title]) => title)).toEqual(['Watch the disk', 'Add an alert'])
  })
})

describe('the day of publishing is none of the incident', () => {
  const body =
    '## What happened\n\nMail was down.\n\n## Timeline\n\n- 2025-03-14 09:10 queue grows\n- 2025-03-14 11:05 restarted\n\n## Root cause\n\nA full disk.\n'
  test.each([
    ['front matter', `---\ntitle: Mail outage\ndate: 2025-03-20\n---\n\n${body}`],
    ['with an H1', `---\ndate: 2025-03-20\n---\n\n# Mail outage\n\n${body}`],
    ['with a time', `---\ntitle: Mail outage\ndate: 2025-03-20T10:00:00Z\n---\n\n${body}`],
  ])('%s', (_, text) => expect(read(text).date).toBe('2025-03-14'))
})
