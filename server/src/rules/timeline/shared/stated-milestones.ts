/**
 * The times that fields state for milestones: `Start Time: 14:02`, `Resolved at: 15:07`, `Duration: 14:02 to 15:07`.
 */

import { MILESTONE_WORDS } from '../../../lexicon/lexicons.ts'
import { memoize } from '../../../memoize.ts'
import { contextOf, optionsOf } from '../../../model/content/written.ts'
import { metadataName } from '../../../model/document/metadata.ts'
import { isWithin } from '../../../model/document/sections.ts'
import type { MetadataName, Milestone, Place, PostMortem, Section, SectionField } from '../../../model/post-mortem.ts'
import { type Moment, readTimes, resolveMoment, resolveUntil, type TimeReading } from '../../../time/index.ts'

/** The time of a milestone, stated in a field. */
export interface StatedMilestone extends Place {
  readonly milestone: Milestone
  /** Name of the field as written. */
  readonly name: string
  readonly moment: Moment
  /** Whether it has a date: else the day is only the most likely one. */
  readonly dated: boolean
  /** The whole value: its text, its offset in the section, and its readings, with offsets into the text. */
  readonly value: { readonly text: string; readonly start: number; readonly reading: TimeReading }
  /** Which end of a range it is; `only` where the value is no range. */
  readonly side: 'only' | 'from' | 'until'
}

/** Names of the head that stand for a milestone wherever they stand. */
const HEAD: Partial<Record<MetadataName, Milestone>> = {
  detected: 'detected',
  acknowledged: 'acknowledged',
  mitigated: 'mitigated',
  closed: 'closed',
}

/** The milestone that a field is about by its name alone: `Incident start`, but not `Start`, which anything may have. */
function milestoneOf(key: string): Milestone | null {
  const name = metadataName(key)
  if (name !== 'start' && name !== 'end') return (name && HEAD[name]) ?? null
  const own = name === 'start' ? 'started' : 'resolved'
  return /\s/.test(key) && MILESTONE_WORDS.named(key).includes(own) ? own : null
}

/** Kinds of sections whose fields are about something else, or are the timeline itself. */
const ELSEWHERE = [
  'timeline',
  'action-items',
  'five-whys',
  'prevention',
  'follow-up',
  'approval',
  'references',
  'appendix',
] as const

/** The stated times of milestones; none for a log of several incidents. */
export function statedMilestones(postMortem: PostMortem): StatedMilestone[] {
  if (postMortem.incidents.length > 0) return []
  return postMortem.sections.flatMap((section) =>
    fieldsOf(section).flatMap((field) => ofField(field, section.index, postMortem)),
  )
}

/** The fields that are about a milestone by their name. */
const fieldsOf = memoize((section: Section): readonly SectionField[] => {
  if (ELSEWHERE.some((kind) => isWithin(section, kind))) return []
  return section.fields.filter(({ key, unfilled }) => {
    const name = metadataName(key)
    const isHead = name === 'start' || name === 'end' || name === 'duration'
    return !unfilled && (isHead || milestoneOf(key) !== null)
  })
})

function ofField(field: SectionField, section: number, postMortem: PostMortem): StatedMilestone[] {
  const { metadata } = postMortem
  const isHead = (name: 'start' | 'end' | 'duration') =>
    metadataName(field.key) === name &&
    metadata[name]?.section === section &&
    metadata[name].start === field.value.start
  const own = isHead('start') ? 'started' : isHead('end') ? 'resolved' : milestoneOf(field.key)
  if (own === null && !isHead('duration')) return []
  const { text, start } = field.value
  const readings = readTimes(text, optionsOf(postMortem)).filter(({ clock }) => clock)
  const [first, second, third] = readings
  // Several times, or a time within a sentence, may be about something else.
  if (!first || third || text.length > 80) return []
  const context = contextOf(postMortem)
  const dated = readings.some(({ date, until }) => date ?? until?.date)
  const stated = (milestone: Milestone, reading: TimeReading, side: StatedMilestone['side'], moment: Moment | null) => {
    const part = side === 'until' && reading.until ? reading.until : reading
    const end = start + (side === 'from' ? (reading.clock?.end ?? part.end) : part.end)
    const place = { section, start: start + part.start, end }
    return moment?.clock
      ? [{ ...place, milestone, name: field.name.text, moment, dated, value: { text, start, reading }, side }]
      : []
  }
  const from = resolveMoment(first, context)
  if (own) return second || first.until ? [] : stated(own, first, 'only', from)
  if (first.until) {
    return [
      ...stated('started', first, 'from', from),
      ...stated('resolved', first, 'until', resolveUntil(first, from, context)),
    ]
  }
  if (!second) return []
  return [
    ...stated('started', first, 'only', from),
    ...stated('resolved', second, 'only', resolveUntil({ ...first, until: second }, from, context)),
  ]
}
