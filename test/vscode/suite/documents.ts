import { commands, Uri, workspace } from 'vscode'
import { equal, until } from '../../kit/vscode/assert.ts'
import { CHECKOUT, closeAll, findings, findingsOf, lenses, show, showText } from '../../kit/vscode/in-host.ts'

describe('documents', () => {
  afterEach(closeAll)

  it('without a file are checked too', async () => {
    const text = '---\ntemplate: minimal\n---\n\n# Incident Post-Mortem: Nothing sent\n\n- **Severity**: SEV-9\n'
    await findingsOf(await showText(text), 'invalid-enum-value')
  })

  it('that are broken do not end the server', async () => {
    for (const text of [
      '',
      '#',
      '```\n# Timeline',
      '| a |\n|',
      '\ud800 **Severity**:',
      '---\ntemplate: [',
      '\ufeff# X',
    ]) {
      await showText(text)
    }
    await findingsOf(await show(CHECKOUT), 'missing-section')
  })

  it('are checked again after a restart of the server', async () => {
    const document = await show(CHECKOUT)
    await findingsOf(document, 'missing-section')
    await commands.executeCommand('postmortem.restartServer')
    await findingsOf(document, 'missing-section')
    await lenses(document)
  })

  it('of another language are left alone', async () => {
    const [folder] = workspace.workspaceFolders ?? []
    const example = await workspace.fs.readFile(Uri.joinPath(folder?.uri ?? Uri.parse(''), CHECKOUT))
    const document = await showText(new TextDecoder().decode(example), 'plaintext')
    await new Promise((resolve) => setTimeout(resolve, 1000))
    equal(findings(document), [], 'findings')
  })

  it('lose their findings when they are closed', async () => {
    const document = await show(CHECKOUT)
    await findingsOf(document, 'missing-section')
    await closeAll()
    await until(() => findings(document).length === 0, 'no findings')
  })
})
