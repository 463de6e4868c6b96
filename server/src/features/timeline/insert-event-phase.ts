/** A phase of a timeline that is told in phases: its time is filled in. */
import type { TimelineEvent } from '../../model/post-mortem.ts'
import type { Moment } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import type { Refusal, Target } from './insert-event-target.ts'
import { asWritten, type Example, timeText } from './insert-event-time.ts'
import type { Insertion } from './new-entries.ts'

/** Puts the time now into the `Time` of a phase; one that is filled is left alone. */
export function fillPhase(
  context: DocumentContext,
  { entries }: Target,
  phase: TimelineEvent,
  now: Moment,
): Insertion | Refusal {
  const { postMortem, text } = context
  const { time, section, description, reading } = phase
  const base = postMortem.starts[section] ?? 0
  if (!time || reading) {
    return { refused: `"${description.plain}" has its time already${time ? `: ${time.text}` : ''}.` }
  }
  const above = entries.slice(0, entries.indexOf(phase)).findLast((entry) => entry.reading?.clock && entry.at)
  const like: Example = above ?? entries.find((entry) => entry.reading?.clock) ?? { reading: null, at: null }
  const at = asWritten(now, like, postMortem)
  const found = timeText(at, like, postMortem, above?.at?.date ?? postMortem.date)
  const value = found.date === '' ? found.time : `${found.date} ${found.time}`
  const newText = /\s/.test(text.charAt(base + time.start - 1)) ? value : ` ${value}`
  const edit = { section, start: time.start, end: time.end, newText }
  return { edits: [edit], description: { edit: 0, offset: newText.length } }
}
