import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbench } from '../../kit/vscode/host.ts'
import type { Workbench } from '../../kit/vscode/workbench.ts'

const FILE = 'more/mail.md'
// Far ahead, since nothing is offered as due before today.
const TEXT = `# Post-Mortem: Mail late on 3 March 2099

**Severity**: SEV2

## Timeline

| Time () | What happened |
| --- | --- |
| 14:02 | **Started**: the queue grew |
| 14:14 | The alert fired |

## Action Items

- [ ] Alert on the length of the queue
  - **Owner**: Ana
  - **Due**:
`

describe('an engineer who writes down times', () => {
  let window: Workbench

  beforeAll(async () => {
    window = await openWorkbench({ files: { 'mail.md': TEXT } })
    await window.hideSideBar()
    await window.openFile(FILE)
  })
  afterAll(() => window?.close())

  it('sees how long each entry is after the start', async () => {
    await window.line(/14:14\s*T\+12m/)
  })

  it('is offered time zones in the name of the column', async () => {
    await window.goTo(7, '| Time ('.length + 1)
    await window.press('Control+Space')
    // With the zone of the machine, where that is another.
    expect(await window.proposals()).toContain('UTC')
    await window.press('Enter')
    expect(await window.line('What happened')).toBe('| Time (UTC) | What happened |')
  })

  it('is offered days counted from the incident where something is due', async () => {
    await window.goTo(16)
    await window.press('End')
    await window.type(' incident')
    expect(await window.proposals()).toEqual(['incident + 7 days', 'incident + 30 days', 'incident + 90 days'])
    await window.press('ArrowDown')
    await window.press('Enter')
    expect(await window.line('**Due**')).toBe('  - **Due**: 2 April 2099')
  })
})
