/** Numbers of a document that its own times and figures contradict or still lack, each with the right value. */

import type { Edit } from '../../edits/edit.ts'
import { sharesIn } from '../../model/content/shares.ts'
import { checkedDurations } from '../../model/durations/stated-durations.ts'
import type { Place, PostMortem } from '../../model/post-mortem.ts'
import { timelineOffsets } from '../../model/timeline/timeline-offsets.ts'
import { editPercentage } from '../../rules/impact/percentage-mismatch.ts'
import { editDuration } from '../../rules/timeline/shared/stated-duration.ts'
import type { DocumentContext } from '../context.ts'
import { openValues } from './open-values.ts'

/** A stale or open number and its replacement. */
export interface ComputedValue {
  /** Where the number stands. */
  readonly place: Place
  /** The label of its field, or the text of its row. */
  readonly name: string
  /** As it stands there; empty where nothing does. */
  readonly from: string
  readonly to: string
  /** What an open value was computed from, null for one that is corrected. */
  readonly because: string | null
  readonly edit: Edit
}

/**
 * All of them, in the order of the document: totals, metrics, offsets and percentages, in the notation of the document.
 * Where the rules only give a hint, since another interpretation fits, the number is left alone. What is still open is
 * filled in.
 */
export function computedValues(context: DocumentContext): ComputedValue[] {
  const { postMortem } = context
  if (!postMortem.recognised || postMortem.isTemplate) return []
  const open = openValues(context).map(({ place, to, ...value }): ComputedValue => {
    return { ...value, place, to: to.trim(), edit: { ...place, newText: to } }
  })
  const found = [...durations(postMortem), ...offsets(postMortem), ...percentages(postMortem), ...open]
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
  return { place: { section, start, end }, name, from, to: newText, because: null, edit }
}
