import { describe, expect, it } from 'vitest'
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node'
import { filled, ORDINARY, replaced } from './kit/documents.ts'
import { PULLING, PUSHED } from './kit/editor.ts'
import { REST, startSession } from './kit/in-memory.ts'

const URI = 'file:///w/postmortems/card-payments.md'
const GOOD = filled('incident-review')
/** One value that is not allowed. */
const BAD = replaced(GOOD, '**Severity**: SEV1', '**Severity**: SEV7')

describe('pulled diagnostics', () => {
  it('are answered, and never pushed as well', async () => {
    const { editor, scheduler } = await startSession({ capabilities: PULLING })
    editor.open(URI, BAD)
    expect(await editor.pull(URI)).toHaveLength(1)
    editor.type(URI, 'SEV7', 'SEV1')
    expect(await editor.pull(URI)).toEqual([])
    editor.close(URI)
    await editor.settled()
    scheduler.pass(REST)
    await editor.settled()
    expect(editor.pushes).toEqual([])
  })

  it('carry code, source, severity, message and the place', async () => {
    const { editor } = await startSession({ capabilities: PULLING })
    editor.open(URI, BAD)
    expect(await editor.pull(URI)).toEqual([
      {
        range: editor.rangeOf(URI, 'SEV7'),
        severity: DiagnosticSeverity.Error,
        code: 'invalid-enum-value',
        source: 'postmortem',
        message: '"SEV7" is no severity of this template: use SEV0, SEV1, SEV2, SEV3 or SEV4.',
      },
    ])
  })

  it.each([
    ['the platform', { rulePages: 'file:///server/docs/rules' }, 'file:///server/docs/rules/invalid-enum-value.md'],
    [
      'the client, who knows better',
      { rulePages: 'file:///server/docs/rules', options: { rulePages: 'vscode-remote://x/rules' } },
      'vscode-remote://x/rules/invalid-enum-value.md',
    ],
  ])('link the page of the rule that %s has', async (_who, options, href) => {
    const { editor } = await startSession({ capabilities: PULLING, ...options })
    editor.open(URI, BAD)
    expect((await editor.pull(URI))[0]?.codeDescription).toEqual({ href })
  })

  it('name the other places of the same finding', async () => {
    const { editor } = await startSession({ capabilities: PULLING })
    editor.open(URI, GOOD.replaceAll('Jonas Lindqvist', 'TBD'))
    const [diagnostic, ...more] = await editor.pull(URI)
    expect(more).toEqual([])
    expect(diagnostic).toMatchObject({ code: 'placeholder', severity: DiagnosticSeverity.Warning })
    const related = diagnostic?.relatedInformation ?? []
    expect(related).toHaveLength(GOOD.split('Jonas Lindqvist').length - 2)
    for (const { location } of related) {
      expect(location.uri).toBe(URI)
      expect(editor.document(URI).getText(location.range)).toBe('TBD')
    }
  })

  it('count UTF-16 code units', async () => {
    const { editor } = await startSession({ capabilities: PULLING })
    editor.open(URI, replaced(GOOD, '| Aisha Bello | P0 |', '| 🧑‍🚒 𝒜isha | P9 |'))
    const [diagnostic] = await editor.pull(URI)
    expect(diagnostic?.range).toEqual(editor.rangeOf(URI, 'P9'))
  })

  it('follow changes of part of the text', async () => {
    const { editor } = await startSession({ capabilities: PULLING })
    editor.open(URI, GOOD)
    expect(await editor.pull(URI)).toEqual([])
    // Two edits in one notification: the second means the text after the first.
    const at = editor.rangeOf(URI, '**Severity**: SEV1').start
    editor.change(
      URI,
      { range: { start: at, end: at }, newText: '**Severity**: SEV8\n- ' },
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: '' },
    )
    expect((await editor.pull(URI)).map(({ range }) => range)).toEqual([editor.rangeOf(URI, 'SEV8')])
    editor.type(URI, '**Severity**: SEV8\n- ', '')
    expect(editor.text(URI)).toBe(GOOD)
    expect(await editor.pull(URI)).toEqual([])
  })
})

describe('pushed diagnostics', () => {
  it('come once the document rests, with its version, and cannot be pulled', async () => {
    const { editor, scheduler } = await startSession({ capabilities: PUSHED })
    editor.open(URI, BAD, 7)
    await editor.settled()
    expect(editor.pushes).toEqual([])
    scheduler.pass(REST)
    await editor.settled()
    expect(editor.pushes).toMatchObject([{ uri: URI, version: 7, diagnostics: [{ code: 'invalid-enum-value' }] }])
    await expect(editor.pull(URI)).rejects.toMatchObject({ code: -32601 })
  })

  it('come once for a burst of changes', async () => {
    const { editor, scheduler } = await startSession({ capabilities: PUSHED })
    editor.open(URI, BAD)
    for (const digit of [6, 5, 4]) editor.type(URI, `SEV${digit + 1}`, `SEV${digit}`)
    await editor.settled()
    scheduler.pass(REST)
    await editor.settled()
    scheduler.pass(REST)
    await editor.settled()
    expect(editor.pushes).toEqual([{ uri: URI, version: 4, diagnostics: [] }])
  })

  it('are taken away when the document is closed, and do not come back', async () => {
    const { editor, scheduler } = await startSession({ capabilities: PUSHED })
    editor.open(URI, BAD)
    await editor.settled()
    scheduler.pass(REST)
    await editor.settled()
    editor.type(URI, 'SEV7', 'SEV77')
    editor.close(URI)
    await editor.settled()
    scheduler.pass(REST)
    await editor.settled()
    expect(editor.pushes.map(({ diagnostics }) => diagnostics.length)).toEqual([1, 0])
  })

  it('keep documents apart', async () => {
    const { editor, scheduler } = await startSession({ capabilities: PUSHED })
    const other = editor.open('file:///w/postmortems/other.md', GOOD)
    editor.open(URI, BAD)
    await editor.settled()
    scheduler.pass(REST)
    await editor.settled()
    expect(editor.pushes.map(({ uri, diagnostics }) => [uri, diagnostics.length])).toEqual([
      [other, 0],
      [URI, 1],
    ])
  })
})

describe('ordinary Markdown', () => {
  it.each([
    ['notes', 'file:///w/docs/kitchen.md', ORDINARY],
    ['an empty file', 'file:///w/postmortems/empty.md', ''],
    [
      'a runbook',
      'file:///w/runbooks/incidents.md',
      '# Runbook: incidents\n\n## Impact\n\n## Mitigation\n\n## Severity\n',
    ],
  ])('has no findings, lenses, symbols, actions, hovers or proposals: %s', async (_what, uri, text) => {
    const { editor } = await startSession({ capabilities: PULLING })
    editor.open(uri, text)
    expect(await editor.pull(uri)).toEqual([])
    expect(await editor.lenses(uri)).toEqual([])
    expect(await editor.symbols(uri)).toEqual([])
    expect(await editor.actions(uri)).toEqual([])
    for (const [line, content] of text.split('\n').entries()) {
      expect(await editor.hover(uri, { line, character: 3 })).toBeNull()
      expect(await editor.completion(uri, { line, character: content.length })).toEqual([])
    }
  })
})
