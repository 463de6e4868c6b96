import type { DateReading } from './date-at.ts'
import { halvesOf, inRowZone, type Jump, judgeJump, MIDNIGHT, stepBetween } from './jump.ts'
import { addSeconds, compareMoments, isSkipped, type Moment, secondShowing } from './moment.ts'
import { type Halves, momentOf, resolveDate, resolveUntil, type SequenceContext, zoneOf } from './resolve.ts'
import type { TimeReading } from './time-point.ts'
import type { Zone } from './zone.ts'

/** One row of a timeline, as far as its time goes. */
export interface SequenceEntry {
  /** Null when the row has no time. */
  reading: TimeReading | null
  /** The date heading or date row that the row stands under. */
  dateAbove?: DateReading | null
  /** The zone of its column or heading. */
  zone?: Zone | null
  /** Of the table, list or phases that it stands in: the same for all its rows. */
  list?: number
}

/** When a row happened. */
export interface SequenceMoment {
  start: Moment | null
  /** End of the row, when it gives a range. */
  end: Moment | null
  /** For `+12 min` rows. */
  offsetSeconds: number | null
  /** The moment is a guess, and no metric may be computed from it. */
  uncertain: boolean
  jump: Jump
  /** A timeline begins here: with the first row, and with a list that starts over instead of going on. */
  opens: boolean
}

/** So many rows of a list must stand at times of the one before for it to tell the same hours again. */
const REPEATED = 2

/** What is carried from row to row. */
interface State {
  context: SequenceContext
  halves: Halves
  previous: Moment | null
  /** The date given above, until a row has used it. */
  dateAbove: string | null
  lastHeading: DateReading | null
  /** The first row of the timeline with a clock time, from which `T+12m` counts. */
  base: Moment | null
  /** The clock times of the timeline so far. */
  clocks: Set<string>
}

/**
 * The moments of the rows of a document, in its order. The date of a row is the one on the value, else the
 * last one above it, else the incident's; rows that go back without a date are judged by how far they go, and by
 * the stated window where both readings are possible. A list that runs newest first is read from its end. A list
 * that starts over (a detailed timeline below a summary) is no disorder and no new day: it opens a timeline.
 */
export function resolveSequence(entries: readonly SequenceEntry[], context: SequenceContext): SequenceMoment[] {
  const state: State = {
    context,
    halves: context.halves ?? halvesOf(entries.map(({ reading }) => reading)),
    previous: null,
    dateAbove: null,
    lastHeading: null,
    base: null,
    clocks: new Set(),
  }
  return listsOf(entries).flatMap((list) => resolveList(list, state))
}

/** Rows in a run that stand in the same list. */
function listsOf(entries: readonly SequenceEntry[]): SequenceEntry[][] {
  const lists: SequenceEntry[][] = []
  for (const entry of entries) {
    const last = lists.at(-1)
    if (last && last[0]?.list === entry.list) last.push(entry)
    else lists.push([entry])
  }
  return lists
}

function resolveList(list: readonly SequenceEntry[], state: State): SequenceMoment[] {
  const reversed = runsNewestFirst(list, state.context)
  const rows = reversed ? [...list].reverse() : list
  const opens = state.base === null || startsOver(rows, state)
  const moments = rows.map((entry) => resolveEntry(entry, state))
  if (reversed) moments.reverse()
  return moments.map((moment, index) => ({ ...moment, opens: opens && index === 0 }))
}

/** Whether most steps of a list go back, by what its times alone say. Two rows are no order. */
function runsNewestFirst(list: readonly SequenceEntry[], context: SequenceContext): boolean {
  const times = list.flatMap(({ reading }) => (reading?.clock || reading?.date ? [reading] : []))
  // A date in a row of its own is for the rows below it.
  if (times.some(({ clock }) => !clock)) return false
  const moments = times.map((reading) => {
    const date = reading.date && resolveDate(reading.date, context)
    return momentOf(reading, date, zoneOf(reading, null, context))
  })
  let back = 0
  let forth = 0
  for (const [index, moment] of moments.entries()) {
    const before = moments[index - 1]
    if (!moment || !before || !moment.date !== !before.date) continue
    const step = stepBetween(before, moment)
    // Without dates a long step, back or forth, is a new day.
    if (!moment.date && Math.abs(step) > MIDNIGHT) continue
    if (step < 0) back++
    else if (step > 0) forth++
  }
  return back >= 2 && back > 2 * forth
}

/**
 * Whether a list, in the order of its times, begins a timeline of its own: before the end of what stands above it,
 * but not on the next day. Then it counts from the day on which it begins.
 */
