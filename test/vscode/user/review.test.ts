import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HOST, openPostMortem } from '../../kit/vscode/host.ts'
import type { Workbench } from '../../kit/vscode/workbench.ts'

const TEXT = `---
template: minimal
---

# Incident Post-Mortem: Search returned no results

- **Date**: 2026-03-09
- **Severity**: SEV9
- **Duration**: 08:12 to 08:47 (35 min)
- **Status**: Draft
- **Author**: Noor Visser

## Summary

The front page returned no results, because the index was empty.

## Impact

[Who noticed, how many, what they could not do, and whether any data or money was lost.]

## Timeline

All times are in UTC.

- 08:12 **Started**: the new index went live
- 08:26 **Detected**: the support desk, through the first ticket
- 08:47 **Resolved**: traffic back on the old index

## Contributing Factors

- Nothing counted the documents: the switch looked at the version alone

## Lessons Learned

- A version says nothing of what is in an index.

## Action Items

- [x] Stop an index without documents from going live
  - **Owner**: Noor Visser
  - **Due Date**: 2026-03-16
`

describe('an engineer who finishes a post-mortem', () => {
  let window: Workbench

  beforeAll(async () => {
    window = await openPostMortem('search.md', TEXT)
  })
  afterAll(() => window?.close())
  beforeEach(async () => {
    await window.command('File: Revert File')
    await window.line('SEV9')
    await window.goTo(1)
  })

  it('sees what stands in the way, and goes there', async () => {
    await window.command('Post-Mortem: Mark as Final')
    await window.box.asks('Mark as Final: 2 things are left')
    await window.box.asks('"SEV9" is no severity')
    await window.press('ArrowDown')
    await window.box.focuses('Still to be filled in: [Who noticed')
    await window.screenshot('review-blockers')
    await window.press('Enter')
    await window.box.isGone()
    await window.selects(/^\[Who noticed.*\]$/)
    await window.type('Everybody.')
    await window.line(/^Everybody\.$/)
    expect(await window.line('**Status**')).toContain('Draft')
  })

  it('marks it as final when nothing is left, and one undo takes it back', async () => {
    await window.goTo(8, '- **Severity**: SEV9'.length + 1)
    await window.press('Backspace')
    await window.type('2')
    await window.goTo(19)
    await window.press('Shift+End')
    await window.type('All searches failed.')
    await window.command('Post-Mortem: Mark as Final')
    await window.goTo(1)
    await window.line('**Status**: Final')
    await window.screenshot('review-final')
    await window.press('Control+Z')
    await window.line('**Status**: Draft')
    await window.command('Notifications: Clear All Notifications')
  })

  it('switches a rule off by a quick fix, and one undo takes it back', async () => {
    await window.goTo(8, '- **Severity**: S'.length)
    await window.chooseFix('Disable invalid-enum-value for this line')
    await window.line('SEV9 <!-- postmortem-disable-line invalid-enum-value -->')
    await window.press('Control+Z')
    await window.line(/SEV9$/)
  })

  // The last one: the page stays in front. In the web host it opens in another tab of the browser.
  it.runIf(HOST === 'node')('reads the page of a rule from a quick fix', async () => {
    await window.goTo(8, '- **Severity**: S'.length)
    await window.chooseFix('Show documentation of invalid-enum-value')
    await window.page.locator('.tab.active', { hasText: 'invalid-enum-value.md' }).waitFor()
    await window.screenshot('review-page')
  })
})
