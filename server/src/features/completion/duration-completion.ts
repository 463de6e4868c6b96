/** Completion of durations, computed from the times of the document. */

import { schemaOf } from '../../model/document/schema.ts'
import { DURATION_BASES, durationKind } from '../../model/durations/duration-kinds.ts'
import { type Measured, measure, pointsOf } from '../../model/durations/duration-points.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { DEFAULT_STYLE, type DurationStyle, formatDuration, readDuration } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import { clockText } from '../wording.ts'
import type { Completion } from './completion-item.ts'
import { type Slot, slotItem } from './slot.ts'

/** The duration, or the `start to end (total)`, for a slot; none where the times do not give it. */
export function durationItems({ postMortem }: DocumentContext, slot: Slot): Completion[] {
  const { type, key, cell } = slot
  const isTyped = type?.kind === 'duration' || type?.kind === 'window'
  if (cell !== null || !(isTyped || type === null || type.kind === 'text')) return []
  const kind = durationKind(key)
  if (kind === null) return []
  const points = pointsOf(postMortem)
  const found = DURATION_BASES[kind].usual.flatMap((pair) => measure(points, pair))[0]
  if (!found) return []
  const length = formatDuration(found.seconds, styleOf(postMortem, slot))
  const [from, to] = [clockText(found.from.at, found.to.at), clockText(found.to.at, found.from.at)]
  const text = type?.kind === 'window' ? `${from} to ${to} (${length})` : length
  const detail = `${nameOf(found.from)} ${from} → ${nameOf(found.to)} ${to}`
  return [slotItem(slot, { label: text, text, detail, replaces: readDuration(slot.old) !== null })]
}

function nameOf({ name }: Measured['from']): string {
  return name === 'first' || name === 'last' ? `${name} entry` : name
}

/** The duration notation of the document, else of the template for this field. */
function styleOf({ durations, sections, ...postMortem }: PostMortem, { place, key }: Slot): DurationStyle {
  const stated = durations.find(({ reading }) => reading.style.kind === 'units')
  if (stated) return { ...stated.reading.style, prefix: '' }
  const section = sections[place.section]
  const schema = section && schemaOf(section, { durations, sections, ...postMortem })
  const inMinutes = schema?.fields.some((field) => field.key === key && /\bX min/.test(field.placeholder))
  return inMinutes
    ? { ...DEFAULT_STYLE, gap: ' ', units: [{ unit: 'minute', one: 'min', many: 'min' }] }
    : DEFAULT_STYLE
}
