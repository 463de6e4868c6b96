import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { findingsIn, textAt } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant, replaced } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

// The clock of the tests is at noon on 15 January 2026, UTC.
const dated = (date: string) => written('minimal', `- **Date**: ${date}\n`)
const foreign = (head: string, timeline: string) =>
  `# Post-mortem: Disk full\n\n- Severity: SEV2\n${head}\n## Impact\n\nNone.\n\n## Timeline\n\n${timeline}`

async function future(text: string, now?: string) {
  const opened = await open(text, now === undefined ? undefined : { now })
  return opened.view.findings.filter(({ rule }) => rule === 'future-date').map((finding) => textAt(opened, finding))
}

describe('is none', () => {
  test.each(['2025-12-31', '2026-01-15', '2026-01-16', '3/4/2027', 'next week'])('a date of %s', async (date) => {
    expect(await future(dated(date))).toEqual([])
  })
  test('within 24 hours', async () => {
    expect(await future(foreign('- Start: 2026-01-16 11:00 UTC\n', ''))).toEqual([])
    expect(await future(foreign('', '- 2026-01-16 11:30 UTC Outage begins\n'))).toEqual([])
  })
  test('a due date, a review or a follow-up', async () => {
    const text = `${fixture('filled/minimal.md')}\n## Follow-up\n\n- 1 Week Follow-Up: 2027-01-27\n`
    expect(await future(text.replace('2026-02-06', '2027-02-06'), '2026-01-21T12:00:00Z')).toEqual([])
  })
  test('an entry about what will be', async () => {
    const rows = '- 2026-01-10 10:00 UTC Outage begins\n- 2026-02-01 10:00 UTC Review scheduled\n'
    expect(await future(foreign('', rows))).toEqual([])
  })
  test('a day without its year', async () => {
    expect(await future(foreign('- Date: 2026-01-10\n', '- 20 December 10:00 Outage begins\n'))).toEqual([])
  })
  test('the day of publication in front matter', async () => {
    expect(await future(`---\ndate: 2026-03-01\n---\n${foreign('', '')}`)).toEqual([])
  })
})

describe('is one', () => {
  test('a date two days ahead', async () => expect(await future(dated('2026-01-17'))).toEqual(['2026-01-17']))
  test('a time more than 24 hours ahead, in its zone', async () => {
    expect(await future(foreign('', '- 2026-01-16 12:30 UTC Outage begins\n'))).toEqual(['2026-01-16 12:30 UTC'])
    expect(await future(foreign('', '- 2026-01-16 12:30 CET Outage begins\n'))).toEqual([])
  })
  test('the start', async () => {
    expect(await future(foreign('- Start: 2062-01-10 10:00 UTC\n', ''))).toEqual(['2062-01-10 10:00 UTC'])
  })
  test('the ID', async () => {
    const text = written('incident-review', '- **Incident ID**: INC-20620110-001\n')
    expect(await future(text)).toEqual(['INC-20620110-001'])
  })
  test('the same day everywhere is one finding, at the date', async () => {
    const text = written(
      'incident-review',
      '- **Incident ID**: INC-20620110-001\n- **Date**: 2062-01-10\n\n## Timeline\n\n- 2062-01-10 10:00 Started\n',
    )
    const opened = await open(text)
    expect(await future(text)).toEqual(['2062-01-10'])
    const [finding] = opened.view.findings.filter(({ rule }) => rule === 'future-date')
    expect(finding?.message).toBe('The incident cannot have been on 2062-01-10: today is 2026-01-15.')
    expect(finding?.related.map(({ message }) => message)).toEqual(['Here too: the ID', 'Here too: the timeline'])
    expect(findingsIn(opened)).toContainEqual([8, 'future-date', 'warning'])
  })
})

describe('planted errors', () => {
  const YEARS = ['2027', '2036', '2062']
  const heads: [path: string, from: string][] = [
    ['filled/incident-review.md', '**Date**: 2026-02-11'],
    ['filled/incident-review.md', 'INC-20260211-001'],
    ['filled/phased.md', '**Date**: 2026-03-02'],
    ['filled/phased.md', 'INC-20260302-001'],
    ['filled/minimal.md', '**Date**: 2026-01-20'],
    ['filled/google-sre.md', '**Date**: 2026-04-14'],
    ['right/days-midnight.md', 'INC-20251031-002'],
    ['right/days-midnight.md', 'Friday, 31 October 2025'],
    ['right/days-norwegian.md', 'tirsdag 09.09.2025'],
    ['right/days-japanese.md', '2025年8月20日'],
    ['right/days-months-first.md', 'Tuesday, October 14, 2025'],
  ]
  const rows: [path: string, from: RegExp][] = [
    ['right/days-midnight.md', /^- 2025-1/gm],
    ['right/days-japanese.md', /^- 2025-08/gm],
    ['right/days-months-first.md', /^- \*\*10\/\d\d\/2025/gm],
  ]
  const inRows = rows.flatMap(([path, from]): Mutant[] => {
    const right = fixture(path)
    return [...right.matchAll(from)].map(({ 0: text, index }) => {
      const wrong = right.slice(0, index) + text.replace('2025', '2052') + right.slice(index + text.length)
      return { what: `${path}: ${text} → 2052`, right, wrong }
    })
  })
  const inHeads = heads.flatMap(([path, from]) =>
    YEARS.map((year) => replaced(fixture(path), from, from.replace(/202[56]/, year))),
  )
  test('are found', () => expectFound('future-date', [...inHeads, ...inRows], { now: LATER }))
})
