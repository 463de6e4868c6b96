import { describe, expect, it } from 'vitest'
import {
  CancellationTokenSource,
  DocumentDiagnosticRequest,
  type HoverParams,
  HoverRequest,
} from 'vscode-languageserver-protocol/node'
import type { FileSystem } from '../../server/src/ports.ts'
import { filled, replaced } from './kit/documents.ts'
import { PULLING, PUSHED } from './kit/editor.ts'
import { REST, startSession } from './kit/in-memory.ts'

const FOLDER = 'file:///w'
const URI = `${FOLDER}/postmortems/card-payments.md`
const BAD = replaced(filled('incident-review'), '**Severity**: SEV1', '**Severity**: SEV7')

/** A file system that answers when the test says so. */
function gated() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const around = (real: FileSystem): FileSystem => ({
    ...real,
    readFile: async (uri) => {
      await opened
      return real.readFile(uri)
    },
  })
  return { around, open: () => open() }
}

describe('a request for a document that is not open', () => {
  it('is answered with nothing', async () => {
    const { editor } = await startSession()
    expect(await editor.pull(URI)).toEqual([])
    expect(await editor.hover(URI, { line: 0, character: 0 })).toBeNull()
    expect(await editor.completion(URI, { line: 0, character: 0 })).toEqual([])
    expect(await editor.lenses(URI)).toEqual([])
    expect(await editor.symbols(URI)).toEqual([])
    const nowhere = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
    expect(await editor.actions(URI, nowhere)).toEqual([])
    expect(editor.loggedErrors).toEqual([])
  })
})

describe('while a request is under way', () => {
  it('the document may be closed: nothing is said about it any more', async () => {
    const { around, open } = gated()
    const { editor } = await startSession({ folders: [FOLDER], around })
    editor.open(URI, BAD)
    const answers = Promise.all([editor.pull(URI), editor.hover(URI, editor.after(URI, '**Severity**: S'))])
    editor.close(URI)
    await editor.settled()
    open()
    expect(await answers).toEqual([[], null])
    expect(editor.loggedErrors).toEqual([])
  })

  it('the document may be closed: nothing is pushed after that', async () => {
    const { around, open } = gated()
    const { editor, scheduler } = await startSession({ folders: [FOLDER], capabilities: PUSHED, around })
    editor.open(URI, BAD)
    await editor.settled()
    scheduler.pass(REST)
    editor.close(URI)
    await editor.settled()
    open()
    await editor.settled()
    expect(editor.pushes).toEqual([{ uri: URI, diagnostics: [] }])
  })

  it('the document may change: the answer is about the text as it is by then', async () => {
    const { around, open } = gated()
    const { editor } = await startSession({ folders: [FOLDER], around })
    editor.open(URI, BAD)
    const [before, lenses] = [editor.pull(URI), editor.actions(URI)]
    editor.type(URI, '# Incident', '\n# Incident')
    await editor.settled()
    open()
    expect((await before).map(({ range }) => range)).toEqual([editor.rangeOf(URI, 'SEV7')])
    for (const { edit } of await lenses)
      expect(edit?.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 2 } }])
  })

  it('it may be cancelled: an error says so, so that diagnostics are not taken away', async () => {
    const { around, open } = gated()
    const { editor } = await startSession({ folders: [FOLDER], around })
    editor.open(URI, BAD)
    const source = new CancellationTokenSource()
    const pulled = editor.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument: { uri: URI } },
      source.token,
    )
    const cancelled = expect(pulled).rejects.toMatchObject({ code: -32800 })
    const params: HoverParams = { textDocument: { uri: URI }, position: editor.after(URI, '**Severity**: S') }
    const hovered = editor.connection.sendRequest(HoverRequest.type, params, source.token)
    source.cancel()
    await editor.settled()
    open()
    await cancelled
    expect(await hovered).toBeNull()
    expect(await editor.pull(URI)).toHaveLength(1)
    expect(editor.loggedErrors).toEqual([])
  })
})

describe('a handler that fails', () => {
  it('is logged, answers nothing, and the server goes on', async () => {
    let broken = true
    const { editor } = await startSession({
      capabilities: PULLING,
      folders: [FOLDER],
      around: (real) => ({
        ...real,
        readFile: (uri) => (broken ? Promise.reject(new Error('the disk is on fire')) : real.readFile(uri)),
      }),
    })
    editor.open(URI, BAD)
    expect(await editor.pull(URI)).toEqual([])
    expect(await editor.hover(URI, editor.after(URI, '**Severity**: S'))).toBeNull()
    expect(editor.loggedErrors).toHaveLength(2)
    expect(editor.loggedErrors[0]).toMatch(/the disk is on fire[\s\S]*\n\s+at /)
    expect(editor.shown).toEqual([])
    broken = false
    editor.filesChanged(`${FOLDER}/.postmortem.yml`)
    expect(await editor.pull(URI)).toHaveLength(1)
  })

  it('does not keep later documents from being served when its document is strange', async () => {
    const { editor } = await startSession()
    for (const uri of ['', 'no-uri', 'file:///%E0%A4%A.md', 'memfs:/x', 'untitled:a b', 'vscode-remote://h%2B1/x.md']) {
      editor.open(uri, BAD)
      expect(await editor.pull(uri)).toHaveLength(1)
    }
    expect(editor.loggedErrors).toEqual([])
  })
})
