import { addDays, compareMoments, type Moment } from '../moment.ts'
import type { DateOrder, DateReading, ReadOptions } from '../read/date-at.ts'
import {
  agreesWithZone,
  fillTimeSlots,
  isOwn,
  momentOfSpelling,
  type SharedMeridiem,
  timeSlotsOf,
} from '../read/slots.ts'
import type { TimeReading } from '../time-point.ts'
import { readZone, type Zone } from '../zone/zone.ts'
import { meridiemOf } from './write-clock.ts'
import { isDateOf, rewriteDate } from './write-date.ts'
import { rewriteZone, zoneText } from './write-zone.ts'

/**
 * The text with another moment instead of a written time. Only date, weekday, clock and zone are replaced, in their
 * notation; everything between and around them is kept, and so is a part that is right already. Other spellings of the
 * instant are updated. A date is written where the text has one, and added to an end of a range that would be ambiguous
 * without; a zone likewise. An offset (`+12 min`) is left alone.
 *
 * @param reading the time; its offsets are relative to `text`
 * @param until the new end of a range; null or not given: the end stays as it is
 * @param options the order of day and month, if the written date is ambiguous
 */
export function rewriteTime(
  text: string,
  reading: TimeReading,
  to: Moment,
  until: Moment | null = null,
  options: ReadOptions = {},
): string {
  const order = options.dateOrder ?? null
  const edits: Edit[] = []
  const write = (part: TimeReading, moment: Moment, meridiem: SharedMeridiem | null) => {
    const slots = timeSlotsOf(part)
    fillTimeSlots(slots, text, part, moment, order, meridiem).forEach((written, index) => {
      const slot = slots[index]
      if (slot && written !== null) edits.push({ start: slot.start, end: slot.end, text: written })
    })
  }
  const range = reading.until ? rangeOf(text, reading, reading.until, to, until, order) : null
  write(reading, to, range?.first ?? null)
  for (const other of reading.also) {
    const moment = momentOfSpelling(reading, other, to)
    if (moment) write(other, moment, null)
  }
  if (reading.until && until) write(reading.until, until, range?.last ?? null)
  return applied(text, [...edits, ...(range?.insertions ?? [])])
}

interface Edit {
  start: number
  end: number
  text: string
}

/** What the two ends of a range share, and must be written separately. */
interface RangeChanges {
  first: SharedMeridiem | null
  last: SharedMeridiem | null
  insertions: Edit[]
}

function rangeOf(
  text: string,
  from: TimeReading,
  last: TimeReading,
  to: Moment,
  until: Moment | null,
  order: DateOrder | null,
): RangeChanges {
  const insertions: Edit[] = []
  const insert = (at: number | undefined, added: string) => {
    if (at !== undefined) insertions.push({ start: at, end: at, text: added })
  }
  if (!isOwn(from, from.zone) && !agreesWithZone(to, sharedZone(last, until))) {
    insert(from.clock?.end, ` ${zoneText(to)}`)
  }
  if (until && !isOwn(last, last.zone) && !agreesWithZone(until, sharedZone(from, to))) {
    insert(last.clock?.end, ` ${zoneText(until)}`)
  }
  const write = (date: DateReading, day: string) =>
    `${rewriteDate(text.slice(date.start, date.end), date, day, order)} `
  if (from.date && !isOwn(from, from.date) && to.date && !sharesDate(from.date, to, last, until)) {
    insert(from.clock?.start, write(from.date, to.date))
  }
  if (from.date && !last.date && until?.date && until.date !== impliedEnd(to, until)) {
    insert(last.clock?.start, write(from.date, until.date))
  }
  return { ...meridiems(text, from, last, to, until), insertions }
}

/** The zone that one end of a range states for both. */
function sharedZone({ zone, clock }: TimeReading, moment: Moment | null): Zone | null {
  if (!zone || !moment) return zone?.zone ?? null
  return readZone(rewriteZone(zone.text, moment, false, clock?.second != null))
}

/** Whether the date at the end of a range applies to its start, too. */
function sharesDate(date: DateReading, to: Moment, last: TimeReading, until: Moment | null): boolean {
  const isSameDay = until?.date ? to.date === until.date : to.date !== null && isDateOf(date, to.date)
  return isSameDay && minutesOf(to) <= (until ? minutesOf(until) : minutesAt(last))
}

/** The implied day of an end without a date. */
function impliedEnd(to: Moment, until: Moment): string | null {
  const order = to.date && compareMoments({ ...until, date: to.date }, to)
  return to.date && order !== null && Number(order) < 0 ? addDays(to.date, 1) : to.date
}

/** `2:02–2:10 PM`: whether the end without AM or PM still needs none. */
function meridiems(
  text: string,
  from: TimeReading,
  last: TimeReading,
  to: Moment,
  until: Moment | null,
): Pick<RangeChanges, 'first' | 'last'> {
  const [first, second] = [from.clock, last.clock]
  const told = first?.meridiem ? first : second?.meridiem ? second : null
  if (!first || !second || !told || (first.meridiem && second.meridiem)) return { first: null, last: null }
  const [a, b] = [minutesOf(to), until ? minutesOf(until) : minutesAt(last)]
  const lacking = told === first ? b : a
  const written = lacking % 720 < 60 ? (lacking % 60) + 720 : lacking % 720
  const isPm = (told === first ? a : b) >= 720
  const inAfternoon = written < 720 ? written + 720 : written
  const asPm = isPm && (told === first ? inAfternoon >= a : inAfternoon <= b)
  const place = (asPm ? inAfternoon : written) === lacking ? 'shared' : 'own'
  const meridiem = { text: meridiemOf(text.slice(told.start, told.end)), place } as const
  return told === first ? { first: null, last: meridiem } : { first: meridiem, last: null }
}

function minutesOf({ clock }: Moment): number {
  const [hour = 0, minute = 0] = (clock ?? '').split(':').map(Number)
  return hour * 60 + minute
}

function minutesAt({ clock }: TimeReading): number {
  return clock ? clock.hour * 60 + clock.minute : 0
}

function applied(text: string, edits: readonly Edit[]): string {
  // An insertion at the place of another edit comes first.
  const ordered = edits.toSorted((a, b) => b.start - a.start || b.end - a.end)
  return ordered.reduce(
    (result, { start, end, text: added }) => result.slice(0, start) + added + result.slice(end),
    text,
  )
}
