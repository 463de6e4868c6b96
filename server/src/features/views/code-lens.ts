/** Code lenses: progress of a draft, computed durations, metrics. */
import type { MetricsPreset } from '../../config/config.ts'
import type { Edit } from '../../edits/edit.ts'
import { placeholdersOf } from '../../model/content/placeholders.ts'
import { progressOf } from '../../model/document/progress.ts'
import { headPlace } from '../../model/document/schema.ts'
import { timelineSpan, windowDuration } from '../../model/durations/durations.ts'
import { computeMetrics } from '../../model/durations/metrics.ts'
import { checkedDurations, recomputed } from '../../model/durations/stated-durations.ts'
import type { Place, PostMortem, Section, StatedDuration, TimelineEvent } from '../../model/post-mortem.ts'
import { timelineOffsets } from '../../model/timeline/timeline-offsets.ts'
import { durationsAgree, secondsBetween } from '../../time/index.ts'
import { type OpenValue, openValues } from '../commands/open-values.ts'
import type { DocumentContext } from '../context.ts'
import { clockText, exactDuration, STAGES } from '../wording.ts'

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
    ...progressLens(context),
    ...durationLens(context),
    ...timelineLens(postMortem, config.metrics),
    ...phaseLenses(postMortem),
  ]
}

function progressLens(context: DocumentContext): Lens[] {
  const { postMortem } = context
  const { stage } = postMortem
  const progress = stage === 'draft' || stage === 'in-review' ? progressOf(postMortem) : null
  const head = postMortem.sections[postMortem.title?.section ?? 0]
  if (!progress || !head) return []
  const { filled, total, left, next } = progress
  const open = left > 0 ? ` · ${left} left` : ''
  const title = `${STAGES[stage]} · ${filled} of ${total} sections${open}${next ? ` · next: ${next.heading}` : ''}`
  return [{ ...headPlace(head), title, action: next?.section ? { reveal: writingPlace(next.section, context) } : null }]
}

/** Where a section is to be written: its first placeholder, or the line below its heading, but never the heading. */
function writingPlace(section: Section, { postMortem, text }: DocumentContext): Place {
  const open = placeholdersOf(postMortem).find((placeholder) => placeholder.section === section.index)
  if (open) return { section: open.section, start: open.start, end: open.end }
  const end = section.heading?.end ?? 0
  const base = postMortem.starts[section.index] ?? 0
  const below = end + (/^[ \t]*\r?\n/.exec(text.slice(base + end))?.[0].length ?? 0)
  // With no line between, that is the next heading.
  const isOther = below >= section.length && section.index < postMortem.sections.length - 1
  const at = isOther ? end : below
  return { section: section.index, start: at, end: at }
}

function durationLens(context: DocumentContext): Lens[] {
  const { postMortem } = context
  const found = windowDuration(postMortem)
  if (!found) return lengthLens(context)
  const { place, start, end, seconds, stated, update, hasRoom } = found
  const range = `${clockText(start, end)} → ${clockText(end, start)}`
  const length = exactDuration(seconds)
  if (stated && update !== null) return [updateLens(place, stated, update, range)]
  const open = stated ? [] : openValues(context).filter((value) => isIn(value.place, place))
  if (open.length > 0) return [addLens(place, length, range, open.map(editOf))]
  if (stated || !hasRoom) return [{ ...place, title: `Duration ${length}: ${range}`, action: null }]
  return [addLens(place, length, range, [{ ...endOf(place), newText: ` (${length})` }])]
}

/** Above a length without a range, of which the document says elsewhere from when to when it was. */
function lengthLens(context: DocumentContext): Lens[] {
  const { postMortem } = context
  const { duration } = postMortem.metadata
  if (!duration) return []
  const { section, start, end } = duration
  const place = { section, start, end }
  const open = openValues(context).filter((value) => isIn(value.place, place))
  const last = open.at(-1)
  if (last) return [addLens(place, last.to.trim(), last.because, open.map(editOf))]
  const checked = checkedDurations(postMortem).find(({ stated }) => isIn(stated, place))
  if (!checked?.usual || checked.range) return []
  const { usual, stated, seconds, verdict } = checked
  const range = `${clockText(usual.from.at, usual.to.at)} → ${clockText(usual.to.at, usual.from.at)}`
  const update = verdict === 'differs' ? recomputed(checked) : null
  if (update !== null) return [updateLens(place, stated, update, range)]
  // Beside a length of other points, this one would look like a contradiction.
  const isSame = verdict === 'agrees' && durationsAgree(stated.reading, seconds)
  return isSame ? [{ ...place, title: `Duration ${exactDuration(seconds)}: ${range}`, action: null }] : []
}

/** What is wrong comes first: in a split editor the rest may be cut off. */
function updateLens(place: Place, { section, start, end, text }: StatedDuration, newText: string, range: string): Lens {
  const action = { label: 'Update duration', edits: [{ section, start, end, newText }] }
  return { ...place, title: `Update ${text} to ${newText} · ${range}`, action }
}

function addLens(place: Place, length: string, because: string, edits: readonly Edit[]): Lens {
  const title = `Duration ${length} · Add to the text · ${because}`
  return { ...place, title, action: { label: 'Add duration', edits } }
}

function editOf({ place, to }: OpenValue): Edit {
  return { ...place, newText: to }
}

function isIn(inner: Place, { section, start, end }: Place): boolean {
  // A value in brackets is one without them.
  return inner.section === section && inner.start <= end && start <= inner.end
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
  const title = [`${exactDuration(span.seconds)} (${from})`, ...metrics].join(' · ')
  return [...offsetsLens(section, postMortem), { ...headPlace(section), title, action: null }]
}

/** Above all else, since it can be mended. */
function offsetsLens(section: Section, postMortem: PostMortem): Lens[] {
  const stale = timelineOffsets(postMortem)
  if (stale.length === 0) return []
  const edits = stale.map(({ section: index, start, end, newText }) => ({ section: index, start, end, newText }))
  const what = stale.length === 1 ? '1 offset · it differs' : `${stale.length} offsets · they differ`
  const action = { label: 'Update timeline offsets', edits }
  return [{ ...headPlace(section), title: `Update ${what} from the times`, action }]
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
