import { afterEach } from 'vitest'
import { currentWindow } from '../kit/vscode/host.ts'

// What a failure looked like says more than its message.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  await currentWindow()?.screenshot(`failed-${task.name.replaceAll(/\W+/g, '-').slice(0, 60)}`)
})
