/** The start of an incident that only its stated length tells: it fits from the first row of the timeline to the end. */
import { nameKey } from '../../template/names.ts'
import { secondsBetween } from '../../time/index.ts'
import type { IncidentWindow, StatedDuration, TimelineEvent } from '../post-mortem.ts'
import { durationKind } from './duration-kinds.ts'

/** The window with the first row as its start, where a stated length proves it. */
export function startByLength(
  window: IncidentWindow,
  durations: readonly StatedDuration[],
  timeline: readonly TimelineEvent[],
): IncidentWindow {
  if (window.start || window.source === 'field') return window
  const timed = timeline.filter(({ at, uncertain }) => at?.clock && !uncertain)
  const first = timed[0]
  const end = window.end ?? timed.at(-1)?.at
  // From a row that records the detection it may be measured without being the start.
  if (!first?.at || !end || first.milestones.some((milestone) => milestone !== 'started')) return window
  const seconds = secondsBetween(first.at, end)
  const fits = durations.some(({ name, reading }) => {
    const kind = durationKind(nameKey(name))
    const isWhole = kind !== null && kind !== 'detect' && kind !== 'acknowledge' && kind !== 'mitigate'
    return isWhole && seconds !== null && seconds > 0 && Math.abs(reading.seconds - seconds) < TOLERANCE_S
  })
  return fits ? { ...window, start: first.at, source: window.source ?? 'timeline' } : window
}

/** A length in minutes that is shorter or longer than this is one of something else. */
const TOLERANCE_S = 60
