/** What a document is, which template it has, how far it is. */
import { describe, expect, test } from 'vitest'
import { readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { builtInTemplates, read, written } from '../kit/document.ts'
import { fixture } from '../kit/fixtures.ts'

const REVIEW = fixture('filled/incident-review.md').replace(/^---\n.*?\n---\n/s, '')

describe('the template', () => {
  const templateOf = (text: string) => {
    const { template } = read(text)
    return template && [template.template.id, template.chosen]
  }
  test.each(['incident-review', 'phased', 'minimal', 'google-sre'])('named in front matter: %s', (id) => {
    expect(templateOf(`---\ntemplate: ${id}\n---\n\n# Notes\n`)).toEqual([id, true])
  })
  test('known by its headings', () => expect(templateOf(REVIEW)).toEqual(['incident-review', true]))
  test('still known with a fifth of them gone', () => {
    expect(templateOf(REVIEW.replace(/\n## Resolution Summary.*?(?=\n## Appendix)/s, ''))).toEqual([
      'incident-review',
      true,
    ])
  })
  test('only resembled with most of them gone', () => {
    expect(templateOf(REVIEW.replace(/\n## Root Cause Analysis.*$/s, '\n## Action Items\n\n- a\n'))?.[1]).not.toBe(true)
  })
  test('one of that name does not exist', () =>
    expect(templateOf('---\ntemplate: unheard-of\n---\n\n# Post-mortem: disk\n\n- **Severity**: SEV1\n')).toBeNull())
})

describe('recognised', () => {
  const INCIDENT = '- **Severity**: SEV2\n- **Date**: 2026-01-14\n\n## Timeline\n\n- 10:00 full\n- 10:20 freed\n'
  const recognised = (text: string, path: string | null = null) =>
    readPostMortem(text, { templates: builtInTemplates(), path, timeZone: null, dateOrder: null }).recognised

  test.each([
    ['by its template', '---\ntemplate: minimal\n---\n', null],
    ['by name and facts', '# Post-mortem: disk full\n\n**Severity**: SEV1\n', null],
    ['as an incident, with a timeline', `# Incident: Disk full\n\n${INCIDENT}`, null],
    ['as an incident, behind a dash', `# Incident - Disk full\n\n${INCIDENT}`, null],
    [
      'as an incident, by its day and its timeline',
      '# Incident: disk full\n\n- **Date**: 2026-01-14\n\n## Timeline\n\n- 10:00 full\n- 10:20 freed\n',
      null,
    ],
    [
      'by name and facts, about an index',
      '# Incident Post-Mortem: Search down after an index was dropped\n\n**Severity**: SEV1\n',
      null,
    ],
    ['by path and facts', '# Disk full\n\n**Severity**: SEV1\n', 'postmortems/disk.md'],
    ['by name and kinds', '# Postmortem of the disk\n\n## Impact\n\n## Timeline\n\n## Root cause\n', null],
    [
      'by kinds and facts',
      '# Disk full\n\n**Incident ID**: INC-20260114-001\n\n## Impact\n\n## Timeline\n\n## Root cause\n',
      null,
    ],
  ])('%s', (_, text, path) => expect(recognised(text, path)).toBe(true))
  test.each([
    ['a name alone', '# Post-mortem: disk full\n', null],
    ['an incident without a timeline', '# Incident: disk full\n\n- **Severity**: SEV2\n- **Date**: 2026-01-14\n', null],
    ['an incident plan', `# Incident: response plan\n\n${INCIDENT}`, null],
    ['incidents in general', `# Incident severities\n\n${INCIDENT}`, null],
    ['facts alone', '**Severity**: SEV1\n', null],
    ['a process behind a colon', '# Post-mortem: our process\n\n## Impact\n\n## Timeline\n\n## Root cause\n', null],
    ['a process', '# Post-mortem process\n\n**Severity**: SEV1\n\n## Impact\n\n## Timeline\n\n## Root cause\n', null],
    ['a runbook', '# Runbook: disk full\n\n## Impact\n\n## Mitigation\n\n## Detection\n\n**Severity**: SEV1\n', null],
    ['nothing', '', 'postmortems/empty.md'],
  ])('not %s', (_, text, path) => expect(recognised(text, path)).toBe(false))
})

describe('the stage', () => {
  test.each([
    ['Final', 'final'],
    ['final', 'final'],
    ['✅ Final', 'final'],
    ['**Final**', 'final'],
    ['Approved by Ana', 'final'],
    ['Draft', 'draft'],
    ['In review', 'in-review'],
    ['Under review by Ana', 'in-review'],
    ['Zur Freigabe', 'in-review'],
    ['レビュー中', 'in-review'],
    ['Superseded by INC-9', 'superseded'],
    ['Ersetzt', 'superseded'],
    ['Ongoing', 'draft'],
    ['Somewhere', 'draft'],
    ['[Draft/Final]', 'draft'],
    ['', 'draft'],
  ])('status %j is %s', (status, stage) =>
    expect(read(written('minimal', `- **Status**: ${status}\n`)).stage).toBe(stage),
  )
  test.each([
    ['- **Approved By**: Ana\n- **Date**: 2026-01-20\n', 'final'],
    ['- **Approved By**: Ana\n- **Date**: [YYYY-MM-DD]\n', 'draft'],
    ['- **Approved By**: [Name]\n- **Date**: 2026-01-20\n', 'draft'],
    ['', 'draft'],
  ])('without a status it is the approval that counts: %j', (approval, stage) => {
    expect(read(written('phased', `- **Date**: 2026-01-14\n\n## Sign-Off\n\n${approval}`)).stage).toBe(stage)
  })
  test('the date of the approval is not that of the incident', () => {
    expect(read(written('phased', '## Sign-Off\n\n- **Approved By**: Ana\n- **Date**: 2026-01-20\n')).date).toBeNull()
  })
})

test.each([
  ['- **Duration**: 60 min', true],
  ['- **Duration**: 14:00 to 15:00', true],
  ['- **Duration**: 14:00 to [HH:MM] ([X min])', false],
  ['- **Duration**: [HH:MM] to [HH:MM] ([X min])', false],
  ['- **Status**: Final', true],
  ['## Timeline\n\n- 14:00 **Started**: full\n- 15:00 **Resolved**: freed', true],
  ['## Timeline\n\n- 14:00 **Started**: full', false],
])('%j: is the incident over? %s', (text, over) => {
  expect(read(written('minimal', `- **Date**: 2026-01-14\n${text}\n`)).resolved).toBe(over)
})

describe('the book’s example', () => {
  // Times of the example post-mortem in the Site Reliability Engineering book, in our words.
  const EXAMPLE = [
    '# Post-mortem: search of sonnets (incident #465)',
    '',
    '**Date**: 2015-10-21',
    '',
    '**Status**: Final',
    '',
    '## Impact',
    '',
    'Queries lost.',
    '',
    '## Timeline',
    '',
    '2015-10-21 (*all times UTC*)',
    '',
    '- 14:51 News reports that a sonnet was found',
    '- 14:53 Traffic is 88 times as high',
    '- 14:54 **OUTAGE BEGINS** — backends fail under load',
    '- 14:55 **Detected**: a page for the on-call',
    '- 15:01 **INCIDENT BEGINS** with a document and a commander',
    '- 15:36 **Mitigated**: traffic goes to the other cluster',
    '- 15:36 Retries go down',
    '- 16:00 **OUTAGE ENDS**, all traffic is served',
    '- 16:30 **INCIDENT ENDS** after half an hour of quiet',
    '',
  ].join('\n')

  test('has its milestones', () => {
    const { timeline } = read(EXAMPLE)
    expect(
      timeline.flatMap(({ at, milestones }) => milestones.map((milestone) => `${at?.clock} ${milestone}`)),
    ).toEqual([
      '14:54 started',
      '14:55 detected',
      '15:01 declared',
      '15:36 mitigated',
      '16:00 resolved',
      '16:30 closed',
    ])
  })
  test('and its zone and day', () => {
    const { timeline, date } = read(EXAMPLE)
    expect(date).toBe('2015-10-21')
    expect(new Set(timeline.map(({ at }) => `${at?.date} ${at?.zone?.name}`))).toEqual(new Set(['2015-10-21 UTC']))
  })
})

describe('action items', () => {
  const items = (text: string, template = 'minimal') =>
    read(written(template, `## Action Items\n\n${text}\n`)).actionItems.map(
      ({ title, owner, state, dueDate, links }) => [title.plain, owner?.value.plain ?? null, state, dueDate, ...links],
    )

  test.each<[string, string, unknown[]]>([
    [
      'check list',
      '- [ ] Alert\n  - **Owner**: Ana\n  - **Due Date**: 2026-02-01',
      ['Alert', 'Ana', 'open', '2026-02-01'],
    ],
    ['bold title in a box', '- [x] **Alert** sooner', ['Alert sooner', null, 'done', null]],
    ['bullet', '- Alert @ana #12', ['Alert @ana #12', '@ana', null, null, '#12']],
    ['numbered', '1. Alert', ['Alert', null, null, null]],
    ['struck through', '- ~~Alert~~', ['Alert', null, 'wont-do', null]],
    [
      'other columns',
      '| What | Who | By when | State |\n|---|---|---|---|\n| Alert | Ana | 1 Feb 2026 | WIP |',
      ['Alert', 'Ana', 'in-progress', '2026-02-01'],
    ],
    [
      'tracker',
      '| Action | Bug |\n|---|---|\n| Alert | [OPS-7](https://x.org/OPS-7) |',
      ['Alert', null, null, null, 'https://x.org/OPS-7', 'OPS-7'],
    ],
  ])('%s', (_, text, expected) => expect(items(text)).toEqual([expected]))

  test('in groups, by heading or by name', () => {
    const { actionItems } = read(
      written('minimal', '## Action Items\n\n- [ ] a\n- Platform team\n  - [ ] b\n\n### Later\n\n- [ ] c\n'),
    )
    expect(actionItems.map(({ title, group }) => [title.plain, group])).toEqual([
      ['a', null],
      ['b', 'Platform team'],
      ['c', 'Later'],
    ])
  })
  test('boxes of other sections are none', () => {
    expect(read(written('incident-review', '## What Went Well\n\n- [ ] Detection: early\n')).actionItems).toEqual([])
    expect(read(written('phased', '## Prevention Measures\n\n### Technical\n\n- [ ] A limit\n')).actionItems).toEqual(
      [],
    )
  })
})
