import { commands, window, workspace } from 'vscode'
import { equal, ok, until } from '../../kit/vscode/assert.ts'
import { CHECKOUT, closeAll, ours, show } from '../../kit/vscode/in-host.ts'

// There is no `process` in a Worker.
const restricted = globalThis.process?.env['POSTMORTEM_RESTRICTED'] === 'true'

describe('the extension', () => {
  after(closeAll)

  it('is installed, and sleeps while there is no Markdown', async () => {
    await show('notes.txt')
    await new Promise((resolve) => setTimeout(resolve, 500))
    ok(!ours().isActive, 'it is active, although only notes.txt is open')
  })

  it('wakes up for Markdown', async () => {
    const document = await show(CHECKOUT)
    equal(document.languageId, 'markdown', 'language')
    await until(() => ours().isActive, 'activation')
  })

  it(restricted ? 'runs in Restricted Mode' : 'runs in a trusted folder', () => {
    equal(workspace.isTrusted, !restricted, 'trust')
  })

  it('offers its commands', async () => {
    const offered = (await commands.getCommands(true)).filter((name) => name.startsWith('postmortem.'))
    for (const { command } of ours().packageJSON.contributes.commands) {
      ok(offered.includes(command), `${command} is not there`)
    }
  })

  it('leaves the editor in front', () => {
    equal(window.activeTextEditor?.document.uri.path.endsWith(CHECKOUT), true, 'active editor')
  })
})
