import { describe, expect, it } from 'vitest'
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver-protocol/node'
import { NewPostMortemDefaultsRequest } from '../../server/src/protocol.ts'
import { filled, replaced } from './kit/documents.ts'
import { type Editor, PULLING, PUSHED } from './kit/editor.ts'
import { REST, startSession } from './kit/in-memory.ts'

const FOLDER = 'file:///w'
const CONFIG = `${FOLDER}/.postmortem.yml`
const URI = `${FOLDER}/postmortems/card-payments.md`
/** A day later, or a month: that depends on the configuration. */
const AMBIGUOUS = replaced(
  replaced(filled('minimal'), '09:05 to 10:20 (75 min)', '03/04/2026 09:05 to 04/04/2026 09:05'),
  '2026-01-20',
  '03/04/2026',
)

const DAY = /2026-04-03 09:05 → 2026-04-04 09:05/
const MONTH = /2026-03-04 09:05 → 2026-04-04 09:05/

async function durationLens(editor: Editor, uri = URI): Promise<string> {
  const titles = (await editor.lenses(uri)).map(({ command }) => command?.title ?? '')
  return titles.find((title) => title.startsWith('Duration')) ?? ''
}

describe('a configuration file', () => {
  it('is watched where the client can watch', async () => {
    const { editor } = await startSession({ capabilities: PULLING, folders: [FOLDER] })
    await editor.settled()
    expect(editor.registrations).toMatchObject([
      {
        method: DidChangeWatchedFilesNotification.method,
        registerOptions: {
          watchers: [
            { globPattern: '**/*.{yml,yaml}' },
            { globPattern: '**/*.{md,markdown}' },
            { globPattern: '**/CODEOWNERS' },
          ],
        },
      },
    ])
  })

  it('that appears or changes refreshes pulled diagnostics and lenses', async () => {
    const { editor, files } = await startSession({ capabilities: PULLING, folders: [FOLDER] })
    editor.open(URI, AMBIGUOUS)
    await editor.pull(URI)
    files.set(CONFIG, 'dateOrder: dmy\n')
    editor.filesChanged(CONFIG)
    await editor.settled()
    expect(editor.refreshed).toEqual({ diagnostics: 1, lenses: 1 })
    expect(await durationLens(editor)).toMatch(DAY)
    files.set(CONFIG, 'dateOrder: mdy\n')
    editor.filesChanged(CONFIG)
    await editor.settled()
    expect(editor.refreshed).toEqual({ diagnostics: 2, lenses: 2 })
    expect(await durationLens(editor)).toMatch(MONTH)
    files.delete(CONFIG)
    editor.filesChanged(CONFIG)
    await editor.settled()
    expect(editor.refreshed).toEqual({ diagnostics: 3, lenses: 3 })
    expect(await durationLens(editor)).not.toMatch(MONTH)
  })

  it('that changes has the diagnostics of all open documents pushed again', async () => {
    const { editor, scheduler } = await startSession({ capabilities: PUSHED, folders: [FOLDER] })
    const other = editor.open(`${FOLDER}/postmortems/other.md`, AMBIGUOUS)
    editor.open(URI, AMBIGUOUS)
    await editor.settled()
    scheduler.pass(REST)
    await editor.settled()
    editor.pushes.length = 0
    editor.filesChanged(CONFIG)
    await editor.settled()
    scheduler.pass(REST)
    await editor.settled()
    expect(editor.pushes.map(({ uri }) => uri)).toEqual([other, URI])
    expect(editor.refreshed).toEqual({ diagnostics: 0, lenses: 1 })
  })

  it('is read again even when the client cannot be asked to refresh', async () => {
    const { textDocument } = PULLING
    const { editor, files } = await startSession({
      capabilities: { textDocument: textDocument ?? {} },
      folders: [FOLDER],
    })
    editor.open(URI, AMBIGUOUS)
    await editor.lenses(URI)
    files.set(CONFIG, 'dateOrder: mdy\n')
    editor.filesChanged(CONFIG)
    await editor.settled()
    expect(editor.refreshed).toEqual({ diagnostics: 0, lenses: 0 })
    expect(editor.registrations).toEqual([])
    expect(await durationLens(editor)).toMatch(MONTH)
  })

  it('is not every file', async () => {
    const { editor } = await startSession({ capabilities: PULLING, folders: [FOLDER] })
    editor.filesChanged(`${FOLDER}/README.md`, `${FOLDER}/docs/not.postmortem.yml`)
    await editor.settled()
    expect(editor.refreshed).toEqual({ diagnostics: 0, lenses: 0 })
  })

  it('with mistakes is logged and otherwise obeyed', async () => {
    const files = new Map([[CONFIG, 'timeZone: Nowhere/Land\ndateOrder: mdy\n']])
    const { editor, log } = await startSession({ folders: [FOLDER], files })
    editor.open(URI, AMBIGUOUS)
    expect(await durationLens(editor)).toMatch(MONTH)
    expect(log).toEqual([expect.stringMatching(/^file:\/\/\/w\/\.postmortem\.yml: "timeZone" must be a time zone/)])
  })

  it('is the nearest one above the document, inside its folder', async () => {
    const files = new Map([
      ['file:///.postmortem.yml', 'timeZone: Asia/Tokyo\n'],
      [CONFIG, 'dateOrder: mdy\n'],
      [`${FOLDER}/teams/a/.postmortem.yml`, 'dateOrder: dmy\n'],
    ])
    const { editor } = await startSession({ folders: [FOLDER], files })
    const near = editor.open(`${FOLDER}/teams/a/2026/one.md`, AMBIGUOUS)
    const far = editor.open(`${FOLDER}/teams/b/2026/two.md`, AMBIGUOUS)
    expect(await durationLens(editor, near)).toMatch(DAY)
    expect(await durationLens(editor, far)).toMatch(MONTH)
    expect((await editor.ask(NewPostMortemDefaultsRequest, { folder: 'file:///other' })).timeZone).toBe('UTC')
  })
})

