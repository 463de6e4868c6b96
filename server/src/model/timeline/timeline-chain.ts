/** The longest run of rows that are in order: what is left when as few rows as possible are taken out. */
import { gapOf, isVague, type Moment, type PlacedSpan, placed } from '../../time/index.ts'
import type { TimelineEvent } from '../post-mortem.ts'

/** A row with a time, and a moment that may be another than the one it was read as. */
export interface TimedRow {
  readonly event: TimelineEvent
  readonly at: Moment
}

/** Tells of two rows, by their number in the text, whether the second cannot have followed the first. */
export type IsBroken = (above: number, below: number) => boolean

/**
 * Compares rows however their times are meant. Without dates a day may have ended between two of them, or half a day,
 * where the clock goes far back.
 */
export function comparing(rows: readonly TimedRow[], newestFirst: boolean): IsBroken {
  const spans = rows.map(({ event, at }): PlacedSpan => placed({ at, until: event.until }))
  let days = 0
  const daysBefore = rows.map(({ event: { jump } }) => (jump === 'none' || jump === 'disorder' ? days : ++days))
  return (above, below) => {
    const [first, second] = [spans[above], spans[below]]
    if (!first || !second) return false
    if (!first.at.date && !second.at.date && daysBefore[above] !== daysBefore[below]) return false
    return ((newestFirst ? gapOf(second, first) : gapOf(first, second)) ?? 0) < 0
  }
}

/** Rows that are taken out, by their numbers. */
export interface LeftOut {
  readonly rows: readonly number[]
  /** Whether no other rows would do, of which there are as few. */
  readonly isOnly: boolean
}

/** So many rows in a row may be wrong: more are not looked for. */
const MAX_RUN = 100

/**
 * The smallest sets of rows without which the rest is in order: one, or of several the one that keeps the first rows and
 * the one that keeps the last. What is told vaguely goes first.
 */
export function smallestSets(rows: readonly TimedRow[], isBroken: IsBroken): LeftOut[] {
  const worth = rows.map(({ event, at }) => rows.length + (isVague({ at, until: event.until }) ? 0 : 1))
  // Of the chains that begin with a row: the most that they are worth, and in how many ways (2: several).
  const best: number[] = []
  const ways: number[] = []
  const follows = (row: number, next: number) => !isBroken(row, next)
  for (let row = rows.length - 1; row >= 0; row--) {
    let [most, count] = [0, 1]
    for (let next = row + 1; next < Math.min(rows.length, row + MAX_RUN); next++) {
      const value = best[next] ?? 0
      if (value < most || !follows(row, next)) continue
      count = value > most ? (ways[next] ?? 1) : Math.min(2, count + (ways[next] ?? 1))
      most = value
    }
    best[row] = most + (worth[row] ?? 0)
    ways[row] = count
  }
  const most = best.reduce((a, b) => Math.max(a, b), 0)
  const isOnly = best.reduce((sum, value, row) => sum + (value === most ? (ways[row] ?? 1) : 0), 0) === 1
  const pick = (from: (candidates: readonly number[]) => number | undefined): number[] => {
    const chain: number[] = []
    let left = most
    for (let row = -1; left > 0; ) {
      const last = row
      const after = Array.from({ length: Math.min(rows.length - last - 1, last < 0 ? rows.length : MAX_RUN - 1) })
      const next = from(
        after.map((_, step) => last + 1 + step).filter((at) => best[at] === left && (last < 0 || follows(last, at))),
      )
      if (next === undefined) break
      chain.push(next)
      left -= worth[next] ?? left
      row = next
    }
    const kept = new Set(chain)
    return rows.map((_, at) => at).filter((at) => !kept.has(at))
  }
  const first = { rows: pick((candidates) => candidates[0]), isOnly }
  return isOnly ? [first] : [first, { rows: pick((candidates) => candidates.at(-1)), isOnly }]
}
