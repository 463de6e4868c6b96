import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../../kit/vscode/assert.ts'
import { openWorkbench } from '../../kit/vscode/host.ts'
import type { Workbench } from '../../kit/vscode/workbench.ts'

const CHECKOUT = '2026-05-19-checkout-timeouts.md'

describe('an engineer who opens an example', () => {
  let window: Workbench

  beforeAll(async () => {
    window = await openWorkbench()
    await window.hideSideBar()
  })
  afterAll(() => window?.close())
  beforeEach(async () => {
    await window.openFile(`postmortems/${CHECKOUT}`)
    await window.command('File: Revert File')
  })

  it('sees its findings in the Problems panel', async () => {
    await window.command('Problems: Focus on Problems View')
    const rows = await window.problems()
    expect(rows).toContainEqual(
      expect.stringMatching(/"SEV-9" is no severity.*SEV0.*invalid-enum-value.*Ln 10, Col 17/),
    )
    expect(rows).toContainEqual(expect.stringMatching(/"P5" is no priority.*invalid-enum-value/))
    expect(rows).toContainEqual(
      expect.stringMatching(/Duration says 75 min, but 16:05 to 17:40 is 95 min.*duration-mismatch/),
    )
    // The rows below are drawn when they come into sight.
    const below = await until(async () => {
      await window.scrollProblems(400)
      const seen = await window.problems()
      return seen.some((row) => row.includes('What Could Be Improved')) && seen
    }, 'the last rows')
    expect(below).toContainEqual(expect.stringMatching(/"Compliance Impact" is missing.*missing-field/))
    expect(below).toContainEqual(expect.stringMatching(/"What Could Be Improved" is missing.*missing-section/))
    await window.scrollProblems(-4000)
    await window.goTo(1)
    await window.image('problems')
    await window.command('View: Hide Panel')
  })

  it('is offered the severities while typing, and the chosen one replaces just the value', async () => {
    await window.goTo(10)
    await window.press('Shift+End', 'Delete')
    await window.type('- **Severity**: ')
    expect(await window.proposals()).toEqual(['SEV0', 'SEV1', 'SEV2', 'SEV3', 'SEV4'])
    await window.press('ArrowDown')
    // Opens what the list says about each, and lets it take the size of its text.
    await window.press('Control+Space', 'ArrowUp', 'ArrowDown')
    await window.page.getByText('A core function is down').first().waitFor()
    await window.image('completion')
    await window.press('Enter')
    expect(await window.line('**Severity**')).toBe('- **Severity**: SEV1')
  })

  it('narrows the list by typing on', async () => {
    await window.goTo(10, 17)
    await window.press('Shift+End', 'Delete', 'Backspace')
    await window.type(' s')
    await window.proposals()
    await window.type('ev3')
    await window.seesProposals(['SEV3'])
    await window.press('Tab')
    expect(await window.line('**Severity**')).toBe('- **Severity**: SEV3')
  })

  it('is offered the priorities in the cell of a table', async () => {
    await window.goTo(102)
    const row = await window.line('| ACT-4 |')
    await window.goTo(102, row.indexOf(' P5 |') + 1)
    await window.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Delete')
    await window.type(' ')
    await window.seesProposals(['P0', 'P1', 'P2', 'P3'])
    await window.press('ArrowDown', 'Enter')
    expect(await window.line('| ACT-4 |')).toBe(row.replace(' P5 |', ' P1 |'))
  })

  it('reads about an action item under the pointer', async () => {
    await window.goTo(101)
    const text = await window.hover('Limit how long a request')
    for (const part of ['ACT-2', 'Status', 'Owner', 'nobody yet', '2026-05-22', 'overdue']) expect(text).toContain(part)
    await window.image('hover')
  })

  it('clicks the lens of a wrong duration, and one undo takes it back', async () => {
    await window.goTo(1)
    await window.lens('Update 75 min').waitFor()
    await window.image('lens')
    await window.clickLens('Update 75 min')
    expect(await window.line(/\*\*Duration\*\*.*95/)).toBe('- **Duration**: 16:05 to 17:40 (95 min)')
    await window.lens('Duration 1h 35m: 16:05').waitFor()
    await window.press('Control+Z')
    expect(await window.line(/\*\*Duration\*\*.*75/)).toBe('- **Duration**: 16:05 to 17:40 (75 min)')
  })

  it('adds the missing section with the light bulb', async () => {
    await window.goTo(82, 6)
    await window.chooseFix('Insert section "What Could Be Improved"')
    await window.goTo(88)
    await window.line('## What Could Be Improved')
  })

  it('reads in the language status how far it is', async () => {
    const says = async () => (await window.languageStatus()).some((item) => item.includes('Post-mortem: Final'))
    await until(says, 'the status')
  })

  it('finds sections, events and action items in Go to Symbol', async () => {
    for (const wanted of ['Executive Summary', '16:12', 'ACT-5']) {
      await window.findSymbol(wanted)
    }
  })

  it('is left alone in ordinary Markdown', async () => {
    await window.openFile('README.md')
    await window.command('Problems: Focus on Problems View')
    await window.seesNoProblemsIn('README.md')
    expect(await window.lenses()).toEqual([])
    await window.command('View: Hide Panel')
  })

  it.each([
    ['Dark Modern', 'vs-dark'],
    ['Light High Contrast', 'hc-light'],
    ['Dark High Contrast', 'hc-black'],
    // Last: windows of the Node host share their settings.
    ['Light Modern', 'vs'],
  ])('colours what it knows in %s', async (theme, base) => {
    await window.goTo(1)
    await window.chooseTheme(theme, base)
    const plain = await window.colourOf('When the spring sale opened')
    const background = await window.backgroundColour()
    const id = await window.colourOf('INC-20260519-001')
    expect(id).not.toBe(plain)
    expect(id).not.toBe(background)
    await window.screenshot(`theme-${base}`)
  })
})
