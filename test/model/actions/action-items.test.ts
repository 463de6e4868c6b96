/** What is read of one action: its title, who, until when, how far; in every form and in seven languages. */
import { describe, expect, test } from 'vitest'
import { overdueActions } from '../../../server/src/model/actions/action-overdue.ts'
import { readDeclared, written } from '../../kit/document.ts'
import { readActions as actions, REPORT_HEAD, readActionRows as read } from '../../kit/report-actions.ts'

type Expected = [title: string, owner: string | null, due: string | null, state: string | null]

describe('a remark behind the title', () => {
  test.each<[string, Expected]>([
    ['Scan images (Done)', ['Scan images', null, null, 'done']],
    ['Scan images (DONE)', ['Scan images', null, null, 'done']],
    ['Scan images (Done!)', ['Scan images', null, null, 'done']],
    ['Scan images. (done in #12)', ['Scan images.', null, null, 'done']],
    ['Scan images (fixed by #12)', ['Scan images', null, null, 'done']],
    ['Scan images - DONE in #12', ['Scan images', null, null, 'done']],
    ['Scan images — done', ['Scan images', null, null, 'done']],
    ['Scan images **DONE**', ['Scan images', null, null, 'done']],
    ['Scan images _done in grafana_', ['Scan images', null, null, 'done']],
    ['Scan images ✅', ['Scan images', null, null, 'done']],
    ['Scan images [WIP]', ['Scan images', null, null, 'in-progress']],
    ['Scan images (in progress)', ['Scan images', null, null, 'in-progress']],
    ['Scan images (deferred)', ['Scan images', null, null, 'deferred']],
    ['Scan images (won’t do)', ['Scan images', null, null, 'wont-do']],
    ['Scan images (完了)', ['Scan images', null, null, 'done']],
    ['Scan images (ferdig)', ['Scan images', null, null, 'done']],
    ['Scan images (erledigt)', ['Scan images', null, null, 'done']],
    ['Scan images (terminé)', ['Scan images', null, null, 'done']],
    ['Scan images (hecho)', ['Scan images', null, null, 'done']],
    ['Scan images (feito)', ['Scan images', null, null, 'done']],
    ['Scan images - en cours', ['Scan images', null, null, 'in-progress']],
    ['Scan images (Verantwortlich: Lee)', ['Scan images', 'Lee', null, null]],
    ['Scan images (responsable : Lee)', ['Scan images', 'Lee', null, null]],
    ['Scan images (Frist: 2025-04-01)', ['Scan images', null, '2025-04-01', null]],
    ['Scan images (@kim)', ['Scan images', '@kim', null, null]],
    ['Scan images (Ana)', ['Scan images', 'Ana Ruiz', null, null]],
    ['Scan images (Ana and Bo)', ['Scan images', 'Ana Ruiz, Bo Chen', null, null]],
    ['Scan images (owner: Lee)', ['Scan images', 'Lee', null, null]],
    ['Scan images. Owner: Lee Wong', ['Scan images', 'Lee Wong', null, null]],
    ['Scan images - Owner - Lee', ['Scan images', 'Lee', null, null]],
    ['Scan images → Lee', ['Scan images', 'Lee', null, null]],
    ['Scan images -> @lee', ['Scan images', '@lee', null, null]],
    ['Scan images **Owner:** Lee', ['Scan images', 'Lee', null, null]],
    ['Scan images by 2025-04-01', ['Scan images', null, '2025-04-01', null]],
    ['Scan images, due: 2025-04-01', ['Scan images', null, '2025-04-01', null]],
    ['Scan images (due 1 April)', ['Scan images', null, '2025-04-01', null]],
    ['Scan images (due January 10)', ['Scan images', null, null, null]],
    ['Scan images (@kim, due 2025-04-01)', ['Scan images', '@kim', '2025-04-01', null]],
    ['Scan images (Priya, 2025-04-01, in progress)', ['Scan images', 'Priya', '2025-04-01', 'in-progress']],
    ['Scan images | Owner: Lee | Due: 2025-04-01 | Status: Done', ['Scan images', 'Lee', '2025-04-01', 'done']],
    ['Scan images - Owner: Lee - Due: 2025-04-01', ['Scan images', 'Lee', '2025-04-01', null]],
    ['Scan images (担当: 田中)', ['Scan images', '田中', null, null]],
  ])('%s', (line, expected) => {
    expect(read(`- ${line}`)).toEqual([expected])
    expect(read(`1. ${line}`)).toEqual([expected])
    expect(read(`| Action |\n|---|\n| ${line.replaceAll('|', '\\|')} |`)).toEqual([expected])
  })
  test.each([
    'Scan images (all of them)',
    'Replace the library (open source)',
    'Add alerts (new ones)',
    'Move to the new cluster, planned',
    'Keep the disk below 80% (2025-03-14)',
    'Ask somebody (Zoe)',
    'Freeze deploys until somebody looks',
    'Write down who is on call',
    'Read the [guide](https://example.com/done)',
    'Upgrade to version 1.2.3',
  ])('none in: %s', (line) => {
    const plain = line.replace(/\[(.*?)\]\(.*?\)/g, '$1')
    expect(read(`- ${line}`)).toEqual([[plain, null, null, null]])
  })
  test('a ticket may stand behind it', () =>
    expect(read('- Scan images (Done) [#12](https://example.com/12)')).toEqual([['Scan images', null, null, 'done']]))
})

