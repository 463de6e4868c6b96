/** Numbers of a document that its own times and figures contradict, each with the right value. */

import type { Edit } from '../../edits/edit.ts'
import { sharesIn } from '../../model/content/shares.ts'
import { checkedDurations } from '../../model/durations/stated-durations.ts'
import type { Place, PostMortem } from '../../model/post-mortem.ts'
import { timelineOffsets } from '../../model/timeline/timeline-offsets.ts'
import { editPercentage } from '../../rules/impact/percentage-mismatch.ts'
import { editDuration } from '../../rules/timeline/shared/stated-duration.ts'
import type { DocumentContext } from '../context.ts'

/** A stale number and its replacement. */
export interface ComputedValue {
  /** Where the number stands. */
  readonly place: Place
  /** The label of its field, or the text of its row. */
  readonly name: string
  readonly from: string
  readonly to: string
  readonly edit: Edit
}

/**
 * All of them, in the order of the document: totals, metrics, offsets and percentages, in the notation of the document.
 * Where the rules only give a hint, since another interpretation fits, the number is left alone.
 */
export function computedValues({ postMortem }: DocumentContext): ComputedValue[] {
  if (!postMortem.recognised || postMortem.isTemplate) return []
  const found = [...durations(postMortem), ...offsets(postMortem), ...percentages(postMortem)]
  return found.sort((a, b) => a.place.section - b.place.section || a.place.start - b.place.start)
}

function durations(postMortem: PostMortem): ComputedValue[] {
  return checkedDurations(postMortem).flatMap((checked) => {
    const edit = checked.verdict === 'differs' ? editDuration(checked) : null
    return edit ? [computed(checked.stated.name, checked.stated.text, edit)] : []
  })
}

function offsets(postMortem: PostMortem): ComputedValue[] {
  return timelineOffsets(postMortem).map(({ section, start, end, text, newText, event }) =>
    computed(`Offset at ${event.time?.text ?? 'an entry'}`, text, { section, start, end, newText }),
  )
}

function percentages(postMortem: PostMortem): ComputedValue[] {
  return sharesIn(postMortem).flatMap((share) => {
    const edit = editPercentage(share)
    if (!edit || !share.percentage) return []
    return [computed(`${share.affected.text} of ${share.total.text}`, share.percentage.text, edit)]
  })
}

function computed(name: string, from: string, edit: Edit): ComputedValue {
  const { section, start, end, newText } = edit
  return { place: { section, start, end }, name, from, to: newText, edit }
}
