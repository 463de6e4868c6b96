/** What the files of a folder say to one of them. */
import { describe, expect, it } from 'vitest'
import { type FolderFacts, factsKey, folderFactsOf, NO_FOLDER_FACTS } from '../../server/src/model/folder-facts.ts'
import { updateReading } from '../../server/src/model/read-post-mortem.ts'
import { NO_POST_MORTEM, type Sibling, siblingOf } from '../../server/src/model/sibling.ts'
import { builtInTemplates } from '../kit/document.ts'

const REPORT: Sibling = { ...NO_POST_MORTEM, kind: 'post-mortem' }
const TEMPLATE: Sibling = { ...NO_POST_MORTEM, kind: 'template' }
const facts = (...siblings: Sibling[]) => folderFactsOf(siblings)
const reports = (...different: Partial<Sibling>[]) => facts(...different.map((one) => ({ ...REPORT, ...one })))

describe('a folder of post-mortems', () => {
  it.each([
    ['three of three', [REPORT, REPORT, REPORT], true],
    ['three of five', [REPORT, REPORT, REPORT, NO_POST_MORTEM, NO_POST_MORTEM], true],
    ['two of two', [REPORT, REPORT], false],
    ['three of six', [REPORT, REPORT, REPORT, NO_POST_MORTEM, NO_POST_MORTEM, NO_POST_MORTEM], false],
    ['three beside templates', [REPORT, REPORT, REPORT, TEMPLATE, TEMPLATE, TEMPLATE], true],
    ['templates alone', [TEMPLATE, TEMPLATE, TEMPLATE], false],
    ['nothing', [], false],
  ])('is one with %s', (_, siblings, expected) => {
    expect(facts(...siblings).areMostPostMortems).toBe(expected)
  })
})

describe('what the others write', () => {
  it('says nothing where there are none', () => expect(facts()).toEqual(NO_FOLDER_FACTS))
  it.each([
    [['mdy', 'mdy', null], 'mdy'],
    [['dmy'], 'dmy'],
    [['dmy', 'mdy'], null],
    [['dmy', 'dmy', 'dmy', 'dmy', 'mdy'], 'dmy'],
    [[null, null], null],
  ] as const)('settles the order of day and month: %j', (orders, expected) => {
    expect(reports(...orders.map((dateOrder) => ({ dateOrder }))).dateOrder).toBe(expected)
  })
  it.each([
    [[true, true, false], false],
    [[true, true, true, true, false], true],
    [[false, false], true],
    [[null, null, null], true],
  ] as const)('tells whether a file is named by the day of its incident: %j', (days, expected) => {
    expect(reports(...days.map((isFileNameDay) => ({ isFileNameDay }))).areFileNamesDays).toBe(expected)
  })
  it('names zones, people and titles, each once', () => {
    const one = { zone: 'Europe/London', people: ['Ada', 'Kim'], title: 'Mail down' }
    const other = { zone: null, people: ['Kim'], title: 'Wiki down' }
    const { zones, people, titles } = reports(one, other, one)
    expect([zones, people, titles]).toEqual([['Europe/London'], ['Ada', 'Kim'], ['Mail down', 'Wiki down']])
  })
  it('is not asked of what is no post-mortem', () => {
    expect(facts({ ...NO_POST_MORTEM, people: ['Ada'] }).people).toEqual([])
  })
})

const CONTEXT = { templates: builtInTemplates(), timeZone: null, dateOrder: null }
const read = (text: string, folder: Partial<FolderFacts> = {}, more: object = {}) => {
  const context = { ...CONTEXT, path: 'incidents/a.md', folder: { ...NO_FOLDER_FACTS, ...folder }, ...more }
  return updateReading(null, text, context)
}
const report = (date: string, row = '09:00 alert') =>
  `# Post-mortem: mail outage\n\n- **Date**: ${date}\n\n## Timeline\n\n- ${row}\n- 09:20 restart\n`

