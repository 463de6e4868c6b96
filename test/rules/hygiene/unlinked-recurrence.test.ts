import { describe, expect, test } from 'vitest'
import { open } from '../../kit/document.ts'
import { textAt } from '../../kit/expect.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'

const RULE = 'unlinked-recurrence'
const report = (title: string, date: string, more = '') =>
  `# ${title}\n\n- **Date**: ${date}\n- **Severity**: SEV2\n\n## Timeline\n\n- ${date} 14:02 away\n- ${date} 14:10 back\n\n## Root cause\n\n${more || 'A full disk.'}\n`
const EARLIER = { 'postmortems/2026-01-12-search.md': report('Post-mortem: Search returned no results', '2026-01-12') }

async function found(text: string, files: Record<string, string> = EARLIER): Promise<string[]> {
  const opened = await open(text, { files, path: 'postmortems/now.md', indexed: true })
  const findings = opened.view.findings.filter(({ rule }) => rule === RULE)
  return findings.map((finding) => `${textAt(opened, finding)}: ${finding.message}`)
}

describe('found', () => {
  test('at the title of the later one', async () => {
    expect(await found(report('Incident Post-Mortem: Search returned no results', '2026-03-09'))).toEqual([
      'Incident Post-Mortem: Search returned no results: The same title as postmortems/2026-01-12-search.md of 2026-01-12: link it if the problem came back.',
    ])
  })
  test.each([
    '2026-03-09 Post-mortem: search returned no results',
    'INC-20260309-001: Post-mortem – Search returned no results (SEV2)',
    'Post-mortem 9 March 2026: SEARCH RETURNED NO RESULTS!',
  ])('%s', async (title) => expect(await found(report(title, '2026-03-09'))).toHaveLength(1))
})

describe('not found', () => {
  const title = 'Post-mortem: Search returned no results'
  test.each([
    ['with other words', report('Post-mortem: Search returned old results', '2026-03-09')],
    ['with a link', report(title, '2026-03-09', 'As [in January](2026-01-12-search.md).')],
    [
      'with a link from elsewhere',
      report(title, '2026-03-09', 'As [in January](../postmortems/2026-01-12-search.md#impact).'),
    ],
    ['for the earlier one', report(title, '2025-12-01')],
    ['of the same day', report(title, '2026-01-12')],
    ['after more than a year', report(title, '2027-02-01')],
  ])('%s', async (_, text) => expect(await found(text)).toEqual([]))
  test('with another number', async () => {
    const files = { 'postmortems/a.md': report('PM2026-001: All services returning 404', '2026-01-12') }
    expect(await found(report('PM2026-002: All services returning 503', '2026-03-09'), files)).toEqual([])
    expect(await found(report('PM2026-002: All services returning 404', '2026-03-09'), files)).toHaveLength(1)
  })
  test('with too few words', async () => {
    const files = { 'postmortems/a.md': report('Post-mortem: Disk full', '2026-01-12') }
    expect(await found(report('Post-mortem: Disk full', '2026-03-09'), files)).toEqual([])
  })
  test('with the ID of the earlier one', async () => {
    const files = {
      'postmortems/a.md': `${report(title, '2026-01-12')}\n- **Incident ID**: INC-20260112-001\n`.replace(
        '- **Sev',
        '- **Incident ID**: INC-20260112-001\n- **Sev',
      ),
    }
    expect(await found(report(title, '2026-03-09'), files)).toHaveLength(1)
    expect(await found(report(title, '2026-03-09', 'Like INC-20260112-001.'), files)).toEqual([])
  })
})

describe('planted errors', () => {
  const names = ['Search', 'Checkout', 'The login page', 'Mail', 'The map']
  const ends = [
    'answered with errors again',
    'was away for hours',
    'lost some orders twice',
    'showed old data everywhere',
    'took a minute each time',
  ]
  const titles = names.flatMap((name) => ends.map((end) => `Post-mortem: ${name} ${end}`))
  const files = Object.fromEntries(titles.map((title, index) => [`${index}.md`, report(title, '2026-01-12')]))
  const mutants = titles.map((title): Mutant => {
    const right = report(title, '2026-03-09', 'As [in January](0.md).')
    const linked = report(title, '2026-03-09', `As [in January](${titles.indexOf(title)}.md).`)
    return { what: title, right: linked, wrong: right.replace('(0.md)', '(other.md)') }
  })
  test('are found', () => expectFound(RULE, mutants, { files }))
})
