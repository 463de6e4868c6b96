import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix, findingsIn } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, replaced } from '../../kit/mutations.ts'

const ROWS = '- 2025-05-19 10:00 UTC Outage begins\n- 2025-05-19 11:00 UTC Outage ends\n'
/** A document of no template. */
const foreign = (title: string, head = '', rows = ROWS) =>
  `# Post-mortem: ${title}\n\n- Severity: SEV2\n${head}\n## Impact\n\nNone.\n\n## Timeline\n\n${rows}`
const chosen = (head: string, rows = '') => written('incident-review', `${head}\n## Timeline\n\n${rows}`)

async function conflicts(text: string, path?: string) {
  const { view, ...opened } = await open(text, path === undefined ? undefined : { path })
  const lines = findingsIn({ view, ...opened }).filter(([, rule]) => /^(?:date-conflict|id-date-mismatch)$/.test(rule))
  const found = view.findings.filter(({ rule }) => rule === 'date-conflict')
  return { lines, messages: found.map(({ message }) => message), related: found.flatMap((one) => one.related) }
}
const isSilent = async (text: string, path?: string) => expect((await conflicts(text, path)).lines).toEqual([])

describe('is none', () => {
  test('the same day everywhere', () =>
    isSilent(foreign('Disk full on 2025-05-19', '- Date: 19 May 2025\n'), 'notes/2025-05-19-disk.md'))
  test('the next day', () => isSilent(foreign('Disk full on 2025-05-20', '- Date: 18 May 2025\n')))
  test('a file that is named by its publication', () =>
    isSilent(foreign('Disk full on 2025-05-19'), '_posts/2025-08-02-disk.md'))
  test('the day on which a blog post came out', () =>
    isSilent(`---\ndate: 2025-06-02\n---\n${foreign('Disk full on 2025-05-19')}`, '_posts/2025-06-02-disk.md'))
  test('a date of the document, when no template says that it is the incident’s', () =>
    isSilent(foreign('Disk full on 2025-05-19', '- Date: 2025-05-28\n')))
  test('a date within a long incident', () =>
    isSilent(foreign('Disk full', '- Date: 2025-05-23\n', `${ROWS}- 2025-06-02 09:00 UTC All clear\n`)))
  test('days that the title names', () => isSilent(foreign('Slow from May 17 to May 21, 2025')))
  test('a range of days', () => isSilent(foreign('Slow, 12 - 18 May 2025')))
  test('a timeline that begins some days after the incident', () => isSilent(foreign('Disk full since 2025-05-14')))
  test('rows without a year', () => isSilent(foreign('Disk full on 2025-06-19', '', '- May 19 10:00 Outage begins\n')))
  test('dates that could be read in two ways', () => isSilent(foreign('Disk full on 2025-05-19', '- Date: 3/4/2025\n')))
  test('other dates in the text of a row', () =>
    isSilent(foreign('Disk full on 2025-05-19', '', '- 10:00 Outage begins, as on 2024-02-03\n')))
  test('a log of several incidents', () => {
    const one = (day: string) => `## Outage of ${day}\n\n### Timeline\n\n- ${day} 10:00 Outage begins\n\n`
    return isSilent(`# Post-mortems of 2025-01-01\n\n${one('2025-05-12')}${one('2025-05-19')}`)
  })
})

describe('is one', () => {
  test('the title of the document that it was copied from', async () => {
    const { lines, messages, related } = await conflicts(
      foreign('Disk full on 2025-02-07'),
      'notes/2025-05-19-disk-full.md',
    )
    expect(lines).toEqual([[1, 'date-conflict', 'warning']])
    expect(messages).toEqual(['The title says 2025-02-07, but the timeline and the file name say 2025-05-19.'])
    expect(related.map(({ message }) => message)).toEqual(['The timeline: 2025-05-19'])
  })
  test('the date, where ID and file name agree', async () => {
    const text = chosen('- **Incident ID**: INC-20250519-001\n- **Date**: 2025-05-23\n')
    const { lines, messages } = await conflicts(text, 'notes/2025-05-19-disk.md')
    expect(lines).toEqual([[8, 'date-conflict', 'warning']])
    expect(messages).toEqual(['"Date" says 2025-05-23, but the ID and the file name say 2025-05-19.'])
  })
  test('the date, where it is ambiguous', async () => {
    const text = chosen('- **Date**: 2025-05-23\n', '- 2025-05-19 10:00 Outage begins\n')
    const { lines, messages } = await conflicts(text)
    expect(lines).toEqual([[7, 'date-conflict', 'warning']])
    expect(messages).toEqual(['"Date" says 2025-05-23, but the timeline says 2025-05-19.'])
  })
  test('a date before the incident, which no document is written on', async () => {
    expect((await conflicts(foreign('Disk full on 2025-05-19', '- Date: 2025-04-19\n'))).lines).toEqual([
      [4, 'date-conflict', 'warning'],
    ])
  })
  test('the year of last year', async () => {
    expect((await conflicts(foreign('Disk full on 2024-05-19'))).lines).toEqual([[1, 'date-conflict', 'warning']])
    expect((await conflicts(foreign('Disk full', '- Incident date: 2024-05-19\n'))).lines).toHaveLength(1)
  })
  test('the start', async () => {
    const text = foreign('Disk full on 2025-05-19', '- Start: 2025-04-19 10:00 UTC\n')
    const { messages } = await conflicts(text)
    expect(messages).toEqual(['"Start" says 2025-04-19, but the title and the timeline say 2025-05-19.'])
  })
  test('the title in front matter', async () => {
    const text = `---\ntitle: 19.05.2024 - Postmortem of a full disk\n---\n${foreign('Disk full')}`
    expect((await conflicts(text)).lines).toEqual([[2, 'date-conflict', 'warning']])
  })
  test('once, also where all differ', async () => {
    const text = foreign('Disk full on 2025-02-07', '- Incident date: 2025-03-07\n')
    const { lines, messages } = await conflicts(text)
    expect(lines).toHaveLength(1)
    expect(messages[0]).toContain('says 2025-03-07, but')
  })
})