test('a due date without a year is the next one after the incident', () => {
  const due = (day: string) => actions(`## Actions\n\n- Scan images (due ${day})\n`, [], '2025-12-20')[0]?.dueDate
  expect(['21 December', 'January 10', 'Nov 30', '2025-11-30'].map(due)).toEqual([
    '2025-12-21',
    '2026-01-10',
    null,
    '2025-11-30',
  ])
})

describe('a mark in front of the title', () => {
  test.each<[string, Expected]>([
    ['[N/A] Scan images', ['Scan images', null, null, 'wont-do']],
    ['[-] Scan images', ['Scan images', null, null, 'wont-do']],
    ['[~] Scan images', ['Scan images', null, null, 'wont-do']],
    ['[/] Scan images', ['Scan images', null, null, 'in-progress']],
    ['[>] Scan images', ['Scan images', null, null, 'deferred']],
    ['[WIP] Scan images', ['Scan images', null, null, 'in-progress']],
    ['[x] Scan images', ['Scan images', null, null, 'done']],
    ['[ ] Scan images', ['Scan images', null, null, 'open']],
    ['[ ] **ACT-1:** Scan images', ['Scan images', null, null, 'open']],
    ['✅ Scan images', ['Scan images', null, null, 'done']],
    ['🚧 Scan images', ['Scan images', null, null, 'in-progress']],
    ['DONE: Scan images', ['Scan images', null, null, 'done']],
    ['**TODO** - Scan images', ['Scan images', null, null, 'open']],
    ['Ana: Scan images', ['Scan images', 'Ana Ruiz', null, null]],
    ['**Ana Ruiz**: Scan images', ['Scan images', 'Ana Ruiz', null, null]],
    ['@kim: Scan images', ['Scan images', '@kim', null, null]],
    ['[Priya] Scan images', ['Scan images', 'Priya', null, null]],
    ['**Scan images**: every night', ['Scan images: every night', null, null, null]],
    ['Scan: images', ['Scan: images', null, null, null]],
    ['[Scan](https://example.com) images', ['Scan images', null, null, null]],
  ])('%s', (line, expected) => expect(read(`- ${line}`)).toEqual([expected]))
})

