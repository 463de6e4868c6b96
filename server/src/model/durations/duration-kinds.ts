/** What a stated duration measures, by the label it stands under, and between which points that may be. */
import type { DurationKind } from '../../lexicon/lexicon.ts'
import { DURATION_WORDS } from '../../lexicon/lexicons.ts'
import type { Milestone } from '../post-mortem.ts'

export type { DurationKind }

/** A point that a duration is measured from or to: a milestone, or an end of the timeline. */
export type PointName = Milestone | 'first' | 'last'

/** From one point to another. */
export type Pair = readonly [from: PointName, to: PointName]

/** What may be meant by a kind. */
export interface DurationBase {
  /** Pairs of the usual meaning, best first: unless one of these is known, nothing is said against the value. */
  readonly usual: readonly Pair[]
  /** Pairs that some preset or house style calls by the same name. */
  readonly allowed: readonly Pair[]
  /** Pairs that the name does not mean, but that people take by mistake. */
  readonly others: readonly Pair[]
}

/** Sources: the presets of the domain, and what real documents were seen to measure. */
export const DURATION_BASES: Readonly<Record<DurationKind, DurationBase>> = {
  total: {
    usual: pairs('started-resolved started-closed'),
    allowed: pairs('detected-resolved detected-closed first-last'),
    others: pairs('started-mitigated detected-mitigated declared-resolved acknowledged-resolved first-resolved'),
  },
  impact: {
    usual: pairs('started-resolved started-mitigated'),
    allowed: [],
    others: pairs(
      'detected-resolved detected-mitigated declared-resolved declared-mitigated started-closed first-last',
    ),
  },
  detect: {
    usual: pairs('started-detected'),
    allowed: [],
    others: pairs('first-detected started-declared'),
  },
  acknowledge: {
    usual: pairs('detected-acknowledged'),
    allowed: pairs(
      'started-acknowledged declared-acknowledged detected-investigating started-investigating detected-declared started-declared',
    ),
    others: pairs('first-acknowledged'),
  },
  mitigate: {
    usual: pairs('started-mitigated'),
    allowed: pairs('detected-mitigated declared-mitigated'),
    others: pairs('acknowledged-mitigated first-mitigated started-resolved'),
  },
  repair: {
    usual: pairs('started-repaired started-mitigated started-resolved'),
    allowed: pairs(
      'detected-repaired detected-mitigated detected-resolved declared-repaired declared-mitigated declared-resolved first-repaired',
    ),
    others: pairs('acknowledged-repaired acknowledged-resolved first-resolved'),
  },
  resolve: {
    usual: pairs('started-resolved'),
    allowed: pairs('declared-resolved detected-resolved'),
    others: pairs('acknowledged-resolved first-resolved started-mitigated started-closed'),
  },
  recover: {
    usual: pairs('started-resolved'),
    allowed: pairs('declared-resolved detected-resolved started-mitigated detected-mitigated started-repaired'),
    others: pairs('acknowledged-resolved first-resolved started-closed'),
  },
}

/**
 * What a label says that a duration is; null for a part of the incident, or for something else altogether.
 * @param key as compared by `nameKey`
 */
export function durationKind(key: string): DurationKind | null {
  return DURATION_WORDS.named(key)[0] ?? null
}

function pairs(text: string): Pair[] {
  return text.split(' ').map((pair) => pair.split('-') as [PointName, PointName])
}
