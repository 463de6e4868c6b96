import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  ExitNotification,
  ShutdownRequest,
  SocketMessageReader,
  SocketMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { type NewPostMortemParams, NewPostMortemRequest } from '../../server/src/protocol.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { type Child, forkChild, runToEnd, serverBinary, startChild } from './kit/child.ts'
import { filled, replaced } from './kit/documents.ts'
import { Editor, PULLING, PUSHED } from './kit/editor.ts'

const BAD = replaced(filled('incident-review'), '**Severity**: SEV1', '**Severity**: SEV7')
const ANSWERS: NewPostMortemParams = {
  folder: null,
  template: 'incident-review',
  title: 'Checkout is down',
  severity: 'SEV2',
  startedAt: '2026-03-09 14:02',
  author: null,
}

async function shutdown({ editor }: Child): Promise<void> {
  await editor.connection.sendRequest(ShutdownRequest.type)
  await editor.connection.sendNotification(ExitNotification.type)
}

/** The ID of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '0'])
  await once(child, 'exit')
  return child.pid ?? 0
}

describe('the command line', () => {
  const run = (...args: string[]) => runToEnd(process.execPath, [serverBinary(), ...args])

  it('says its version', async () => {
    expect(await run('--version')).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' })
  })

  it('explains itself', async () => {
    expect(await run('--help')).toEqual({
      code: 0,
      stdout: expect.stringMatching(/\nusage: [\s\S]*--stdio/),
      stderr: '',
    })
  })

  it.each([[[]], [['--lsp']], [['--socket']], [['--socket=']], [['--pipe']]])(
    'explains itself and ends with 2: %j',
    async (args) => {
      expect(await run(...args)).toEqual({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/^[^\n]+\n\nusage: [\s\S]*\n$/),
      })
    },
  )
})

describe('over stdio', () => {
  it('pushes once for a burst of changes, with the version, after a moment', async () => {
    const child = startChild()
    const { editor } = child
    await editor.initialize({ capabilities: PUSHED })
    const uri = editor.open('file:///w/postmortems/card-payments.md', BAD)
    for (let number = 8; number <= 20; number++) editor.type(uri, `SEV${number - 1}`, `SEV${number}`)
    await expect.poll(() => editor.pushes.length, { timeout: 60_000 }).toBe(1)
    expect(editor.pushes[0]).toMatchObject({ uri, version: 14, diagnostics: [{ code: 'invalid-enum-value' }] })
    // Longer than a document has to rest.
    await sleep(400)
    expect(editor.pushes).toHaveLength(1)
    await shutdown(child)
    expect(await child.ended).toBe(0)
    expect(child.complaints()).toBe('')
  })

  it('links the pages of the rules, and they are there', async () => {
    const child = startChild()
    await child.editor.initialize({ capabilities: PULLING })
    const uri = child.editor.open('file:///w/postmortems/card-payments.md', BAD)
    const [diagnostic] = await child.editor.pull(uri)
    expect(existsSync(fileURLToPath(diagnostic?.codeDescription?.href ?? ''))).toBe(true)
    await shutdown(child)
    expect(await child.ended).toBe(0)
  })

  it('reads the files of a virtual workspace through the client', async () => {
    const folder = 'memfs:/repo'
    const files = new Map([
      [`${folder}/.postmortem.yml`, 'folder: incidents\ntimeZone: Asia/Tokyo\n'],
      [`${folder}/incidents/2026-03-09-checkout-is-down.md`, '- **Incident ID**: INC-20260309-001\n'],
    ])
    const child = startChild({ files })
    await child.editor.initialize({ capabilities: PULLING, folders: [folder], options: { files: true } })
    const created = await child.editor.ask(NewPostMortemRequest, { ...ANSWERS, folder })
    expect(created.uri).toBe(`${folder}/incidents/2026-03-09-checkout-is-down-2.md`)
    expect(created.incidentId).toBe('INC-20260309-002')
    expect(child.editor.fileRequests).toContain(`postmortem/findFiles ${folder}`)
    await shutdown(child)
    expect(await child.ended).toBe(0)
  })

  it.each<[string, unknown, RegExp]>([
    ['says that it may not', { problem: 'no permission' }, /cannot be read: no permission\./],
    ['answers with an error', new Error('gone'), /cannot be read: the editor did not read it: .*gone/],
    ['answers with a number', 5, /cannot be read: the editor did not answer with a text/],
    ['answers with a list', ['timeZone: UTC'], /cannot be read: the editor did not answer with a text/],
    ['names a problem that is no text', { problem: 7 }, /cannot be read: the editor did not answer with a text/],
  ])('says so of a file that the client cannot read: it %s', async (_, answer, message) => {
    const folder = 'memfs:/repo'
    const names = ['.postmortem.yml', 'CODEOWNERS']
    const child = startChild({ files: new Map(names.map((name) => [`${folder}/${name}`, answer])) })
    await child.editor.initialize({ capabilities: PULLING, folders: [folder], options: { files: true } })
    const uri = child.editor.open(`${folder}/postmortems/a.md`, filled('incident-review'))
    const messages = (await child.editor.pull(uri)).map((one) => String(one.message))
    expect(messages).toEqual(names.map((name) => expect.stringMatching(`^${name} ${message.source}`)))
    await shutdown(child)
    expect(await child.ended).toBe(0)
  })

  it('treats a client that knows nothing of files as a world without any', async () => {
    const child = startChild()
    await child.editor.initialize({ capabilities: PULLING, folders: ['memfs:/repo'], options: { files: true } })
    const created = await child.editor.ask(NewPostMortemRequest, { ...ANSWERS, folder: 'memfs:/repo' })
    expect(created).toMatchObject({
      uri: 'memfs:/repo/postmortems/2026-03-09-checkout-is-down.md',
      incidentId: 'INC-20260309-001',
    })
    await shutdown(child)
    expect(await child.ended).toBe(0)
  })

  it('survives a client that refuses its requests', async () => {
    const child = startChild({ refusesRequests: true })
    await child.editor.initialize({ capabilities: PULLING, folders: ['file:///w'] })
    const uri = child.editor.open('file:///w/postmortems/card-payments.md', BAD)
    child.editor.filesChanged('file:///w/.postmortem.yml')
    await child.editor.settled()
    expect(await child.editor.pull(uri)).toHaveLength(1)
    await shutdown(child)
    expect(await child.ended).toBe(0)
    expect(child.complaints()).toBe('')
  })
})

describe('the end', () => {
  it('is an error when the client leaves without a shutdown', async () => {
    const child = startChild()
    await child.editor.initialize()
    await child.editor.connection.sendNotification(ExitNotification.type)
    expect(await child.ended).toBe(1)
  })

  it('comes when the client is gone', async () => {
    const child = startChild()
    await child.editor.initialize()
    child.process.stdin?.end()
    expect(await child.ended).toBe(1)
    expect(child.complaints()).toBe('')
  })

  it('comes when the process is gone that the client names', async () => {
    const child = startChild()
    await child.editor.initialize({ processId: await endedProcess() })
    expect(await child.ended).toBe(1)
    expect(child.complaints()).toBe('')
  })

  it('comes when the process is gone that an argument names', async () => {
    const child = startChild({}, [process.execPath, serverBinary(), `--clientProcessId=${await endedProcess()}`])
    expect(await child.ended).toBe(1)
    expect(child.complaints()).toBe('')
  })

  it('is clean over Node IPC, too', async () => {
    const child = forkChild()
    await child.editor.initialize({ capabilities: PULLING })
    const uri = child.editor.open('file:///w/postmortems/card-payments.md', BAD)
    expect(await child.editor.pull(uri)).toHaveLength(1)
    await shutdown(child)
    expect(await child.ended).toBe(0)
  })

  it('comes when the channel of Node IPC is gone', async () => {
    const child = forkChild()
    await child.editor.initialize({ capabilities: PULLING })
    const exit = once(child.process, 'exit')
    child.process.disconnect()
    expect(await exit).toEqual([1, null])
  })

  it('is clean over a socket, too', async () => {
    const { editor, ended } = await connected('socket')
    const uri = editor.open('file:///w/postmortems/card-payments.md', BAD)
    expect(await editor.pull(uri)).toHaveLength(1)
    await editor.connection.sendRequest(ShutdownRequest.type)
    await editor.connection.sendNotification(ExitNotification.type)
    expect(await ended).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it.each(['socket', 'pipe'] as const)('comes when a %s is closed', async (transport) => {
    const { socket, ended } = await connected(transport)
    socket.end()
    expect(await ended).toEqual({ code: 1, stdout: '', stderr: '' })
  })

  it.each([['--socket=1'], [`--pipe=${join(tmpdir(), 'postmortem-no-such-pipe')}`]])(
    'comes at once where nobody listens: %s',
    async (argument) => {
      const { code, stderr } = await runToEnd(process.execPath, [serverBinary(), argument])
      expect(code).toBe(1)
      expect(stderr).toMatch(/^postmortem-language-server: connect (?:ECONNREFUSED|ENOENT)[^\n]*\n$/)
    },
  )
})

/** A server that has connected to a listener of ours, and is initialized. */
async function connected(transport: 'socket' | 'pipe') {
  const listener = createServer()
  const accepted = once(listener, 'connection') as Promise<[Socket]>
  const pipe = join(temporaryFolder('postmortem-pipe-'), 'pipe')
  await new Promise<void>((resolve) => {
    if (transport === 'pipe') listener.listen(pipe, resolve)
    else listener.listen(0, '127.0.0.1', resolve)
  })
  const address = listener.address()
  const argument = typeof address === 'object' ? `--socket=${address?.port}` : `--pipe=${pipe}`
  const ended = runToEnd(process.execPath, [serverBinary(), argument])
  const [socket] = await accepted
  listener.close()
  const editor = new Editor(new SocketMessageReader(socket), new SocketMessageWriter(socket))
  await editor.initialize({ capabilities: PULLING })
  return { socket, editor, ended }
}

