/** What a stated duration measures, by the label it stands under, and between which points that may be. */
import type { Milestone } from '../post-mortem.ts'

/** What a stated duration measures. */
export type DurationKind = 'total' | 'impact' | 'detect' | 'acknowledge' | 'mitigate' | 'repair' | 'resolve' | 'recover'

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

const MEAN = '(?:mean |average )?'
const LABELS: readonly (readonly [RegExp, DurationKind])[] = [
  [
    /^(?:(?:incident|outage|total|overall|full|service) ){0,2}(?:duration|downtime|outage(?: time)?|elapsed time)$/,
    'total',
  ],
  [/^(?:(?:duration|length) of (?:the )?(?:incident|outage)|期間|障害時間|停止時間|varighet|total varighet)$/, 'total'],
  [/^(?:(?:duration|length) of (?:the )?(?:\w+ )?impact|影響期間|影響時間)$/, 'impact'],
  [/^(?:(?:total|customer|user|service) ){0,2}impact (?:duration|time)$/, 'impact'],
  [label(`${MEAN}time to detect(?:ion)?`, 'detection time', 'm?ttd', '検知までの時間'), 'detect'],
  [
    label(
      `${MEAN}time to (?:acknowledge(?:ment)?|respond|response)`,
      'acknowledg(?:e?ment|e) time',
      'response time',
      'm?tta',
    ),
    'acknowledge',
  ],
  [label(`${MEAN}time to mitigat(?:e|ion)`, 'mitigation time', 'm?ttm'), 'mitigate'],
  [label(`${MEAN}time to (?:repair|fix)`, 'repair time'), 'repair'],
  [label(`${MEAN}time to resol(?:ve|ution)`, 'resolution time', '復旧までの時間'), 'resolve'],
  [
    label(`${MEAN}time to (?:recover|recovery|restore|restoration)`, '(?:recovery|restoration) time', 'm?ttr'),
    'recover',
  ],
]

/**
 * What a label says that a duration is; null for a part of the incident, or for something else altogether.
 * @param key as compared by `nameKey`
 */
export function durationKind(key: string): DurationKind | null {
  return LABELS.find(([pattern]) => pattern.test(key))?.[1] ?? null
}

/** One of some names, and nothing else. */
function label(...names: readonly string[]): RegExp {
  return new RegExp(`^(?:${names.join('|')})$`)
}

function pairs(text: string): Pair[] {
  return text.split(' ').map((pair) => pair.split('-') as [PointName, PointName])
}