describe('what a document leaves open', () => {
  it.each([
    ['3/4/2026', { dateOrder: 'mdy' }, '2026-03-04'],
    ['3/4/2026', { dateOrder: 'dmy' }, '2026-04-03'],
    ['4 March 2026', { dateOrder: 'dmy' }, '2026-03-04'],
    ['25/3/2026', { dateOrder: 'mdy' }, '2026-03-25'],
  ] as const)('is the order in %s with %j: %s', (date, folder, expected) => {
    expect(read(report(date), folder).postMortem.date).toBe(expected)
  })
  it('comes from the configuration first', () => {
    const { postMortem, asked } = read(report('3/4/2026'), { dateOrder: 'dmy' }, { dateOrder: 'mdy' })
    expect([postMortem.date, asked]).toEqual(['2026-03-04', []])
  })
  it('is which BST is meant', () => {
    const text = report('2026-06-04').replace('## Timeline', '## Timeline (BST)')
    expect(read(text).postMortem.zone).toMatchObject({ name: 'BST', id: null })
    expect(read(text, { zones: ['Asia/Tokyo', 'Europe/London'] }).postMortem.zone?.id).toBe('Europe/London')
    expect(read(text, { zones: ['Asia/Dhaka', 'Europe/London'] }).postMortem.zone?.id).toBeNull()
  })
  it.each([
    ['nothing', '2026-03-04', []],
    ['the order of its dates', '3/4/2026', ['dateOrder']],
    ['nothing where a date proves it', '3/4/2026 to 3/25/2026', []],
  ])('asks for %s: %s', (_, date, asked) => expect(read(report(date)).asked).toEqual(asked))
})

describe('what a document says to the others', () => {
  it('is what it says without them', () => {
    const { postMortem } = read(
      `${report('25/3/2026')}\n## Action items\n\n| Action | Owner |\n| --- | --- |\n| Add a test | Ada |\n| Add a page | TBD |\n`,
    )
    expect(siblingOf(postMortem, 'incidents/2026-03-25-mail.md')).toEqual({
      kind: 'post-mortem',
      dateOrder: 'dmy',
      zone: null,
      people: ['Ada'],
      title: 'Post-mortem: mail outage',
      versions: [],
      isFileNameDay: true,
      lacksZone: false,
    })
  })
  it.each([
    ['incidents/2026-03-26.md', true],
    ['incidents/2026-03-27.md', false],
    ['incidents/mail.md', null],
    [null, null],
  ])('is whether its name %s has the day', (path, expected) => {
    expect(siblingOf(read(report('25/3/2026')).postMortem, path).isFileNameDay).toBe(expected)
  })
  it('is nothing where it is ordinary Markdown', () => {
    expect(siblingOf(read('# Notes\n').postMortem, 'a.md')).toEqual(NO_POST_MORTEM)
  })
})

it('counts as the same while the answers are the same', () => {
  const other = { ...NO_FOLDER_FACTS, people: ['Ada Berg'] }
  expect(factsKey(['dateOrder'], other)).toBe(factsKey(['dateOrder'], NO_FOLDER_FACTS))
  expect(factsKey(['person kim'], other)).toBe(factsKey(['person kim'], NO_FOLDER_FACTS))
  expect(factsKey(['person ada'], other)).not.toBe(factsKey(['person ada'], NO_FOLDER_FACTS))
})

describe('the zone of the times', () => {
  const rows = (zone: string) =>
    `# Post-mortem: mail outage\n\n- **Date**: 2026-03-04\n\n## Timeline${zone}\n\n- 09:10 **Started**: down\n- 09:20 found\n- 09:40 **Resolved**: up\n`
  it.each([
    ['', true],
    [' (UTC)', false],
  ])('is lacking under "Timeline%s": %s', (zone, expected) => {
    expect(siblingOf(read(rows(zone)).postMortem, 'a.md').lacksZone).toBe(expected)
  })
  it('is asked for in the first file that lacks it', () => {
    const lacking = { ...REPORT, lacksZone: true }
    expect(folderFactsOf([lacking], []).isZoneAsked).toBe(false)
    expect(folderFactsOf([lacking], [lacking]).isZoneAsked).toBe(true)
  })
  it('is not asked for again', () => {
    expect(read(rows(''), { isZoneAsked: true }).postMortem.isZoneAsked).toBe(true)
    expect(read(rows(' (UTC)'), { isZoneAsked: true }).postMortem.isZoneAsked).toBe(false)
  })
})

describe('people of the folder', () => {
  const actions = (line: string) => `${report('2026-03-04')}\n## Action items\n\n${line}\n`
  const owners = (line: string, people: string[]) =>
    read(actions(line), { people }).postMortem.actionItems.map(({ owner }) => owner?.value.plain ?? null)
  it.each([
    ['- Ada adds a test', ['Ada Berg']],
    ['**Ada**\n\n- Add a test', ['Ada Berg']],
    ['### Ada\n\n- Add a test', ['Ada Berg']],
    ['- Add a test (Ada Berg)', ['Ada Berg']],
  ])('own actions: %j', (line, expected) => {
    expect(owners(line, ['Ada Berg', 'Kim'])).toEqual(expected)
    expect(owners(line, ['Kim'])).toEqual([null])
  })
  it('are asked for where nobody else is called so', () => {
    expect(read(actions('- Ada adds a test')).asked).toContain('person ada')
    expect(read(actions('| Action | Owner |\n| --- | --- |\n| add a test | Ada |')).asked).not.toContain('person ada')
  })
})
