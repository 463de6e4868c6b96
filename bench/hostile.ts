/** What texts cost that are made to be slow, and how that grows with their length. */
import type { Grown, HostileReader } from './children/hostile.ts'
import { BenchProcess } from './kit/bench-process.ts'
import type { Options } from './kit/options.ts'
import { msWithTarget, type Report, withTarget } from './kit/table.ts'

/** The most that anybody should wait for a hostile text, ms. */
const LIMIT_MS = 2000
/** The most by which a text of four times the length may take longer: 4× is linear, 16× quadratic. */
const GROWTH = 8
/** Below this growth is noise, ms. */
const NOISE_MS = 10

/** Reads hostile texts. */
export async function hostile({ quick, log }: Options): Promise<Report> {
  const reader = new BenchProcess<HostileReader>('hostile.cjs')
  const rows: string[][] = []
  try {
    for (const subject of await reader.call('subjects', null)) {
      log(subject)
      await reader.call('grow', { subject, part: 0.01, runs: 1 })
      if (quick) continue
      rows.push(row(subject, await reader.call('grow', { subject, part: 1, runs: 3 })))
    }
  } finally {
    reader.close()
  }
  return {
    title: 'Hostile text',
    columns: [
      'what is read',
      'texts',
      'length',
      'the slowest',
      'takes',
      'the fastest growing',
      'four times the length',
    ],
    rows,
    notes: [
      'CPU time, the least of three readings. Four times the length takes 4× where time grows with it, 16× where with its square.',
    ],
  }
}

function row(subject: string, all: readonly Grown[]): string[] {
  const growth = ({ short, long }: Grown) => (long < NOISE_MS ? 0 : long / Math.max(short, 0.1))
  const slowest = all.reduce((most, one) => (one.long > most.long ? one : most))
  const steepest = all.reduce((most, one) => (growth(one) > growth(most) ? one : most))
  const grown = growth(steepest)
  const times = (value: number) => `${value.toFixed(1)}×`
  return [
    subject,
    String(all.length),
    slowest.length.toLocaleString('en'),
    `\`${slowest.text.slice(0, 20)}\``,
    msWithTarget(slowest.long, LIMIT_MS),
    grown === 0 ? '–' : `\`${steepest.text.slice(0, 20)}\``,
    grown === 0 ? '–' : withTarget(times(grown), times(GROWTH), grown <= GROWTH),
  ]
}