describe('somebody who does it', () => {
  test.each<[string, string | null]>([
    ['Ana adds a test', 'Ana Ruiz'],
    ['Ana will add a test', 'Ana Ruiz'],
    ['Ana Ruiz to add a test', 'Ana Ruiz'],
    ['Bo and Ana look into it', 'Bo Chen'],
    ['Priya documents the schema', 'Priya'],
    ['**Ana** adds a test', 'Ana Ruiz'],
    ['Noor adds an alert', null],
    ['Add an alert', null],
    ['Anagrams are sorted', null],
    ['Ana-based tests are added', null],
  ])('%s', (line, owner) => expect(read(`- ${line}`)).toEqual([[line.replaceAll('*', ''), owner, null, null]]))
  test('a name that is a verb needs its form', () => {
    const owners = (line: string) => read(`- ${line}`, '## Action Items', ['Mark Lee']).map(([, owner]) => owner)
    expect(
      ['Mark the disk as full', 'Mark disks as full', 'Mark adds a test', 'Mark will add a test'].flatMap(owners),
    ).toEqual([null, null, null, 'Mark Lee'])
  })
  test('a team that the document names', () => {
    const owners = actions(
      '## Summary\n\nThe Mail Platform team looked into it.\n\n## Actions\n\n- Mail Platform will add a test\n- Mail Platform 3.0 will be slower\n- Web Shop will add a test\n- Mail will be slower\n',
    ).map(({ owner }) => owner?.value.plain ?? null)
    expect(owners).toEqual(['Mail Platform', null, null, null])
  })
  test('in Japanese', () =>
    expect(read('- 田中がテストを追加', '## アクションアイテム', ['田中'])).toEqual([
      ['田中がテストを追加', '田中', null, null],
    ]))
})

describe('under a name', () => {
  const two = (owner: string | null) => [
    ['Document the schema', owner, null, null],
    ['Test it', owner, null, null],
  ]
  test.each([
    ['a bold line', '**Priya**\n\n- Document the schema\n- Test it'],
    ['a bold line with a colon', '**Priya:**\n\n1. Document the schema\n2. Test it'],
    ['a line with a colon', 'Priya:\n\n* Document the schema\n* Test it'],
    ['a heading', '### Priya\n\n- Document the schema\n- Test it'],
    ['a heading with a remark', '### Priya (platform)\n\n1. Document the schema\n2. Test it'],
    ['an item', '- Priya\n  - Document the schema\n  - Test it'],
    ['a table', '### Priya\n\n| Action |\n|---|\n| Document the schema |\n| Test it |'],
  ])('%s', (_, list) => {
    expect(read(list)).toEqual(two('Priya'))
    if (!list.startsWith('- ')) expect(read(list.replace('Priya', 'Zoe'))).toEqual(two(null))
  })
  test('of the head', () => expect(read('**Ana**\n\n- Document the schema\n- Test it')).toEqual(two('Ana Ruiz')))
  test('of an attendee', () =>
    expect(
      read('**Lee**\n\n- Document the schema\n- Test it\n\n## Attendees\n\n- Lee Wong (support)\n- Zoe', '## Actions'),
    ).toEqual(two('Lee Wong')))
  test('its own owner counts', () =>
    expect(read('**Priya**\n\n- Scan images (Ana)')).toEqual([['Scan images', 'Ana Ruiz', null, null]]))
})

test.each([
  ['### Immediate actions (Completed)\n\n- a b', 'done'],
  ['### Completed\n\n- a b', 'done'],
  ['### Done ✅\n\n- a b', 'done'],
  ['**In progress (next 2 weeks):**\n\n- a b', 'in-progress'],
  ['✅ Gjort:\n\n1. a b', 'done'],
  ['**完了**\n\n- a b', 'done'],
  ['### Open questions\n\n- a b', null],
  ['### New alerts\n\n- a b', null],
  ['### Later\n\n- a b', null],
  ['### Deferred\n\n- a b', 'deferred'],
  ['### Erledigt\n\n- a b', 'done'],
  ['### En cours\n\n- a b', 'in-progress'],
  ['### Closed-loop tests\n\n- a b', null],
])('a group and its state: %j is %s', (list, state) => expect(read(list)).toEqual([['a b', null, null, state]]))

