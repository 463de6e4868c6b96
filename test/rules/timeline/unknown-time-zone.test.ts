/** Words in the place of a zone that name none, and abbreviations of several zones. */
import { describe, expect, test } from 'vitest'
import { open } from '../../kit/document.ts'
import { allShown, applyFix, finderOf } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'

const config = (timeZone: string) => ({ files: { '.postmortem.yml': `timeZone: ${timeZone}\n` } })
const HEAD = '# Post-mortem: Queue full\n\n- Date: 2024-06-11\n- Severity: SEV2\n\n'
const table = (column: string, ...times: string[]) =>
  `${HEAD}## Timeline\n\n| ${column} | Event |\n|---|---|\n${times.map((time) => `| ${time} | Something |\n`).join('')}`
const list = (heading: string, ...items: string[]) =>
  `${HEAD}## ${heading}\n\n${items.map((item) => `- ${item}\n`).join('')}`
const found = finderOf('unknown-time-zone', allShown)
const CLOCKS = ['10:00', '10:20', '11:00']

describe('a word that is no zone', () => {
  test.each(['QST', 'XYZT', 'UTCC', 'TUC', 'UTC+25', 'GMT+15:00', 'Europe/Olso'])('%s', async (zone) => {
    const message = [`${zone}: "${zone}" is no time zone that is known.`]
    expect(await found(table(`Time (${zone})`, ...CLOCKS))).toEqual(message)
    expect(await found(table('Time', ...CLOCKS.map((clock) => `${clock} ${zone}`)))).toEqual(message)
    expect(await found(list(`Timeline (${zone})`, '10:00 Queue fills'))).toEqual(message)
    expect(
      await found(list('Timeline', '10:00 Queue fills').replace('- 10', `All times are in ${zone}.\n\n- 10`)),
    ).toEqual(message)
  })
  test('after every time of a list', async () => {
    expect(await found(list('Timeline', '10:00 QST Full', '10:05 QST Fuller', '10:10 QST - Empty'))).toHaveLength(1)
    expect(await found(list('Timeline', '10:00 QST Full', '10:05 Fuller', '10:10 QST Empty'))).toEqual([])
    expect(await found(list('Timeline', '10:00 - QST full', '10:05 - QST fuller', '10:10 - QST empty'))).toEqual([])
  })
  test('in a single cell or field', async () => {
    expect(await found(table('Time', '10:00 UTC', '10:05 UTCT', '10:10 UTC'))).toHaveLength(1)
    expect(
      await found(`${HEAD}- Start: 2024-06-11 10:00 QST\n\n${list('Timeline', ...CLOCKS).slice(HEAD.length)}`),
    ).toEqual(['QST: "QST" is no time zone that is known.'])
  })
  test.each([
    ['a known zone', table('Time (PKT)', ...CLOCKS)],
    ['one of the database', table('Time (EST5EDT)', ...CLOCKS)],
    ['a format', table('Time (HH:MM)', ...CLOCKS)],
    ['a remark', table('Time (LOCAL)', ...CLOCKS)],
    ['a draft', list('Timeline (DRAFT)', '10:00 Queue fills')],
    ['a word in capitals', list('Timeline', '10:00 ALERT fires', '10:05 ALERT fires', '10:10 ALERT ends')],
    ['a method', list('Timeline', '10:00 POST /a fails', '10:05 POST /a fails', '10:10 POST /a works')],
    ['another column', table('Time (UTC)', ...CLOCKS).replace('| Event', '| Event (QST)')],
    ['other times', `${HEAD}## Impact\n\nResponse times (QST) were high.\n`],
    ['text behind a time', table('Time', '10:00 first', '10:05 DNS', '10:10 IDS')],
  ])('none: %s', async (_what, text) => expect(await found(text)).toEqual([]))
})

