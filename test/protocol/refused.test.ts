/** Messages that the protocol does not allow, or that are not what they should be. Each is sent as it is, byte by byte. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { StreamMessageReader } from 'vscode-languageserver-protocol/node'
import { serverBinary } from './kit/child.ts'

const URI = 'file:///w/a.md'
const INITIALIZE = { method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }

interface Answer {
  readonly id: unknown
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

/** A server to which anything can be written. */
class Raw {
  readonly process: ChildProcess
  readonly #waiting = new Map<unknown, (answer: Answer) => void>()
  readonly ended: Promise<number>
  stderr = ''
  #id = 0

  constructor() {
    const child = spawn(process.execPath, [serverBinary(), '--stdio'], { stdio: 'pipe' })
    this.process = child
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text
    })
    new StreamMessageReader(child.stdout).listen((message) => {
      const answer = message as unknown as Answer
      this.#waiting.get(answer.id)?.(answer)
    })
    this.ended = once(child, 'close').then(([code]) => code)
  }

  write(bytes: string): void {
    this.process.stdin?.write(bytes)
  }

  send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    this.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }

  notify(method: string, params?: unknown): void {
    this.send({ method, params })
  }

  async ask(method: string, params?: unknown): Promise<Answer> {
    const id = ++this.#id
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve))
    this.send({ id, method, params })
    return answered
  }

  /** Whether it answers as it should, and ends as it should. */
  async isSound(): Promise<void> {
    expect((await this.ask('textDocument/hover', { textDocument: { uri: URI }, position: AT })).result).toBeNull()
    await this.end()
  }

  async end(): Promise<void> {
    expect(await this.ask('shutdown')).toMatchObject({ result: null })
    this.notify('exit')
    expect(await this.ended).toBe(0)
    expect(this.stderr).toBe('')
  }
}

const AT = { line: 0, character: 0 }

describe('initialize', () => {
  test.each<[string, unknown]>([
    ['without capabilities', { processId: null, rootUri: null }],
    ['with capabilities that are none', { capabilities: null, rootUri: null }],
    ['with capabilities of another kind', { capabilities: { workspace: 5, textDocument: { codeAction: [] } } }],
    ['with a root that is a number', { capabilities: {}, rootUri: 5 }],
    ['with a root that is a list', { capabilities: {}, rootUri: ['file:///w'] }],
    ['with folders that are none', { capabilities: {}, workspaceFolders: [null] }],
    ['with folders of another kind', { capabilities: {}, workspaceFolders: [5, {}, { uri: 3 }, { uri: 'file:///w' }] }],
    ['with folders that are no list', { capabilities: {}, workspaceFolders: 'file:///w' }],
    ['with options of another kind', { capabilities: {}, initializationOptions: { commands: 5, storage: 7 } }],
    ['with options that are a text', { capabilities: {}, initializationOptions: 'all' }],
    ['with a process that is a text', { capabilities: {}, processId: 'me' }],
  ])('%s is answered, and all goes on', async (_, params) => {
    const server = new Raw()
    expect(await server.ask('initialize', params)).toMatchObject({ result: { capabilities: { hoverProvider: true } } })
    server.notify('initialized', {})
    await server.isSound()
  })

  test.each<[string, unknown]>([
    ['without parameters', undefined],
    ['with a list', []],
    ['with null', null],
  ])('%s is refused, and another one is answered', async (_, params) => {
    const server = new Raw()
    expect(await server.ask('initialize', params)).toMatchObject({ error: { code: -32602 } })
    expect(await server.ask('initialize', INITIALIZE.params)).toMatchObject({ result: {} })
    await server.isSound()
  })

  test('comes once', async () => {
    const server = new Raw()
    await server.ask('initialize', INITIALIZE.params)
    expect(await server.ask('initialize', INITIALIZE.params)).toMatchObject({ error: { code: -32600 } })
    await server.isSound()
  })
})

describe('the life of a server', () => {
  test('begins with initialize', async () => {
    const server = new Raw()
    server.notify('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'markdown', version: 1, text: '# A' },
    })
    for (const method of ['textDocument/hover', 'shutdown', 'postmortem/documentStatus', 'no/such'])
      expect(await server.ask(method, { textDocument: { uri: URI } })).toMatchObject({ error: { code: -32002 } })
    await server.ask('initialize', INITIALIZE.params)
    await server.isSound()
  })

  test('ends with shutdown', async () => {
    const server = new Raw()
    await server.ask('initialize', INITIALIZE.params)
    await server.ask('shutdown')
    for (const method of ['textDocument/hover', 'shutdown', 'initialize', 'no/such'])
      expect(await server.ask(method, INITIALIZE.params)).toMatchObject({ error: { code: -32600 } })
    server.notify('exit')
    expect(await server.ended).toBe(0)
  })

  test('may end at once', async () => {
    const server = new Raw()
    server.notify('exit')
    expect(await server.ended).toBe(1)
  })
})

