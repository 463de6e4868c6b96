/** How long the server takes to know all post-mortems of a folder, and what it takes to remember them. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Peers } from './children/peers.ts'
import { postMortem, SHORT } from './documents/post-mortem.ts'
import { BenchProcess } from './kit/bench-process.ts'
import { writeDocuments } from './kit/folder.ts'
import type { Memory } from './kit/memory.ts'
import type { Options } from './kit/options.ts'
import { withFolder } from './kit/paths.ts'
import { startServerProcess } from './kit/server-process.ts'
import { megabytes, ms, msWithTarget, NONE, type Report, ratio, withTarget } from './kit/table.ts'

/** The most that the index of 2,000 documents may take, on two cores. */
const LIMIT = { coldMs: 20_000, warmMs: 2000, memoryBytes: 350e6 }
/** The finding that waits for the whole index: another document has the same ID. */
const RULE = 'duplicate-incident-id'
const TIMEOUT_MS = 20 * 60_000

interface Indexed {
  /** ms */
  readonly wall: number
  readonly memory: Memory | null
}

/** What was measured with one folder. */
interface Measured {
  readonly bytes: number
  /** A plain parse of all documents on one core, ms. */
  readonly parse: number
  readonly cold: Indexed
  readonly warm: Indexed
}

/** Opens a document of a large folder, in a server that does not know the folder and in one that does. */
export async function indexFolder({ quick, large, log }: Options): Promise<Report> {
  const rows: string[][] = []
  const notes: string[] = []
  const sample = quick ? 2 : 500
  const add = async (count: number, hasTargets: boolean) => {
    const name = `${count.toLocaleString('en')} documents`
    log(name)
    const { bytes, parse, cold, warm } = await measure(count, sample)
    const row = (what: string, { wall, memory }: Indexed, limitMs: number) => [
      `${name}: ${what}`,
      hasTargets ? msWithTarget(wall, limitMs) : ms(wall),
      ratio(wall, parse),
      megabytes(memory?.now ?? null),
      hasTargets && memory
        ? withTarget(megabytes(memory.peak), megabytes(LIMIT.memoryBytes), memory.peak <= LIMIT.memoryBytes)
        : megabytes(memory?.peak ?? null),
    ]
    rows.push(
      [`${name}: remark-parse + GFM of all, one core`, ms(parse), ratio(parse, parse), NONE, NONE],
      row('first start', cold, LIMIT.coldMs),
      row('second start', warm, LIMIT.warmMs),
    )
    notes.push(`${name}: generated post-mortems of 120 lines, ${megabytes(bytes)}.`)
  }
  await add(quick ? 20 : 2000, true)
  if (large) await add(10_000, false)
  return {
    title: 'Index of a folder',
    columns: ['what', 'time', 'to remark-parse', 'resident at the end', 'at most'],
    rows,
    notes: [
      ...notes,
      'From opening a document whose ID one of them has until the server says so, in a process of its own, threads ' +
        'included. The second start has what the first one kept.',
      `The parse is extrapolated from ${sample} of them, before and after, in a warmed up process.`,
    ],
  }
}

async function measure(count: number, sample: number): Promise<Measured> {
  return withFolder(async (folder) => {
    const documents = join(folder, 'documents')
    const storage = join(folder, 'storage')
    for (const path of [documents, storage]) mkdirSync(path)
    const bytes = writeDocuments(documents, count, SHORT)
    const before = await parseOf(sample)
    const cold = await index(documents, storage)
    const warm = await index(documents, storage)
    const parse = ((before + (await parseOf(sample))) / 2) * (count / sample)
    return { bytes, parse, cold, warm }
  })
}

/** A plain parse of some documents, ms in all. */
async function parseOf(sample: number): Promise<number> {
  const peers = new BenchProcess<Peers>('peers.mjs')
  const numbers = Array.from({ length: sample }, (_, number) => number)
  try {
    await peers.call('remark', { numbers: numbers.slice(0, 100), size: SHORT })
    return (await peers.call('remark', { numbers, size: SHORT })).reduce((sum, { wall }) => sum + wall, 0)
  } finally {
    peers.close()
  }
}

/** Starts a server and opens a copy of a document of the folder: until it is found to be one. */
async function index(folder: string, storage: string): Promise<Indexed> {
  const { editor, memory, end } = startServerProcess()
  await editor.initialize(pathToFileURL(folder).href, { storage: pathToFileURL(storage).href })
  const uri = pathToFileURL(join(folder, 'copy.md')).href
  const begin = performance.now()
  await editor.open(uri, postMortem(0, SHORT))
  let changed = editor.refreshed()
  while (!(await editor.pull(uri)).some(({ code }) => code === RULE)) {
    await within(TIMEOUT_MS, changed)
    changed = editor.refreshed()
  }
  const wall = performance.now() - begin
  const used = memory()
  await end()
  return { wall, memory: used }
}

async function within(limitMs: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the index is not complete after ${ms(limitMs)}`)), limitMs)
  })
  await Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
