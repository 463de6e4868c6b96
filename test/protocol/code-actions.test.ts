import { describe, expect, it } from 'vitest'
import { type ClientCapabilities, type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver-protocol/node'
import { FinalBlockersRequest, SHOW_RULE_COMMAND } from '../../server/src/protocol.ts'
import { filled, replaced } from './kit/documents.ts'
import { type Editor, PULLING } from './kit/editor.ts'
import { type SessionOptions, startSession } from './kit/in-memory.ts'

const URI = 'file:///w/postmortems/card-payments.md'
const GOOD = filled('incident-review')
/** A draft that lacks two sections, has two values that are none, and rows in the wrong order. */
const FLAWED = [
  [/\*\*Status\*\*: Final/, '**Status**: Draft'],
  [/## What Went Well\n[^#]*/, ''],
  [/### The Problem\n[^#]*/, ''],
  [/\| P0 \|/, '| P7 |'],
  [/\| P2 \|/, '| P8 |'],
].reduce((text, [from, to]) => text.replace(from as RegExp, to as string), GOOD)

const LAZY: ClientCapabilities = {
  ...PULLING,
  textDocument: {
    ...PULLING.textDocument,
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
}

async function opened(text: string, options: SessionOptions = {}): Promise<Editor> {
  const { editor } = await startSession({ capabilities: PULLING, ...options })
  editor.open(URI, text)
  return editor
}

function named(actions: readonly CodeAction[], part: string): CodeAction {
  const found = actions.find(({ title }) => title.includes(part))
  if (!found) throw new Error(`There is no such action, but: ${actions.map(({ title }) => title).join(', ')}.`)
  return found
}

describe('an action that makes all fixes of a kind', () => {
  it('has its edits at once for a client that cannot ask for them', async () => {
    const editor = await opened(FLAWED)
    const action = named(await editor.actions(URI), 'Fix all invalid-enum-value')
    expect(action).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'invalid-enum-value' }, {}] })
    expect(editor.applyEdit(action.edit ?? {})).toEqual({ applied: true })
    expect(editor.text(URI)).not.toMatch(/\| P[78] \|/)
  })
  it('gets them when it is chosen, for one that can', async () => {
    const editor = await opened(FLAWED, { capabilities: LAZY })
    const action = named(await editor.actions(URI), 'Fix all invalid-enum-value')
    expect(action.edit).toBeUndefined()
    const resolved = await editor.resolve(action)
    expect(resolved.edit?.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 1 } }])
    editor.applyEdit(resolved.edit ?? {})
    expect(editor.text(URI)).not.toMatch(/\| P[78] \|/)
  })
  it.each([
    ['the document has changed', (editor: Editor) => editor.type(URI, '# Incident', '# Big incident')],
    ['the document was closed', (editor: Editor) => editor.close(URI)],
  ])('gets none when %s since', async (_, change) => {
    const editor = await opened(FLAWED, { capabilities: LAZY })
    const action = named(await editor.actions(URI), 'Fix all invalid-enum-value')
    change(editor)
    expect((await editor.resolve(action)).edit).toBeUndefined()
  })
  it.each([
    ['data of another version', { version: 2 }],
    ['a name that no action has', { name: 'x' }],
    ['a place where it was not offered', { start: 0, end: 0 }],
    ['a place that is none', { start: -1.5 }],
    ['another document', { uri: 'file:///w/other.md' }],
  ])('gets none with %s', async (_, changed) => {
    const editor = await opened(FLAWED, { capabilities: LAZY })
    const action = named(await editor.actions(URI, editor.rangeOf(URI, 'P7')), 'Change to P0')
    expect((await editor.resolve(action)).edit).toBeDefined()
    const other = { ...action, data: { ...action.data, ...changed } }
    expect(await editor.resolve(other)).toEqual(other)
  })
  it.each([[undefined], [{}], ['x'], [{ uri: URI, version: 1 }], [{ uri: 3, version: 1, rule: null }]])(
    'is given back as it is with strange data: %j',
    async (data) => {
      const editor = await opened(FLAWED, { capabilities: LAZY })
      expect(await editor.resolve({ title: 'x', data })).toEqual(
        data === undefined ? { title: 'x' } : { title: 'x', data },
      )
    },
  )
})

describe('what is chosen from all actions of a document', () => {
  it('has no edit before, and then those that a client gets at once that cannot ask for them', async () => {
    const lazy = await opened(FLAWED, { capabilities: LAZY })
    const eager = await opened(FLAWED)
    const offered = await lazy.actions(URI)
    expect(offered.filter(({ edit }) => edit)).toEqual([])
    const resolved = await Promise.all(offered.map((action) => (action.command ? action : lazy.resolve(action))))
    expect(resolved.map(({ data, ...action }) => action)).toEqual(await eager.actions(URI))
    expect(resolved.filter(({ edit }) => edit).length).toBeGreaterThan(15)
  })
  it('is for its own finding, of several that have the same fix', async () => {
    const editor = await opened(FLAWED, { capabilities: LAZY })
    const same = (await editor.actions(URI)).filter(({ title }) => title === 'Change to P0')
    expect(same).toHaveLength(2)
    for (const action of same) {
      const resolved = await editor.resolve(action)
      const [change] = resolved.edit?.documentChanges ?? []
      expect(change).toMatchObject({ edits: [{ range: action.diagnostics?.[0]?.range, newText: 'P0' }] })
    }
  })
})

