/** An incident is written from New Post-Mortem to Final, by keys alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answersFor, type FilledTemplate, filledTemplate } from '../../kit/filled-templates.ts'
import { until } from '../../kit/vscode/assert.ts'
import { openWorkbench } from '../../kit/vscode/host.ts'
import { answer } from '../../kit/vscode/new-post-mortem.ts'
import type { Workbench } from '../../kit/vscode/workbench.ts'

const ID = 'phased'
/** From the first placeholder to the last. */
const KEYS = 1785

const TITLE = 'Parcel labels printed twice'
const FILE = '2026-03-10-parcel-labels-printed-twice.md'

describe('a template that ships', () => {
  let window: Workbench
  let filled: FilledTemplate

  beforeAll(async () => {
    filled = await filledTemplate(ID)
    window = await openWorkbench({
      files: { '../.postmortem.yml': "folder: incidents\nfileName: '{date}-{slug}.md'\ntimeZone: UTC\n" },
    })
    await window.hideSideBar()
  })
  afterAll(() => window?.close())

  // Typing takes its time, and what was half done is no place to begin again.
  const options = { timeout: 600_000, retry: 0 }
  it('is filled in from placeholder to placeholder, has no finding, and becomes final', options, async () => {
    let pressed = 0
    const press = async (...all: string[]) => {
      pressed += all.length
      await window.press(...all)
    }
    const type = async (text: string) => {
      pressed += text.length
      await window.page.keyboard.type(text, { delay: 5 })
    }
    await window.command('Post-Mortem: New Post-Mortem')
    await answer(window, 'Phased', TITLE, 'P1', '2026-03-10 08:05')
    await window.showsFile(FILE)
    const answers = await answersFor(filled, await window.text())
    await press('Control+Home')
    await window.lens('next: ').waitFor()
    for (const { placeholder, text } of answers) {
      await press('Shift+Alt+N')
      await window.selects(new RegExp(`^${placeholder.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`))
      if (text === '') await press('Delete')
      else await type(text)
    }
    // What was checked is ticked.
    await press('Control+H', 'Control+A')
    await type('- [ ] ')
    await press('Tab', 'Control+A')
    await type('- [x] ')
    await press('Control+Alt+Enter', 'Escape')
    await window.save()
    await window.screenshot('whole-incident')
    await window.command('Problems: Focus on Problems View')
    await window.seesNoProblemsIn(FILE)
    await window.command('View: Hide Panel')
    await window.command('Post-Mortem: Mark as Final')
    await until(async () => (await window.languageStatus()).join().includes('Final'), 'a final post-mortem')
    expect(await window.text()).not.toMatch(/\[(?!x\])[^\]]*\](?!\()/)
    expect(pressed).toBe(KEYS)
  })
})
