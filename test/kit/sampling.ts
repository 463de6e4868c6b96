/**
 * How much of what is many a run does: a fixed sample, or in the project `deep` all of it. A suite is written once and
 * asks here.
 */
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether nothing is left out. */
    readonly isDeep: boolean
  }
}

/** Whether nothing is left out: in the project `deep` only. */
export function isDeep(): boolean {
  return inject('isDeep') ?? false
}

/** One in so many of a list, from the first on; in `deep` all of it. */
export function sampled<T>(list: readonly T[], every: number): readonly T[] {
  return isDeep() ? list : list.filter((_, index) => index % every === 0)
}

/** No more than so many of a list, evenly from all of it; in `deep` all of it. */
export function atMost<T>(list: readonly T[], count: number): readonly T[] {
  if (isDeep() || list.length <= count) return list
  return Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)] as T)
}

/** Runs of a property: a quarter of them, in `deep` all; `RUNS=100 npx vitest run …` makes a hundred times as many. */
export function runs(all: number): number {
  const factor = Number(process.env['RUNS'] ?? (isDeep() ? 1 : 0.25))
  return Math.max(1, Math.round(all * factor))
}