describe('the fix', () => {
  test('writes what most places have', async () => {
    const text = (date: string) => foreign('Disk full', `- Incident ID: INC-20250519-001\n- Incident date: ${date}\n`)
    expect(await applyFix(text('Tuesday, 22 April 2025'), 'date-conflict')).toBe(text('Monday, 19 May 2025'))
  })
  test('offers both where it is one against one', async () => {
    const text = (title: string, date: string) =>
      foreign(`Disk full on ${title}`, `- Incident date: ${date}\n`, '- 10:00 Outage begins\n')
    const wrong = text('2025-05-09', '2025-05-19')
    expect(await applyFix(wrong, 'date-conflict', '"Incident date"')).toBe(text('2025-05-09', '2025-05-09'))
    expect(await applyFix(wrong, 'date-conflict', 'title')).toBe(text('2025-05-19', '2025-05-19'))
  })
  test('leaves a timeline alone', async () => {
    const text = foreign('Disk full on 2025-02-07', '', ROWS.replaceAll('05-19 1', '05-20 1'))
    await expect(applyFix(text, 'date-conflict')).rejects.toThrow('there are: none')
  })
})

describe('planted errors', () => {
  test('are found', () =>
    expectFound('date-conflict', [
      ...['2025-10-03', '2024-10-31', '30 September 2025', '3 November 2025', '28 October 2025'].map((date) =>
        replaced(fixture('right/days-midnight.md'), 'Friday, 31 October 2025', date),
      ),
      ...['2024', '2023', '2015'].map((year) =>
        replaced(fixture('right/days-months-first.md'), 'October 14, 2025', `October 14, ${year}`),
      ),
      ...['September 14', 'August 4', 'November 14'].map((day) =>
        replaced(fixture('right/days-months-first.md'), 'October 14, 2025', `${day}, 2025`),
      ),
      ...['May 6, 2025', 'July 14, 2025', 'Oct 11, 2025'].map((date) =>
        replaced(fixture('right/days-months-first.md'), 'Tuesday, October 14, 2025', date),
      ),
      ...['2024-07-07', '2025-06-07', '2025-05-07', '2025-08-07', '2025-09-02'].map((date) =>
        replaced(fixture('right/days-long.md'), 'since 2025-07-07', `since ${date}`),
      ),
      ...['09.09.2024', '09.08.2025', '29.08.2025', '19.09.2025', '05.09.2025', '09.03.2025'].map((date) =>
        replaced(fixture('right/days-norwegian.md'), 'title: 09.09.2025', `title: ${date}`),
      ),
      ...['tirsdag 10.06.2025', 'mandag 09.09.2024', 'torsdag 04.09.2025'].map((date) =>
        replaced(fixture('right/days-norwegian.md'), 'tirsdag 09.09.2025', date),
      ),
      ...['2024年8月20日（火）', '2025年7月20日（日）', '2025年8月2日（土）'].map((date) =>
        replaced(fixture('right/days-japanese.md'), '2025年8月20日（水）', date),
      ),
    ]))
})

describe('the days of the impact', () => {
  const report = (impact: string) =>
    `# Post-mortem: mail outage 2025-03-14\n\n## Impact\n\n${impact}\n\n## Timeline (UTC)\n\n- 2025-03-13 23:04 **Outage begins**\n- 2025-03-14 02:50 a user calls\n- 2025-03-14 08:12 **Outage ends**\n`
  const yearless = (text: string) => text.replaceAll('- 2025-03-', '- 03-').replace('outage 2025-03-14', 'outage')
  const found = async (text: string) =>
    (await open(text, { path: 'incidents/2025-03-14-mail.md' })).view.findings
      .filter(({ rule }) => rule === 'date-conflict')
      .map(({ message }) => message)
  test.each([
    ['a month', 'Mail was down between 2025-02-13 23:04 and 2025-02-14 08:12.', '2025-02-13 to 2025-02-14'],
    ['a year', '- Mail: 2024-03-13 23:04 to 2024-03-14 08:12', '2024-03-13 to 2024-03-14'],
    ['rows without a year', 'Mail was down between 2025-02-13 23:04 and 2025-02-14 08:12.', '2025-02-13 to 2025-02-14'],
    ['in words', 'Mail was down from Feb 13, 2025 23:04 until Feb 14, 2025 08:12.', '2025-02-13 to 2025-02-14'],
  ])('contradict the timeline: %s', async (name, impact, days) =>
    expect(await found(name === 'rows without a year' ? yearless(report(impact)) : report(impact))).toEqual([
      expect.stringContaining(`The impact says ${days}, but`),
    ]),
  )
  test.each([
    ['the same', 'Mail was down between 2025-03-13 23:04 and 2025-03-14 08:12.'],
    ['of other things', 'Records made between 2024-01-05 and 2024-02-01 were lost.'],
    ['of other things, with times', 'Records made between 2024-01-05 10:00 and 2024-02-01 12:00 were lost.'],
    ['another day of the month, which may be meant', 'Down from 2025-03-03 23:04 until 2025-03-04 08:12.'],
    ['one time', 'Mail was down since 2025-02-13 23:04.'],
    ['without a day', 'Mail was down between 23:04 and 08:12.'],
  ])('nothing: %s', async (_, impact) => expect(await found(report(impact))).toEqual([]))
})
