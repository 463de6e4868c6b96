/** How long the server takes to know all post-mortems of a large folder, and what it takes to remember them. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Peers } from './children/peers.ts'
import { postMortem, SHORT } from './documents/post-mortem.ts'
import { AskedProcess } from './kit/asked-process.ts'
import { writeDocuments } from './kit/folder.ts'
import type { Memory } from './kit/memory.ts'
import type { Options } from './kit/options.ts'
import { withFolder } from './kit/paths.ts'
import { startServerProcess } from './kit/server-process.ts'
import { against, megabytes, ms, NOTHING, type Report, ratio, ratioAgainst } from './kit/table.ts'

/** The greatest ratio to a plain parse of all documents on one core; the longest second start, ms; bytes. */
const LIMIT = { cold: 1 / 3, warm: 2000, memory: 350e6 }
/** It is found once the server knows all other documents, and says so. */
const RULE = 'duplicate-incident-id'
/** ms */
const TOO_LONG = 20 * 60_000

interface Indexed {
  readonly wall: number
  readonly memory: Memory | null
}

/** Opens a document of a large folder, in a server that does not know the folder and in one that does. */
export async function indexFolder({ quick, say }: Options): Promise<Report> {
  const count = quick ? 150 : 10_000
  const sample = quick ? 10 : 500
  return withFolder(async (folder) => {
    const documents = join(folder, 'documents')
    const storage = join(folder, 'storage')
    for (const path of [documents, storage]) mkdirSync(path)
    const bytes = writeDocuments(documents, count, SHORT)
    const parsed = await parse(sample)
    say('first start')
    const cold = await index(documents, storage)
    say('second start')
    const warm = await index(documents, storage)
    const peer = ((await parse(sample)) + parsed) * (count / sample / 2)
    const resident = (memory: Memory | null, isHeld: boolean) => {
      if (!memory) return NOTHING
      const peak = megabytes(memory.peak)
      return isHeld ? against(peak, megabytes(LIMIT.memory), memory.peak <= LIMIT.memory) : peak
    }
    return {
      title: 'Index of a folder',
      columns: ['what', 'time', 'to remark-parse', 'target', 'resident at the end', 'at most'],
      rows: [
        ['remark-parse + GFM of all, one core', ms(peer), ratio(peer, peer), NOTHING, NOTHING, NOTHING],
        [
          'first start',
          ms(cold.wall),
          ratio(cold.wall, peer),
          ratioAgainst(cold.wall, peer, LIMIT.cold),
          megabytes(cold.memory?.now ?? null),
          resident(cold.memory, true),
        ],
        [
          'second start',
          ms(warm.wall),
          ratio(warm.wall, peer),
          against(ms(warm.wall), ms(LIMIT.warm), warm.wall <= LIMIT.warm),
          megabytes(warm.memory?.now ?? null),
          resident(warm.memory, true),
        ],
      ],
      notes: [
        `${count.toLocaleString('en')} generated post-mortems, ${megabytes(bytes)}. From opening a document whose ID ` +
          'one of them has until the server says so, in a process of its own, workers included.',
        `The parse is extrapolated from ${sample} of them, before and after, in a warmed up process.`,
      ],
    }
  })
}

/** A plain parse of some documents, ms in all. */
async function parse(sample: number): Promise<number> {
  const peers = new AskedProcess<Peers>('peers.mjs')
  const numbers = Array.from({ length: sample }, (_, number) => number)
  try {
    await peers.ask('remark', { numbers: numbers.slice(0, 100), size: SHORT })
    return (await peers.ask('remark', { numbers, size: SHORT })).reduce((sum, { wall }) => sum + wall, 0)
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
    await within(TOO_LONG, changed)
    changed = editor.refreshed()
  }
  const wall = performance.now() - begin
  const used = memory()
  await end()
  return { wall, memory: used }
}

async function within(limit: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the index is not complete after ${ms(limit)}`)), limit)
  })
  await Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