function startsOver(rows: readonly SequenceEntry[], state: State): boolean {
  const first = rows.find(({ reading }) => reading?.clock)
  const { previous, base } = state
  if (!first?.reading || !previous?.clock || !base) return false
  const { reading } = first
  const zone = zoneOf(reading, first.zone ?? null, state.context)
  const heading = first.dateAbove && first.dateAbove !== state.lastHeading ? first.dateAbove : null
  const day = reading.date ?? heading
  if (day || state.dateAbove) {
    const date = day ? resolveDate(day, state.context, previous.date) : state.dateAbove
    const start = momentOf(reading, date, zone)
    const order = start && compareMoments(start, previous)
    return order !== null && order < 0 && open(null, state)
  }
  const before = inRowZone(previous, zone)
  const start = before && momentOf(reading, before.date, zone)
  if (!start?.clock || !before) return false
  const back = -stepBetween(before, start)
  if (back > 0 && back <= MIDNIGHT) {
    const row = { reading, start, previous: before, halves: state.halves }
    return judgeJump(row, state.context).jump !== 'midnight' && open(before.date, state)
  }
  const again = rows.filter((row) => row.reading?.clock && state.clocks.has(clockKey(row.reading)))
  const onFirstDay = momentOf(reading, base.date, zone)
  const isAgain = again.length >= REPEATED && onFirstDay !== null && stepBetween(onFirstDay, before) > 0
  return isAgain && open(base.date, state)
}

/** Forgets the timeline so far, but for the day on which the new one begins. */
function open(date: string | null, state: State): true {
  state.previous = null
  state.base = null
  state.clocks.clear()
  if (date) state.dateAbove = date
  return true
}

function clockKey({ clock }: TimeReading): string {
  return `${clock?.hour}:${clock?.minute}:${clock?.second ?? 0}`
}

function resolveEntry(entry: SequenceEntry, state: State): SequenceMoment {
  const heading = entry.dateAbove ?? null
  if (heading && heading !== state.lastHeading) {
    state.lastHeading = heading
    state.dateAbove = resolveDate(heading, state.context, state.previous?.date ?? null)
  }
  const { reading } = entry
  if (!reading) return result(null)
  if (reading.offsetSeconds !== null) return resolveOffset(reading.offsetSeconds, state)
  const zone = zoneOf(reading, entry.zone ?? null, state.context)
  const read = reading.date ? resolveDated(reading, reading.date, zone, state) : resolveUndated(reading, zone, state)
  const found = onClock(read, state)
  if (!found.start) return found
  if (!found.start.clock) {
    state.dateAbove = found.start.date
  } else if (found.jump !== 'unknown' && found.uncertain === read.uncertain) {
    state.previous = found.start
    state.base ??= found.start
    state.clocks.add(clockKey(reading))
    state.dateAbove = null
  }
  return { ...found, end: endOf(reading, found, state.context) }
}

/**
 * A time that the clock of its zone skipped is no moment, and no reason to call the rows around it wrong. One that goes
 * back where the clock was put back is its second showing if it is in order then, else nobody can say which it is.
 */
function onClock(found: SequenceMoment, { previous }: State): SequenceMoment {
  const { start, jump } = found
  if (!start) return found
  if (isSkipped(start)) return { ...found, uncertain: true, jump: 'none' }
  const again = jump === 'disorder' ? secondShowing(start) : null
  if (!again || !previous) return found
  const step = compareMoments(again, previous)
  return step !== null && step >= 0
    ? { ...found, start: again, jump: 'none' }
    : { ...found, uncertain: true, jump: 'none' }
}

/** `+12 min` counts from the first row; some documents count from the row before, so it is a guess. */
function resolveOffset(offsetSeconds: number, state: State): SequenceMoment {
  const base = state.base ?? state.context.windowStart
  return { ...result(base && addSeconds(base, offsetSeconds)), offsetSeconds, uncertain: true }
}

function resolveDated(reading: TimeReading, date: DateReading, zone: Zone | null, state: State): SequenceMoment {
  const day = resolveDate(date, state.context, state.previous?.date ?? null)
  const start = momentOf(reading, day, zone)
  const order = start && state.previous ? compareMoments(start, state.previous) : null
  return { ...result(start), uncertain: day === null, jump: order !== null && order < 0 ? 'disorder' : 'none' }
}

function resolveUndated(reading: TimeReading, zone: Zone | null, state: State): SequenceMoment {
  const previous = state.previous && inRowZone(state.previous, zone)
  const day = state.dateAbove ?? previous?.date ?? state.context.incidentDate
  const start = momentOf(reading, day, zone)
  if (!start?.clock || !previous?.clock) return result(start)
  const back = -stepBetween(previous, start)
  if (back <= 0 || (start.date && start.date !== previous.date)) return result(start)
  const { jump, moment } = judgeJump({ reading, start, previous, halves: state.halves }, state.context)
  return { ...result(moment), jump, uncertain: jump === 'unknown' }
}

function endOf(reading: TimeReading, { start, jump }: SequenceMoment, context: SequenceContext): Moment | null {
  const clock = reading.until?.clock
  const lacksPm = jump === 'missing-pm' && clock && !clock.meridiem && clock.hour < 12
  const until =
    lacksPm && reading.until ? { ...reading.until, clock: { ...clock, hour: clock.hour + 12 } } : reading.until
  return resolveUntil({ ...reading, until }, start, context)
}

function result(start: Moment | null): SequenceMoment {
  return { start, end: null, offsetSeconds: null, uncertain: false, jump: 'none', opens: false }
}
