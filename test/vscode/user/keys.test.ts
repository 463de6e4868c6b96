import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../kit/vscode/assert.ts'
import { HOST, openWorkbench } from '../../kit/vscode/host.ts'
import type { Workbench } from '../../kit/vscode/workbench.ts'

const DISK = `# Post-Mortem: Disk full

- **Severity**: SEV1
- **Date**: 2026-05-19

## Timeline

| Time (UTC) | Duration | What happened | Owner |
| --- | --- | --- | --- |
| 14:02 | 0 min | The disk was full | Probe |
| 14:40 | +38 min | Space again | Ana |

## Impact

All uploads failed.

## Went Well

- The alert came early
`

const NOTES = `# Shopping

| What | Price |
| --- | --- |
| Milk | 2 |

- [ ] Bread
`

/** ms between two keys: quicker than anybody types. The server says nothing until they rest. */
const QUICK = 5

/** Keys by name, and texts, which are typed. */
async function quickly(window: Workbench, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (/^(?:Enter|(?:Shift\+)?(?:Tab|Enter)|Backspace|Control\+Z)$/.test(key)) await window.page.keyboard.press(key)
    else await window.page.keyboard.type(key, { delay: QUICK })
    await window.page.waitForTimeout(QUICK)
  }
}

/** Waits until nothing changes any more: keys that were quicker than the window are being made. */
async function settled(window: Workbench): Promise<void> {
  let before = ''
  await until(async () => {
    const now = (await window.lines()).join('\n')
    const isSame = now === before
    before = now
    await window.page.waitForTimeout(1500)
    return isSame
  }, 'the end of the changes')
}

async function textIs(window: Workbench, wanted: string | RegExp): Promise<void> {
  let text = ''
  await settled(window)
  await until(async () => {
    text = await window.text()
    return typeof wanted === 'string' ? text === wanted : wanted.test(text)
  }, 'the text').catch(() => expect(text).toEqual(wanted))
}

describe('somebody who writes with keys alone', () => {
  let window: Workbench

  beforeAll(async () => {
    window = await openWorkbench({ files: { 'disk.md': DISK, 'notes.md': NOTES } })
    await window.hideSideBar()
  })
  afterAll(() => window?.close())

  const show = async (file: string, line: number, column: number) => {
    await window.openFile(`more/${file}`)
    await window.command('File: Revert File')
    await until(
      async () => (await window.languageStatus()).some((item) => /post-mortem|draft/i.test(item)),
      'the status',
    )
    await window.goTo(line, column)
    await window.box.isGone()
    // What keys do is told with the first version of the text.
    await window.page.waitForTimeout(700)
  }

  it('goes on in rows quicker than the server answers', async () => {
    await show('disk.md', 11, 99)
    await quickly(
      window,
      'Enter',
      '14:45',
      'Tab',
      'Tab',
      'Mail is sent',
      'Tab',
      'Bo',
      'Enter',
      '15:00',
      'Enter',
      'Enter',
      'So it was',
    )
    await textIs(
      window,
      DISK.replace('| Ana |\n', '| Ana |\n| 14:45 |  | Mail is sent | Bo |\n| 15:00 |  |  |  |\n\nSo it was'),
    )
  })

  it('has each of these keys back with one undo', async () => {
    await show('disk.md', 11, 99)
    await window.press('Enter')
    await window.line('|  |  |  |  |')
    await window.type('15')
    await window.press('Enter')
    await until(async () => (await window.lines()).filter((line) => line.startsWith('|')).length === 6, 'another row')
    await window.press('Control+Z')
    await textIs(window, DISK.replace('| Ana |\n', '| Ana |\n| 15 |  |  |  |\n'))
    await window.press('Control+Z', 'Control+Z')
    await textIs(window, DISK)
  })

  it('goes on in bullets, and has a plain line break with Shift', async () => {
    await show('disk.md', 19, 99)
    await quickly(window, 'Enter', 'Bo knew it', 'Shift+Enter', 'at once')
    await textIs(window, `${DISK}- Bo knew it\nat once\n`.replace('early\n- Bo', 'early\n- Bo'))
  })

  it.runIf(HOST === 'node')('types in other Markdown as without the extension', async () => {
    const type = async () => {
      await window.openFile('more/notes.md')
      await window.command('File: Revert File')
      await window.goTo(5, 99)
      await window.box.isGone()
      await window.page.waitForTimeout(1000)
      await quickly(window, 'Enter', '| Eggs', 'Tab', '3 |', 'Tab', 'Shift+Tab', 'Enter', 'Enter')
      await window.press('Control+End')
      await quickly(
        window,
        '- Cheese',
        'Enter',
        'Tab',
        'old',
        'Shift+Tab',
        'Enter',
        '- ',
        'Enter',
        '[Name]',
        'Tab',
        'Enter',
      )
      await settled(window)
      return window.text()
    }
    const on = await type()
    await window.command('File: Revert File')
    await window.command('Extensions: Disable All Installed Extensions for this Workspace')
    // It is written down a moment later.
    await window.page.waitForTimeout(3000)
    await window.page.reload()
    await window.page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: 60_000 })
    await window.page.locator('.editor-instance .view-line').first().waitFor({ timeout: 60_000 })
    await window.page.waitForTimeout(3000)
    await window.openFile('postmortems/2026-05-19-checkout-timeouts.md')
    await window.page.waitForTimeout(1500)
    expect(await window.lenses()).toEqual([])
    expect((await window.languageStatus()).filter((item) => /post-mortem/i.test(item))).toEqual([])
    expect(await type()).toBe(on)
  })
})