describe('source.fixAll.postmortem', () => {
  it('mends what has one outcome, in one versioned edit, and nothing is left to mend', async () => {
    const editor = await opened(FLAWED)
    const [action, ...more] = await editor.actions(URI, editor.rangeOf(URI, '# Incident'), ['source.fixAll'])
    expect(more).toEqual([])
    expect(action?.kind).toBe('source.fixAll.postmortem')
    editor.applyEdit(action?.edit ?? {})
    expect(editor.text(URI)).toContain('## What Went Well')
    expect(editor.text(URI)).toContain('### The Problem')
    expect(editor.text(URI)).toContain('| P7 |')
    expect(await editor.actions(URI, undefined, ['source.fixAll.postmortem'])).toEqual([])
  })
})

describe('what is asked for', () => {
  const kindsOf = (actions: readonly CodeAction[]) => [...new Set(actions.map(({ kind }) => kind))]
  it.each([
    [['source'], ['source.fixAll.postmortem', 'source.organizeTimeline', 'source.declare']],
    [['source.fixAll'], ['source.fixAll.postmortem']],
    [['source.fixAll.postmortem'], ['source.fixAll.postmortem']],
    [['source.fixAll.other'], []],
    [['source.organizeTimeline'], ['source.organizeTimeline']],
    [['source.organizeImports'], []],
    [['quickfix'], ['quickfix']],
    [
      ['quickfix', 'source.fixAll'],
      ['quickfix', 'source.fixAll.postmortem'],
    ],
    [['source.declare'], ['source.declare']],
    [[''], ['quickfix', 'source.fixAll.postmortem', 'source.organizeTimeline', 'source.declare']],
    [[], []],
  ])('%j: %j', async (only, kinds) => {
    const editor = await opened(replaced(FLAWED, '| 13:47 |', '| 13:57 |'))
    const found = kindsOf(await editor.actions(URI, undefined, only)).filter((kind) => kind !== 'refactor.rewrite')
    expect(found).toEqual(kinds)
  })
  it('leaves changes of the whole document out while the cursor just stands there', async () => {
    const editor = await opened(replaced(FLAWED, '| 13:47 |', '| 13:57 |'))
    const idle = await editor.actions(URI, undefined, undefined, CodeActionTriggerKind.Automatic)
    expect(kindsOf(idle).filter((kind) => kind?.startsWith('source'))).toEqual([])
    const asked = await editor.actions(URI, undefined, undefined, CodeActionTriggerKind.Invoked)
    expect(kindsOf(asked)).toContain('source.fixAll.postmortem')
  })
})

describe('the page of a rule', () => {
  const pages = 'file:///pages'
  it('is shown by a command of the client', async () => {
    const editor = await opened(FLAWED, { options: { commands: [SHOW_RULE_COMMAND], rulePages: pages } })
    const action = named(await editor.actions(URI), 'Show documentation of missing-section')
    expect(action.edit).toBeUndefined()
    expect(action.command).toMatchObject({ command: SHOW_RULE_COMMAND, arguments: [`${pages}/missing-section.md`] })
    expect(action.command?.arguments?.[0]).toBe(action.diagnostics?.[0]?.codeDescription?.href)
  })
  it.each([
    ['without the command', { rulePages: pages }],
    ['without pages', { commands: [SHOW_RULE_COMMAND] }],
  ])('is not offered %s', async (_, options) => {
    const editor = await opened(FLAWED, { options })
    expect((await editor.actions(URI)).filter(({ title }) => title.startsWith('Show doc'))).toEqual([])
  })
})

describe('a comment that switches a rule off', () => {
  it('is one versioned insertion, and the diagnostic is gone', async () => {
    const editor = await opened(replaced(GOOD, '| P0 |', '| P7 |'))
    const action = named(await editor.actions(URI), 'for this line')
    expect(action.isPreferred).toBe(false)
    editor.applyEdit(action.edit ?? {})
    expect(editor.text(URI)).toContain('| Done <!-- postmortem-disable-line invalid-enum-value --> |')
    expect(await editor.pull(URI)).toEqual([])
  })
})

describe('postmortem/finalBlockers', () => {
  const DRAFT = replaced(GOOD, '**Status**: Final', '**Status**: Draft')
  it('gives the edit that makes a document final', async () => {
    const editor = await opened(DRAFT)
    const answer = await editor.ask(FinalBlockersRequest, { uri: URI })
    expect(answer).toEqual({
      version: 1,
      blockers: [],
      edits: [{ range: editor.rangeOf(URI, 'Draft'), newText: 'Final' }],
    })
  })
  it('names what blocks, with its place, and gives no edit', async () => {
    const editor = await opened(replaced(DRAFT, '- [x] Data:', '- [ ] Data:'))
    const answer = await editor.ask(FinalBlockersRequest, { uri: URI })
    expect(answer).toMatchObject({ version: 1, edits: [], blockers: [{ rule: 'final-with-open-verification' }] })
    const line = 'blockers' in answer ? answer.blockers[0]?.range.start.line : undefined
    expect(line).toBe(editor.rangeOf(URI, '- [ ] Data:').start.line)
  })
  it('refuses a document that is not open', async () => {
    const { editor } = await startSession({ capabilities: PULLING })
    expect(await editor.ask(FinalBlockersRequest, { uri: URI })).toEqual({ refused: 'Open a post-mortem first.' })
  })
})
