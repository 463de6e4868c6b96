/** Handing over: the summary that is copied, and what a status means to those who come next. */
import { describe, expect, test } from 'vitest'
import { applyEdits, type OpenOptions, open } from '../../kit/document.ts'
import { fixture } from '../../kit/fixtures.ts'
import { LATER } from '../../kit/rules.ts'
import { type TemplateFile, templateFiles } from '../../kit/templates.ts'
import { FOLDER, makeWorld } from '../../kit/world.ts'

const NOW = '2026-03-10T21:47:00Z'
const FILES: ReadonlyMap<string, TemplateFile> = new Map(templateFiles().map((file) => [file.id, file]))
const IDS = ['team-a', 'team-b', 'incident-review', 'phased'].filter((id) => FILES.has(id))

async function summary(text: string, options: OpenOptions = { now: NOW }): Promise<string> {
  const { service, view } = await open(text, options)
  const answer = service.handover(view)
  return 'refused' in answer ? answer.refused : answer.text
}

const REPORT = `# Post-mortem: labels printed twice

- **Incident ID**: PM-7
- **Date**: 2026-03-10
- **Severity**: SEV2
- **Incident Commander**: Ida Berg
- **Duration**: 21:00 UTC to [HH:MM]

## Timeline (UTC)

| Time | What | Who |
| --- | --- | --- |
| 21:00 | **Started**: a retry | |
| 21:05 | A depot calls | Depot north |
| 21:10 | Ida looks \\| the queue grows | Ida Berg |
| 21:20 | The log is read | Tom Reyes |
| 21:31 | **Mitigated**: the \`retry\` is off | Tom Reyes |
| 21:40 | Labels are right | |
| [HH:MM] | [What happened] | |

## Impact

[Who was hit]

## Action Items

| ID | Action | Owner | Priority | Due Date | Status |
| --- | --- | --- | --- | --- | --- |
| A-1 | Set the timeout | Tom Reyes | P1 | 2026-03-24 | In progress |
| A-2 | Alert on two labels | | P2 | | Open |
| A-3 | Call the depots | Ida Berg | P1 | 2026-03-11 | Done |
`

test('while the incident goes on', async () => {
  expect(await summary(REPORT)).toBe(`**Handover: PM-7, Post-mortem: labels printed twice**

- **State**: running 47 min, mitigated at 21:31, since 21:00 UTC; document: Draft
- **Severity**: SEV2
- **Incident Commander**: Ida Berg
- **Last events**:
  - 21:05 A depot calls (Depot north)
  - 21:10 Ida looks | the queue grows (Ida Berg)
  - 21:20 The log is read (Tom Reyes)
  - 21:31 **Mitigated**: the \`retry\` is off (Tom Reyes)
  - 21:40 Labels are right
- **4 placeholders left**:
  - Head: 1
  - Timeline (UTC): 2
  - Impact: 1
- **2 open actions**:
  - A-1 Set the timeout (Tom Reyes, due 2026-03-24, P1, in progress)
  - A-2 Alert on two labels (no owner, no due date, P2, open)
`)
})
test('when it is over', async () => {
  const text = REPORT.replace('[HH:MM]\n', '21:45 UTC\n').replace(
    '- **Duration',
    '- **Status**: In review\n- **Duration',
  )
  expect(await summary(text)).toContain('- **State**: over, 21:00 UTC to 21:45 (45m); document: In review\n')
})
test('with nothing to do, and nobody named', async () => {
  const text = `# Post-mortem: labels printed twice on 2026-03-10\n\n## Timeline (UTC)\n\n- 21:00 a retry\n`
  expect(await summary(text)).toBe(
    `**Handover: Post-mortem: labels printed twice on 2026-03-10**\n\n- **State**: running 47 min, not mitigated, since 21:00 UTC; document: Draft\n- **Commander**: not named\n- **Last events**:\n  - 21:00 a retry\n- **Placeholders left**: none\n- **Open actions**: none\n`,
  )
})
test.each([
  ['of ordinary Markdown', '# Notes\n\nText.\n', /not recognised/],
  [
    'of a template',
    '# Post-Mortem Template\n\n- **Severity**: [SEV1/SEV2]\n\n## Timeline\n\n- [HH:MM] [What]\n\n## Root Cause\n\n[Why]\n',
    /template/,
  ],
])('none %s', async (_, text, reason) => expect(await summary(text)).toMatch(reason))

