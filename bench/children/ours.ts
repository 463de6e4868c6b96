/** A process with the real server in it, minified as it ships, behind streams in memory. */
import { PassThrough } from 'node:stream'
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { startServer } from '../../server/src/lsp/server.ts'
import { createPostMortemService } from '../../server/src/service.ts'
import { postMortem, type Size } from '../documents/post-mortem.ts'
import { Editor } from '../kit/editor.ts'
import { handleCalls } from '../kit/handle-calls.ts'
import { PORTS } from '../kit/ports.ts'
import { type Timing, timingOf } from '../kit/timing.ts'
import { type Key, keysIn, type Place } from './typist.ts'

/** Somebody who types in a document. */
interface Typing {
  readonly uri: string
  readonly keys: Generator<Key, never>
  version: number
}

/** What reading some documents came to. */
interface Analysed {
  readonly times: Timing[]
  /** In all of them. */
  readonly findings: number
}

let editor: Editor | null = null
let typing: Typing | null = null
let opened = 0

const handlers = {
  /** Opens a document and asks for its diagnostics: how many there are. */
  async open({ number, size, place }: { number: number; size: Size; place: Place }): Promise<number> {
    editor ??= await connected()
    const text = postMortem(number, size)
    typing = { uri: `file:///bench/${opened++}.md`, keys: keysIn(text, place), version: 1 }
    await editor.open(typing.uri, text)
    return (await editor.pull(typing.uri)).length
  },

  /** Types, and pulls diagnostics after each key: how long each took. Stops early after so many ms. */
  async type({ keys, within }: { keys: number; within: number }): Promise<Timing[]> {
    if (!editor || !typing) throw new Error('nothing is open')
    const [to, by] = [editor, typing]
    const times: Timing[] = []
    const end = performance.now() + within
    while (times.length < keys && performance.now() < end) {
      const { range, text } = by.keys.next().value
      const press = () => {
        void to.change(by.uri, ++by.version, range, text)
        return to.pull(by.uri)
      }
      times.push(await timingOf(press))
    }
    return times
  },

  /** Opens documents one after the other and looks for findings in each: how long each took. */
  async analyse({ numbers, size }: { numbers: readonly number[]; size: Size }): Promise<Analysed> {
    const times: Timing[] = []
    let findings = 0
    const texts = numbers.map((number) => postMortem(number, size))
    const service = createPostMortemService(PORTS)
    for (const text of texts) {
      const uri = `file:///bench/analysed-${opened++}.md`
      const read = async () => {
        service.openDocument(uri, 1, text)
        findings += (await service.view(uri))?.findings.length ?? 0
      }
      times.push(await timingOf(read))
      service.closeDocument(uri)
    }
    return { times, findings }
  },
}

/** What this process can be called for. */
export type Ours = typeof handlers

handleCalls(handlers)

async function connected(): Promise<Editor> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  const [reader, writer] = [new StreamMessageReader(toServer), new StreamMessageWriter(toClient)]
  startServer(createConnection(reader, writer), {
    version: 'bench',
    rulePages: null,
    ports: () => PORTS,
  })
  const client = new Editor(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
  await client.initialize()
  return client
}
