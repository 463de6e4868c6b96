/** No file that somebody puts into a workspace holds up anything, and each is told of where a person looks. */
import { spawn } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { ExitNotification, ShutdownRequest } from 'vscode-languageserver-protocol/node'
import { installed } from '../cli/kit.ts'
import { atMost } from '../kit/sampling.ts'
import { type Child, startChild } from '../protocol/kit/child.ts'
import { hostileWorkspace, KINDS, type Kind, PLACES, type Place, RIGHT } from './special-files.ts'

/** A run that has not ended by then hangs. */
const HANGS_MS = 60_000
/** Root may read everything: another user is asked. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

const ALL = PLACES.flatMap((place) => KINDS.map((kind) => [place.name, kind.name, place, kind] as const))
const RUNS = ALL.filter(([, , { args }]) => args)

/** With each kind at a few places, and at each place a few kinds. */
const SAMPLED_RUNS = atMost(RUNS, 30)

beforeAll(() => chmodSync(dirname(inject('npmPackage')), 0o755))

function run(cwd: string, args: readonly string[], user: object): Promise<{ code: number | string; said: string }> {
  const child = spawn(process.execPath, [installed(), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: HANGS_MS,
    killSignal: 'SIGKILL',
    ...user,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ code: code ?? signal ?? '', said }))
  })
}

const userFor = ({ name }: Kind) => (name === 'file without permission' ? NOBODY : {})

describe('the command line', () => {
  test.each(SAMPLED_RUNS)('%s: %s', async (_, name, place, kind) => {
    const folder = await hostileWorkspace(place, kind)
    const { code, said } = await run(folder, place.args ?? [], userFor(kind))
    const expected = place.expected && name in place.expected ? place.expected[name] : { code: 2 }
    if (!expected) expect([code, said]).toEqual([0, expect.not.stringMatching(kind.reason)])
    else {
      expect([code, said]).toEqual([expected.code, expect.stringMatching(expected.says ?? kind.reason)])
    }
    expect(said).not.toMatch(/\n\s+at /)
  })
})

/** A server for one workspace of each kind at some places. */
async function serve(places: readonly Place[], kinds: readonly Kind[]) {
  const workspaces = []
  for (const place of places)
    for (const kind of kinds) workspaces.push({ place, kind, folder: await hostileWorkspace(place, kind) })
  const plain = { path: 'b.md', content: RIGHT, name: '' }
  const other = await hostileWorkspace(plain, { name: '', reason: /^/, make: () => undefined })
  const folders = [...workspaces.map(({ folder }) => folder), other].map((folder) => pathToFileURL(folder).href)
  const child = startChild()
  await child.editor.initialize({ folders })
  return { child, workspaces, other }
}

/** What is said of a document. */
async function lookAt({ editor }: Child, folder: string, name: string, text = RIGHT): Promise<string[]> {
  const uri = editor.open(pathToFileURL(join(folder, name)).href, text)
  return (await editor.pull(uri)).map(({ message }) => String(message))
}

describe('the server', () => {
  // Root may read all of them.
  const kinds = KINDS.filter(({ name }) => name !== 'file without permission' || !('uid' in NOBODY))
  const shown = PLACES.filter(({ shownIn }) => shownIn)

  test.each(shown)('finds each kind of file as $name', async (place) => {
    const { child, workspaces, other } = await serve([place], kinds)
    for (const { folder, kind } of workspaces) {
      const name = place.shownIn ?? ''
      const messages = await lookAt(child, folder, name, place.files?.[name])
      if (kind.name === 'link to nothing' && place.shownIn !== 'a.md') expect(messages).toHaveLength(1)
      else expect([kind.name, messages]).toEqual([kind.name, [expect.stringMatching(kind.reason)]])
    }
    expect(await lookAt(child, other, 'a.md')).toEqual([])
    expect(child.editor.loggedErrors.filter((message) => /\n\s+at /.test(message))).toEqual([])
    await child.editor.connection.sendRequest(ShutdownRequest.type)
    await child.editor.connection.sendNotification(ExitNotification.type)
    expect(await child.ended).toBe(0)
  })

  test('reads none of the others', async () => {
    const places = PLACES.filter(({ name }) => ['document in the folder', '.gitignore'].includes(name))
    const { child, workspaces, other } = await serve(places, kinds)
    const { editor } = child
    for (const { folder, place } of workspaces) {
      const uri = pathToFileURL(join(folder, 'a.md')).href
      editor.open(uri, RIGHT)
      expect(await editor.pull(uri)).toEqual([])
      // As an editor says it of a file that somebody else has made.
      editor.filesChanged(pathToFileURL(join(folder, place.path)).href)
    }
    expect(await lookAt(child, other, 'a.md')).toEqual([])
    expect(editor.loggedErrors).toEqual([])
    // Its editor is gone without a word.
    child.process.stdin?.end()
    expect(await child.ended).toBe(1)
  })
})
