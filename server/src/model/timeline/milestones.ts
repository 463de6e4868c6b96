/** Which stages of the incident an entry of the timeline records. Markers outrank phrases. */
import type { SectionKind } from '../../lexicon/lexicon.ts'
import type { Milestone, TimelineEvent } from '../post-mortem.ts'
import { markedIn, markerOf } from './milestone-markers.ts'
import { phrasesIn } from './milestone-phrases.ts'

/** Milestones in the order in which they come, with the sections that are phases of them. */
const PHASES: Partial<Record<SectionKind, Milestone>> = {
  detection: 'detected',
  response: 'acknowledged',
  investigation: 'investigating',
  mitigation: 'mitigated',
  resolution: 'resolved',
}

/** What an entry says of itself. */
export type Recorded = Pick<TimelineEvent, 'milestones' | 'marked'>

/** The milestone of a phase, by its heading. */
export function milestonesOfPhase(heading: string, kinds: readonly SectionKind[]): Milestone[] {
  const byKind = kinds.flatMap((kind) => PHASES[kind] ?? [])
  return byKind.length > 0 ? byKind : markerOf(heading)
}

/**
 * The milestones of an entry, and whether a marker says so or only a phrase.
 * @param description its text in Markdown, without the time
 * @param label a bold or leading label (`**Detected**`, `Detected:`), null where there is none
 */
export function readMilestones(description: string, label: string | null): Recorded {
  const milestones = markedIn(description, label)
  if (milestones.length > 0) return { milestones, marked: true }
  return { milestones: phrasesIn(description), marked: false }
}
