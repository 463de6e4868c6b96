import { afterAll, it } from 'vitest'
import { openWorkbench } from '../../kit/vscode/host.ts'
import { answer, isCalm } from '../../kit/vscode/new-post-mortem.ts'
import type { Workbench } from '../../kit/vscode/workbench.ts'

let window: Workbench
afterAll(() => window?.close())

it('New Post-Mortem makes an untitled document where no folder is open', async () => {
  window = await openWorkbench({ folder: false })
  await window.command('Post-Mortem: New Post-Mortem')
  await answer(window, 'Incident Review', 'Login fails for everyone', 'SEV2', '2026-10-01 09:30')
  await window.showsFile('Untitled-1')
  await window.line('# Incident Post-Mortem: Login fails for everyone')
  await isCalm(window, 'Untitled-1')
})
