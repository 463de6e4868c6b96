/** The real process on a folder on disk, twice: other threads read it, and the second time nothing is read again. */
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  ExitNotification,
  ShutdownRequest,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { startChild } from './kit/child.ts'
import { filled, replaced } from './kit/documents.ts'
import { PULLING } from './kit/editor.ts'

/** More than the progress of is worth showing. */
const COUNT = 130
const OWN = 'INC-20260211-001'
const withId = (id: string) => replaced(filled('incident-review'), OWN, id)
const idOf = (number: number) => `INC-20250101-${100 + number}`

let root: string
let folder: string
let storage: string

/** Writes a file that was last changed long ago. */
async function write(name: string, text: string): Promise<void> {
  await writeFile(join(folder, name), text)
  const then = new Date(Date.now() - 3_600_000)
  await utimes(join(folder, name), then, then)
}

/** Opens a document with an ID, waits until the others are known: those with the same ID, and files that were read. */
async function session(id: string): Promise<{ found: string[]; read: number; complaints: string }> {
  const capabilities = { ...PULLING, window: { workDoneProgress: true } }
  const child = startChild({ capabilities })
  const { editor } = child
  let read = 0
  editor.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    editor.connection.onProgress(WorkDoneProgress.type, token, (value) => {
      if ('message' in value) read = Number(/\/(\d+)$/.exec(value.message ?? '')?.[1])
    })
  })
  await editor.initialize({
    capabilities,
    folders: [pathToFileURL(folder).href],
    options: { storage: pathToFileURL(storage).href },
  })
  const uri = editor.open(pathToFileURL(join(folder, 'own.md')).href, withId(id))
  let found: string[] = []
  await until(async () => {
    const duplicates = (await editor.pull(uri)).filter(({ code }) => code === 'duplicate-incident-id')
    found = duplicates.flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ location }) => location.uri))
    return found.length > 0
  })
  // What is new is written at the latest when the session ends.
  await editor.connection.sendRequest(ShutdownRequest.type)
  await editor.connection.sendNotification(ExitNotification.type)
  await child.ended
  return { found: found.map((one) => one.slice(one.lastIndexOf('/') + 1)), read, complaints: child.complaints() }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await isSo()); ) {
    if (Date.now() > end) throw new Error('It does not come about.')
    await sleep(100)
  }
}

beforeAll(async () => {
  root = temporaryFolder()
  folder = join(root, 'work')
  storage = join(root, 'state', 'postmortem')
  await mkdir(folder)
  for (let number = 0; number < COUNT; number++) await write(`${number}.md`, withId(idOf(number)))
})

describe('the index of a folder', () => {
  it('is kept from one process to the next, and follows what has changed', async () => {
    expect(await session(idOf(17))).toEqual({ found: ['17.md'], read: COUNT + 1, complaints: '' })
    const names = await readdir(storage)
    expect(names).toHaveLength(1)

    expect(await session(idOf(18))).toEqual({ found: ['18.md'], read: 0, complaints: '' })

    await write('18.md', withId('INC-20240101-777'))
    await rm(join(folder, '19.md'))
    await write('new.md', withId(idOf(19)))
    expect(await session('INC-20240101-777')).toEqual({ found: ['18.md'], read: 0, complaints: '' })
    expect(await session(idOf(19))).toEqual({ found: ['new.md'], read: 0, complaints: '' })

    await writeFile(
      join(storage, names[0] ?? ''),
      (await readFile(join(storage, names[0] ?? ''), 'utf8')).slice(0, 5000),
    )
    expect(await session(idOf(20))).toEqual({ found: ['20.md'], read: COUNT + 1, complaints: '' })

    // Nothing is written where the documents are.
    expect((await readdir(folder)).filter((name) => !/^(?:\d+|new)\.md$/.test(name))).toEqual([])
  })
})
