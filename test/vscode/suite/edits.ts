import { type CodeAction, commands, EndOfLine, type TextDocument, WorkspaceEdit, workspace } from 'vscode'
import { equal, ok, until } from '../../kit/vscode/assert.ts'
import {
  CHECKOUT,
  closeAll,
  codeOf,
  findings,
  findingsOf,
  lenses,
  quickFixes,
  rangeOf,
  show,
  showText,
} from '../../kit/vscode/in-host.ts'

async function addMissingSection(document: TextDocument): Promise<void> {
  const [finding] = await findingsOf(document, 'missing-section')
  ok(finding, 'a section is missing')
  const isOurs = ({ title }: CodeAction) => title === 'Insert section "What Could Be Improved"'
  const fix = await until(async () => (await quickFixes(document, finding)).find(isOurs), 'a quick fix')
  ok(fix.edit, 'the quick fix has an edit')
  ok(await workspace.applyEdit(fix.edit), 'the edit was refused')
}

const isMissing = (document: TextDocument, name: string) =>
  findings(document).some((finding) => codeOf(finding) === 'missing-section' && finding.message.includes(name))

describe('a change of the text', () => {
  afterEach(closeAll)

  it('adds a missing section at its place, and the finding goes', async () => {
    const document = await show(CHECKOUT)
    await addMissingSection(document)
    const headings = [...document.getText().matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    const at = headings.indexOf('What Could Be Improved')
    equal(headings.slice(at - 1, at + 2), ['What Went Well', 'What Could Be Improved', 'Action Items'], 'headings')
    await until(() => !isMissing(document, 'What Could Be Improved'), 'the end of the finding')
  })

  it('keeps the line endings of Windows', async () => {
    const example = (await show(CHECKOUT)).getText()
    const document = await showText(example.replaceAll(/\r?\n/g, '\r\n'))
    equal(document.eol, EndOfLine.CRLF, 'line ending before')
    const before = document.lineCount
    await addMissingSection(document)
    equal(document.eol, EndOfLine.CRLF, 'line ending after')
    ok(!/[^\r]\n|\r[^\n]/.test(document.getText()), 'a line ending is of another kind')
    ok(document.lineCount > before, 'the section was not added')
  })

  it('updates a duration through its lens, and one undo takes it back', async () => {
    const document = await show(CHECKOUT)
    const before = document.getText()
    const lens = (await lenses(document)).find(({ command }) => command?.title.startsWith('Update '))
    ok(lens?.command, 'a lens that offers to update the duration')
    await commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []))
    await until(() => document.getText() !== before, 'the change')
    equal(document.getText(), before.replace('16:05 to 17:40 (75 min)', '16:05 to 17:40 (95 min)'), 'text')
    await commands.executeCommand('undo')
    equal(document.getText(), before, 'text after undo')
  })

  it('is followed by the findings', async () => {
    const document = await show(CHECKOUT)
    await findingsOf(document, 'invalid-enum-value')
    const edit = new WorkspaceEdit()
    edit.replace(document.uri, rangeOf(document, 'SEV-9'), 'SEV1')
    await workspace.applyEdit(edit)
    await until(() => !findings(document).some(({ message }) => message.includes('SEV-9')), 'the end of the finding')
  })
})
