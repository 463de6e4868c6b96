import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbench } from '../../kit/vscode/host.ts'
import { answer, isCalm } from '../../kit/vscode/new-post-mortem.ts'
import type { Workbench } from '../../kit/vscode/workbench.ts'

// No such folder is there when the window opens.
const CONFIG = "folder: incidents/2026\nfileName: '{date}-{slug}.md'\ntimeZone: UTC\n"
const EXAMPLE = '2026-05-19-checkout-timeouts.md'

describe('New Post-Mortem', () => {
  let window: Workbench

  beforeAll(async () => {
    const old = '# Incident Post-Mortem: Old\n\n- **Incident ID**: INC-20261001-001\n'
    window = await openWorkbench({ files: { 'old.md': old, '../.postmortem.yml': CONFIG } })
    await window.hideSideBar()
    await window.openFile(`postmortems/${EXAMPLE}`)
  })
  afterAll(() => window?.close())
  const start = () => window.command('Post-Mortem: New Post-Mortem')

  it('asks again where an answer will not do, and is given up with Escape', async () => {
    const before = await window.tabs()
    await start()
    await window.box.asks('Which template?')
    await window.press('Enter')
    await window.box.asks('What happened')
    await window.press('Enter')
    await window.box.asks('A post-mortem needs a title.')
    await window.type('Login fails for everyone')
    await window.press('Enter')
    await window.box.asks('How bad is it?')
    await window.image('new')
    await window.press('Enter')
    await window.box.asks('When did it start?')
    await window.press('Control+A')
    await window.type('25:99')
    await window.press('Enter')
    await window.page.waitForTimeout(500)
    expect(await window.box.message()).not.toContain('When did it start?')
    await window.press('Escape')
    expect(await window.tabs()).toEqual(before)
  })

  it('makes a file that undoing never deletes: it ends at the text that the file was made with', async () => {
    await start()
    await answer(window, 'Minimal', 'Undone too often', 'SEV2', '2026-10-02 09:30')
    const file = '2026-10-02-undone-too-often.md'
    await window.showsFile(file)
    await window.selects(/^\[.+\]$/)
    const made = await window.text()
    await window.goTo(5)
    await window.line('# Incident Post-Mortem: Undone too often')
    await window.press('End')
    await window.type(' and saved')
    await window.save()
    await window.press(...Array.from({ length: 20 }, () => 'Control+Z'))
    expect(await window.tabs()).toContain(file)
    expect(await window.text()).toBe(made)
    // What is reverted is read from the file: it is there, as it was saved.
    await window.command('File: Revert File')
    await window.line('Undone too often and saved')
  })

  it('makes a file, and its folder, from a template by keyboard alone, and what is not filled in is only hinted at', async () => {
    await start()
    await answer(window, 'Incident Review', 'Login fails for everyone', 'SEV2', '2026-10-01 09:30')
    const file = '2026-10-01-login-fails-for-everyone.md'
    await window.showsFile(file)
    await window.selects(/^\[.+\]$/)
    await window.line('# Incident Post-Mortem: Login fails for everyone')
    await window.line('- **Severity**: SEV2')
    await window.line('- **Date**: 2026-10-01')
    // Another file has the first ID of that day.
    await window.line('- **Incident ID**: INC-20261001-002')
    await isCalm(window, file)
    await window.screenshot('new-incident-review')
    await window.command('View: Close Editor')
    await window.openFile(`incidents/2026/${file}`)
  })

  it('never overwrites a file, and takes the next ID', async () => {
    await start()
    await answer(window, 'Phased', 'Login fails for everyone', 'P1', '2026-10-01 11:00')
    const file = '2026-10-01-login-fails-for-everyone-2.md'
    await window.showsFile(file)
    await window.selects(/^\[.+\]$/)
    await window.line('# Post-Mortem: Login fails for everyone')
    await window.line('- **Severity**: P1')
    await window.line('- **Incident ID**: INC-20261001-003')
    await isCalm(window, file)
    await window.screenshot('new-phased')
  })
})
