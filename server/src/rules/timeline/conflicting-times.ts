import type { Edit } from '../../edits/edit.ts'
import { optionsOf } from '../../model/content/written.ts'
import type { Milestone, Place, PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { countsLast } from '../../model/timeline/counted.ts'
import { wrongDates } from '../../model/timeline/timeline-dates.ts'
import { timePlace } from '../../model/timeline/timeline-text.ts'
import {
  addDays,
  compareMoments,
  gapBetween,
  inZone,
  type Moment,
  rewriteTime,
  secondsBetween,
  shiftReading,
} from '../../time/index.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'
import { type StatedMilestone, statedMilestones } from './shared/stated-milestones.ts'
import { toldResolution } from './shared/told-resolution.ts'

/** Two times for the same milestone. */
export const conflictingTimes = defineRule({
  severity: 'warning',
  description: 'Two places give different times for the same milestone.',
  scope: 'document',
  check,
  fix,
})

const NAMES: Record<Milestone, string> = {
  started: 'start',
  detected: 'detection',
  declared: 'declaration',
  acknowledged: 'acknowledgement',
  investigating: 'investigation',
  identified: 'identification',
  mitigated: 'mitigation',
  repaired: 'repair',
  resolved: 'resolution',
  closed: 'close',
}

/** Milestones that are also called a start or an end. */
const ALSO: Partial<Record<Milestone, readonly Milestone[]>> = {
  started: ['detected', 'declared'],
  resolved: ['mitigated', 'repaired', 'closed'],
}

const DAY_SECONDS = 86_400

function check(postMortem: PostMortem): Report[] {
  const all = statedTimes(postMortem)
  const timed = all.length === 0 ? [] : postMortem.timeline.filter(({ at }) => at?.clock)
  const slips = new Set<TimelineEvent>(all.length === 0 ? [] : wrongDates(postMortem).map(({ event }) => event))
  const fields = all.flatMap((stated) => {
    const event = conflictOf(stated, timed, slips)
    return event?.at ? [report(stated, stated.milestone, momentNear(stated, event.at), event)] : []
  })
  return [...fields, ...phaseConflicts(postMortem)]
}

/** The times of milestones in fields, and that of the resolution where the text is plain about it. */
function statedTimes(postMortem: PostMortem): StatedMilestone[] {
  return postMortem.incidents.length > 0 ? [] : [...statedMilestones(postMortem), ...toldResolution(postMortem)]
}

/** The row that a field contradicts, null when any row agrees or none is marked. */
function conflictOf(
  stated: StatedMilestone,
  timed: readonly TimelineEvent[],
  slips: ReadonlySet<TimelineEvent>,
): TimelineEvent | null {
  const { milestone } = stated
  const row = countedOf(timed, milestone)
  if (!row?.at) return null
  const moment = momentNear(stated, row.at)
  const meant = [milestone, ...(ALSO[milestone] ?? [])]
  const ends = milestone === 'started' ? timed.slice(0, 1) : milestone === 'resolved' ? timed.slice(-1) : []
  const agreeing = [...timed.filter((event) => event.milestones.some((name) => meant.includes(name))), ...ends]
  if (agreeing.some(({ at, until }) => isSame(at, moment) || isSame(until, moment))) return null
  // Another day is one of its own where the row itself says it, and no slip that is reported there.
  const isOtherDay = stated.dated && row.reading?.date?.year != null && !slips.has(row)
  return differs(moment, row, isOtherDay) ? row : null
}

/** The moment that a field states; without a date, on the day that is closest to another moment. */
function momentNear({ moment, dated }: StatedMilestone, other: Moment): Moment {
  const apart = dated ? null : secondsBetween(moment, other)
  const days = Math.round((apart ?? 0) / DAY_SECONDS)
  return days === 0 || !moment.date ? moment : { ...moment, date: addDays(moment.date, days) }
}

/** Phases whose time contradicts all rows with their marker. */
function phaseConflicts({ timeline, incidents }: PostMortem): Report[] {
  if (incidents.length > 0) return []
  const phases = timeline.filter(({ form }) => form === 'phase')
  if (phases.length === 0) return []
  const rows = timeline.filter(({ form, at }) => form !== 'phase' && at?.clock)
  return phases.flatMap((phase) => {
    const { at, until, time, reading, uncertain, milestones } = phase
    if (!at?.clock || uncertain || !time || !reading) return []
    return milestones.flatMap((milestone) => {
      const marked = rows.filter(isMarkedAs(milestone))
      if (marked.some((row) => [at, until].some((one) => isSame(one, row.at) || isSame(one, row.until)))) return []
      const row = countedOf(rows, milestone)
      return row && differs(at, row, false)
        ? [report({ section: phase.section, start: time.start, end: time.end }, milestone, at, row)]
        : []
    })
  })
}

/** The row that counts for a milestone among those with its marker; null when any of their times is uncertain. */
function countedOf(timeline: readonly TimelineEvent[], milestone: Milestone): TimelineEvent | null {
  const marked = timeline.filter(isMarkedAs(milestone))
  if (marked.some(({ uncertain }) => uncertain)) return null
  const ordered = marked.toSorted((a, b) => (a.at && b.at ? (compareMoments(a.at, b.at) ?? 0) : 0))
  return (countsLast(milestone) ? ordered.at(-1) : ordered[0]) ?? null
}

/**
 * Whether times cannot be the same. Whole days apart they are only where another day counts: else wrong dates are found
 * by other rules.
 */
function differs(moment: Moment, { at }: TimelineEvent, isOtherDay: boolean): boolean {
  const apart = at && secondsBetween(moment, at)
  if (!at || apart === null || (!isOtherDay && apart % DAY_SECONDS === 0)) return false
  return gapBetween({ at: moment }, { at }) !== 0
}

function isMarkedAs(milestone: Milestone) {
  return ({ marked, milestones }: TimelineEvent) => marked && milestones.includes(milestone)
}

/** Whether both may be the same minute. */
function isSame(a: Moment | null, b: Moment | null): boolean {
  return a !== null && b !== null && gapBetween({ at: a }, { at: b }) === 0
}

function report(place: Place, milestone: Milestone, here: Moment, event: TimelineEvent): Report {
  const there = event.at
  const [first, second] = there ? [clockIn(here, there), clockIn(there, here)] : ['', '']
  const { section, start, end } = place
  const message = `Two times for the ${NAMES[milestone]}: ${first} here, ${second} in the timeline.`
  return { section, start, end, message, related: [{ ...timePlace(event), message: `Timeline: ${second}` }] }
}

/** The clock time, with the zone and the date where those of the two differ. */
function clockIn({ date, clock, zone }: Moment, other: Moment): string {
  const day = date !== other.date && date ? `${date} ` : ''
  return `${day}${clock}${zone && zone.name !== other.zone?.name ? ` ${zone.name}` : ''}`
}

/** Suggests to change either side. */
function fix({ section, start, related }: Finding, postMortem: PostMortem): Fix[] {
  const stated = statedTimes(postMortem).find((one) => one.section === section && one.start === start)
  const row = postMortem.timeline.find(
    (event) => event.section === related[0]?.section && event.time?.start === related[0].start,
  )
  const phase = postMortem.timeline.find((event) => event.section === section && event.time?.start === start)
  if (!row?.at) return []
  const edits = stated
    ? [editField(stated, row.at, postMortem), editRow(row, momentNear(stated, row.at), postMortem)]
    : [phase ? editRow(phase, row.at, postMortem) : null, phase?.at ? editRow(row, phase.at, postMortem) : null]
  const titles = ['Change this time to', 'Change the timeline to']
  return edits.flatMap((edit, index) =>
    edit ? [{ title: `${titles[index]} ${edit.clock}`, edits: [edit.edit], preferred: false }] : [],
  )
}

type Written = { readonly edit: Edit; readonly clock: string } | null

function editField(stated: StatedMilestone, to: Moment, postMortem: PostMortem): Written {
  const { section, value, side } = stated
  const { text, reading, start } = value
  const moment = momentNear(stated, to)
  const there = inZoneOf(to, moment, (side === 'until' ? reading.until : reading)?.date != null)
  if (!there) return null
  const newText =
    side === 'until'
      ? rewriteTime(text, reading, { ...moment, ...fromOf(postMortem) }, there, optionsOf(postMortem))
      : rewriteTime(text, reading, there, null, optionsOf(postMortem))
  return { edit: { section, start, end: start + text.length, newText }, clock: there.clock ?? '' }
}

/** The start of the stated range, for a range with a new end. */
function fromOf({ window }: PostMortem): Partial<Moment> {
  return window.start ?? {}
}

function editRow({ section, time, reading, at }: TimelineEvent, to: Moment, postMortem: PostMortem): Written {
  if (!time || !reading?.clock || reading.until || !at) return null
  const there = inZoneOf(to, at, reading.date !== null)
  if (!there) return null
  const newText = rewriteTime(time.text, shiftReading(reading, 0), there, null, optionsOf(postMortem))
  return { edit: { section, start: time.start, end: time.end, newText }, clock: there.clock ?? '' }
}

/** A moment in the zone of another; null where its date would have to be added and cannot be. */
function inZoneOf(moment: Moment, other: Moment, hasDate: boolean): Moment | null {
  const there = other.zone && moment.zone ? inZone(moment, other.zone) : moment
  return there && (hasDate || there.date === other.date) ? there : null
}
