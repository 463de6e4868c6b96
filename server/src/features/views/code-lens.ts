/** Code lenses: progress of a draft, computed durations, metrics. */
import type { MetricsPreset } from '../../config/config.ts'
import type { Edit } from '../../edits/edit.ts'
import { progressOf } from '../../model/document/progress.ts'
import { headPlace } from '../../model/document/schema.ts'
import { timelineSpan, windowDuration } from '../../model/durations/durations.ts'
import { computeMetrics } from '../../model/durations/metrics.ts'
import type { Place, PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { timelineOffsets } from '../../model/timeline/timeline-offsets.ts'
import { counted } from '../../text.ts'
import { secondsBetween } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import { clockText, exactDuration } from '../wording.ts'

/** A code lens above a place of the document. */
export interface Lens extends Place {
  readonly title: string
  /** What a click does: nothing, shows a place, or applies edits as one undo step. */
  readonly action: { readonly reveal: Place } | { readonly label: string; readonly edits: readonly Edit[] } | null
}

/** All lenses of a document. */
export function codeLenses(context: DocumentContext): Lens[] {
  const { postMortem, config } = context
  if (!postMortem.recognised || postMortem.isTemplate) return []
  return [
    ...progressLens(postMortem),
    ...durationLens(context),
    ...timelineLens(postMortem, config.metrics),
    ...phaseLenses(postMortem),
  ]
}

function progressLens(postMortem: PostMortem): Lens[] {
  const progress = postMortem.stage === 'draft' ? progressOf(postMortem) : null
  const head = postMortem.sections[postMortem.title?.section ?? 0]
  if (!progress || !head) return []
  const { filled, total, left, next } = progress
  const open = left > 0 ? ` · ${counted(left, 'placeholder')} left` : ''
  const title = `Draft · ${filled} of ${total} sections filled${open}${next ? ` · next: ${next.heading}` : ''}`
  return [{ ...headPlace(head), title, action: next?.section ? { reveal: headPlace(next.section) } : null }]
}

function durationLens({ postMortem, text }: DocumentContext): Lens[] {
  const found = windowDuration(postMortem)
  if (!found) return []
  const { place, start, end, seconds, stated, update, room } = found
  const calculation = `${clockText(start, end)} → ${clockText(end, start)}`
  const length = exactDuration(seconds)
  if (stated && update !== null) {
    const edit: Edit = { section: stated.section, start: stated.start, end: stated.end, newText: update }
    const title = `Duration ${length} (${calculation}), but the text says ${stated.text} · Update`
    return [{ ...place, title, action: { label: 'Update duration', edits: [edit] } }]
  }
  const shown = { ...place, title: `Duration ${length}: ${calculation}`, action: null }
  if (stated || room === null) return [shown]
  const before = text.charAt((postMortem.starts[place.section] ?? 0) + place.start - 1)
  const value = /\s/.test(before) ? length : ` ${length}`
  const edit: Edit = room === 'value' ? { ...place, newText: value } : { ...endOf(place), newText: ` (${length})` }
  return [{ ...shown, title: `${shown.title} · Add to the text`, action: { label: 'Add duration', edits: [edit] } }]
}

function endOf({ section, end }: Place): Place {
  return { section, start: end, end }
}

function timelineLens(postMortem: PostMortem, preset: MetricsPreset): Lens[] {
  const { timeline, sections, incidents } = postMortem
  if (incidents.length > 0) return []
  const section = sections.find(({ kinds, heading }) => heading && kinds.includes('timeline'))
  const span = timelineSpan(timeline)
  if (!section || !span) return []
  const metrics = computeMetrics(postMortem, preset)
    .filter(({ name }) => name !== 'impact')
    .map(({ name, seconds }) => `${name} ${exactDuration(seconds)}`)
  const from =
    span.first.at && span.last.at
      ? `${clockText(span.first.at, span.last.at)} → ${clockText(span.last.at, span.first.at)}`
      : ''
  const lenses: Lens[] = [
    {
      ...headPlace(section),
      title: [`${exactDuration(span.seconds)} (${from})`, ...metrics].join(' · '),
      action: null,
    },
  ]
  const stale = timelineOffsets(postMortem)
  if (stale.length > 0) {
    const edits = stale.map(({ section: index, start, end, newText }) => ({ section: index, start, end, newText }))
    const title = `${stale.length === 1 ? '1 offset differs' : `${stale.length} offsets differ`} from the times · Update`
    lenses.push({ ...headPlace(section), title, action: { label: 'Update timeline offsets', edits } })
  }
  return lenses
}

/** Above each phase: the time since the first and the previous one. */
function phaseLenses({ timeline, sections }: PostMortem): Lens[] {
  const phases = timeline.filter(({ form, at }) => form === 'phase' && at?.clock)
  return phases.flatMap((phase, index) => {
    const section = sections[phase.section]
    const [first, previous] = [phases[0], phases[index - 1]]
    if (!section || !first || !previous) return []
    const sinceFirst = elapsed(first, phase)
    const sincePrevious = elapsed(previous, phase)
    if (sinceFirst === null || sincePrevious === null) return []
    const parts = [`+${exactDuration(sinceFirst)} since ${first.description.plain}`]
    if (index > 1) parts.push(`${exactDuration(sincePrevious)} after ${previous.description.plain}`)
    return [{ ...headPlace(section), title: parts.join(' · '), action: null }]
  })
}

function elapsed(from: TimelineEvent, to: TimelineEvent): number | null {
  const seconds = from.at && to.at ? secondsBetween(from.at, to.at) : null
  return seconds !== null && seconds >= 0 ? seconds : null
}
