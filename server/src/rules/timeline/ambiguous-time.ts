import type { Edit } from '../../edits/edit.ts'
import type { PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { occursTwice } from '../../model/timeline/timeline-disorder.ts'
import { isTimed, timelineLists } from '../../model/timeline/timeline-lists.ts'
import { timePlace, timeText } from '../../model/timeline/timeline-text.ts'
import { isSkipped, type Moment, type TimeReading } from '../../time/index.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/** A time of the timeline that could be two moments. */
export const ambiguousTime = defineRule({
  severity: 'hint',
  description: 'A time of the timeline could be two different moments.',
  scope: 'document',
  check,
  fix,
})

function check({ timeline }: PostMortem): Report[] {
  return timelineLists(timeline).flatMap(({ events }) => {
    const timed = events.filter(hasMoment)
    const twice = timed.filter(({ at, reading }) => !reading?.zone && occursTwice(at))
    const never = timed.filter(({ at }) => isSkipped(at))
    return [
      ...unknownJumps(events),
      ...missingPm(events),
      ...atClockChange(twice, 'came twice', 'did', 'back'),
      ...atClockChange(never, 'was skipped', 'were', 'forward'),
    ]
  })
}

/** Rows that go back too far for a mistake and not far enough for a new day. */
function unknownJumps(events: readonly TimelineEvent[]): Report[] {
  let before: TimelineEvent | null = null
  return events.flatMap((event) => {
    const above = before
    if (isTimed(event)) before = event
    if (event.jump !== 'unknown' || !above) return []
    const message = `${timeText(event)} below ${timeText(above)}: a row in the wrong place, or the next day? Write its date.`
    return [{ ...timePlace(event), message, related: [rowAbove(above)] }]
  })
}

/** The first of the rows with a missing PM; its fix covers all of them. */
function missingPm(events: readonly TimelineEvent[]): Report[] {
  const rows = events.filter(({ jump }) => jump === 'missing-pm')
  const [first] = rows
  const before = first && events.slice(0, events.indexOf(first)).findLast(isTimed)
  if (!first || !before) return []
  const more = rows.length > 1 ? ` So do ${rows.length - 1} more below.` : ''
  const message = `${timeText(first)} below ${timeText(before)} seems to lack its PM.${more}`
  return [{ ...timePlace(first), message, related: [rowAbove(before)], data: { list: first.list } }]
}

/** The first of the rows whose clock showed their time twice, or never. */
function atClockChange(rows: readonly TimedEvent[], what: string, more: string, direction: string): Report[] {
  const [first, ...others] = rows
  if (!first) return []
  const { date, zone } = first.at
  const rest = others.length > 0 ? ` So ${more} the times of ${others.length} more below.` : ''
  const message = `${timeText(first)} ${what} on ${date} in ${zone?.name}: the clock was put ${direction}.${rest}`
  return [{ ...timePlace(first), message }]
}

type TimedEvent = TimelineEvent & { readonly at: Moment }

/** Whether the row has a time, even an uncertain one. */
function hasMoment(event: TimelineEvent): event is TimedEvent {
  return event.at !== null && event.jump !== 'unknown' && event.reading?.offsetSeconds === null
}

function rowAbove(before: TimelineEvent) {
  return { ...timePlace(before), message: `The row above: ${timeText(before)}` }
}

function fix({ data }: Finding, { timeline }: PostMortem): Fix[] {
  if (data['list'] === undefined) return []
  const rows = timeline.filter(({ list, jump }) => list === data['list'] && jump === 'missing-pm')
  const mark = markOf(timeline)
  const edits = rows.flatMap((row) => pmEdits(row, mark))
  if (edits.length === 0) return []
  return [{ title: rows.length === 1 ? 'Add PM' : `Add PM to ${rows.length} times`, edits, preferred: true }]
}

/** The PM marker in the notation of the document's other times: ` PM`, `pm`, ` p.m.`. */
function markOf(timeline: readonly TimelineEvent[]): string {
  for (const { time, reading } of timeline) {
    const clock = reading?.clock
    const written = time && clock?.meridiem ? time.text.slice(clock.start, clock.end) : ''
    const mark = /\s?[ap](?:\.m\.|m)$/i.exec(written)?.[0]
    if (mark) return mark.replace('a', 'p').replace('A', 'P')
  }
  return ' PM'
}

/** Adds PM to the clock time, and to that of the end if it has no marker of its own. */
function pmEdits({ section, time, reading }: TimelineEvent, mark: string): Edit[] {
  const ends = [reading, reading?.until ?? null].flatMap((part: TimeReading | null) =>
    part?.clock && !part.clock.meridiem && part.clock.hour < 12 ? [part.clock.end] : [],
  )
  return ends.map((end) => {
    const at = (time?.start ?? 0) + end
    return { section, start: at, end: at, newText: mark }
  })
}