describe('parameters', () => {
  const textDocument = { uri: URI }
  const range = { start: AT, end: AT }
  test.each<[string, unknown]>([
    ['textDocument/hover', { textDocument, position: null }],
    ['textDocument/hover', { textDocument }],
    ['textDocument/hover', { textDocument, position: { line: -1, character: 0 } }],
    ['textDocument/hover', { textDocument, position: { line: '0', character: 0 } }],
    ['textDocument/hover', { textDocument: null, position: AT }],
    ['textDocument/hover', { textDocument: { uri: 7 }, position: AT }],
    ['textDocument/hover', null],
    ['textDocument/completion', { textDocument, position: { line: 0.5, character: 0 } }],
    ['textDocument/completion', { textDocument, position: [0, 0] }],
    ['textDocument/codeLens', {}],
    ['textDocument/documentSymbol', { textDocument: [] }],
    ['textDocument/diagnostic', undefined],
    ['textDocument/inlayHint', { textDocument, range: null }],
    ['textDocument/codeAction', { textDocument, range: { start: AT }, context: { diagnostics: [] } }],
    ['textDocument/codeAction', { textDocument, range, context: null }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: 5 } }],
    ['codeAction/resolve', null],
    ['workspace/executeCommand', { command: 5 }],
    ['workspace/executeCommand', { command: 'postmortem.applyEdit', arguments: 'x' }],
    ['postmortem/documentStatus', { uri: null }],
    ['postmortem/insertTimelineEvent', { uri: URI, position: null }],
    ['postmortem/pasteTimeline', { uri: URI, version: 1, range: 5, text: '' }],
    ['postmortem/newPostMortem', { folder: null }],
  ])('of %s that are wrong: %j', async (method, params) => {
    const server = await started
    expect(await server.ask(method, params)).toMatchObject({ error: { code: -32602 } })
  })

  test.each<[string, unknown]>([
    ['textDocument/didOpen', { textDocument: null }],
    ['textDocument/didOpen', { textDocument: { uri: URI, version: 1, text: 5 } }],
    ['textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [null] }],
    ['textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: '', range: 5 }] }],
    ['textDocument/didClose', {}],
    ['workspace/didChangeWatchedFiles', { changes: [null] }],
    ['workspace/didChangeWorkspaceFolders', { event: { added: null, removed: [] } }],
    ['$/cancelRequest', { id: 99 }],
    ['no/such', { a: 1 }],
  ])('of the notification %s that are wrong change nothing: %j', async (method, params) => {
    const server = await started
    server.notify(method, params)
    expect(await server.ask('textDocument/codeLens', { textDocument })).toMatchObject({ id: expect.anything() })
  })

  test('that were wrong have harmed nothing', async () => (await started).isSound())
})

/** One server for all of them. */
const started = (async () => {
  const server = new Raw()
  await server.ask('initialize', INITIALIZE.params)
  return server
})()

describe('a stream of which nobody can tell where a message begins', () => {
  test.each([
    ['a length that is no number', 'Content-Length: abc\r\n\r\n{}'],
    ['no length', 'Content-Type: x\r\n\r\n{}'],
    ['an empty length', 'Content-Length: \r\n\r\n{}'],
    ['no header at all', 'hello\r\n\r\n'],
    [
      'a message that is shorter than it says',
      'Content-Length: 99\r\n\r\n{}Content-Length: 2\r\n\r\n{}Content-Length: 2\r\n\r\n{}',
    ],
    ['HTTP', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a negative length', 'Content-Length: -5\r\n\r\n{}'],
    ['a length larger than any message', 'Content-Length: 99999999999\r\n\r\n{}'],
    ['a length that is just too large', 'Content-Length: 67108865\r\n\r\n{}'],
    ['a length beyond all numbers', `Content-Length: ${'9'.repeat(400)}\r\n\r\n{}`],
    ['a length in hexadecimal', 'Content-Length: 0x10\r\n\r\n{}'],
    ['a length with a fraction', 'Content-Length: 2.5\r\n\r\n{}'],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}'],
    ['a message without a header', '{"jsonrpc":"2.0","method":"initialized","params":{}}'],
    ['a header that never ends', `Content-Length: 2\r\n${'X-Y: z\r\n'.repeat(400)}`],
    ['a header line that never ends', `X-${'y'.repeat(4_000)}`],
    ['line feeds alone', 'Content-Length: 2\n\n{}'],
    ['NUL', '\0'],
    ['a message that is longer than it says', 'Content-Length: 2\r\n\r\n{}{}'],
  ])('ends the process, which says why: %s', async (_, bytes) => {
    const server = new Raw()
    await server.ask('initialize', INITIALIZE.params)
    server.write(bytes)
    // What comes behind it is for nobody.
    server.notify('initialized', {})
    server.notify('initialized', {})
    expect(await server.ended).toBe(1)
    expect(server.stderr).toMatch(/^postmortem-language-server: [^\n]+\n/)
  })

  test('is not one with other headers, however the bytes come', async () => {
    const server = new Raw()
    await server.ask('initialize', INITIALIZE.params)
    const bytes = 'content-length:  52 \r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n'
    for (const part of [...bytes, '{"jsonrpc":"2.0","method":"initialized","params":{}}']) {
      server.write(part)
      await setImmediate()
    }
    await server.isSound()
  })

  test('is not one in which a message is no JSON', async () => {
    const server = new Raw()
    await server.ask('initialize', INITIALIZE.params)
    server.write('Content-Length: 3\r\n\r\n{x}')
    expect((await server.ask('shutdown')).result).toBeNull()
    expect(server.stderr).toMatch(/^postmortem-language-server: [^\n]+\n$/)
    server.notify('exit')
    expect(await server.ended).toBe(0)
  })
})
