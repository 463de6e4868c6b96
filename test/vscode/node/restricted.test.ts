import { afterAll, expect, it } from 'vitest'
import { openWorkbench } from '../../kit/vscode/host.ts'
import type { Workbench } from '../../kit/vscode/workbench.ts'

let window: Workbench
afterAll(() => window?.close())

it('everything is there in a folder that is not trusted', async () => {
  window = await openWorkbench({ restricted: true })
  await window.page.getByText('Restricted Mode').first().waitFor()
  await window.openFile('postmortems/2026-05-19-checkout-timeouts.md')
  await window.lens('Update 75 min').waitFor()
  await window.command('Problems: Focus on Problems View')
  expect(await window.problems()).toContainEqual(expect.stringContaining('SEV-9'))
  await window.screenshot('restricted')
})
