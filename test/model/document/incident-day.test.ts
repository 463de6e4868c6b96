/** On which day the incident began: what says it, what only suggests it. */
import { describe, expect, test } from 'vitest'
import { NO_FOLDER_FACTS } from '../../../server/src/model/folder-facts.ts'
import { readPostMortem } from '../../../server/src/model/read-post-mortem.ts'
import { readBuiltInTemplates } from '../../../server/src/template/built-in.ts'
import { momentsOf } from '../../kit/timelines.ts'

const TEMPLATES = readBuiltInTemplates()

interface Options {
  readonly path?: string | null
  readonly areFileNamesDays?: boolean
}

/** Whatever its name, it counts as a post-mortem. */
const read = (text: string, { path = null, areFileNamesDays = true }: Options = {}) =>
  readPostMortem(text, {
    templates: TEMPLATES,
    path,
    timeZone: null,
    dateOrder: null,
    declared: true,
    folder: { ...NO_FOLDER_FACTS, areFileNamesDays },
  })
const day = (text: string, options: Options = {}) => {
  const { date, dateIsAssumed } = read(text, options)
  return `${date}${dateIsAssumed ? ' assumed' : ''}`
}

const document = (head: string, timeline: string) =>
  `${head}\n\n## Timeline\n\n${timeline}\n\n## Root cause\n\nA full disk.\n`
const TITLE = '# Post-mortem: mail outage'
const CLOCKS = '- 09:10 first call\n- 09:40 restarted'
const PATH = { path: 'docs/incidents/2025-03-14-mail.md' }

describe('in this order', () => {
  test.each([
    ['a field', `${TITLE} 2025-03-12\n\n- **Start**: 2025-03-11 09:00\n`, CLOCKS, '2025-03-11'],
    ['the title', `${TITLE} 2025-03-12\n\n- **Date**: 2025-03-11\n`, CLOCKS, '2025-03-12'],
    ['a date field', `${TITLE}\n\n- **Date**: 2025-03-11\n`, '- 2025-03-10 09:10 call\n- 09:40 b', '2025-03-11'],
    [
      'a dated timeline',
      `${TITLE}\n\nThe outage was on 2025-03-11.\n`,
      '- 2025-03-10 09:10 call\n- 09:40 b',
      '2025-03-10',
    ],
    ['a heading of the timeline', TITLE, '### 10 March 2025\n\n- 09:10 call\n- 09:40 b', '2025-03-10'],
    ['prose', `${TITLE}\n\nThe outage was on 11 March 2025.\n`, CLOCKS, '2025-03-11'],
    ['the file', TITLE, CLOCKS, '2025-03-14 assumed'],
  ])('%s', (_, head, timeline, expected) => expect(day(document(head, timeline), PATH)).toBe(expected))

  test('the timeline before the day of publishing, which goes before the file', () => {
    const head = '---\ntitle: Mail outage\ndate: 2025-03-20\n---\n\n# Post-mortem: mail outage'
    expect(day(document(head, '- 2025-03-10 09:10 call\n- 09:40 b'), PATH)).toBe('2025-03-10')
    expect(day(document(head, CLOCKS), PATH)).toBe('2025-03-20 assumed')
  })
})

test.each([
  ['docs/2025-03-14-mail.md', '2025-03-14'],
  ['docs/20250314_mail.md', '2025-03-14'],
  ['docs/2025-03/03-14-mail.md', '2025-03-14'],
  ['docs/2025-03/14-mail.md', '2025-03-14'],
  ['docs/2025/03-14-mail.md', '2025-03-14'],
  ['docs/2025/03/14/mail.md', '2025-03-14'],
  ['docs/2025-03/04-14-mail.md', 'null'],
  ['docs/2025/13-40-mail.md', 'null'],
  ['docs/mail-2025.md', 'null'],
])('the file %s', (path, expected) => {
  expect(day(document(TITLE, CLOCKS), { path })).toBe(expected === 'null' ? 'null' : `${expected} assumed`)
})

describe('prose', () => {
  test.each([
    ['On 14 March 2025, an outage kept mail from going out.', '2025-03-14'],
    ['Am 14. März 2025 kam es zu einer Störung.', '2025-03-14'],
    ['Le 14 mars 2025, une panne du courriel.', '2025-03-14'],
    ['El 14 de marzo de 2025 hubo una caída del correo.', '2025-03-14'],
    ['Em 14 de março de 2025 houve uma indisponibilidade.', '2025-03-14'],
    ['2025年3月14日に障害が発生した。', '2025-03-14'],
    ['This was like the previous outage on 14 March 2025.', 'null'],
    ['The review of the outage is on 14 March 2025.', 'null'],
    ['We bought the server on 14 March 2025.', 'null'],
    ['The outage was between 14 March 2025 and 15 March 2025.', 'null'],
  ])('%s', (sentence, expected) => expect(day(document(`${TITLE}\n\n${sentence}\n`, CLOCKS))).toBe(expected))
})

test('rows take the day that is assumed', () =>
  expect(momentsOf(read(document(TITLE, CLOCKS), PATH))).toEqual(['2025-03-14T09:10', '2025-03-14T09:40']))

test('the file gives the year where the other names are no days', () => {
  const text = document(TITLE, '- 12 March 09:10 first call\n- 12 March 09:40 restarted')
  expect(day(text, { ...PATH, areFileNamesDays: false })).toBe('2025-03-12 assumed')
  expect(day(document(TITLE, CLOCKS), { ...PATH, areFileNamesDays: false })).toBe('null')
})

test('rows without a year', () => {
  const rows = '- [12-05 16:21] merged\n- [03-10 16:46] configured\n- [03-13 23:04] drained (**outage starts**)'
  const moments = ['2024-12-05T16:21Z', '2025-03-10T16:46Z', '2025-03-13T23:04Z']
  const text = document('# Post-mortem: mail outage 2025-03-14\n\nAll times in UTC', rows)
  expect(momentsOf(read(text))).toEqual(moments)
  const table = '| Time | What |\n|---|---|\n| 12-05 16:21 | merged |\n| 03-10 16:46 | new |\n| 03-13 23:04 | drained |'
  expect(momentsOf(read(document('# Post-mortem: mail outage 2025-03-14\n\nAll times in UTC', table)))).toEqual(moments)
  const words = '5 Dec 16:21 merged\n\n10 Mar 16:46 new\n\n13 Mar 23:04 drained'
  expect(momentsOf(read(document('# Post-mortem: mail outage 2025-03-14\n\nAll times in UTC', words)))).toEqual(moments)
})
