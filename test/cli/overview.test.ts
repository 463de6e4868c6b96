/** `postmortem actions` and `postmortem incidents`, over folders on disk. */
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { ACTIONS_FORMAT, INCIDENTS_FORMAT } from '../../server/src/cli/overview/overview-format.ts'
import { folderWith, RIGHT, run } from './kit.ts'

/** In the spring after the incident of 2026-01-20: the one is overdue, the other due in the week. */
const NOW = '2026-02-01T12:00:00Z'
const OPEN = RIGHT.replaceAll('- [x]', '- [ ]').replace('Final', 'Draft')
const ROWS = `# Post-Mortem: Search was down

- **Incident ID**: INC-20260110-002
- **Date**: 2026-01-10
- **Severity**: SEV1
- **Status**: Final

## Summary

Search was down for an hour, since an index was full.

## Action Items

| ID | Action | Owner | Due | Status |
| --- | --- | --- | --- | --- |
| A-1 | Alert on a full index | Ana Ruiz | 2026-01-15 | Done |
| A-2 | Give the index room | Emeka Nwosu | 2026-01-31 | Open |
| A-3 | =HYPERLINK("https://x.example"), "quoted" |  |  | Open |
| A-4 | Tell customers \\| partners | Ana Ruiz | 2026-06-01 | In progress |
`
const FILES = { 'a/emails.md': OPEN, 'b/search.md': ROWS, 'notes.md': '# Notes\n\n- [ ] Buy milk\n' }

async function actions(files: Readonly<Record<string, string>>, ...args: string[]) {
  const { out } = await run(folderWith(files), ['actions', '--format', 'json', ...args], { now: NOW })
  return v.parse(v.array(v.strictObject(ACTIONS_FORMAT.item.entries)), JSON.parse(out))
}

const short = (list: Awaited<ReturnType<typeof actions>>) =>
  list.map(({ urgency, id, title, due }) => `${urgency} ${due ?? '-'} ${id ?? title.split(' ')[0]}`)

describe('actions', () => {
  it('are those of all post-mortems that are still to be done, the most urgent first', async () => {
    expect(short(await actions(FILES))).toEqual([
      'overdue 2026-01-23 End',
      'overdue 2026-01-31 A-2',
      'this-week 2026-02-06 Give',
      'later 2026-02-13 Alert',
      'later 2026-06-01 A-4',
      'no-date - A-3',
    ])
  })

  test.each([
    [['--overdue'], ['overdue 2026-01-23 End', 'overdue 2026-01-31 A-2']],
    [
      ['--owner', 'nwosu'],
      ['overdue 2026-01-31 A-2', 'this-week 2026-02-06 Give', 'later 2026-02-13 Alert'],
    ],
    [['--owner', 'nwosu', '--overdue'], ['overdue 2026-01-31 A-2']],
    [['--owner', 'nobody'], []],
    [
      ['--due-within', '0d'],
      ['overdue 2026-01-23 End', 'overdue 2026-01-31 A-2'],
    ],
    [
      ['--due-within', '1w', 'a'],
      ['overdue 2026-01-23 End', 'this-week 2026-02-06 Give'],
    ],
    [
      ['--all', 'b/search.md', '--owner', 'ana'],
      ['later 2026-06-01 A-4', 'done 2026-01-15 A-1'],
    ],
    [['notes.md'], []],
  ])('with %j', async (args, expected) => {
    expect(short(await actions(FILES, ...args))).toEqual(expected)
  })

  it('say where they stand and what they belong to', async () => {
    expect((await actions(FILES, 'b'))[0]).toEqual({
      path: 'b/search.md',
      line: 17,
      urgency: 'overdue',
      id: 'A-2',
      title: 'Give the index room',
      owner: 'Emeka Nwosu',
      priority: null,
      due: '2026-01-31',
      state: 'open',
      link: null,
      incident: 'INC-20260110-002',
      incidentTitle: 'Post-Mortem: Search was down',
      incidentDate: '2026-01-10',
      severity: 'SEV1',
    })
  })

  it('of a copy are listed with the original only', async () => {
    const copy = `---\ncopyOf: search.md\n---\n\n${ROWS}`
    expect((await actions({ 'search.md': ROWS, 'public.md': copy })).map(({ path }) => path)).toEqual(
      Array(3).fill('search.md'),
    )
  })

  it('are printed in groups for people', async () => {
    const { out, code } = await run(folderWith(FILES), ['actions', '--group', 'owner', 'b'], { now: NOW })
    expect(out).toBe(
      [
        'Ana Ruiz (1)',
        '  2026-06-01  -  Ana Ruiz     Tell customers | partners                  b/search.md:19',
        '',
        'Emeka Nwosu (1)',
        '  2026-01-31  -  Emeka Nwosu  Give the index room                        b/search.md:17',
        '',
        'No owner (1)',
        '  -           -  -            =HYPERLINK("https://x.example"), "quoted"  b/search.md:18',
        '',
      ].join('\n'),
    )
    expect(code).toBe(0)
  })

  it('are CSV in which nothing is a formula', async () => {
    const { out } = await run(folderWith(FILES), ['actions', '--format', 'csv', 'b'], { now: NOW })
    expect(out.split('\n')[0]).toMatch(/^path,line,urgency,id,title,owner,/)
    expect(out).toContain(`,"'=HYPERLINK(""https://x.example""), ""quoted""",`)
  })

  it('are a Markdown table in which nothing is markup', async () => {
    const { out } = await run(folderWith(FILES), ['actions', '--format', 'md', 'b'], { now: NOW })
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(5)
    expect(lines[1]).toMatch(/^\|( --- \|)+$/)
    expect(out).toContain('| Tell customers \\| partners |')
  })

  it('fail a run where some are overdue and that is wanted', async () => {
    const codes = async (...args: string[]) => (await run(folderWith(FILES), ['actions', ...args], { now: NOW })).code
    expect([
      await codes(),
      await codes('--fail-on-overdue'),
      await codes('--fail-on-overdue', '--owner', 'ana'),
    ]).toEqual([0, 1, 0])
  })

  it('hold no secrets', async () => {
    const token = `ghp_${'q7Zk2mVx9RbT4wLc8HdN3sYg6JpF5uKe1AoQ'}`
    const folder = folderWith({ 'a.md': ROWS.replace('room', token) })
    for (const format of ['text', 'json', 'csv', 'md']) {
      const { out } = await run(folder, ['actions', '--format', format], { now: NOW })
      expect(out).toContain('Give the index')
      expect(out).not.toContain(token)
    }
  })

  it('are none', async () => {
    expect(await run(folderWith({}), ['actions'])).toEqual({ code: 0, out: 'No actions.\n', err: '' })
  })
})