test.each(IDS)('%s, just begun', async (id) => {
  const { service } = makeWorld({ files: FILES.get(id)?.files ?? {}, now: NOW })
  const answers = { folder: FOLDER, template: id, title: 'Labels twice', severity: null, author: 'Ana Ruiz' }
  const { text } = await service.newPostMortem({ ...answers, startedAt: '2026-03-10 21:00' })
  const copied = await summary(text, { files: FILES.get(id)?.files ?? {}, now: NOW })
  expect(copied).toContain('- **State**: running 47 min, not mitigated, since 21:00 UTC; document: Draft\n')
  expect(copied).toMatch(/^- \*\*Commander\*\*: not named$/m)
  expect(copied).toMatch(/^- \*\*\d+ placeholders left\*\*:$/m)
  expect(copied).toContain('- **Open actions**: none')
  expect(copied).not.toMatch(/\[(?:HH:MM|What|Name|Owner|Time)/)
})
test.each(['incident-review', 'phased'])('%s, written to the end', async (id) => {
  const copied = await summary(fixture(`filled/${id}.md`), { now: LATER })
  expect(copied).toContain('- **State**: over')
  expect(copied).toContain('- **Placeholders left**: none')
  expect(copied.match(/^ {2}- .*\d\d:\d\d/gm)).toHaveLength(5)
})

describe('a status of the list of the team', () => {
  const template = (statuses: string) =>
    `---\nstatuses:\n${statuses}\n---\n\n# Post-mortem: [Title]\n\n- **Date**: [YYYY-MM-DD]\n- **Severity**: [S1/S2]\n- **Status**: [Writing]\n\n## Summary\n\n[What happened]\n\n## Timeline\n\nAll times are in UTC.\n\n- [HH:MM] [What happened]\n\n## Root cause\n\n[Why]\n`
  const LIST = [
    ['Burning', 'Ongoing: somebody works on it'],
    ['Writing', 'Draft; facts may be wrong'],
    ['Circulating', 'In review by those who were there'],
    ['Signed', 'Approved by the head of operations'],
    ['Shelved', 'Superseded by another one'],
    ['Odd', 'Nobody knows'],
  ]
    .map(([value, meaning]) => `  - value: ${value}\n    meaning: "${meaning}"`)
    .join('\n')
  const files = {
    '.postmortem.yml': 'templates:\n  - file: ours/own.md\n',
    'ours/own.md': template(LIST),
  }
  const document = (status: string, rest = '') =>
    `---\ntemplate: own\n---\n\n# Post-mortem: labels printed twice\n\n- **Date**: 2026-03-10\n- **Severity**: S1\n- **Status**: ${status}\n${rest}\n## Summary\n\n[What happened]\n\n## Timeline\n\nAll times are in UTC.\n\n- 21:00 **Started**: twice\n- 21:31 **Mitigated**: once\n`
  const read = (text: string) => open(text, { files, now: NOW })

  test.each([
    ['Burning', 'draft'],
    ['Writing', 'draft'],
    ['Circulating', 'in-review'],
    ['circulating (see chat)', 'in-review'],
    ['Signed', 'final'],
    ['Shelved', 'superseded'],
    ['Odd', 'draft'],
    ['Final', 'final'],
  ])('%s is %s', async (status, stage) => {
    expect((await read(document(status))).view.postMortem.stage).toBe(stage)
  })
  test('says that the incident goes on', async () => {
    const total = '- **Duration**: 31 min\n'
    const running = async (status: string) => {
      const { service, view } = await read(document(status, total))
      return service.status(view).text
    }
    expect(await running('Burning')).toBe('Incident: running 47 min, mitigated at 21:31')
    expect(await running('Writing')).toBe('Post-mortem: Draft, 1 of 3 sections')
    expect(await running('Circulating')).toBe('Post-mortem: In review, 1 of 3 sections')
    expect(await running('Shelved')).toBe('Post-mortem: Superseded')
  })
  test.each([
    ['Writing', 'hint'],
    ['Circulating', 'information'],
    ['Signed', 'error', 'warning'],
    ['Shelved', 'hint'],
  ])('%s: what is missing is %s', async (status, ...severities) => {
    const { findings } = (await read(document(status))).view
    const missing = findings.filter(({ rule }) =>
      /^(?:placeholder|missing-section|final-with-placeholders)$/.test(rule),
    )
    expect(missing.length).toBeGreaterThan(0)
    expect([...new Set(missing.map((one) => one.severity))].sort()).toEqual(severities)
  })
  test('Mark as Final takes the one that means it', async () => {
    const text = `${document('Circulating').replace('[What happened]', 'Labels twice.')}\n## Root cause\n\nA retry.\n`
    const { service, view } = await read(text.replace('**Mitigated**', '**Resolved**'))
    const check = service.checkFinal(view)
    expect('edits' in check && check.edits.map(({ newText }) => newText)).toEqual(['Signed'])
  })
})

describe('a final document', () => {
  test.each(['incident-review', 'phased', 'minimal'])(
    '%s keeps its approval when an action is done or open',
    async (id) => {
      const text = fixture(`filled/${id}.md`)
      const { service, view } = await open(text, { now: LATER })
      expect(view.postMortem.stage).toBe('final')
      for (const item of view.postMortem.actionItems) {
        const at = (view.postMortem.starts[item.section] ?? 0) + item.title.start
        const toggled = service.toggleActions(view, at, at)
        if ('refused' in toggled) throw new Error(toggled.refused)
        const after = await open(applyEdits(text, view.postMortem, toggled.edits), { now: LATER })
        expect(after.view.postMortem.stage).toBe('final')
        expect(after.view.findings.filter(({ rule }) => !/^(?:action-overdue|criteria-conflict)$/.test(rule))).toEqual(
          [],
        )
        expect(after.service.checkFinal(after.view)).toMatchObject({ blockers: [] })
      }
    },
  )
})

test('no key or token goes into the summary', async () => {
  const token = `ghp_${'q7Zk2mVx9RbT4wLc8HdN3sYg6JpF5uKe1AoQ'}`
  const text = await summary(REPORT.replace('The log is read', `The log has ${token}`))
  expect(text).toContain('The log has ****')
  expect(text).not.toContain(token)
})
