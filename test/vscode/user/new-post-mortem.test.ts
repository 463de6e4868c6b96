import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openWorkbench } from '../../kit/vscode/host.ts'
import { answer, isCalm } from '../../kit/vscode/new-post-mortem.ts'
import type { Workbench } from '../../kit/vscode/workbench.ts'

const EXAMPLE = '2026-05-19-checkout-timeouts.md'

describe('New Post-Mortem', () => {
  let window: Workbench

  beforeAll(async () => {
    const old = '# Incident Post-Mortem: Old\n\n- **Incident ID**: INC-20261001-001\n'
    window = await openWorkbench({ files: { 'old.md': old } })
    await window.hideSideBar()
    await window.openFile(`postmortems/${EXAMPLE}`)
  })
  afterAll(() => window?.close())
  beforeEach(() => window.command('Post-Mortem: New Post-Mortem'))

  it('asks again where an answer will not do, and is given up with Escape', async () => {
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
    expect(await window.tabs()).toEqual([EXAMPLE])
  })

  it('makes a file from a template by keyboard alone, and what is not filled in is only hinted at', async () => {
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
  })

  it('never overwrites a file, and takes the next ID', async () => {
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
