import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../../kit/vscode/assert.ts'
import { HOST, openPostMortem } from '../../kit/vscode/host.ts'
import type { Workbench } from '../../kit/vscode/workbench.ts'

const TEXT = `# Post-Mortem: Disk full

- **Severity**: SEV1
- **Date**: 2026-05-19
- **Duration**: 14:02 to 14:40 (30 min)

## Timeline

| Time (UTC) | Duration | What happened | Owner |
| --- | --- | --- | --- |
| 14:02 | 0 min | The disk was full | Probe |
| 14:20 | +18 min | Took it | Ana |
| 14:11 | +9 min | Page went out | Pager |
| 14:40 | +38 min | Space again | Ana |

## Impact

All uploads failed.
`

const CHAT = 'Ana Ruiz  2:25 PM\nMoved the logs | all of them\nBo  2:31 PM\nUploads work'

/** Rows of the timeline as they are seen, without the hints between their cells. */
async function rows(window: Workbench): Promise<string[]> {
  const lines = await window.lines()
  return lines
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.replace(/(?<=\d)\s*T\+\S+(?: \S+m)?(?= \|)/, ''))
}

async function seesRows(window: Workbench, wanted: readonly (string | RegExp)[]): Promise<void> {
  let seen: string[] = []
  const fits = (row: string, want: string | RegExp | undefined) =>
    typeof want === 'string' ? row.includes(want) : want?.test(row) === true
  await until(async () => {
    seen = await rows(window)
    return seen.length === wanted.length && seen.every((row, index) => fits(row, wanted[index]))
  }, `the rows ${wanted}`).catch((error) => {
    throw new Error(`${error.message}, but ${seen.join('\n')}`)
  })
}

const BEFORE = ['The disk was full', 'Took it', 'Page went out', 'Space again']

describe('an engineer with a timeline', () => {
  let window: Workbench

  beforeAll(async () => {
    window = await openPostMortem('disk.md', TEXT)
  })
  afterAll(() => window?.close())
  beforeEach(async () => {
    await window.command('File: Revert File')
    await seesRows(window, BEFORE)
    await window.goTo(14)
  })

  it('notes what happens now with a key, and types on', async () => {
    const fresh = /^\| (?:\d{4}-\d\d-\d\d )?\d\d:\d\d \| \+[\d,]+ min \|/
    await window.press('Shift+Alt+T')
    await seesRows(window, [...BEFORE, fresh])
    await window.press('Control+Z')
    await seesRows(window, BEFORE)
    await window.press('Shift+Alt+T')
    await seesRows(window, [...BEFORE, fresh])
    await window.type('Deleted old logs')
    await seesRows(window, [...BEFORE, /min \| Deleted old logs \| +\|$/])
    await window.screenshot('timeline-insert')
  })

  it('notes it below an indented list as well', async () => {
    await window.press('Control+End')
    await window.type('\n## Another Timeline\n\n  * 14:02 Full')
    await window.press('Shift+Alt+T')
    await window.line(/^ {2}\* (?:[-\d]+ )?\d\d:\d\d/)
    await window.screenshot('timeline-indented')
  })

  it('sorts the rows, and one undo takes it back', async () => {
    await window.command('Post-Mortem: Sort Timeline')
    await seesRows(window, ['The disk was full', 'Page went out', 'Took it', 'Space again'])
    await window.press('Control+Z')
    await seesRows(window, BEFORE)
  })

  it('sees what will be updated before it is, and one undo takes all of it back', async () => {
    await window.goTo(12, '| 14:20 | +'.length + 1)
    await window.press('Delete', 'Delete')
    await window.type('81')
    await window.command('Post-Mortem: Update Computed Values')
    await window.box.asks('Duration: 30 min → 38 min')
    await window.box.asks('Offset at 14:20: +81 min → +18 min')
    await window.screenshot('timeline-update')
    await window.press('Enter')
    await window.box.isGone()
    await window.line('(38 min)')
    await window.line(/\+18 min.*Took it/)
    await window.press('Control+Z')
    await window.line('(30 min)')
    await window.line(/\+81 min.*Took it/)
  })

  it('is told when there is nothing to do', async () => {
    await window.command('Post-Mortem: Sort Timeline')
    await window.line('Took it')
    await window.command('Post-Mortem: Sort Timeline')
    await window.page.getByText('The rows of the timeline are in order.').first().waitFor()
    await window.command('Notifications: Clear All Notifications')
  })

  it('converts the timeline to a zone that it picks', async () => {
    await window.command('Post-Mortem: Convert Timeline to Time Zone…')
    await window.box.asks('Pick a time zone')
    await window.screenshot('timeline-convert')
    await window.type('Asia/Tokyo')
    await window.box.focuses('Asia/Tokyo')
    await window.press('Enter')
    await seesRows(window, ['23:02', '23:20', '23:11', '23:40'])
    expect(await window.line('What happened')).not.toContain('UTC')
    await window.press('Control+Z')
    await seesRows(window, ['14:02', '14:20', '14:11', '14:40'])
  })

  it.runIf(HOST === 'node')('pastes lines of a chat as rows, and can have them as they were', async () => {
    await window.goTo(15)
    await window.page.evaluate((text) => navigator.clipboard.writeText(text), CHAT)
    await window.press('Control+V')
    const events = [
      '| 14:25 | +23 min | Moved the logs \\| all of them | Ana Ruiz |',
      '| 14:31 | +29 min | Uploads work | Bo |',
    ]
    await seesRows(window, [...BEFORE.slice(0, 3), ...events, 'Space again'])
    const widget = window.page.locator('.post-edit-widget')
    await widget.waitFor()
    await window.screenshot('timeline-paste')
    await widget.click()
    await window.page.getByText('Insert Plain Text').first().waitFor()
    await window.screenshot('timeline-paste-choices')
    await window.press('ArrowDown', 'Enter')
    expect(await window.line('Ana Ruiz  2:25 PM')).toBe('Ana Ruiz  2:25 PM')
    await window.press('Control+Z')
    await seesRows(window, BEFORE)
  })

  it('pastes lines of a log by a command', async () => {
    await window.goTo(15)
    const log = '2026-05-19T14:25:31.123Z WARN full\n2026-05-19T14:31:02.001Z INFO ok'
    await window.page.evaluate((text) => navigator.clipboard.writeText(text), log)
    await window.command('Post-Mortem: Paste as Timeline Events')
    await seesRows(window, [...BEFORE.slice(0, 3), /14:25.*WARN full/, /14:31.*INFO ok/, 'Space again'])
    await window.press('Control+Z')
    await seesRows(window, BEFORE)
  })
})
