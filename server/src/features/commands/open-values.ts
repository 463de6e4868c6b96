/** All that is still to be filled in and can be computed from what the document says. */
import { missingPercentage, sharesIn } from '../../model/content/shares.ts'
import { isSuppressed } from '../../model/document/suppressions.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { openOffsets } from '../../model/timeline/open-offsets.ts'
import type { DocumentContext } from '../context.ts'
import { type FoundValue, openDurations } from './open-durations.ts'

/** A value that is still to be filled in, and what it should be. */
export interface OpenValue extends FoundValue {
  /** As it stands there; empty where nothing does. */
  readonly from: string
}

/** In the order of the document: durations, offsets, percentages. */
export function openValues({ postMortem, config: { metrics }, text }: DocumentContext): OpenValue[] {
  if (!postMortem.recognised || postMortem.isTemplate) return []
  const found = [...openDurations(postMortem, metrics), ...offsets(postMortem), ...percentages(postMortem)]
  return found
    .filter(({ place }) => !isSuppressed('placeholder', place, postMortem))
    .map((value) => placed(value, postMortem, text))
    .sort((a, b) => a.place.section - b.place.section || a.place.start - b.place.start)
}

/** With a space where an empty value has none before it: `**Duration**:`, `||`. */
function placed(value: FoundValue, { starts }: PostMortem, text: string): OpenValue {
  const { section, start, end } = value.place
  const base = starts[section] ?? 0
  const from = text.slice(base + start, base + end)
  if (from !== '') return { ...value, from }
  const before = /\s/.test(text.charAt(base + start - 1)) ? '' : ' '
  return { ...value, from, to: before + value.to + (text.charAt(base + start) === '|' ? ' ' : '') }
}

function offsets(postMortem: PostMortem): FoundValue[] {
  return openOffsets(postMortem).map(({ section, start, end, newText, event, base }) => ({
    place: { section, start, end },
    name: `Offset at ${event.time?.text ?? 'an entry'}`,
    to: newText,
    because: `from ${base.text}`,
  }))
}

function percentages(postMortem: PostMortem): FoundValue[] {
  return sharesIn(postMortem).flatMap((share) => {
    const to = missingPercentage(share)
    if (to === null || !share.open) return []
    const { section, start, end } = share.open
    const because = `${share.affected.text} of ${share.total.text}`
    return [{ place: { section, start, end }, name: because, to, because }]
  })
}
