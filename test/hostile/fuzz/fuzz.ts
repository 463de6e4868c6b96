/**
 * Random edits in the real server, with everything that an editor asks in between, compared with a second server that
 * has never seen but the text as it is now.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import {
  type CodeAction,
  ExitNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { Editor, PULLING } from '../../protocol/kit/editor.ts'
import { difference, type FuzzEdit, nextEdit, Random } from './edits.ts'

/** What a run is like. */
export interface FuzzOptions {
  /** The script of the server. */
  readonly server: string
  readonly seed: number
  /** It ends with whichever comes first. */
  readonly edits: number
  readonly minutes?: number
  /** Documents to begin with. */
  readonly texts: readonly string[]
  /** The most edits between two comparisons, 6 by default. */
  readonly batch?: number
}

/** The answer that took longest. */
export interface Slowest {
  readonly ms: number
  readonly question: string
  readonly text: string
}

/** What was done, and what went wrong. */
export interface FuzzResult {
  readonly edits: number
  readonly requests: number
  readonly comparisons: number
  /** Actions whose edits were applied and undone. */
  readonly applied: number
  /** How long the server worked for each answer, ms, in order: what else the machine does is not counted. */
  readonly times: readonly number[]
  readonly slowest: Slowest | null
  /** Resident memory of the server, MB: after a tenth and at the end. */
  readonly rss: readonly [early: number, late: number]
  readonly failures: readonly string[]
}

const URI = 'file:///fuzz/postmortems/2026-01-10-search.md'
/** A document is begun anew after so many edits. */
const EDITS_OF_DOCUMENT = 250

/** A server with an editor. */
class Server {
  readonly editor: Editor
  readonly process: ReturnType<typeof spawn>
  readonly times: number[] = []
  slowest: Slowest | null = null
  complaints = ''

  constructor(script: string) {
    const child = spawn(process.execPath, [script, '--stdio'], { stdio: 'pipe' })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.complaints += text
    })
    this.process = child
    this.editor = new Editor(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
  }

  async start(): Promise<this> {
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } }
    await this.editor.initialize({
      capabilities: { ...PULLING, textDocument: { ...PULLING.textDocument, codeAction } },
    })
    return this
  }

  async timed<T>(question: string, ask: (editor: Editor) => Promise<T>): Promise<T> {
    const start = this.#worked()
    const answer = await ask(this.editor)
    const ms = this.#worked() - start
    this.times.push(ms)
    if (ms > (this.slowest?.ms ?? 0)) this.slowest = { ms, question, text: this.editor.text(URI) }
    return answer
  }

  /** How long the thread of the server that answers has run, ms. */
  #worked(): number {
    const { pid } = this.process
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  }

  /** MB. */
  rss(): number {
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8')
    return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024
  }

  async stop(): Promise<void> {
    const ended = once(this.process, 'close')
    await this.editor.connection.sendRequest(ShutdownRequest.type)
    await this.editor.connection.sendNotification(ExitNotification.type)
    await ended
  }

  /** All that is asked of a document, at some places. */
  async ask(places: readonly number[]): Promise<Record<string, unknown>> {
    const { editor } = this
    const document = editor.document(URI)
    const hovers: unknown[] = []
    const completions: unknown[] = []
    for (const place of places) {
      const position = document.positionAt(place)
      hovers.push(await this.timed('hover', () => editor.hover(URI, position)))
      completions.push(await this.timed('completion', () => editor.completion(URI, position)))
    }
    return {
      diagnostics: await this.timed('diagnostics', () => editor.pull(URI)),
      hovers,
      completions,
      lenses: await this.timed('lenses', () => editor.lenses(URI)),
      hints: await this.timed('hints', () => editor.inlayHints(URI)),
      symbols: await this.timed('symbols', () => editor.symbols(URI)),
      actions: await this.timed('actions', () => editor.actions(URI)),
    }
  }
}

/** One document with its edits, as it can be played again. */
interface Played {
  readonly text: string
  readonly edits: readonly FuzzEdit[]
  /** Of the places where the last questions were asked. */
  readonly seed: number
}

/** Runs it. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const random = new Random(options.seed)
  const until = options.minutes === undefined ? Infinity : performance.now() + options.minutes * 60_000
  const [server, fresh] = [await new Server(options.server).start(), await new Server(options.server).start()]
  const count = { edits: 0, comparisons: 0, applied: 0 }
  const failures: string[] = []
  let early = 0
  const isOver = () => count.edits >= options.edits || performance.now() > until || failures.length > 4
  while (!isOver()) {
    const text = random.one(options.texts)
    const edits: FuzzEdit[] = []
    server.editor.open(URI, text)
    while (!isOver() && edits.length < EDITS_OF_DOCUMENT) {
      const batch = 1 + random.below(options.batch ?? 6)
      for (let i = 0; i < batch; i++) {
        const edit = nextEdit(server.editor.text(URI), random)
        edits.push(edit)
        type(server.editor, edit)
        // As an editor asks while somebody types.
        if (random.below(10) === 0) await server.timed('diagnostics', (editor) => editor.pull(URI))
      }
      count.edits += batch
      const seed = random.below(2 ** 31)
      const wrong = await compared(server, fresh, seed)
      count.comparisons++
      if (wrong !== null) {
        failures.push(await smallest(options.server, { text, edits, seed }, wrong))
        break
      }
      const undone = await applied(server, fresh, random)
      count.applied += undone.count
      if (undone.wrong !== null) {
        failures.push(undone.wrong)
        break
      }
    }
    server.editor.close(URI)
    if (early === 0 && count.edits >= options.edits / 10) early = server.rss()
  }
  const late = server.rss()
  for (const { editor, complaints } of [server, fresh]) {
    failures.push(...editor.loggedErrors, ...(complaints === '' ? [] : [complaints]))
  }
  await Promise.all([server.stop(), fresh.stop()])
  const times = [...server.times, ...fresh.times].sort((a, b) => a - b)
  const [slowest] = [server, fresh].flatMap((one) => one.slowest ?? []).sort((a, b) => b.ms - a.ms)
  return { ...count, requests: times.length, times, slowest: slowest ?? null, rss: [early || late, late], failures }
}

function type(editor: Editor, { start, end, newText }: FuzzEdit): void {
  const document = editor.document(URI)
  editor.change(URI, { range: { start: document.positionAt(start), end: document.positionAt(end) }, newText })
}

/** What differs between a server that followed the edits and one that opens the text; null for nothing. */
async function compared(server: Server, fresh: Server, seed: number): Promise<string | null> {
  const { version } = server.editor.document(URI)
  const text = server.editor.text(URI)
  const random = new Random(seed)
  const places = Array.from({ length: 2 }, () => random.below(text.length + 1))
  const followed = await server.ask(places)
  fresh.editor.open(URI, text, version)
  const opened = await fresh.ask(places)
  fresh.editor.close(URI)
  const wrong = Object.keys(followed).filter((name) => !isDeepStrictEqual(followed[name], opened[name]))
  const [name] = wrong
  if (name === undefined) return null
  return `${wrong.join(', ')}: ${firstDifference(followed[name], opened[name], name)}`
}

