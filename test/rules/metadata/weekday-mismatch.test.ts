import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix, findingsIn, textAt } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'

const dated = (date: string) => written('minimal', `- **Date**: ${date}\n`)
const withProse = (prose: string) => written('minimal', `- **Date**: 2025-05-19\n\n## Summary\n\n${prose}\n`)

async function mismatches(text: string) {
  const opened = await open(text)
  return opened.view.findings
    .filter(({ rule }) => rule === 'weekday-mismatch')
    .map((finding) => [textAt(opened, finding), finding.message])
}

describe('is none', () => {
  // 19 May 2025 was a Monday.
  test.each([
    'Monday, 19 May 2025',
    'Mon 2025-05-19',
    '2025-05-19 (Mon)',
    'mandag 19. mai 2025',
    '2025年5月19日（月）',
    'Monday, May 19, 2025',
    '19 May 2025',
  ])('%s', async (date) => expect(await mismatches(dated(date))).toEqual([]))
  test.each([
    ['day and month may be exchanged', 'Since Tuesday 3/4/2025 it was slow.'],
    ['a weekend', 'Saturday and Sunday, 17-18 May 2025'],
    ['the weekday of the next date', 'On 19 May 2025, Tuesday, 20 May 2025 and later'],
    ['a date of another year', 'Due on Friday 16 January'],
    ['a weekday that ends a sentence', 'It broke on Friday. 19 May 2025 was quiet.'],
    ['a weekday that begins another thought', 'On 19 May 2025, Tuesday’s release was stopped.'],
    ['a name', 'On 19 May 2025, Sun servers were restarted.'],
    ['no date beside it', 'On Friday we stopped 2025-05-19'],
  ])('%s', async (_, prose) => expect(await mismatches(withProse(prose))).toEqual([]))
  test('when the year is not known', async () => {
    const text = '# Post-mortem: Disk full\n\n- Severity: SEV2\n\n## Impact\n\nFriday 19 May\n\n## Root cause\n'
    expect(await mismatches(text)).toEqual([])
  })
})

describe('is one', () => {
  test.each([
    ['Tuesday, 19 May 2025', '19 May 2025 is a Monday, not a Tuesday.'],
    ['2025-05-19 (Fri)', '2025-05-19 is a Monday, not a Friday.'],
    ['fredag 19. mai 2025', '19. mai 2025 is a Monday, not a Friday.'],
    ['2025年5月19日（火）', '2025年5月19日 is a Monday, not a Tuesday.'],
    ['Wed, May 19, 2025', 'May 19, 2025 is a Monday, not a Wednesday.'],
  ])('%s', async (date, message) => {
    expect((await mismatches(dated(date))).map(([, said]) => said)).toEqual([message])
  })
  test('at the weekday and its date', async () => {
    expect(await mismatches(dated('Tuesday, 19 May 2025'))).toMatchObject([['Tuesday, 19 May 2025', expect.anything()]])
  })
  test('with the year of the incident', async () => {
    expect(await mismatches(withProse('It began on Friday 17 May.'))).toEqual([
      ['Friday 17 May', '17 May (2025) is a Saturday, not a Friday.'],
    ])
  })
  test('in a heading and in front matter', async () => {
    expect(await mismatches(withProse('### Tuesday, 20 May 2025\n\n### Tuesday, 21 May 2025'))).toHaveLength(1)
    const text = `---\ntemplate: minimal\ndate: Sunday, 19 May 2025\n---\n\n# Disk full\n`
    expect(await mismatches(text)).toHaveLength(1)
  })
  test('is a warning', async () => {
    expect(findingsIn(await open(dated('Tuesday, 19 May 2025')))).toContainEqual([7, 'weekday-mismatch', 'warning'])
  })
})

describe('the fix', () => {
  test.each([
    ['Tuesday, 19 May 2025', 'Monday, 19 May 2025', 'Tuesday, 20 May 2025'],
    ['2025-05-19 (Fri)', '2025-05-19 (Mon)', '2025-05-16 (Fri)'],
    ['fredag 19.05.2025', 'mandag 19.05.2025', 'fredag 16.05.2025'],
    ['2025年5月19日（火）', '2025年5月19日（月）', '2025年5月20日（火）'],
    ['THU, May 1st, 2025', null, null],
    ['FRI, May 1st, 2025', 'THU, May 1st, 2025', 'FRI, May 2nd, 2025'],
    ['Wed, 1 May 2025', 'Thu, 1 May 2025', 'Wed, 30 April 2025'],
  ])('%s: the weekday or the date', async (date, weekday, day) => {
    if (!weekday || !day) return expect(await mismatches(dated(date))).toEqual([])
    expect(await applyFix(dated(date), 'weekday-mismatch', 'weekday')).toBe(dated(weekday))
    expect(await applyFix(dated(date), 'weekday-mismatch', 'date')).toBe(dated(day))
  })
  test('none of the two is preferred', async () => {
    const { service, view, text } = await open(dated('Tuesday, 19 May 2025'))
    const fixes = service.fixes(view, 0, text.length).filter(({ finding }) => finding.rule === 'weekday-mismatch')
    expect(fixes.map(({ title, preferred }) => [title, preferred])).toEqual([
      ['Change the weekday to Monday', false],
      ['Change the date to 20 May 2025', false],
    ])
  })
})

describe('planted errors', () => {
  const WEEKS = [
    ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
    ['（月）', '（火）', '（水）', '（木）', '（金）', '（土）', '（日）'],
  ]
  /** Every weekday next to a date, changed to four others. */
  const mutants = (path: string): Mutant[] => {
    const right = fixture(path)
    const beside = /[A-Za-zø]+day,?(?= (?:\d|[A-Z][a-z]+ \d))|[a-zø]+dag(?= \d)|（[月火水木金土日]）/g
    return [...right.matchAll(beside)].flatMap(({ 0: text, index }) => {
      const word = text.replace(',', '')
      const week = WEEKS.find((names) => names.includes(word)) ?? []
      return [1, 2, 4, 6].map((by) => {
        const other = week[(week.indexOf(word) + by) % 7] ?? ''
        const wrong = right.slice(0, index) + other + right.slice(index + word.length)
        return { what: `${path}: ${word} → ${other} at ${index}`, right, wrong }
      })
    })
  }
  const paths = ['days-midnight', 'days-months-first', 'days-norwegian', 'days-japanese', 'days-long']
  test.each(paths)('%s has some', (name) => expect(mutants(`right/${name}.md`).length).toBeGreaterThanOrEqual(12))
  test('are found', () =>
    expectFound(
      'weekday-mismatch',
      paths.flatMap((name) => mutants(`right/${name}.md`)),
    ))
})
