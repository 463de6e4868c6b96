/** Names of summer time in winter, and the other way round. */
import { describe, expect, test } from 'vitest'
import { open } from '../../kit/document.ts'
import { applyFix, expectFindings, textAt } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'

const config = (timeZone: string) => ({ files: { '.postmortem.yml': `timeZone: ${timeZone}\n` } })
/** A timeline of one day; its zone is in the sentence above it. */
const stated = (date: string, zone: string) =>
  `# Post-mortem: Queue full\n\n- Date: ${date}\n- Severity: SEV2\n\n## Timeline\n\nAll times are in ${zone}.\n\n- 10:00 The queue fills\n- 10:20 On-call empties it\n- 11:00 The incident is over\n`
const finding = async (text: string, options?: Parameters<typeof open>[1]) =>
  (await open(text, options)).view.findings.find(({ rule }) => rule === 'zone-season')

describe('the name of the other half of the year', () => {
  test.each([
    ['2024-06-11', 'CET', 'CET is standard time, but on 2024-06-11 the clocks showed CEST.'],
    ['2024-01-11', 'CEST', 'CEST is summer time, but on 2024-01-11 the clocks showed CET.'],
    ['2024-01-11', 'PDT', 'PDT is summer time, but on 2024-01-11 the clocks showed PST.'],
    ['2024-07-30', 'PST', 'PST is standard time, but on 2024-07-30 the clocks showed PDT.'],
    ['2024-07-30', 'Pacific Standard Time', 'the clocks showed Pacific Daylight Time.'],
    ['2024-01-11', 'NZST', 'the clocks showed NZDT.'],
    ['2024-06-11', 'NZDT', 'the clocks showed NZST.'],
    ['2024-06-11', 'AEDT', 'the clocks showed AEST.'],
    ['2024-07-30', 'EET', 'the clocks showed EEST.'],
  ])('%s %s', async (date, zone, message) => {
    expect((await finding(stated(date, zone)))?.message).toContain(message)
  })
  test.each([
    ['2024-06-11', 'CEST'],
    ['2024-01-11', 'CET'],
    ['2024-06-11', 'PDT'],
    ['2024-01-11', 'NZDT'],
    ['2024-06-11', 'NZST'],
    ['2024-06-11', 'AEST'],
    ['2024-06-11', 'Europe/Oslo'],
    ['2024-06-11', 'PT'],
    ['2024-06-11', 'GMT'],
    ['2024-06-11', 'JST'],
    ['2024-06-11', 'UTC+1'],
    ['2024-06-11', 'PST (UTC-7)'],
    ['2024-06-11', 'CET/CEST'],
  ])('none on %s in %s', async (date, zone) => expect(await finding(stated(date, zone))).toBeUndefined())
  test('none where regions keep standard time all year', async () => {
    expect(await finding(stated('2024-06-11', 'MST'))).toBeUndefined()
    expect(await finding(stated('2024-01-11', 'AEST'))).toBeUndefined()
    expect(await finding(stated('2024-01-11', 'AEST'), config('Australia/Brisbane'))).toBeUndefined()
    expect((await finding(stated('2024-01-11', 'AEST'), config('Australia/Sydney')))?.message).toContain('AEDT')
    expect(await finding(stated('2024-06-11', 'EST'), config('America/Panama'))).toBeUndefined()
  })
  test('British summer time in December, once it is known to be British', async () => {
    expect(await finding(stated('2024-12-11', 'BST'))).toBeUndefined()
    expect((await finding(stated('2024-12-11', 'BST'), config('Europe/London')))?.message).toContain('showed GMT')
    expect(await finding(stated('2024-12-11', 'BST'), config('Asia/Dhaka'))).toBeUndefined()
  })
  test('none on the day of the change, one on the days around it', async () => {
    for (const zone of ['CET', 'CEST']) expect(await finding(stated('2024-03-31', zone))).toBeUndefined()
    for (const zone of ['EST', 'EDT']) expect(await finding(stated('2024-11-03', zone))).toBeUndefined()
    expect((await finding(stated('2024-03-30', 'CEST')))?.message).toContain('showed CET')
    expect((await finding(stated('2024-04-01', 'CET')))?.message).toContain('showed CEST')
  })
  test('none without a date', async () =>
    expect(await finding(stated('2024-06-11', 'CET').replace('- Date: 2024-06-11\n', ''))).toBeUndefined())
})

