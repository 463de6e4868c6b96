/** What the client sees of the index of the workspace, and that it does not feel it. */
import { describe, expect, it } from 'vitest'
import {
  type ClientCapabilities,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node'
import { rested } from '../kit/world.ts'
import { filled, replaced } from './kit/documents.ts'
import { type Editor, PULLING, PUSHED } from './kit/editor.ts'
import { startSession } from './kit/in-memory.ts'

const FOLDER = 'file:///w'
const A = `${FOLDER}/postmortems/a.md`
const B = `${FOLDER}/old/b.md`
const ID = 'INC-20260211-001'
const withId = (id: string) => replaced(filled('incident-review'), ID, id)
const TITLE = '# Incident Post-Mortem: '

async function ids(editor: Editor, uri = A): Promise<unknown[]> {
  return (await editor.pull(uri)).filter(({ code }) => code === 'duplicate-incident-id')
}

describe('findings that depend on other documents', () => {
  it('name the place in the other document', async () => {
    const files = new Map([[B, withId(ID)]])
    const { editor, scheduler, initialized } = await startSession({ capabilities: PULLING, folders: [FOLDER], files })
    editor.open(A, filled('incident-review'))
    expect(await ids(editor)).toEqual([])
    await rested({ scheduler })
    const line = withId(ID)
      .split('\n')
      .findIndex((text) => text.includes(ID))
    const character = withId(ID).split('\n')[line]?.indexOf(ID) ?? -1
    const range = { start: { line, character }, end: { line, character: character + ID.length } }
    expect(await ids(editor)).toMatchObject([{ range, relatedInformation: [{ location: { uri: B, range } }] }])
    expect(initialized.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true })
  })

  it('are pulled again when they are others, and only then', async () => {
    const files = new Map([[B, withId('INC-20250101-001')]])
    const { editor, scheduler, files: disk } = await startSession({ capabilities: PULLING, folders: [FOLDER], files })
    editor.open(A, filled('incident-review'))
    await editor.pull(A)
    const after = async (text: string | null) => {
      if (text === null) disk.delete(B)
      else disk.set(B, text)
      editor.filesChanged(B)
      await editor.settled()
      await rested({ scheduler })
      await editor.settled()
      await editor.pull(A)
      return editor.refreshed.diagnostics
    }
    await rested({ scheduler })
    expect(editor.refreshed.diagnostics).toBe(0)
    expect(await after(withId('INC-20250101-002'))).toBe(0)
    expect(await after(withId(ID))).toBe(1)
    expect(await after(`${withId(ID)}\nMore.\n`)).toBe(1)
    expect(await after(null)).toBe(2)
  })

  it('are pushed again for the documents that they are others in', async () => {
    const files = new Map([[B, withId(ID)]])
    const { editor, scheduler } = await startSession({ capabilities: PUSHED, folders: [FOLDER], files })
    editor.open(A, filled('incident-review'))
    editor.open(`${FOLDER}/c.md`, filled('phased'))
    await editor.settled()
    await rested({ scheduler })
    await editor.settled()
    const found = editor.pushes.map(({ uri, diagnostics }) => [uri, diagnostics.map(({ code }) => code)])
    expect(found.filter(([uri]) => uri === A)).toEqual([
      [A, []],
      [A, ['duplicate-incident-id']],
    ])
    expect(found.filter(([uri]) => uri !== A)).toHaveLength(1)
  })

  it('follow what is typed in the other document', async () => {
    const { editor, scheduler } = await startSession({ capabilities: PULLING, folders: [FOLDER] })
    editor.open(A, filled('incident-review'))
    editor.open(B, withId('INC-20250101-001'))
    await editor.pull(A)
    await editor.pull(B)
    await rested({ scheduler })
    editor.type(B, 'INC-20250101-001', ID)
    await editor.pull(B)
    await rested({ scheduler })
    await editor.settled()
    expect(editor.refreshed.diagnostics).toBe(1)
    expect(await ids(editor)).toHaveLength(1)
  })
})

describe('the progress of the index', () => {
  const capabilities: ClientCapabilities = { ...PULLING, window: { workDoneProgress: true } }
  const files = new Map(
    Array.from({ length: 120 }, (_, number): [string, string] => [
      `${FOLDER}/${number}.md`,
      `---\ntemplate: minimal\n---\n\n${TITLE}Disk ${number}\n`,
    ]),
  )
  const started = async (client: ClientCapabilities) => {
    const { editor, scheduler } = await startSession({ capabilities: client, folders: [FOLDER], files })
    const seen: { kind: string; message?: string; title?: string }[] = []
    const tokens: (string | number)[] = []
    editor.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      tokens.push(token)
      editor.connection.onProgress(WorkDoneProgress.type, token, (value) => void seen.push(value))
    })
    editor.open(A, filled('minimal'))
    await editor.pull(A)
    return { editor, scheduler, seen, tokens }
  }

  it('is shown where the client can', async () => {
    const { editor, scheduler, seen } = await started(capabilities)
    await rested({ scheduler })
    await editor.settled()
    expect(seen[0]).toMatchObject({ kind: 'begin', title: 'Indexing post-mortems', cancellable: true })
    expect(seen.filter(({ kind }) => kind === 'report').at(-1)?.message).toMatch(/^\d+\/121$/)
    expect(seen.at(-1)).toEqual({ kind: 'end' })
    expect(editor.loggedErrors).toEqual([])
  })

  it('can be cancelled', async () => {
    const { editor, scheduler, seen, tokens } = await started(capabilities)
    while (tokens.length === 0 || seen.length === 0) {
      scheduler.pass(500)
      await editor.settled()
    }
    void editor.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token: tokens[0] ?? '' })
    await editor.settled()
    await rested({ scheduler })
    await editor.settled()
    expect(seen.at(-1)).toEqual({ kind: 'end' })
    expect(seen.filter(({ kind }) => kind === 'report').length).toBeLessThan(60)
    expect(editor.loggedErrors).toEqual([])
  })

  it('is not asked of a client that cannot show it', async () => {
    const { editor, scheduler, tokens } = await started(PULLING)
    await rested({ scheduler })
    await editor.settled()
    expect(tokens).toEqual([])
    expect(editor.loggedErrors).toEqual([])
  })
})

describe('a keystroke', () => {
  it('is answered many times while post-mortems are indexed', async () => {
    const COUNT = 24
    const files = new Map(
      Array.from({ length: COUNT }, (_, number): [string, string] => [
        `${FOLDER}/old/${number}.md`,
        withId(number === COUNT - 1 ? ID : `INC-20250101-${String(number).padStart(4, '0')}`),
      ]),
    )
    const { editor, scheduler } = await startSession({ capabilities: PULLING, folders: [FOLDER], files })
    editor.open(A, filled('incident-review'))
    let answered = 0
    while ((await ids(editor)).length === 0) {
      answered++
      scheduler.pass(1000)
      await editor.settled()
      editor.type(A, TITLE, `${TITLE}x`)
    }
    // So that it waits for no more than a few of them.
    expect(answered).toBeGreaterThan(COUNT / 10)
    expect(editor.loggedErrors).toEqual([])
  })
})