/** Where two answers differ first, and how. */
function firstDifference(one: unknown, other: unknown, path: string): string {
  if (typeof one === 'object' && typeof other === 'object' && one !== null && other !== null) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const [a, b]: unknown[] = [Reflect.get(one, key), Reflect.get(other, key)]
      if (!isDeepStrictEqual(a, b)) return firstDifference(a, b, `${path}.${key}`)
    }
  }
  const short = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 400)
  return `${path} is ${short(one)} instead of ${short(other)}`
}

/** Applies the edit of an action, compares, and undoes it. */
async function applied(
  server: Server,
  fresh: Server,
  random: Random,
): Promise<{ count: number; wrong: string | null }> {
  const { editor } = server
  const actions = (await server.timed('actions', () => editor.actions(URI))).filter(
    ({ command }) => command === undefined,
  )
  const before = editor.text(URI)
  if (actions.length === 0) return { count: 0, wrong: null }
  const chosen: CodeAction = random.one(actions)
  const { edit } = chosen.edit ? chosen : await server.timed('resolve', () => editor.resolve(chosen))
  const isEmpty = (edit?.documentChanges ?? []).every((change) => 'edits' in change && change.edits.length === 0)
  // What is open or broken around it may refuse a template, which is known only once that is read anew.
  if (isEmpty && chosen.title.startsWith('Apply template ')) return { count: 0, wrong: null }
  if (!edit || isEmpty) return { count: 1, wrong: `"${chosen.title}" changes nothing in ${JSON.stringify(before)}` }
  const { applied: isApplied } = editor.applyEdit(edit)
  if (!isApplied) return { count: 1, wrong: `"${chosen.title}" cannot be applied to ${JSON.stringify(before)}` }
  const wrong = await compared(server, fresh, random.below(2 ** 31))
  type(editor, difference(editor.text(URI), before))
  const said = wrong === null ? null : `${wrong}\nafter "${chosen.title}" of ${JSON.stringify(before)}`
  return { count: 1, wrong: said ?? (editor.text(URI) === before ? null : 'it was not undone') }
}

/** Fewer edits that still fail, and what then differs. */
async function smallest(script: string, played: Played, wrong: string): Promise<string> {
  let best = { ...played, wrong }
  for (let size = Math.ceil(best.edits.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.edits.length; ) {
      // What comes first becomes part of the text, what is left out is left out.
      const without = best.edits.filter((_, index) => index < from || index >= from + size)
      const found = fits(best.text, without) ? await replayed(script, { ...best, edits: without }) : null
      if (found === null) from += size
      else best = { ...best, edits: without, wrong: found }
    }
  }
  return `${best.wrong}\n${JSON.stringify({ text: best.text, edits: best.edits, seed: best.seed })}`
}

function fits(text: string, edits: readonly FuzzEdit[]): boolean {
  let { length } = text
  return edits.every(({ start, end, newText }) => {
    const isInside = end <= length
    length += newText.length - (end - start)
    return isInside
  })
}

async function replayed(script: string, { text, edits, seed }: Played): Promise<string | null> {
  const [server, fresh] = [await new Server(script).start(), await new Server(script).start()]
  server.editor.open(URI, text)
  for (const edit of edits) {
    type(server.editor, edit)
    await server.editor.pull(URI)
  }
  const wrong = await compared(server, fresh, seed)
  await Promise.all([server.stop(), fresh.stop()])
  return wrong
}

/** The table that a run ends with. */
export function tableOf({
  edits,
  requests,
  comparisons,
  applied: actions,
  times,
  slowest,
  rss,
  failures,
}: FuzzResult): string {
  const at = (share: number) =>
    `${(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1)} ms`
  return [
    `edits        ${edits}`,
    `requests     ${requests}`,
    `comparisons  ${comparisons}`,
    `actions      ${actions} applied and undone`,
    `answers      p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, max ${at(1)}`,
    `slowest      ${slowest?.question ?? 'none'}, of a document of ${slowest?.text.length ?? 0} characters`,
    `memory       ${rss[0].toFixed(0)} MB after a tenth, ${rss[1].toFixed(0)} MB at the end`,
    `failures     ${failures.length}`,
  ].join('\n')
}
