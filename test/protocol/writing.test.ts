import { describe, expect, it } from 'vitest'
import { WritingNotification, type WritingParams } from '../../server/src/protocol.ts'
import { filled, ORDINARY } from './kit/documents.ts'
import { REST, type SessionOptions, startSession } from './kit/in-memory.ts'

const URI = 'file:///w/postmortems/card-payments.md'

const HOVER = { textDocument: { uri: URI }, position: { line: 0, character: 0 } }

async function session(options: SessionOptions = {}) {
  const started = await startSession({ folders: ['file:///w'], ...options })
  const told: WritingParams[] = []
  started.editor.connection.onNotification(
    WritingNotification.method,
    (params: WritingParams) => void told.push(params),
  )
  /** What was told once the documents have rested. */
  const rested = async () => {
    // What the server has been told is told before this is answered, and what it then says before the next answer.
    const answered = () => started.editor.connection.sendRequest('textDocument/hover', HOVER)
    await answered()
    started.scheduler.pass(REST)
    await answered()
    await answered()
    return told
  }
  return { ...started, rested }
}

const ASKED = { options: { writing: true } }

describe('what keys do', () => {
  it('is told with each version of a post-mortem', async () => {
    const { editor, rested } = await session(ASKED)
    editor.open(URI, filled('incident-review'))
    const [first] = await rested()
    expect(first).toMatchObject({ uri: URI, version: 1 })
    expect(first?.lines.filter(({ kind }) => kind === 'row').length).toBeGreaterThan(5)
    const text = editor.text(URI)
    for (const {
      line: [start, end],
      next,
    } of first?.lines ?? []) {
      expect(text.slice(start, end)).not.toContain('\n')
      expect(first?.nexts[next]).toBeDefined()
    }
    editor.type(URI, '# Incident', '# Big incident')
    expect((await rested()).at(-1)).toMatchObject({ version: 2 })
  })

  it('is told to nobody who did not ask', async () => {
    const { editor, rested } = await session()
    editor.open(URI, filled('incident-review'))
    expect(await rested()).toEqual([])
  })

  it('is not told of other Markdown, and once of what is no post-mortem any more', async () => {
    const { editor, rested } = await session(ASKED)
    editor.open('file:///w/notes.md', ORDINARY)
    editor.open(URI, filled('incident-review'))
    expect((await rested()).map(({ uri }) => uri)).toEqual([URI])
    const text = editor.text(URI)
    editor.type(URI, text, ORDINARY)
    await rested()
    expect((await rested()).slice(1)).toEqual([{ uri: URI, version: 2, placeholders: [], lines: [], nexts: [] }])
  })
})