describe('a table', () => {
  const whole: Expected = ['Watch the disk every night', 'kim', '2025-04-01', 'open']
  test.each([
    ['# | Action | Owner | Due | Status'],
    ['No. | Task | Who | Deadline | State'],
    ['# | アクション | 担当 | 期限 | ステータス'],
    ['Nr. | Tiltak | Ansvarlig | Frist | Status'],
    ['Nr. | Maßnahme | Verantwortlich | Frist | Status'],
    ['N° | Mesure | Responsable | Échéance | État'],
    ['N.º | Acción | Responsable | Fecha límite | Estado'],
    ['Nº | Ação | Responsável | Prazo | Situação'],
    ['# | Massnahme, was wir tun | Owner | x | y'],
    ['x | y | Owner | z | w'],
  ])('%s', (columns) => {
    const rows = [
      `| ${columns} |`,
      '|---|---|---|---|---|',
      '| 1 | Watch the disk every night | kim | 2025-04-01 | TODO |',
      '| 2 | Watch the other disk | lee | 2025-04-02 | **TODO** |',
    ]
    expect(read(rows.join('\n'))).toEqual([whole, ['Watch the other disk', 'lee', '2025-04-02', 'open']])
  })
  test('with a category in front', () => {
    const list =
      '| # | カテゴリ | アクション | 担当 | 期限 | ステータス |\n|---|---|---|---|---|---|\n| 1 | 予防 | ディスクを監視 | 運用 | 2025-04-01 | TODO |'
    expect(actions(`## アクションアイテム\n\n${list}\n`)[0]?.type?.plain).toBe('予防')
    expect(read(list, '## アクションアイテム')).toEqual([['ディスクを監視', '運用', '2025-04-01', 'open']])
  })
  test.each([
    [
      '| Action | Description | Owner |\n|---|---|---|\n| Prevent | Watch the disk every night | kim |\n| Detect | Page somebody at once | kim |',
      'Watch the disk every night',
    ],
    [
      '| Action | Details | Owner |\n|---|---|---|\n| Watch the disk | It was full and nobody knew of it until noon | kim |',
      'Watch the disk',
    ],
    ['| Type | Action Item | Bug |\n|---|---|---|\n| prevent | Watch it | n/a **DONE** |', 'Watch it'],
    ['| P1 | Watch the disk every night |\n|---|---|\n| P2 | Watch the other one |', 'Watch the other one'],
    ['|  |  |  |\n|---|---|---|\n| 1 | Watch the disk every night | @kim |', 'Watch the disk every night'],
    ['| Item | Action |\n|---|---|\n| 1 | Watch the disk |', 'Watch the disk'],
  ])('%j: the title is %s', (list, title) => expect(read(list)[0]?.[0]).toBe(title))
  test.each([
    ['| Action | Wer |\n|---|---|\n| Watch the disk at night | @kim |', '@kim', null, null],
    ['| Action | x | y |\n|---|---|---|\n| Watch the disk at night | @kim | 2025-04-01 |', '@kim', '2025-04-01', null],
    ['| Action | x |\n|---|---|\n| Watch the disk at night | In progress |', null, null, 'in-progress'],
    ['| Action | Done |\n|---|---|\n| Watch the disk at night | yes |', null, null, 'done'],
    ['| Action | Done? |\n|---|---|\n| Watch the disk at night | No |', null, null, 'open'],
    ['| Action | Created |\n|---|---|\n| Watch the disk at night | 2025-03-20 |', null, null, null],
    ['| Action | Bug |\n|---|---|\n| Watch the disk at night | n/a **DONE** |', null, null, 'done'],
    ['| Action | Ticket |\n|---|---|\n| Watch the disk at night | #12 (done) |', null, null, 'done'],
    [
      '| Action | Reference |\n|---|---|\n| Watch the disk at night | [Done](https://example.com) |',
      null,
      null,
      'done',
    ],
    ['| Tiltak | Lenke |\n|---|---|\n| Watch the disk at night | (Utført) |', null, null, 'done'],
    ['| Action | Ticket |\n|---|---|\n| Watch the disk at night | n/a |', null, null, null],
    [
      '| Action | Notes |\n|---|---|\n| Watch the disk at night | Fixed costs are a problem of last year too |',
      null,
      null,
      null,
    ],
    ['| Action | Ticket |\n|---|---|\n| Watch the disk at night | #12 |', null, null, null],
    ['| Action | x |\n|---|---|\n| Watch the disk at night | DISK-129 |', null, null, null],
  ])('%j', (list, owner, due, state) => expect(read(list)).toEqual([['Watch the disk at night', owner, due, state]]))
  test('one for each category', () =>
    expect(
      read(
        '### Prevent\n\n| Action | Owner |\n|---|---|\n| Watch it | kim |\n\n### Detect\n\n| Action | Owner |\n|---|---|\n| Page us | lee |',
      ).map(([title, owner]) => [title, owner]),
    ).toEqual([
      ['Watch it', 'kim'],
      ['Page us', 'lee'],
    ]))
})

