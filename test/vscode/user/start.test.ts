import { afterAll, describe, expect, it } from 'vitest'
import { until } from '../../kit/vscode/assert.ts'
import { openWorkbench, runningServers } from '../../kit/vscode/host.ts'
import type { Workbench } from '../../kit/vscode/workbench.ts'

/** ms that loading the code and `activate` may take, as VS Code itself measures them. */
const BUDGET = 50

/** Windows in which that is measured at most. */
const TRIES = 4

describe('the extension', () => {
  let window: Workbench
  /** Those of other windows, which VS Code may keep for a while in case that these come back. */
  let others: readonly string[] = []
  const serverStarted = async () => (await runningServers(window)).some((id) => !others.includes(id))
  afterAll(() => window?.close())

  it('sleeps while there is no Markdown', async () => {
    await window?.close()
    others = await runningServers()
    window = await openWorkbench()
    await window.openFile('notes.txt')
    await window.page.waitForTimeout(1000)
    expect(await window.activation()).toBeNull()
    expect(await serverStarted()).toBe(false)
  })

  it(`is active in under ${BUDGET} ms, and starts no server for a command that needs none`, async () => {
    const times: number[] = []
    // A window on a busy machine may be slow once; code that is slow is so in each.
    while (times.length < TRIES) {
      await window.command('Post-Mortem: Show Output')
      times.push(await until(() => window.activation(), 'activation'))
      expect(await serverStarted()).toBe(false)
      if (Math.min(...times) < BUDGET) break
      await window.close()
      window = await openWorkbench()
      await window.openFile('notes.txt')
    }
    console.log(`loading and activating took ${times.join(', ')} ms`)
    expect(Math.min(...times)).toBeLessThan(BUDGET)
  })

  it('starts its server for Markdown', async () => {
    await window.openFile('README.md')
    await until(serverStarted, 'the server')
  })
})
