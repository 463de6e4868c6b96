/** The time of a new entry, in the notation of its neighbour. */

import { optionsOf } from '../../model/content/written.ts'
import type { PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { formatTime, inZone, type Moment, timeStyleOf, zoneText } from '../../time/index.ts'

/** Determines the notation and the zone of a time. */
export type Example = Pick<TimelineEvent, 'reading' | 'at'>

/** A moment in the zone and the precision of an example: without seconds where it has none. */
export function inNotationOf(at: Moment, { reading, at: like }: Example, { zone }: PostMortem): Moment {
  const known = like?.zone ?? zone
  const local = (known && inZone(at, known)) ?? at
  return (reading?.clock?.second ?? null) === null ? { ...local, clock: local.clock?.slice(0, 5) ?? null } : local
}

/**
 * The text of a time: with a date where the day differs from that of the entry above, with a zone where it is not
 * implied.
 * @param at as returned by `inNotationOf`
 * @param day of the entry above, null when it is not known
 */
export function entryTimeText(
  at: Moment,
  { reading, at: like }: Example,
  postMortem: PostMortem,
  day: string | null,
): { time: string; date: string } {
  const style = reading && timeStyleOf(reading, optionsOf(postMortem))
  const clock = (style && formatTime(at, style)) || (at.clock?.slice(0, 5) ?? '')
  const known = like?.zone ?? postMortem.zone
  const isOther = at.zone !== null && at.zone.name !== known?.name
  const zone = (isOther || at.repeated) && !reading?.zone ? ` ${zoneText(at)}` : ''
  const isNewDay = at.date !== null && day !== null && at.date !== day && !reading?.date
  return { time: clock + zone, date: isNewDay ? (at.date ?? '') : '' }
}