describe('an abbreviation of several zones', () => {
  test.each([
    ['IST', 'IST: IST may be the time of India, Ireland or Israel: say which.'],
    ['CST', 'CST: CST may be the time of North America, China or Cuba: say which.'],
    ['BST', 'BST: BST may be the time of Britain or Bangladesh: say which.'],
  ])('%s', async (zone, message) => {
    expect(await found(table(`Time (${zone})`, ...CLOCKS))).toEqual([message])
    expect(await found(table('Time', ...CLOCKS.map((clock) => `${clock} ${zone}`)))).toEqual([message])
  })
  test('settled by the configuration', async () => {
    expect(await found(table('Time (IST)', ...CLOCKS), config('Asia/Kolkata'))).toEqual([])
    expect(await found(table('Time (IST)', ...CLOCKS), config('Europe/Oslo'))).toHaveLength(1)
    const { view } = await open(table('Time (IST)', ...CLOCKS), config('Asia/Kolkata'))
    expect(view.postMortem.timeline[0]?.at?.zone).toMatchObject({ id: 'Asia/Kolkata', fixedOffset: '+05:30' })
  })
  test.each([
    ['with its offset', table('Time (IST (UTC+5:30))', ...CLOCKS)],
    ['beside another zone', table('Time', '10:00 IST / 04:30 UTC', '10:20 IST', '11:00 IST')],
    ['in words', `${table('Time (IST)', ...CLOCKS)}\nOur colleagues in Pune saw it first.\n`],
    ['by zones of the same country', `${table('Time (CST)', ...CLOCKS)}\nSupport in EST was asked.\n`],
  ])('settled by the document: %s', async (_how, text) => expect(await found(text)).toEqual([]))
  test('not settled by words for two of them', async () =>
    expect(await found(`${table('Time (IST)', ...CLOCKS)}\nOffices in India and Ireland saw it.\n`)).toHaveLength(1))
})

describe('the fix', () => {
  test('writes what the abbreviation may mean, everywhere', async () => {
    const text = `${table('Time (IST)', ...CLOCKS)}\nAll was well at 11:30 IST.\n`
    expect(await applyFix(text, 'unknown-time-zone', 'India')).toBe(text.replaceAll('IST', 'UTC+05:30'))
    expect(await applyFix(text, 'unknown-time-zone', 'Ireland')).toBe(text.replaceAll('IST', 'UTC+01:00'))
    expect(await applyFix(text, 'unknown-time-zone', 'Israel')).toBe(text.replaceAll('IST', 'UTC+02:00'))
  })
  test('offers similar spellings', async () => {
    const broken = table('Time (Europe/Olso)', ...CLOCKS)
    expect(await applyFix(broken, 'unknown-time-zone', 'Europe/Oslo')).toBe(broken.replace('Olso', 'Oslo'))
    const doubled = table('Time', '10:00 UTCC', '10:05 UTCC')
    expect(await applyFix(doubled, 'unknown-time-zone', 'UTC')).toBe(doubled.replaceAll('UTCC', 'UTC'))
  })
  test('offers nothing where nothing is similar', () =>
    expect(applyFix(table('Time (XYZT)', ...CLOCKS), 'unknown-time-zone')).rejects.toThrow('there are: none'))
})

describe('planted errors', () => {
  const documents: [path: string, zone: string][] = [
    ['filled/incident-review.md', 'UTC'],
    ['filled/phased.md', 'UTC'],
    ['filled/minimal.md', 'UTC'],
    ['filled/google-sre.md', 'UTC'],
    ['right/zone-phases-cet.md', 'CET'],
    ['right/zone-heading-nzdt.md', 'NZDT'],
    ['right/zone-bullets-cest.md', 'CEST'],
    ['right/zone-table-pdt.md', 'PDT'],
  ]
  const mutants = documents.flatMap(([path, zone]) =>
    ['QST', 'XYZT', 'UTCC', 'IST', 'BST', 'CST'].map((name): Mutant => {
      const right = fixture(path)
      return { what: `${path}: ${name}`, right, wrong: right.replace(new RegExp(`\\b${zone}\\b`, 'g'), name) }
    }),
  )
  test('are found', () => expectFound('unknown-time-zone', mutants))
})