describe('no actions', () => {
  const table = '| Action | Type | Priority |\n|---|---|---|\n| Watch the disk | Prevent | P1 |\n\n'
  test.each([
    ['### What the categories mean\n\n- Prevent: it does not come back\n- Detect: we see it'],
    ['### Legend\n\n- red is late'],
    ['Types:\n\n- Prevent: it does not come back\n- Detect: we see it'],
    ['- **P1** - this week\n- **P2** - this month'],
    ['### 凡例\n\n- 予防: 再発させない'],
    ['### Légende\n\n- rouge : en retard'],
    ['### Notes\n\n- we met twice'],
  ])('below a table: %j', (below) => expect(read(table + below).map(([title]) => title)).toEqual(['Watch the disk']))
  test('above one', () =>
    expect(read(`- P0: now\n- P1: this week\n\n${table}`).map(([title]) => title)).toEqual(['Watch the disk']))
})

test.each(['None', 'None.', 'N/A', '_none_', 'No further actions', 'なし', 'Keine'])(
  'an item that says that there is none: %s',
  (line) => expect(read(`- ${line}`)).toEqual([]),
)

test('a check list about the document itself', () => {
  const ready =
    '- [x] The incident is over\n- [ ] Sections above are filled out\n- [ ] All action items have linked issues'
  expect(read(ready, '## Actions')).toEqual([])
  expect(read('- [ ] Fix the title\n- [ ] Review the report of the disk', '## Actions')).toHaveLength(2)
})

test('in the braces of a template', () => {
  expect(read('1. {{ Scan all images }} [link to issue]\n2. {{ summary }} [link to issue]')).toEqual([
    ['Scan all images', null, null, null],
    ['summary', null, null, null],
  ])
  expect(actions('## Actions\n\n1. {{ summary }} [link to issue]\n').map(({ unfilled }) => unfilled)).toEqual([true])
})

test.each([
  ['| Action | Owner | Due | Status |\n|---|---|---|---|\n| Watch it | kim | 2025-04-01 | TODO |', 1],
  ['| Action | Owner | Due | Status |\n|---|---|---|---|\n| Watch it | kim | 2025-04-01 | **TODO** |', 1],
  ['| Action | Owner | Due | Status |\n|---|---|---|---|\n| Watch it | kim | 2025-04-01 | Deferred |', 1],
  ['| Action | Owner | Due | Status |\n|---|---|---|---|\n| Watch it | kim | 2025-04-01 | Done |', 0],
  ['- [ ] Watch it (due 2025-04-01)', 1],
  ['- [-] Watch it (due 2025-04-01)', 0],
])('%j: %d overdue', (list, count) => {
  const text = written('none', `${REPORT_HEAD}## Action Items\n\n${list}\n`)
  const model = readDeclared(text)
  expect(overdueActions(model, '2025-05-01').size).toBe(count)
})