describe('where it is', () => {
  const rows = (...times: string[]) =>
    `# Post-mortem: Queue full\n\n- Severity: SEV2\n\n## Timeline\n\n| Time | Event |\n|---|---|\n${times.map((time) => `| ${time} | Something |\n`).join('')}\n## Impact\n\nNone.\n`
  test('one finding for each abbreviation, at its first wrong place', async () => {
    const text = rows('2024-06-11 10:00 CET', '2024-06-11 10:10 CET', '2024-06-11 10:20 EST')
    await expectFindings(text, [
      [9, 'zone-season', 'hint'],
      [11, 'zone-season', 'hint'],
    ])
    const opened = await open(text)
    expect(opened.view.findings.map((found) => textAt(opened, found))).toEqual(['CET', 'EST'])
  })
  test('a statement names the row that contradicts it', async () => {
    const opened = await open(stated('2024-06-11', 'CET'))
    const [found] = opened.view.findings
    expect(found?.related.map(({ message }) => message)).toEqual(['Timeline: 10:00, 2024-06-11'])
  })
  test('a time in prose counts with its own date only', async () => {
    const prose = (text: string) => stated('2024-06-11', 'CEST').replace('The queue fills', text)
    expect(await finding(prose('It was last emptied at 10:00 CET'))).toBeUndefined()
    expect(await finding(prose('It was last emptied on 2024-06-01 at 10:00 CET'))).toBeDefined()
  })
})

describe('the fix', () => {
  test('changes the name everywhere', async () => {
    const text = `${stated('2024-06-11', 'CET')}\n## Impact\n\nNone after 11:00 CET.\n`
    expect(await applyFix(text, 'zone-season')).toBe(text.replaceAll('CET', 'CEST'))
  })
  test('leaves the days on which it is right', async () => {
    const text = stated('2024-03-30', 'UTC')
      .replace('10:00', '2024-03-29 10:00 CET')
      .replace('10:20', '2024-04-01 10:20 CET')
    expect(await applyFix(text, 'zone-season')).toBe(text.replace('10:20 CET', '10:20 CEST'))
  })
  test('there is none for a statement about days of both seasons', async () => {
    const text = stated('2024-03-29', 'CET').replace('10:20', '2024-04-01 10:20').replace('11:00', '2024-04-02 11:00')
    expect(await finding(text)).toBeDefined()
    await expect(applyFix(text, 'zone-season')).rejects.toThrow('there are: none')
  })
})

describe('planted errors', () => {
  const winter: [path: string, zone: string][] = [
    ['filled/incident-review.md', 'UTC'],
    ['filled/phased.md', 'UTC'],
    ['filled/minimal.md', 'UTC'],
    ['right/zone-phases-cet.md', 'CET'],
    ['right/zone-heading-nzdt.md', 'NZDT'],
  ]
  const summer: [path: string, zone: string][] = [
    ['filled/google-sre.md', 'UTC'],
    ['right/zone-bullets-cest.md', 'CEST'],
    ['right/zone-table-pdt.md', 'PDT'],
  ]
  const plant = (documents: typeof winter, names: readonly string[]): Mutant[] =>
    documents.flatMap(([path, zone]) =>
      names.map((name) => {
        const right = fixture(path)
        return {
          what: `${path}: ${zone} → ${name}`,
          right,
          wrong: right.replace(new RegExp(`\\b${zone}\\b`, 'g'), name),
        }
      }),
    )
  test('are found', () =>
    expectFound('zone-season', [
      ...plant(winter, ['CEST', 'EDT', 'PDT', 'EEST', 'NZST']),
      ...plant(summer, ['CET', 'EST', 'PST', 'WET', 'AEDT', 'NZDT']),
    ]))
})
