/** Where actions are listed: headings, lists, tables and paragraphs that hold them. */
import { describe, expect, test } from 'vitest'
import { readDeclared, written } from '../../kit/document.ts'
import { readActions as actions, REPORT_HEAD, readActionRows as read } from '../../kit/report-actions.ts'

describe('where they are listed', () => {
  test.each([['## Prevention'], ['## Next steps'], ['## Follow-up'], ['## Tiltak'], ['## 再発防止策']])(
    '%s',
    (heading) =>
      expect(read('- Scan images\n- Ana adds a test', heading)).toEqual([
        ['Scan images', null, null, null],
        ['Ana adds a test', 'Ana Ruiz', null, null],
      ]),
  )
  test('as sentences', () => {
    const lines = 'The cookie was taken out.\nThe exclusion will be removed next week.'
    expect(read(lines, '## Corrective measures').map(([title]) => title)).toEqual([
      'The exclusion will be removed next week.',
    ])
    const list = 'Add more tests.\nFewer kinds of files.\nReview every change.\nHave a plan for\nsuch a day.'
    expect(read(list, '## Corrective measures').map(([title]) => title)).toEqual([
      'Add more tests.',
      'Fewer kinds of files.',
      'Review every change.',
      'Have a plan for',
    ])
    expect(read('These should have a ticket.\n\n- Scan images', '## Actions').map(([title]) => title)).toEqual([
      'Scan images',
    ])
  })
  describe('beside a ticket', () => {
    const row = (ticket: string) => `| Action | Owner | Bug |\n|---|---|---|\n| Limit retries | Bo | ${ticket} |`
    test.each([
      ['MAIL-1 **DONE**', 'done'],
      ['MAIL-1 TODO', 'open'],
      ['#12 (in progress)', 'in-progress'],
      ['https://example.com/12 open', 'open'],
      ['n/a **DONE**', 'done'],
      ['MAIL-1', null],
      ['to be opened', null],
    ])('%s: %s', (ticket, state) => expect(read(row(ticket))).toEqual([['Limit retries', 'Bo', null, state]]))
    test.each([
      ['https://example.com/12 - Limit retries (@kim)', '@kim', null],
      ['<https://example.com/12>: Limit retries - Bo', 'Bo Chen', null],
      ['[#12](https://example.com/12) Limit retries (@kim)', '@kim', null],
      ['[MAIL-1](https://example.com/12): Limit retries (Bo)', 'Bo Chen', null],
      ['#12: Limit retries - DONE', null, 'done'],
      ['acme/mail#12 – Limit retries', null, null],
      ['**[MAIL-1]** Limit retries — *Bo* — In Progress', 'Bo Chen', 'in-progress'],
    ])('%s', (line, owner, state) => expect(read(`- ${line}`)).toEqual([['Limit retries', owner, null, state]]))
    test.each([
      ['Limit retries, fällig am 2025-10-20', '2025-10-20'],
      ['Limit retries (échéance : 2025-10-20)', '2025-10-20'],
      ['Limit retries, fecha límite 2025-10-20', '2025-10-20'],
      ['Limit retries (prazo: 2025-10-20)', '2025-10-20'],
      ['Limit retries (frist 2025-10-20)', '2025-10-20'],
    ])('with the words of another language: %s', (line, due) => {
      const [action] = actions(`## Action Items\n\n- ${line}\n`)
      expect([action?.title.plain, action?.dueDate]).toEqual(['Limit retries', due])
    })
    test.each([
      ['Limit retries — *Bo* — Oct 20 — In Progress', '2025-10-20'],
      ['Limit retries - Bo - 20 October 2025', '2025-10-20'],
      ['Limit retries – Bo Chen – 2025-10-20', '2025-10-20'],
    ])('between dashes: %s', (line, due) => {
      const [action] = actions(`## Action Items\n\n- ${line}\n`)
      expect([action?.title.plain, action?.owner?.value.plain, action?.dueDate]).toEqual([
        'Limit retries',
        'Bo Chen',
        due,
      ])
    })
    test('dashes in a title stay', () =>
      expect(read('- Retries - limits - 20 October').map(([title]) => title)).toEqual([
        'Retries - limits - 20 October',
      ]))
  })
  describe('below a heading that names something else too, only what is to be done', () => {
    const titles = (list: string, heading: string) => read(list, heading).map(([title]) => title)
    test.each([
      ['## Lessons learned and next steps', '- The alert came late\n- Add an alert\n- We should page earlier', 2],
      [
        '## Learnings & improvements',
        '- Test coverage was poor\n- Nobody knew the runbook\n- [ ] Runbook of the disk',
        1,
      ],
      ['## Root cause and follow-up', '- A full disk\n- The alert was off\n- Watch the disk', 0],
      ['## Root cause and corrective actions', '- A full disk\n- The alert was off\n- Monitor the disk', 1],
      ['## Læring og forbedringer', '- Varselet kom for sent\n- Legg til et varsel\n- Vi bør øve oftere', 2],
      ['## Erkenntnisse und nächste Schritte', '- Die Platte war voll\n- Alarm hinzufügen\n- Der Alarm kam spät', 1],
      ['## Leçons apprises et améliorations', '- Le disque était plein\n- Ajouter une alerte\n- Bonne entraide', 1],
      ['## Lecciones aprendidas y mejoras', '- El disco estaba lleno\n- Añadir una alerta\n- Buena ayuda', 1],
      ['## Lecciones y acciones', '- La alerta llegó tarde\n- Añadir una alerta\n- Revisar las migraciones', 2],
      ['## Lições aprendidas e melhorias', '- O disco estava cheio\n- Adicionar um alerta\n- Boa ajuda', 1],
      ['## 教訓と今後の対応', '- ディスクが満杯だった\n- 監視を追加する\n- 気づくのが遅れた', 1],
    ])('%s %j: %d', (heading, list, count) => {
      expect(titles(list, heading)).toHaveLength(count)
      const paragraph = list.replaceAll(/^- (?:\[ \] )?(.*)$/gm, '$1.')
      if (!list.includes('[ ]') && !heading.includes('follow-up'))
        expect(titles(paragraph, heading)).toHaveLength(count)
    })
    test('all, where most are', () => {
      const list = '- Add an alert\n- Review the limits\n- Fewer kinds of disks\n- Page earlier\n- Document it'
      expect(titles(list.replace('Page earlier', 'Write it down'), '## Lessons learned and next steps')).toHaveLength(5)
      const lines = list.replaceAll('- ', '').replace('Page earlier', 'Write it down')
      expect(titles(lines, '## Lessons learned and next steps')).toHaveLength(5)
      expect(titles(list, '## Retrospective / action items')).toHaveLength(3)
    })
    test('and below its own headings those of each', () => {
      const parts = '### Lessons\n\n- Add nothing in a hurry\n\n### Action items\n\n- Larger disks'
      expect(titles(parts, '## Lessons and action items')).toEqual(['Larger disks'])
    })
    test('a group of actions is no list of its own', () => {
      const groups = '### Technical improvements\n\n- Larger disks\n\n### Open points\n\n- Watch it'
      expect(titles(groups, '## Action items')).toEqual(['Larger disks', 'Watch it'])
      const { sections } = readDeclared(written('none', `${REPORT_HEAD}## Action items\n\n${groups}\n`))
      expect(sections.slice(-2).map(({ kinds }) => kinds)).toEqual([[], []])
    })
    test('and in a table its rows', () =>
      expect(titles('| Action | Owner |\n|---|---|\n| Larger disks | Bo |', '## Lessons and next steps')).toEqual([
        'Larger disks',
      ]))
  })
  test('as headings with fields', () =>
    expect(
      read(
        '### 1. Scan images\n\n- **Owner**: Lee\n- **Due**: 2025-04-01\n- **Status**: WIP\n\n### 2. Watch the disk\n\n**Owner:** Bo\n',
      ),
    ).toEqual([
      ['Scan images', 'Lee', '2025-04-01', 'in-progress'],
      ['Watch the disk', 'Bo', null, null],
    ]))
  test('as fields', () =>
    expect(
      read('- **Action**: Scan images\n  **Owner**: Lee\n- Action 2\n  - **Description**: Watch the disk\n'),
    ).toEqual([
      ['Scan images', 'Lee', null, null],
      ['Watch the disk', null, null, null],
    ]))
})
