/** What the first reading of a document costs, from its text to its findings. */
import type { Ours } from './children/ours.ts'
import type { Peers } from './children/peers.ts'
import { type Size, USUAL } from './documents/post-mortem.ts'
import { AskedProcess } from './kit/asked-process.ts'
import type { Options } from './kit/options.ts'
import { median } from './kit/statistics.ts'
import { megabytes, ms, type Report, ratio, ratioAgainst } from './kit/table.ts'
import { cpus, type Timing, walls } from './kit/timing.ts'

/** The greatest ratio to a plain parse. */
const LIMIT = 1.2

/** Documents by number, no two alike: nothing that was kept of one helps with the next. */
const CASES: readonly { readonly name: string; readonly size: Size; readonly documents: number }[] = [
  { name: '151 lines', size: USUAL, documents: 120 },
  { name: '1,510 lines', size: { lines: 1510 }, documents: 24 },
]
const ROUNDS = 6

/** Reads documents that were never seen. */
export async function analysis({ quick, say }: Options): Promise<Report> {
  const ours = new AskedProcess<Ours>('ours.cjs')
  const peers = new AskedProcess<Peers>('peers.mjs')
  const rows: string[][] = []
  try {
    const warm = { numbers: range(10_000, quick ? 5 : 120), size: USUAL }
    await ours.ask('analyse', warm)
    await peers.ask('remark', warm)
    await peers.ask('markdownlint', warm)
    for (const { name, size, documents } of quick ? CASES.slice(0, 1) : CASES) {
      const all = { ours: [] as Timing[], remark: [] as Timing[], markdownlint: [] as Timing[] }
      say(name)
      let findings = 0
      const each = quick ? 2 : documents / ROUNDS
      for (let round = 0; round < ROUNDS; round++) {
        const numbers = range(round * each, each)
        const analysed = await ours.ask('analyse', { numbers, size })
        findings += analysed.findings
        all.ours.push(...analysed.times)
        all.remark.push(...(await peers.ask('remark', { numbers, size })))
        all.markdownlint.push(...(await peers.ask('markdownlint', { numbers, size })))
      }
      const own = median(walls(all.ours))
      const [remark, markdownlint] = [median(walls(all.remark)), median(walls(all.markdownlint))]
      rows.push([
        name,
        String(all.ours.length),
        (findings / all.ours.length).toFixed(1),
        ms(own),
        ms(remark),
        ms(markdownlint),
        ratioAgainst(own, remark, LIMIT),
        ratio(median(cpus(all.ours)), median(cpus(all.remark))),
        ratio(own, markdownlint),
        megabytes(ours.memory()?.now ?? null),
      ])
    }
  } finally {
    ours.close()
    peers.close()
  }
  return {
    title: 'First reading',
    columns: [
      'document',
      'documents',
      'findings each',
      'text to findings',
      'remark-parse + GFM',
      'markdownlint',
      'to remark-parse',
      'by CPU time',
      'to markdownlint',
      'resident',
    ],
    rows,
    notes: ['Medians over different documents, in warmed up processes, by turns.'],
  }
}

function range(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}
