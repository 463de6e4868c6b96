import { describe, expect, it } from 'vitest'
import { CodeActionKind, type CodeLens } from 'vscode-languageserver-protocol/node'
import { filled, replaced } from './kit/documents.ts'
import { type Editor, PULLING } from './kit/editor.ts'
import { startSession } from './kit/in-memory.ts'

const URI = 'file:///w/postmortems/card-payments.md'
const GOOD = filled('incident-review')
const SECTION = /## What Went Well\n[^#]*/.exec(GOOD)?.[0] ?? ''

async function opened(text: string, capabilities = PULLING): Promise<Editor> {
  const { editor } = await startSession({ capabilities })
  editor.open(URI, text)
  return editor
}

describe('quick fixes', () => {
  it('are versioned, belong to their diagnostic and mend it', async () => {
    const editor = await opened(replaced(GOOD, '**Severity**: SEV1', '**Severity**: SEV11'))
    const actions = await editor.actions(URI, editor.rangeOf(URI, 'SEV11'))
    expect(actions.map(({ title }) => title)[0]).toBe('Change to SEV1')
    expect(actions.filter(({ isPreferred }) => isPreferred)).toHaveLength(1)
    const [best] = actions
    expect(best?.kind).toBe(CodeActionKind.QuickFix)
    expect(best?.diagnostics).toEqual(await editor.pull(URI))
    expect(best?.edit?.documentChanges).toEqual([
      { textDocument: { uri: URI, version: 1 }, edits: [{ range: editor.rangeOf(URI, 'SEV11'), newText: 'SEV1' }] },
    ])
    expect(editor.applyEdit(best?.edit ?? {})).toEqual({ applied: true })
    expect(editor.text(URI)).toBe(GOOD)
    expect(await editor.pull(URI)).toEqual([])
  })

  it('insert a missing section with its body, and nothing is left to insert', async () => {
    const editor = await opened(replaced(GOOD, SECTION, ''))
    expect((await editor.pull(URI)).map(({ code }) => code)).toEqual(['missing-section'])
    const [insert] = await editor.actions(URI)
    expect(insert?.title).toBe('Insert section "What Went Well"')
    editor.applyEdit(insert?.edit ?? {})
    expect((await editor.pull(URI)).map(({ code }) => code)).not.toContain('missing-section')
    const headings = (text: string) => text.split('\n').filter((line) => line.startsWith('#'))
    expect(headings(editor.text(URI))).toEqual(headings(GOOD))
  })

  it('are not offered where nothing is wrong', async () => {
    const editor = await opened(replaced(GOOD, '**Severity**: SEV1', '**Severity**: SEV7'))
    expect(await editor.actions(URI, editor.rangeOf(URI, 'Ingrid Solheim'))).toEqual([])
  })

  it.each([
    [['quickfix'], true],
    [[''], true],
    [['refactor', 'quickfix'], true],
    [['refactor'], false],
    [['source.fixAll'], false],
    [['quickfix.other'], false],
    [['quick'], false],
  ])('for `only: %j`: %s', async (only, some) => {
    const editor = await opened(replaced(GOOD, '**Severity**: SEV1', '**Severity**: SEV7'))
    const actions = await editor.actions(URI, undefined, only)
    expect(actions.some(({ kind }) => kind?.startsWith('quickfix'))).toBe(some)
    const isWanted = (kind = '') => only.some((wanted) => wanted === '' || `${kind}.`.startsWith(`${wanted}.`))
    expect(actions.filter(({ kind }) => !isWanted(kind))).toEqual([])
  })

  it('are refused by the client when the document has changed since', async () => {
    const editor = await opened(replaced(GOOD, '**Severity**: SEV1', '**Severity**: SEV7'))
    const [fix] = await editor.actions(URI)
    editor.type(URI, '# Incident', '# Big incident')
    const before = editor.text(URI)
    expect(editor.applyEdit(fix?.edit ?? {}).applied).toBe(false)
    expect(editor.text(URI)).toBe(before)
  })

  it('are plain changes for a client that knows no versioned ones', async () => {
    const { workspace, ...others } = PULLING
    const editor = await opened(replaced(GOOD, '**Severity**: SEV1', '**Severity**: SEV7'), {
      ...others,
      workspace: { ...workspace, workspaceEdit: {} },
    })
    const fix = (await editor.actions(URI)).find(({ title }) => title === 'Change to SEV1')
    expect(fix?.edit).toEqual({ changes: { [URI]: [{ range: editor.rangeOf(URI, 'SEV7'), newText: 'SEV1' }] } })
    editor.applyEdit(fix?.edit ?? {})
    expect(editor.text(URI)).toBe(GOOD)
  })
})

