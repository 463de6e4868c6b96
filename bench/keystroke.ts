/** What a keystroke costs: a change of the text, then the pulled diagnostics, in the real server. */
import type { Ours } from './children/ours.ts'
import type { Peers } from './children/peers.ts'
import type { Place } from './children/typist.ts'
import { type Size, USUAL, withRows } from './documents/post-mortem.ts'
import { BenchProcess } from './kit/bench-process.ts'
import type { Options } from './kit/options.ts'
import { median, percentile } from './kit/statistics.ts'
import { megabytes, ms, msWithTarget, NONE, type Report, ratio, ratioWithTarget } from './kit/table.ts'
import { cpus, type Timing, walls } from './kit/timing.ts'

interface Case {
  readonly name: string
  readonly size: Size
  readonly place: Place
  /** The greatest ratio of p95 to markdownlint's median. Null at the far end, where it is only reported. */
  readonly limit: number | null
}

/** The usual lengths first; of 407 real post-mortems 95 % have fewer than 220 lines, and the longest table has 30 rows. */
const CASES: readonly Case[] = [
  { name: '151 lines, in prose', size: USUAL, place: 'prose', limit: 1 / 2 },
  { name: '151 lines, in a table of 8 rows', size: USUAL, place: 'row', limit: 1 / 2 },
  { name: '400 lines, in prose', size: { lines: 400 }, place: 'prose', limit: 1 / 4 },
  { name: 'in a table of 30 rows', size: withRows(30), place: 'row', limit: 1 / 4 },
  { name: 'in a table of 100 rows', size: withRows(100), place: 'row', limit: 1 / 2 },
  { name: 'in a table of 300 rows', size: withRows(300), place: 'row', limit: null },
  { name: '1,510 lines of sections, in prose', size: { lines: 1510 }, place: 'prose', limit: 1 / 6 },
  { name: '10,570 lines of sections, in prose', size: { lines: 10_570 }, place: 'prose', limit: null },
]
const QUICK_CASES: readonly Case[] = CASES.filter(({ size }) => size.lines < 200).slice(1, 2)

/** At the far end: the most that any key may take, and how many times a first analysis p95 may take. */
const FAR_END = { stallMs: 500, toFirstAnalysis: 1 }

/** Documents, by their number: one to get warm with, one to type in, the first of those to analyse. */
const [WARM, TYPED, ANALYSED] = [1, 2, 3]
/** A round of typing ends after this time: where a key takes long there are fewer. */
const ROUND_MS = 15_000

interface Measured {
  readonly keys: readonly Timing[]
  readonly markdownlint: readonly Timing[]
  readonly remark: readonly Timing[]
  readonly firstAnalysis: readonly Timing[]
  readonly memory: number | null
}

/** Types in documents of several lengths and shapes. */
export async function keystroke(options: Options): Promise<Report> {
  const rows: string[][] = []
  for (const { name, size, place, limit } of options.quick ? QUICK_CASES : CASES) {
    options.log(name)
    const { keys, markdownlint, remark, firstAnalysis, memory } = await measure(size, place, options)
    const [p95, max] = [percentile(walls(keys), 95), Math.max(...walls(keys))]
    const [peer, first] = [median(walls(markdownlint)), median(walls(firstAnalysis))]
    const isFarEnd = limit === null
    rows.push([
      name,
      String(keys.length),
      ms(median(walls(keys))),
      ms(p95),
      isFarEnd ? msWithTarget(max, FAR_END.stallMs) : ms(max),
      ms(peer),
      ms(median(walls(remark))),
      ms(first),
      isFarEnd ? ratio(p95, peer) : ratioWithTarget(p95, peer, limit),
      ratio(percentile(cpus(keys), 95), median(cpus(markdownlint))),
      isFarEnd ? ratioWithTarget(p95, first, FAR_END.toFirstAnalysis) : NONE,
      megabytes(memory),
    ])
  }
  return {
    title: 'Keystroke',
    columns: [
      'document',
      'keys',
      'median',
      'p95',
      'max',
      'markdownlint',
      'remark-parse + GFM',
      'our first analysis',
      'p95 to markdownlint',
      'by CPU time',
      'p95 to our first analysis',
      'resident',
    ],
    rows,
    notes: [
      'From `didChange` to the pulled diagnostics, client and JSON included, in a warmed up process. The peers read the ' +
        'whole text once, by turns with the typing: medians. Our first analysis is that of other documents of the same ' +
        'size: a median.',
      'In a table: words in a description in the middle of the timeline, then new rows below it. Those documents are ' +
        'like the one of 151 lines otherwise.',
    ],
  }
}

async function measure(size: Size, place: Place, { quick }: Options): Promise<Measured> {
  const ours = new BenchProcess<Ours>('ours.cjs')
  const peers = new BenchProcess<Peers>('peers.mjs')
  try {
    const isHuge = size.lines > 5000
    const warm = { numbers: Array.from({ length: quick ? 1 : 15 }, () => WARM), size: USUAL }
    await ours.call('open', { number: WARM, size: USUAL, place })
    await ours.call('type', { keys: quick ? 5 : 200, within: ROUND_MS })
    await peers.call('markdownlint', warm)
    await peers.call('remark', warm)
    await ours.call('open', { number: TYPED, size, place })
    await ours.call('type', { keys: 5, within: ROUND_MS })
    const [keys, markdownlint, remark]: [Timing[], Timing[], Timing[]] = [[], [], []]
    for (let round = 0; round < (quick ? 1 : 6); round++) {
      const numbers = Array.from({ length: isHuge || quick ? 1 : 3 }, () => TYPED)
      keys.push(...(await ours.call('type', { keys: quick ? 10 : 40, within: ROUND_MS })))
      markdownlint.push(...(await peers.call('markdownlint', { numbers, size })))
      remark.push(...(await peers.call('remark', { numbers, size })))
    }
    const memory = ours.memory()?.now ?? null
    // Last, and of other texts: nothing that is kept of one helps with the other.
    const others = Array.from({ length: quick ? 1 : 5 }, (_, index) => ANALYSED + index)
    const { times: firstAnalysis } = await ours.call('analyse', { numbers: others, size })
    return { keys, markdownlint, remark, firstAnalysis, memory }
  } finally {
    ours.close()
    peers.close()
  }
}
