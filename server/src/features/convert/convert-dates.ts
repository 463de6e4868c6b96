/** The dates of a converted timeline: they change with the day, and are added where the day would be lost. */

import type { Edit } from '../../edits/edit.ts'
import { readEdited } from '../../edits/read-edited.ts'
import { inlinesOf } from '../../model/content/inlines.ts'
import { optionsOf } from '../../model/content/written.ts'
import type { PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { statedMilestones } from '../../rules/timeline/shared/stated-milestones.ts'
import {
  formatTime,
  type Moment,
  readDate,
  readTimeAtStart,
  rewriteTime,
  secondsBetween,
  timeStyleOf,
  type Zone,
} from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import { inOtherZone, isTimeline, trimmed } from './convert-times.ts'

/** Of dates that are added one by one. */
const MAX_ADDED_DATES = 20

/**
 * The edits of a conversion including those of dates, if the resulting text has the same instants as before; else the
 * first entry with another instant, null for the start or the end in the head.
 */
export function withDates(
  context: DocumentContext,
  to: Zone,
  edits: readonly Edit[],
): { readonly edits: Edit[] } | { readonly changed: TimelineEvent | null } {
  const { postMortem, text, path, config } = context
  let all = [...edits, ...standingDates(postMortem, to)]
  const added = new Set<TimelineEvent>()
  for (;;) {
    const again = readEdited(text, all, postMortem, path, config.timeZone)
    const changed = firstChanged(postMortem, again, to)
    if (changed === undefined) return { edits: all }
    const isNew = changed !== null && !added.has(changed) && added.size < MAX_ADDED_DATES
    const dated = isNew ? withDate(changed, to, postMortem) : null
    if (!isNew || !dated || !changed.time) return { changed }
    added.add(changed)
    const { time, section } = changed
    all = [
      ...all.filter((edit) => edit.section !== section || edit.end < time.start || edit.start > time.end),
      ...dated,
    ]
  }
}

/** A date in a column, row, line or heading of its own becomes the day of the first entry that depends on it. */
function standingDates(postMortem: PostMortem, to: Zone): Edit[] {
  const options = optionsOf(postMortem)
  const events = postMortem.timeline.filter(({ time, reading, at }) => time && reading?.clock && at)
  const dates = postMortem.sections.filter(isTimeline).flatMap((section) =>
    inlinesOf(section).flatMap((line) => {
      if (!readDate(line.plain.replace(/[:：]$/, ''), options)) return []
      const isEntry = events.some((event) => event.section === section.index && event.time?.start === line.start)
      if (isEntry) return []
      const row = events.find(
        (event) => event.section === section.index && event.start <= line.start && line.end <= event.end,
      )
      return [{ section: section.index, line, order: row?.start ?? line.start }]
    }),
  )
  return dates.flatMap(({ section, line, order }, index) => {
    const next = dates[index + 1]
    const first = events.find(
      (event) => !isBefore(event, section, order) && (!next || isBefore(event, next.section, next.order)),
    )
    const reading = readTimeAtStart(line.text, options)
    const there = first?.at && inOtherZone(first.at, to)
    if (!reading?.date || reading.clock || !there?.date || first?.reading?.date) return []
    const newText = rewriteTime(line.text, reading, { ...there, clock: null }, null, options)
    return trimmed({ section, start: line.start, end: line.end }, line.text, newText)
  })
}

function isBefore(event: TimelineEvent, section: number, start: number): boolean {
  return event.section < section || (event.section === section && event.start < start)
}

/** Adds its date to an entry, in the notation of another one; null where there is none, or for a range. */
function withDate(event: TimelineEvent, to: Zone, postMortem: PostMortem): Edit[] | null {
  const { section, time, reading, at, form } = event
  const sample = postMortem.timeline.find((other) => other.form === form && other.reading?.date && other.reading.clock)
  const there = at && inOtherZone(at, to)
  if (!time || !reading || !there || !sample?.reading || !sample.time) return null
  if (reading.date || reading.until || reading.also.length > 0) return null
  const style = timeStyleOf(sample.reading, optionsOf(postMortem))
  const written = formatTime({ ...there, zone: reading.zone ? to : null }, style)
  const newText = time.text.slice(0, reading.start) + written + time.text.slice(reading.end)
  return trimmed({ section, start: time.start, end: time.end }, time.text, newText)
}

/** The first entry with another instant than before, null for the head; undefined when there is none. */
function firstChanged(before: PostMortem, after: PostMortem, to: Zone): TimelineEvent | null | undefined {
  const isSame = (old: Moment | null, now: Moment | null) => {
    if (!old?.clock) return true
    if (!now?.clock) return false
    return old.date ? secondsBetween(old, now) === 0 : inOtherZone(old, to)?.clock === now.clock && now.date === null
  }
  const event = before.timeline.find(({ at, until, reading, uncertain }, index) => {
    const now = after.timeline[index]
    if (!reading?.clock) return false
    return !now || now.uncertain !== uncertain || !isSame(at, now.at) || !isSame(until, now.until)
  })
  if (event) return event
  const { start, end } = before.window
  const stated = statedMilestones(after)
  const isStated = statedMilestones(before).every(({ moment }, index) => isSame(moment, stated[index]?.moment ?? null))
  return isStated && isSame(start, after.window.start) && isSame(end, after.window.end) ? undefined : null
}
