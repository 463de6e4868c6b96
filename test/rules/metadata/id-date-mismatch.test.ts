import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix, findingsIn } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, replaced } from '../../kit/mutations.ts'

const head = (id: string, date: string, more = '') =>
  written('incident-review', `- **Incident ID**: ${id}\n- **Date**: ${date}\n${more}`)
const conflicts = async (text: string, path?: string) =>
  findingsIn(await open(text, path === undefined ? undefined : { path })).filter(([, rule]) =>
    ['id-date-mismatch', 'date-conflict'].includes(rule),
  )

describe('is none', () => {
  test.each([
    ['the same day', 'INC-20250519-001', '2025-05-19'],
    ['the next day, in another zone', 'INC-20250520-001', '2025-05-19'],
    ['an ID without a date', 'OPS-4711', '2025-05-19'],
    ['an ID with another number', 'INC-99999999-001', '2025-05-19'],
    ['no date', 'INC-20250519-001', '[Date]'],
    ['a date without its year', 'INC-20250519-001', '12 May'],
  ])('%s', async (_, id, date) => expect(await conflicts(head(id, date))).toEqual([]))
  test('the day of the declaration', async () => {
    const rows = '\n## Timeline\n\n- 2025-05-12 10:00 **Started**: slow\n- 2025-05-19 09:00 **Declared**: opened\n'
    expect(await conflicts(head('INC-20250519-001', '2025-05-12', rows))).toEqual([])
  })
  test('a day of a long incident', async () => {
    expect(await conflicts(head('INC-20250516-001', '12 May 2025 to 19 May 2025'))).toEqual([])
  })
  test('the ID of the report, from the day on which it was begun', async () => {
    const text = (id: string) =>
      `# Post-mortem: Disk full on 2025-05-19\n\n- Post-mortem ID: ${id}\n- Severity: SEV2\n\n## Impact\n\n## Root cause\n`
    expect(await conflicts(text('PM-20250527'))).toEqual([])
    expect(await conflicts(text('PM-20250427'))).toEqual([[3, 'id-date-mismatch', 'warning']])
  })
  test('a log of several incidents', async () => {
    const one = (day: string) => `## Outage of ${day}\n\n### Timeline\n\n- ${day} 10:00 Outage begins\n\n`
    const text = `# Post-mortems\n\n- Incident ID: INC-20240101-001\n\n${one('2025-05-12')}${one('2025-05-19')}`
    expect(await conflicts(text)).toEqual([])
  })
})

describe('is one', () => {
  test('more than a day apart', async () => {
    expect(await conflicts(head('INC-20250521-001', '2025-05-19'))).toEqual([[7, 'id-date-mismatch', 'warning']])
  })
  test('and says both days, and where', async () => {
    const { view } = await open(head('INC-20250509-001', '2025-05-19'))
    const [finding] = view.findings.filter(({ rule }) => rule === 'id-date-mismatch')
    expect(finding?.message).toBe('The ID says 2025-05-09, but "Date" says 2025-05-19.')
    expect(finding?.related.map(({ message }) => message)).toEqual(['"Date": 2025-05-19'])
  })
  test('with a date in another form', async () => {
    expect(await conflicts(head('2025-05-01-checkout', '2025-05-19'))).toEqual([[7, 'id-date-mismatch', 'warning']])
  })
  test('in another dialect, against the title', async () => {
    const text =
      '# Post-mortem: Disk full on 2025-05-19\n\n- Incident ID: INC-20250509-001\n- Severity: SEV2\n\n## Impact\n\n## Root cause\n'
    expect(await conflicts(text)).toEqual([[3, 'id-date-mismatch', 'warning']])
  })
  test('not when the file name agrees with the ID: then it is the date', async () => {
    expect(await conflicts(head('INC-20250509-001', '2025-05-19'), 'postmortems/2025-05-09-disk.md')).toEqual([
      [8, 'date-conflict', 'warning'],
    ])
  })
  test('when the file name agrees with the date', async () => {
    expect(await conflicts(head('INC-20250509-001', '2025-05-19'), 'postmortems/2025-05-19-disk.md')).toEqual([
      [7, 'id-date-mismatch', 'warning'],
    ])
  })
})

describe('the fix', () => {
  test('writes the day of the incident into the ID, or the other way round', async () => {
    const text = head('INC-20250509-007', '19 May 2025')
    expect(await applyFix(text, 'id-date-mismatch', 'ID')).toBe(head('INC-20250519-007', '19 May 2025'))
    expect(await applyFix(text, 'id-date-mismatch', '"Date"')).toBe(head('INC-20250509-007', '9 May 2025'))
  })
  test('keeps the form of the ID', async () => {
    expect(await applyFix(head('2025-05-01-checkout', '2025-05-19'), 'id-date-mismatch', 'ID')).toBe(
      head('2025-05-19-checkout', '2025-05-19'),
    )
  })
  test('prefers neither', async () => {
    const { service, view, text } = await open(head('INC-20250509-007', '2025-05-19'))
    const fixes = service.fixes(view, 0, text.length).filter(({ finding }) => finding.rule === 'id-date-mismatch')
    expect(fixes.map(({ preferred }) => preferred)).toEqual([false, false])
  })
})

describe('planted errors', () => {
  const days = ['20250211', '20260201', '20260311', '20260221', '20260209', '20260213', '20251104', '20240302']
  const documents: [path: string, id: string][] = [
    ['filled/incident-review.md', 'INC-20260211-001'],
    ['filled/phased.md', 'INC-20260302-001'],
    ['right/days-midnight.md', 'INC-20251031-002'],
    ['right/zone-bullets-cest.md', 'INC-20250617-002'],
  ]
  test('are found', () =>
    expectFound(
      'id-date-mismatch',
      documents.flatMap(([path, id]) => days.map((day) => replaced(fixture(path), id, id.replace(/\d{8}/, day)))),
    ))
})
