/** A duration that the text states, beside what the times of the document give. */
import type { LabelledValue } from '../content/labelled-values.ts'
import { isWithin } from '../document/sections.ts'
import type { Section, StatedDuration } from '../post-mortem.ts'
import type { DurationKind } from './duration-kinds.ts'
import type { Measured } from './duration-points.ts'
import type { StatedRange } from './stated-range.ts'

/** A stated duration that could be checked. */
export interface CheckedDuration {
  readonly stated: StatedDuration
  readonly kind: DurationKind | null
  /** One of the incident's metrics, and not the length that its head or its impact gives. */
  readonly isMetric: boolean
  /** The label and the value that it stands in. */
  readonly field: LabelledValue
  /** Its own `start to end`, against which alone it is checked. */
  readonly range: StatedRange | null
  /**
   * `other`: it fits, but between points that its label does not mean. `short`: nobody wrote down the start, and it is
   * less than what passed from the detection on. `short-by-hours`: so much less that only support hours may have counted.
   */
  readonly verdict: 'agrees' | 'differs' | 'other' | 'short' | 'short-by-hours'
  /** What the label usually means, in seconds. */
  readonly seconds: number
  /** The points of that, null for a range of its own. */
  readonly usual: Measured | null
  /** The points that it fits, for the verdict `other`. */
  readonly fits: Measured | null
}

/** Kinds of sections in which a duration is about something else than the incident. */
const ELSEWHERE = [
  'action-items',
  'root-cause',
  'five-whys',
  'prevention',
  'follow-up',
  'references',
  'trigger',
] as const

/** Whether a duration in a section is about something else than the incident. */
export function isAboutElse(section: Section): boolean {
  return ELSEWHERE.some((kind) => isWithin(section, kind))
}
