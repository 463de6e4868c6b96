/** New Post-Mortem in templates of teams, unchanged, by keys alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realTemplates, type TemplateFile } from '../../kit/templates.ts'
import { openWorkbench } from '../../kit/vscode/host.ts'
import { isCalm } from '../../kit/vscode/new-post-mortem.ts'
import type { Workbench } from '../../kit/vscode/workbench.ts'

const CONFIG = 'folder: incidents\ntimeZone: UTC\ntemplates:\n  - teams/team-a.md\n  - teams/team-b.md\n'

const files = (templates: readonly TemplateFile[]) =>
  Object.fromEntries(templates.map(({ id, body }) => [`../teams/${id}.md`, body]))

describe.skipIf(realTemplates().length === 0)('New Post-Mortem in a template of a team', () => {
  let window: Workbench

  beforeAll(async () => {
    window = await openWorkbench({
      files: {
        ...files(realTemplates()),
        '../.postmortem.yml': CONFIG,
        'foreign.md': '# Search outage on 10 March 2026\n\nSearch was down.\n\n## Timeline\n\n- 09:10 UTC disk full\n',
      },
    })
    await window.hideSideBar()
  })
  afterAll(() => window?.close())

  it('says that nothing matches, refuses what it does not understand, and fills in what it was told', async () => {
    await window.command('Post-Mortem: New Post-Mortem')
    await window.box.asks('Which template?')
    await window.type('zzzz')
    await window.box.asks('Nothing matches')
    await window.image('new-nothing-matches')
    await window.press('Enter')
    await window.type('team-a')
    await window.press('Enter')
    await window.box.asks('What happened')
    await window.type('Labels printed twice')
    await window.press('Enter')
    await window.box.asks('How bad is it?')
    await window.type('Not known')
    await window.press('Enter')
    await window.box.asks('When did it start?')
    await window.press('Control+A')
    await window.type('14:02 foo')
    await window.box.asks('Write it like')
    await window.image('new-start-refused')
    await window.press('Enter', 'Control+A')
    await window.type('2030-01-01 10:00')
    await window.box.asks('That is in the future.')
    await window.press('Control+A')
    await window.type('2026-03-10 09:05 CET')
    await window.box.asks('2026-03-10 08:05 UTC')
    await window.press('Enter')
    const file = '2026-03-10-labels-printed-twice.md'
    await window.showsFile(file)
    await window.selects(/^\[.+\]$/)
    await window.line('# Incident Post-Mortem: Labels printed twice')
    await window.line('**Incident ID**: INC-20260310-001')
    await window.line('**Date**: 2026-03-10')
    await window.line('**Duration**: 08:05 UTC to [End time] ([Total duration])')
    await window.line('**Severity**: [SEV0/SEV1/SEV2/SEV3/SEV4]')
    await isCalm(window, file)
    await window.screenshot('new-team-a')
  })

  it('takes the next number and another name, and begins the first phase', async () => {
    await window.command('Post-Mortem: New Post-Mortem')
    await window.box.asks('Which template?')
    await window.type('team-b')
    await window.press('Enter')
    await window.box.asks('What happened')
    await window.type('Labels printed twice')
    await window.press('Enter')
    await window.box.asks('How bad is it?')
    await window.type('P1')
    await window.press('Enter')
    await window.box.asks('When did it start?')
    await window.press('Control+A')
    await window.type('10 March 2026 10:30')
    await window.box.asks('2026-03-10 10:30 UTC')
    await window.press('Enter')
    const file = '2026-03-10-labels-printed-twice-2.md'
    await window.showsFile(file)
    await window.line('# Post-Mortem: Labels printed twice')
    await window.line('**Incident ID:** INC-20260310-002')
    await window.line('**Severity:** P1')
    await window.line('- **Time:** 10:30 UTC')
    await isCalm(window, file)
    await window.screenshot('new-team-b')
  })

  it('says what applying a template to another document will do, and does it on Enter', async () => {
    await window.openFile('more/foreign.md')
    await window.command('Post-Mortem: Apply Template…')
    await window.box.asks('What is missing is added')
    await window.type('team-a')
    await window.press('Enter')
    await window.box.asks('What it will do')
    await window.image('apply-template-steps')
    await window.press('Enter')
    await window.line('**Date**: 2026-03-10')
    await window.line('template: team-a')
    await window.line('- 09:10 UTC disk full')
    await window.press('Control+Z')
    expect(await window.text()).not.toContain('template: team-a')
  })
})