describe('incidents', () => {
  async function incidents(...args: string[]) {
    const { out } = await run(folderWith(FILES), ['incidents', '--format', 'json', ...args], { now: NOW })
    return v.parse(v.array(v.strictObject(INCIDENTS_FORMAT.item.entries)), JSON.parse(out))
  }

  it('have what matters of them', async () => {
    expect(await incidents()).toEqual([
      {
        path: 'a/emails.md',
        id: null,
        title: 'Incident Post-Mortem: Order confirmations sent twice',
        date: '2026-01-20',
        severity: 'SEV3',
        stage: 'draft',
        minutes: 75,
        openActions: 3,
        overdueActions: 1,
        filledSections: 6,
        sections: 6,
      },
      {
        path: 'b/search.md',
        id: 'INC-20260110-002',
        title: 'Post-Mortem: Search was down',
        date: '2026-01-10',
        severity: 'SEV1',
        stage: 'final',
        minutes: null,
        openActions: 3,
        overdueActions: 1,
        filledSections: null,
        sections: null,
      },
    ])
  })

  test.each([
    ['stage', ['Draft (1)', 'Final (1)']],
    ['severity', ['SEV1 (1)', 'SEV3 (1)']],
    ['month', ['2026-01 (2)']],
  ])('are grouped by %s', async (group, titles) => {
    const { out } = await run(folderWith(FILES), ['incidents', '--group', group], { now: NOW })
    expect(out.match(/^\S.*$/gm)).toEqual(titles)
  })
})

test.each([
  [['actions', '--due-within', 'soon'], '--due-within is days or weeks, as in 7d, not "soon"'],
  [['actions', '--group', 'month'], '--group is urgency, owner, document or priority, not "month"'],
  [['incidents', '--format', 'xml'], '--format is text, json, csv or md, not "xml"'],
  [['incidents', '--overdue'], 'unknown option "--overdue"'],
])('%j is wrong usage', async (args, why) => {
  const { code, out, err } = await run(folderWith(FILES), args)
  expect(err).toContain(`postmortem: ${why}`)
  expect([code, out]).toEqual([2, ''])
})

test('what cannot be read is said', async () => {
  const { code, err } = await run(folderWith(FILES), ['actions', 'none.md'])
  expect(err).toMatch(/^none\.md: cannot be read: /)
  expect(code).toBe(2)
})
