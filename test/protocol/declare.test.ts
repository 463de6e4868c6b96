/** What a document is, said by a person in any editor, and why it is taken for what it is. */
import { describe, expect, it } from 'vitest'
import {
  DECLARE_COMMAND,
  DeclareRequest,
  DocumentStatusRequest,
  ExplainRequest,
  SET_TIME_ZONE_COMMAND,
} from '../../server/src/protocol.ts'
import { filled, ORDINARY } from './kit/documents.ts'
import { type Editor, PULLING } from './kit/editor.ts'
import { type SessionOptions, startSession } from './kit/in-memory.ts'

const URI = 'file:///w/docs/mail.md'
const CONFIG = 'file:///w/.postmortem.yml'
const CREATING = {
  ...PULLING,
  workspace: {
    ...PULLING.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
}

async function opened(text: string, options: SessionOptions = {}) {
  const session = await startSession({ folders: ['file:///w'], ...options })
  session.editor.open(URI, text)
  return session
}
const statusOf = async (editor: Editor) => (await editor.ask(DocumentStatusRequest, { uri: URI })).text
const run = (editor: Editor, isPostMortem: boolean, scope: string) => {
  const argument = { uri: URI, isPostMortem, scope }
  return editor.execute({
    range: editor.rangeOf(URI, '#'),
    command: { title: '', command: DECLARE_COMMAND, arguments: [argument] },
  })
}

describe('a file', () => {
  it('is one from then on, or is none, by one edit', async () => {
    const { editor } = await opened(ORDINARY)
    expect(await statusOf(editor)).toBeNull()
    await run(editor, true, 'file')
    expect(editor.text(URI)).toBe(`---\npostmortem: true\n---\n\n${ORDINARY}`)
    expect(await statusOf(editor)).toMatch(/^Post-mortem/)
    await run(editor, false, 'file')
    expect(await statusOf(editor)).toBeNull()
    expect(editor.appliedEdits.map(({ label }) => label)).toEqual(['Treat as post-mortem', 'This is no post-mortem'])
  })
  it('is changed by a code action, too', async () => {
    const { editor } = await opened(filled('minimal'))
    const [action] = await editor.actions(URI, undefined, ['source.declare'])
    expect(action?.title).toBe('This file is no post-mortem')
    editor.applyEdit(action?.edit ?? {})
    expect(await statusOf(editor)).toBeNull()
  })
})

describe('a folder', () => {
  it('gets a configuration where the editor can make files', async () => {
    const { editor } = await opened(ORDINARY, { capabilities: CREATING })
    await run(editor, true, 'folder')
    expect(editor.text(CONFIG)).toBe('include:\n  - "docs/*.md"\n')
  })
  it('needs one where it cannot', async () => {
    const { editor } = await opened(ORDINARY)
    await run(editor, true, 'folder')
    expect([editor.appliedEdits, editor.shown]).toEqual([[], [expect.stringContaining('.postmortem.yml')]])
  })
  it('has its configuration changed as it stands in the editor', async () => {
    const { editor } = await opened(ORDINARY, { files: new Map([[CONFIG, 'folder: a\n']]) })
    editor.open(CONFIG, 'folder: b\n')
    await run(editor, false, 'folder')
    expect(editor.text(CONFIG)).toBe('folder: b\nexclude:\n  - "docs/*.md"\n')
  })
  it('is answered with the text of a new configuration', async () => {
    const { editor } = await opened(ORDINARY)
    const answer = await editor.ask(DeclareRequest, { uri: URI, isPostMortem: true, scope: 'folder' })
    expect(answer).toMatchObject({ edit: { uri: CONFIG, version: null }, creates: 'include:\n  - "docs/*.md"\n' })
  })
})

describe('the zone of the times', () => {
  const ZONELESS =
    '# Post-mortem: mail outage\n\n- **Date**: 2026-03-04\n\n## Timeline\n\n- 09:10 **Started**: down\n- 09:20 found\n- 09:40 **Resolved**: up\n'
  const set = async (editor: Editor, title: RegExp) => {
    const actions = await editor.actions(URI, editor.rangeOf(URI, 'Timeline'))
    const action = actions.find((one) => title.test(one.title))
    if (!action?.command) throw new Error(`There is ${actions.map((one) => one.title).join(', ')}`)
    await editor.execute({ range: editor.rangeOf(URI, '#'), command: action.command })
  }
  it('is set in a new configuration', async () => {
    const { editor } = await opened(ZONELESS, { capabilities: CREATING })
    await set(editor, /^Set timeZone: UTC in .postmortem.yml$/)
    expect(editor.text(CONFIG)).toBe('timeZone: UTC\n')
  })
  it('is added to the configuration that is there', async () => {
    const { editor } = await opened(ZONELESS, { files: new Map([[CONFIG, 'folder: a # ours\n']]) })
    editor.open(CONFIG, 'folder: a # ours\n')
    await set(editor, /^Set timeZone: UTC/)
    expect(editor.text(CONFIG)).toBe('folder: a # ours\ntimeZone: UTC\n')
  })
  it('needs one where the editor makes no files', async () => {
    const { editor } = await opened(ZONELESS)
    await set(editor, /^Set timeZone: UTC/)
    expect([editor.appliedEdits, editor.shown]).toEqual([[], [expect.stringContaining('.postmortem.yml')]])
  })
  it.each([{ uri: URI }, { uri: URI, timeZone: 'Nowhere\nfolder: x' }, null])('is not set to %j', async (argument) => {
    const { editor } = await opened(ZONELESS, { capabilities: CREATING })
    const command = { title: '', command: SET_TIME_ZONE_COMMAND, arguments: [argument] }
    await editor.execute({ range: editor.rangeOf(URI, '#'), command })
    expect(editor.appliedEdits).toEqual([])
  })
})

it.each(['nothing', { uri: 1 }, null])('takes no other arguments: %j', async (argument) => {
  const { editor } = await opened(ORDINARY)
  const command = { title: '', command: DECLARE_COMMAND, arguments: [argument] }
  await editor.execute({ range: editor.rangeOf(URI, '#'), command })
  expect(editor.appliedEdits).toEqual([])
})

it('explains what it is, and where that stands', async () => {
  const { editor } = await opened(
    '# Post-mortem: mail outage\n\n**Severity**: SEV1\n\n## Timeline\n\n- 09:00 a\n- 09:10 b\n',
  )
  const found = await editor.ask(ExplainRequest, { uri: URI })
  expect(found?.verdict).toBe('This is read as a post-mortem.')
  expect(found?.evidence.some(({ range }) => range?.start.line === 0)).toBe(true)
  expect(await editor.ask(ExplainRequest, { uri: 'file:///w/other.md' })).toBeNull()
})