describe('workspace folders', () => {
  const A = 'file:///a'
  const B = 'file:///b'
  const files = new Map([
    [`${A}/.postmortem.yml`, 'timeZone: Europe/Oslo\ndateOrder: dmy\n'],
    [`${B}/.postmortem.yml`, 'timeZone: America/New_York\ndateOrder: mdy\n'],
  ])

  it('each have their own configuration', async () => {
    const { editor } = await startSession({ folders: [A, B], files })
    const zone = async (folder: string | null) => (await editor.ask(NewPostMortemDefaultsRequest, { folder })).timeZone
    expect([await zone(A), await zone(B), await zone(null)]).toEqual(['Europe/Oslo', 'America/New_York', 'Europe/Oslo'])
    const inA = editor.open(`${A}/docs/one.md`, AMBIGUOUS)
    const inB = editor.open(`${B}/docs/two.md`, AMBIGUOUS)
    expect(await durationLens(editor, inA)).toMatch(DAY)
    expect(await durationLens(editor, inB)).toMatch(MONTH)
  })

  it('may come and go', async () => {
    const { editor } = await startSession({ folders: [A], files })
    const uri = editor.open(`${B}/docs/two.md`, AMBIGUOUS)
    expect(await durationLens(editor, uri)).not.toMatch(MONTH)
    editor.foldersChanged([B], [])
    await editor.settled()
    expect(editor.refreshed).toEqual({ diagnostics: 1, lenses: 1 })
    expect(await durationLens(editor, uri)).toMatch(MONTH)
    editor.foldersChanged([], [B])
    await editor.settled()
    expect(await durationLens(editor, uri)).not.toMatch(MONTH)
    expect(editor.refreshed).toEqual({ diagnostics: 2, lenses: 2 })
  })

  it('lend their configuration to an untitled document, and nothing outside is read', async () => {
    const asked: string[] = []
    const { editor } = await startSession({
      folders: [B],
      files,
      around: (real) => ({
        ...real,
        readFile: (uri) => {
          asked.push(uri)
          return real.readFile(uri)
        },
      }),
    })
    const uri = editor.open('untitled:Untitled-1', AMBIGUOUS)
    expect(await durationLens(editor, uri)).toMatch(MONTH)
    expect(asked.filter((read) => !read.startsWith(`${B}/`))).toEqual([])
  })
})

describe('CODEOWNERS', () => {
  it('gives owners to completion, and is read again when it changes', async () => {
    const { editor, files } = await startSession({ folders: [FOLDER] })
    files.set(`${FOLDER}/.github/CODEOWNERS`, '* @acme/payments\n')
    editor.open(URI, replaced(filled('minimal'), '**Owner**: ', '**Owner**: [Name] '))
    const offered = async () => {
      const items = await editor.completion(URI, editor.after(URI, '**Owner**: '))
      return items.flatMap(({ label, labelDetails, detail }) =>
        (labelDetails?.description ?? detail) === 'in CODEOWNERS' ? [label] : [],
      )
    }
    expect(await offered()).toEqual(['@acme/payments'])
    files.set(`${FOLDER}/.github/CODEOWNERS`, '* @acme/web\n')
    expect(await offered()).toEqual(['@acme/payments'])
    editor.filesChanged(`${FOLDER}/.github/CODEOWNERS`)
    expect(await offered()).toEqual(['@acme/web'])
  })
})

describe('a client that refuses what the server asks of it', () => {
  it('keeps its server', async () => {
    const { editor, files } = await startSession({ capabilities: PULLING, folders: [FOLDER], refusesRequests: true })
    editor.open(URI, AMBIGUOUS)
    files.set(CONFIG, 'dateOrder: mdy\n')
    editor.filesChanged(CONFIG)
    await editor.settled()
    expect(await durationLens(editor)).toMatch(MONTH)
    expect(editor.loggedErrors).toEqual([])
    expect(editor.logs.map(({ message }) => message).join('\n')).toMatch(/codeLens\/refresh/)
  })
})
