import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix, expectFindings, findingsIn } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'

const dated = (date: string) => written('minimal', `- **Date**: ${date}\n`)
const foreign = (body: string) =>
  `# Post-mortem: Disk full on 2025-05-19\n\n- Severity: SEV2\n\n## Impact\n\nNone.\n\n## Root cause\n\n${body}`
async function found(text: string) {
  const opened = await open(text)
  return findingsIn(opened).filter(([, rule]) => rule === 'invalid-date')
}
async function messageOf(text: string) {
  const { view } = await open(text)
  return view.findings.find(({ rule }) => rule === 'invalid-date')?.message
}

describe('is none', () => {
  test.each([
    '2025-05-19',
    '19 May 2025',
    'May 19th, 2025',
    '19.05.2025',
    '19.05.25',
    '3/4/2025',
    '2025年5月19日',
    '2025.05.19',
    'from 19 May to 21 May 2025',
    'the night before the release',
    'Q3 2025',
    'May 2025',
    '2025-05',
    '12 janvier 2025',
    '29 February 2024',
    'version 2.13.4',
    '[Date]',
    'TBD',
    '',
  ])('a date field with "%s"', async (date) => expect(await found(dated(date))).toEqual([]))
  test('in prose, code and quotations', () =>
    expectFindings(foreign('The log said 2025-02-30.\n\n> 2025-02-31\n\n```\n2025-13-01\n```\n'), []))
  test('a ratio of three numbers', async () => {
    expect(await found(foreign('- Replicas: 15/18/24\n'))).toEqual([])
  })
})

describe('an impossible day is an error', () => {
  test.each([
    ['2025-02-30', 'There is no 2025-02-30: February has 28 days in 2025.'],
    ['2025-13-01', 'There is no 2025-13-01: a year has the months 1 to 12.'],
    ['31 June 2025', 'There is no 31 June 2025: June has 30 days.'],
    ['30 February', 'There is no 30 February: February has 29 days.'],
    ['31.04.2025', 'There is no 31.04.2025: April has 30 days.'],
    ['0.02.2025', 'There is no 0.02.2025: a month begins with day 1.'],
  ])('%s', async (date, message) => {
    expect(await found(dated(date))).toEqual([[7, 'invalid-date', 'error']])
    expect(await messageOf(dated(date))).toBe(message)
  })
  test.each([
    ['a heading', '## Log of 2025-02-30\n', 11],
    ['a field', '- Found on: 2025-02-30\n', 11],
    ['a line of the timeline', '## Timeline\n\n2025-02-30\n\n- 10:00 Outage begins\n', 13],
    ['an entry of the timeline', '## Timeline\n\n- 2025-02-30 10:00 Outage begins\n', 13],
    [
      'a due date',
      '## Action items\n\n| Action | Owner | Due |\n| --- | --- | --- |\n| Test | Ana | 2025-02-30 |\n',
      15,
    ],
  ])('in %s', async (_, body, line) => {
    expect(await found(foreign(body))).toEqual([[line, 'invalid-date', 'error']])
  })
  test('in front matter', async () => {
    expect(await found(`---\ndate: 2025-06-31\n---\n${foreign('')}`)).toEqual([[2, 'invalid-date', 'error']])
  })
})

describe('what cannot be read is a warning', () => {
  test.each(['20250519', '2025 05 19', '2025_05_19', '2025-0519', '19-05-25', '2025-05-1O', '45 May 2025'])(
    '%s',
    async (date) => expect(await found(dated(date))).toEqual([[7, 'invalid-date', 'warning']]),
  )
  test('and says how to write it', async () => {
    expect(await messageOf(dated('20250519'))).toBe('"20250519" cannot be read as a date: write 2025-05-19.')
    expect(await messageOf(dated('2025-05-1O'))).toBe('"2025-05-1O" cannot be read as a date.')
  })
  test('also in a due date', async () => {
    const text = written('minimal', '## Action Items\n\n- [ ] Test it\n  - **Due Date**: 20250519\n')
    expect(await found(text)).toEqual([[10, 'invalid-date', 'warning']])
  })
})

describe('the fix', () => {
  test.each(['20250519', '2025 05 19', '2025_05_19', '2025-0519'])('%s → 2025-05-19', async (date) => {
    expect(await applyFix(dated(date), 'invalid-date')).toBe(dated('2025-05-19'))
  })
  test.each(['2025-02-30', '20250230', '2025-05-1O', '19-05-25'])('of %s would be a guess', async (date) => {
    await expect(applyFix(dated(date), 'invalid-date')).rejects.toThrow('there are: none')
  })
})

describe('planted errors', () => {
  /** Every ISO date in a field, a cell or an entry, each spoilt in two ways. */
  const mutants = (path: string): Mutant[] => {
    const right = fixture(path)
    return [...right.matchAll(/^(?:- | {2}- |\| |###).*?(\d{4})-(\d\d)-(\d\d)/gm)].flatMap((match) => {
      const [whole, year, month, day] = match
      const at = match.index + whole.length - 10
      const isWeekdayBefore = /day,? $/.test(right.slice(0, at))
      return [`${year}-${month}-32`, `${year}-13-${day}`].flatMap((date): Mutant[] => {
        if (isWeekdayBefore) return []
        return [{ what: `${path}: ${whole} → ${date}`, right, wrong: right.slice(0, at) + date + right.slice(at + 10) }]
      })
    })
  }
  test('are found', () =>
    expectFound(
      'invalid-date',
      ['filled/minimal.md', 'filled/phased.md', 'filled/incident-review.md', 'right/days-midnight.md'].flatMap(mutants),
    ))
  test('are found in other notations', () => {
    const impossible: [path: string, from: RegExp, to: string][] = [
      ['right/days-norwegian.md', /\d\d\.\d\d\.2025/g, '31.09.2025'],
      ['right/days-months-first.md', /October \d\d, 2025/g, 'October 32, 2025'],
      ['right/days-months-first.md', /10\/\d\d\/2025/g, '11/31/2025'],
      ['right/days-long.md', /\d+ July 2025/g, '31 June 2025'],
      ['right/days-japanese.md', /2025-08-20/g, '2025-08-32'],
    ]
    return expectFound(
      'invalid-date',
      impossible.flatMap(([path, from, to]) => {
        const right = fixture(path)
        return [...right.matchAll(from)].map(({ 0: text, index }) => {
          return {
            what: `${path}: ${text} → ${to}`,
            right,
            wrong: right.slice(0, index) + to + right.slice(index + text.length),
          }
        })
      }),
    )
  })
})
