/** The time of a new entry, in the notation of the entry beside it. */

import { optionsOf } from '../../model/content/written.ts'
import type { PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { formatTime, inZone, type Moment, timeStyleOf, zoneText } from '../../time/index.ts'

/** What says how a time is written, and in which zone. */
export type Example = Pick<TimelineEvent, 'reading' | 'at'>

/** A moment as precisely as an entry like the example says it: in its zone, and without seconds where it has none. */
export function asWritten(at: Moment, { reading, at: like }: Example, { zone }: PostMortem): Moment {
  const known = like?.zone ?? zone
  const local = (known && inZone(at, known)) ?? at
  return (reading?.clock?.second ?? null) === null ? { ...local, clock: local.clock?.slice(0, 5) ?? null } : local
}

/**
 * The text of a time. A date goes with it where the day is not that of the entry above; a zone, where nothing else
 * says which it is.
 * @param at as `asWritten` gives it
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