describe('a lens that offers an edit', () => {
  const STALE = replaced(GOOD, '(85 min)', '(75 min)')
  const update = (lenses: CodeLens[]) => {
    const found = lenses.find(({ command }) => command?.title.startsWith('Update '))
    if (!found) throw new Error('there is no lens to click')
    return found
  }

  it('changes the text through a versioned edit, in one step, and is calm afterwards', async () => {
    const editor = await opened(STALE)
    const lens = update(await editor.lenses(URI))
    expect(lens.command?.title).toBe('Update 75 min to 85 min · 13:42 → 15:07')
    expect(await editor.execute(lens)).toBeNull()
    expect(editor.appliedEdits).toHaveLength(1)
    const [{ label, edit, result }] = editor.appliedEdits as [(typeof editor.appliedEdits)[0]]
    expect(label).toBe('Update duration')
    expect(edit.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 1 } }])
    expect(result.applied).toBe(true)
    expect(editor.text(URI)).toBe(GOOD)
    const after = (await editor.lenses(URI)).map(({ command }) => command)
    expect(after).toContainEqual({ title: 'Duration 1h 25m: 13:42 → 15:07', command: '' })
  })

  it('does nothing when the document has changed since', async () => {
    const editor = await opened(STALE)
    const lens = update(await editor.lenses(URI))
    editor.type(URI, '(75 min)', '(74 min)')
    const before = editor.text(URI)
    expect(await editor.execute(lens)).toBeNull()
    expect(editor.text(URI)).toBe(before)
    expect(editor.appliedEdits.filter(({ result }) => result.applied)).toEqual([])
    expect(editor.loggedErrors).toEqual([])
  })

  it('does nothing when the document has been closed', async () => {
    const editor = await opened(STALE)
    const lens = update(await editor.lenses(URI))
    editor.close(URI)
    expect(await editor.execute(lens)).toBeNull()
    expect(editor.appliedEdits).toEqual([])
  })

  it('does not trust a client that takes plain changes without looking at their version', async () => {
    const { workspace, ...others } = PULLING
    const editor = await opened(STALE, { ...others, workspace: { ...workspace, workspaceEdit: {} } })
    const lens = update(await editor.lenses(URI))
    editor.type(URI, '# Incident', '# Big incident')
    await editor.execute(lens)
    expect(editor.appliedEdits).toEqual([])
    await editor.execute(update(await editor.lenses(URI)))
    expect(editor.appliedEdits).toMatchObject([{ result: { applied: true } }])
    expect(editor.text(URI)).toBe(replaced(GOOD, '# Incident', '# Big incident'))
  })

  it.each([
    ['no argument', []],
    ['something else', ['x']],
    ['half of it', [{ uri: URI, version: 1 }]],
    ['edits that are none', [{ uri: URI, version: 1, label: 'x', edits: [{ newText: 3 }] }]],
  ])('is not run with %s', async (_what, args) => {
    const editor = await opened(STALE)
    await editor.execute({
      range: editor.rangeOf(URI, '#'),
      command: { title: '', command: 'postmortem.applyEdit', arguments: args },
    })
    expect(editor.appliedEdits).toEqual([])
    expect(editor.text(URI)).toBe(STALE)
  })
})
