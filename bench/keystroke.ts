/** What a keystroke costs: a change of the text, then the pulled diagnostics, in the real server. */
import type { Ours } from './children/ours.ts'
import type { Peers } from './children/peers.ts'
import type { Place } from './children/typist.ts'
import { type Size, USUAL } from './documents/post-mortem.ts'
import { AskedProcess } from './kit/asked-process.ts'
import type { Options } from './kit/options.ts'
import { median, percentile } from './kit/statistics.ts'
import { against, megabytes, ms, NOTHING, type Report, ratio, ratioAgainst } from './kit/table.ts'
import { cpus, type Timing, walls } from './kit/timing.ts'

interface Case {
  readonly name: string
  readonly size: Size
  readonly place: Place
  /** The greatest ratio of p95 to markdownlint's median, where there is one. */
  readonly limit?: number
  /** Whether it is held against our own p95 at 151 lines. */
  readonly isLong?: boolean
}

const CASES: readonly Case[] = [
  { name: '151 lines, in prose', size: USUAL, place: 'prose', limit: 1 / 5 },
  { name: '151 lines, in a row', size: USUAL, place: 'row', limit: 1 / 5 },
  { name: '1,510 lines, sections', size: { lines: 1510 }, place: 'prose' },
  { name: '1,510 lines, 1,350 rows', size: { lines: 1510, rows: 1350 }, place: 'row' },
  { name: '10,570 lines, sections', size: { lines: 10_570 }, place: 'prose', limit: 1 / 100, isLong: true },
  { name: '10,570 lines, 5,000 rows', size: { lines: 10_570, rows: 5000 }, place: 'row', limit: 1 / 100, isLong: true },
]

/** ms that a long document may cost more than a usual one, where twice as much is less than that. */
const MORE = 3
/** Documents, by their number: one to get warm with, one to measure. */
const [WARM, MEASURED] = [1, 2]
/** A round of typing ends after so many ms: where a key takes seconds there are fewer. */
const ROUND = 15_000

interface Measured {
  readonly keys: readonly Timing[]
  readonly markdownlint: readonly Timing[]
  readonly remark: readonly Timing[]
  readonly memory: number | null
}

/** Types in documents of several lengths and shapes. */
export async function keystroke(options: Options): Promise<Report> {
  const rows: string[][] = []
  const usual = new Map<Place, number>()
  for (const { name, size, place, limit, isLong } of options.quick ? CASES.slice(0, 3) : CASES) {
    options.say(name)
    const { keys, markdownlint, remark, memory } = await measure(size, place, options)
    const p95 = percentile(walls(keys), 95)
    const theirs = median(walls(markdownlint))
    if (size === USUAL) usual.set(place, p95)
    const before = usual.get(place) ?? p95
    const most = Math.max(2 * before, before + MORE)
    rows.push([
      name,
      String(keys.length),
      ms(median(walls(keys))),
      ms(p95),
      ms(Math.max(...walls(keys))),
      ms(theirs),
      ms(median(walls(remark))),
      limit === undefined ? ratio(p95, theirs) : ratioAgainst(p95, theirs, limit),
      ratio(percentile(cpus(keys), 95), median(cpus(markdownlint))),
      isLong ? against(ms(p95), ms(most), p95 <= most) : NOTHING,
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
      'p95 to markdownlint',
      'by CPU time',
      'p95, held against 151 lines',
      'resident',
    ],
    rows,
    notes: [
      'From `didChange` to the pulled diagnostics, client and JSON included, in a warmed up process. The peers read the ' +
        'whole text once, by turns with the typing: medians.',
      'In a row: words in a description in the middle of the timeline, then new rows below it.',
    ],
  }
}

async function measure(size: Size, place: Place, { quick }: Options): Promise<Measured> {
  const ours = new AskedProcess<Ours>('ours.cjs')
  const peers = new AskedProcess<Peers>('peers.mjs')
  try {
    const isHuge = size.lines > 5000
    const warm = Array.from({ length: quick ? 2 : 15 }, () => WARM)
    await ours.ask('open', { number: WARM, size: USUAL, place })
    await ours.ask('type', { keys: quick ? 20 : 200, within: ROUND })
    await peers.ask('markdownlint', { numbers: warm, size: USUAL })
    await peers.ask('remark', { numbers: warm, size: USUAL })
    await ours.ask('open', { number: MEASURED, size, place })
    await ours.ask('type', { keys: 5, within: ROUND })
    const [keys, markdownlint, remark]: [Timing[], Timing[], Timing[]] = [[], [], []]
    for (let round = 0; round < (quick ? 2 : 6); round++) {
      const numbers = Array.from({ length: isHuge || quick ? 1 : 3 }, () => MEASURED)
      keys.push(...(await ours.ask('type', { keys: quick ? 10 : 25, within: ROUND })))
      markdownlint.push(...(await peers.ask('markdownlint', { numbers, size })))
      remark.push(...(await peers.ask('remark', { numbers, size })))
    }
    const memory = ours.memory()?.now ?? null
    return { keys, markdownlint, remark, memory }
  } finally {
    ours.close()
    peers.close()
  }
}
