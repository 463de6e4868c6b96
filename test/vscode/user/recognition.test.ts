import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../kit/vscode/assert.ts'
import { openWorkbench } from '../../kit/vscode/host.ts'
import { succeeds } from '../../kit/vscode/quick-input.ts'
import type { Workbench } from '../../kit/vscode/workbench.ts'

const NEAR = `# Wiki down

## What happened

The wiki gives an error page to everybody in the office.

## Resolution

A restart of the web server.
`
const NOTES = '# Shopping\n\nFlour and salt.\n'
const TITLE = 'Treat as Post-Mortem…'

describe('an engineer whose old report is not recognised', () => {
  let window: Workbench
  const statuses = async () => (await window.languageStatus()).filter((item) => /post-mortem/i.test(item))
  const says = (part: string) => until(async () => (await statuses()).some((item) => item.includes(part)), part)

  beforeAll(async () => {
    window = await openWorkbench({
      files: { '2025-03-14-wiki.md': NEAR, '2025-03-15-mail.md': NEAR.replace('Wiki', 'Mail'), 'shopping.md': NOTES },
    })
    await window.hideSideBar()
  })
  afterAll(async () => {
    // What is not saved would be restored in the next window.
    await window?.command('File: Save All')
    await window?.command('View: Close All Editors')
    await window?.close()
  })

  it('sees why, and says that the file is one, which one undo takes back', async () => {
    await window.openFile('more/2025-03-14-wiki.md')
    await says('Not read as a post-mortem')
    await window.page.locator('[id="status.languageStatus"]').click()
    const item = window.page.locator('.hover-language-status', { hasText: 'Not read as a post-mortem' })
    await item.waitFor()
    await window.screenshot('recognition-near')
    await item.getByText(TITLE).click()
    await window.box.asks('Do not point this out')
    await window.screenshot('recognition-choices')
    await window.type('Why')
    await window.press('Enter')
    await window.box.asks('6 points; from 8 on')
    await window.screenshot('recognition-why')
    await window.press('Escape')
    await window.command(`Post-Mortem: ${TITLE}`)
    await window.box.asks('This file')
    await window.press('Enter')
    await window.line('postmortem: true')
    await says('Post-mortem: Draft')
    await window.press('Control+z')
    await until(async () => !(await window.text()).includes('postmortem:'), 'the text as it was')
    await says('Not read as a post-mortem')
  })

  it('says that the folder is one, and that one file is not', async () => {
    await window.command(`Post-Mortem: ${TITLE}`)
    await window.box.asks('All files in this folder')
    await window.type('All files')
    await window.press('Enter')
    await says('Post-mortem: Draft')
    await window.openFile('more/shopping.md')
    await says('Post-mortem: Draft')
    await window.command('Post-Mortem: This Is No Post-Mortem…')
    await window.box.asks('This file')
    await window.press('Enter')
    await window.line('postmortem: false')
    await until(async () => (await statuses()).length === 0, 'no status')
    await window.openFile('.postmortem.yml')
    expect(await window.text()).toContain('more/*.md')
    await window.screenshot('recognition-folder')
  })

  it('is not bothered any more', async () => {
    await window.openFile('.postmortem.yml')
    await window.press('Control+a')
    await window.type('# Nothing.')
    await window.save()
    await window.openFile('more/2025-03-15-mail.md')
    await says('Not read as a post-mortem')
    const item = window.page.locator('.hover-language-status', { hasText: 'Not read as a post-mortem' })
    // A menu that is just being drawn anew loses a click.
    await until(async () => {
      await window.page.locator('[id="status.languageStatus"]').click()
      if (!(await succeeds(item.getByText(TITLE).click({ timeout: 3000 })))) return false
      return succeeds(window.box.asks('Do not point this out'))
    }, 'the choices')
    await window.type('Do not')
    await window.press('Enter')
    await until(async () => (await statuses()).length === 0, 'no status')
  })
})
