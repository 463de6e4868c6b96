/** When the incident was, where no field of the head says it. */
import type { SequenceContext } from '../../time/index.ts'
import type { IncidentWindow, Section, StatedDuration, TimelineEvent } from '../post-mortem.ts'
import { startByLength } from './measured-window.ts'
import { completed, windowInProse } from './prose-window.ts'
import { timelineWindow } from './window.ts'

/** By the milestones of the timeline, else by a length that fits it, else by what the text tells. */
export function foundWindow(
  timeline: readonly TimelineEvent[],
  durations: readonly StatedDuration[],
  sections: readonly Section[],
  context: SequenceContext,
): IncidentWindow {
  const marked = startByLength(timelineWindow(timeline), durations, timeline)
  return marked.start && marked.end ? marked : completed(marked, windowInProse(sections, context))
}