describe('files on the disk', () => {
  let folder = ''
  beforeAll(async () => {
    folder = temporaryFolder('postmortem files & ü-')
    await mkdir(join(folder, 'node_modules/x'), { recursive: true })
    await mkdir(join(folder, '.hidden'))
    await mkdir(join(folder, 'postmortems'))
    await writeFile(join(folder, '.postmortem.yml'), 'timeZone: Europe/Oslo\n')
    await writeFile(join(folder, 'postmortems/2026-03-09-checkout-is-down.md'), 'INC-20260309-001')
    await writeFile(join(folder, 'node_modules/x/README.md'), 'INC-20260309-002')
    await writeFile(join(folder, '.hidden/README.md'), 'INC-20260309-002')
  })

  it('are read by the server itself', async () => {
    const child = startChild()
    const uri = pathToFileURL(folder).href
    await child.editor.initialize({ capabilities: PULLING, folders: [uri] })
    const created = await child.editor.ask(NewPostMortemRequest, { ...ANSWERS, folder: uri })
    expect(created.uri).toBe(`${uri}/postmortems/2026-03-09-checkout-is-down-2.md`)
    expect(created.incidentId).toBe('INC-20260309-002')
    await shutdown(child)
    expect(await child.ended).toBe(0)
  })
})

describe('in the checkout', () => {
  const built = existsSync(fileURLToPath(new URL('../../server/dist/server.cjs', import.meta.url)))
  if (!built)
    console.warn('server/dist is not built: `npx postmortem-language-server` is not tested. Run `npm run build`.')

  it.skipIf(!built)('`npx --no-install postmortem-language-server --stdio` works', async () => {
    const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
    const child = startChild({}, [npx, '--no-install', 'postmortem-language-server'])
    const { serverInfo } = await child.editor.initialize({ capabilities: PULLING })
    expect(serverInfo?.name).toBe('postmortem-language-server')
    await shutdown(child)
    expect(await child.ended).toBe(0)
  })
})
