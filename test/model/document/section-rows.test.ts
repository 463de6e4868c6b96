/** A document that is written as a table: the rows are its sections. */
import { describe, expect, test } from 'vitest'
import { readPostMortem } from '../../../server/src/model/read-post-mortem.ts'
import { rangeProblems } from '../../kit/ranges.ts'

const HEAD = '# Post-mortem: mail outage 2025-03-14\n\n'
const read = (body: string) =>
  readPostMortem(`${HEAD}${body}\n`, { templates: [], path: null, timeZone: null, dateOrder: null })
const kindsOf = (body: string) => read(body).sections.flatMap(({ kinds }) => kinds)
const table = (rows: readonly (readonly [string, string])[], header = '| Section | Details |') =>
  [header, '| --- | --- |', ...rows.map(([name, text]) => `| ${name} | ${text} |`)].join('\n')

const ROWS = [
  ['Summary', 'Outgoing mail waited for two hours.'],
  ['Impact', '400 users could not send mail.'],
  ['Timeline', '09:10 queue grows<br>11:05 worker restarted'],
  ['Root cause', 'A full disk'],
  ['Action items', '- Add an alert (@ana)<br>- Clean the disk (@bo)'],
] as const
const KINDS = ['summary', 'impact', 'timeline', 'root-cause', 'action-items']

describe('rows that are sections', () => {
  test.each([
    ['below the title', table(ROWS)],
    ['without names of columns', table(ROWS, '| | |')],
    ['with emphasised names', table(ROWS.map(([name, text]) => [`**${name}**`, text]))],
    ['below a heading that says nothing', `## The incident\n\n${table(ROWS)}`],
    [
      'in another language',
      table(
        [
          ['Zusammenfassung', 'Ausgehende Post wartete zwei Stunden.'],
          ['Auswirkungen', '400 Leute konnten keine Post senden.'],
          ['Zeitachse', '09:10 Schlange wächst<br>11:05 neu gestartet'],
          ['Ursache', 'Eine volle Platte'],
          ['Maßnahmen', '- Alarm einrichten<br>- Platte aufräumen'],
        ],
        '| Abschnitt | Inhalt |',
      ),
    ],
  ])('%s', (_, body) => {
    expect(kindsOf(body)).toEqual(KINDS)
    expect(read(body).timeline.map(({ at }) => at?.clock)).toEqual(['09:10', '11:05'])
    expect(read(body).actionItems).toHaveLength(2)
  })
  test('what is in them stands where it is', () => {
    const text = `${HEAD}${table(ROWS)}\n`
    const postMortem = read(table(ROWS))
    expect(rangeProblems(text, postMortem, postMortem)).toEqual([])
    const [action] = postMortem.actionItems
    expect([action?.title.plain, action?.owner?.value.plain]).toEqual(['Add an alert', '@ana'])
  })
  test('the other rows are fields', () => {
    const { metadata } = read(table([['Date', '2025-03-14'], ['Severity', 'SEV2'], ...ROWS]))
    expect([metadata.date?.value.plain, metadata.severity?.value.plain]).toEqual(['2025-03-14', 'SEV2'])
  })
})

describe('no sections', () => {
  test.each([
    [
      'figures',
      table([
        ['Detection', '5 min'],
        ['Mitigation', '1 h 40 min'],
        ['Resolution', '20 min'],
      ]),
    ],
    [
      'one row',
      table([
        ['Summary', 'Outgoing mail waited for two hours.'],
        ['Owner', 'Ana Ruiz of the mail team'],
      ]),
    ],
    [
      'three columns',
      '| Summary | a | b |\n|---|---|---|\n| Impact | many people were hit | c |\n| Timeline | it was a long day | d |',
    ],
    [
      'rows of actions',
      `## Action items\n\n${table([
        ['Detection', 'Add an alert on the disk'],
        ['Mitigation', 'Write down what to do'],
      ])}`,
    ],
  ])('%s', (_, body) => expect(kindsOf(body).filter((kind) => kind !== 'action-items')).toEqual([]))
})
