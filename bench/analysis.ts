/** What the first analysis of a document costs, from its text to its findings. */
import type { Ours } from './children/ours.ts'
import type { Peers } from './children/peers.ts'
import { type Size, USUAL } from './documents/post-mortem.ts'
import { BenchProcess } from './kit/bench-process.ts'
import type { Options } from './kit/options.ts'
import { median } from './kit/statistics.ts'
import { megabytes, ms, type Report, ratio, ratioWithTarget } from './kit/table.ts'
import { cpus, type Timing, walls } from './kit/timing.ts'

/** The greatest ratio to a plain parse. */
const LIMIT = 1.2

/** Documents by number, no two alike: nothing that was kept of one helps with the next. */
const CASES: readonly { readonly name: string; readonly size: Size; readonly documents: number }[] = [
  { name: '151 lines', size: USUAL, documents: 120 },
  { name: '1,510 lines', size: { lines: 1510 }, documents: 24 },
]

/** Analyses documents that were never seen. */
export async function analysis({ quick, log }: Options): Promise<Report> {
  const ours = new BenchProcess<Ours>('ours.cjs')
  const peers = new BenchProcess<Peers>('peers.mjs')
  const rows: string[][] = []
  try {
    const warm = { numbers: range(10_000, quick ? 1 : 120), size: USUAL }
    await ours.call('analyse', warm)
    await peers.call('remark', warm)
    await peers.call('markdownlint', warm)
    await peers.call('lezer', warm)
    for (const { name, size, documents } of quick ? CASES.slice(0, 1) : CASES) {
      const all = { ours: [] as Timing[], remark: [] as Timing[], markdownlint: [] as Timing[], lezer: [] as Timing[] }
      log(name)
      let findings = 0
      const rounds = quick ? 1 : 6
      const inOneRound = quick ? 2 : documents / rounds
      for (let round = 0; round < rounds; round++) {
        const numbers = range(round * inOneRound, inOneRound)
        const analysed = await ours.call('analyse', { numbers, size })
        findings += analysed.findings
        all.ours.push(...analysed.times)
        all.remark.push(...(await peers.call('remark', { numbers, size })))
        all.markdownlint.push(...(await peers.call('markdownlint', { numbers, size })))
        all.lezer.push(...(await peers.call('lezer', { numbers, size })))
      }
      const own = median(walls(all.ours))
      const remark = median(walls(all.remark))
      const markdownlint = median(walls(all.markdownlint))
      const lezer = median(walls(all.lezer))
      rows.push([
        name,
        String(all.ours.length),
        (findings / all.ours.length).toFixed(1),
        ms(own),
        ms(remark),
        ms(markdownlint),
        ms(lezer),
        ratioWithTarget(own, remark, LIMIT),
        ratio(median(cpus(all.ours)), median(cpus(all.remark))),
        ratio(own, markdownlint),
        ratio(own, lezer),
        megabytes(ours.memory()?.now ?? null),
      ])
    }
  } finally {
    ours.close()
    peers.close()
  }
  return {
    title: 'First analysis',
    columns: [
      'document',
      'documents',
      'findings each',
      'text to findings',
      'remark-parse + GFM',
      'markdownlint',
      '@lezer/markdown',
      'to remark-parse',
      'by CPU time',
      'to markdownlint',
      'to @lezer/markdown',
      'resident',
    ],
    rows,
    notes: [
      'Medians over different documents, in warmed up processes, by turns. @lezer/markdown, with GFM, is the parser of ' +
        'the CodeMirror editor: how fast a parser written for keystrokes is. It has no target.',
    ],
  }
}

function range(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}
