import { addDays, addSeconds, inZone, type Moment, offsetOf, weekdayOf } from '../moment.ts'
import type { TimeReading } from '../time-point.ts'
import { rewriteClock } from '../write/write-clock.ts'
import { isDateOf, rewriteDate } from '../write/write-date.ts'
import { rewriteZone } from '../write/write-zone.ts'
import type { Zone } from '../zone/zone.ts'
import type { DateOrder } from './date-at.ts'
import { rewriteWeekday } from './names.ts'

/** A part of a written time that is replaced for another moment. */
export interface TimeSlot {
  kind: 'date' | 'weekday' | 'clock' | 'zone'
  start: number
  end: number
}

/** An AM or PM that a range has only once, for the end without it. */
export interface SharedMeridiem {
  text: string
  place: 'shared' | 'own'
}

/**
 * The parts of a single time, or of one end of a range, in order. A part shared by both ends (`14:02–14:10 UTC`)
 * belongs to the end where it is written.
 */
export function timeSlotsOf(reading: TimeReading): TimeSlot[] {
  const slots: TimeSlot[] = []
  const add = (kind: TimeSlot['kind'], part: { start: number; end: number } | null | undefined) => {
    if (part && isOwn(reading, part)) slots.push({ kind, start: part.start, end: part.end })
  }
  add('date', reading.date)
  add('weekday', reading.date?.weekdayRange)
  add('clock', reading.clock)
  add('zone', reading.zone)
  return slots.sort((a, b) => a.start - b.start)
}

/** Whether a part is written in this time, and not at the other end of its range. */
export function isOwn({ start, end, until }: TimeReading, part: { start: number; end: number } | null): boolean {
  return part !== null && part.start >= start && part.end <= (until ? until.start : end)
}

/**
 * The texts of the slots for another moment. Null where the moment does not have that part.
 *
 * @param text the text of the reading
 */
export function fillTimeSlots(
  slots: readonly TimeSlot[],
  text: string,
  reading: TimeReading,
  moment: Moment,
  order: DateOrder | null,
  meridiem: SharedMeridiem | null,
): (string | null)[] {
  const { date, clock } = reading
  const isEndOfDay = clock?.hour === 24 && moment.clock?.startsWith('00:00')
  const day = isEndOfDay && moment.date ? addDays(moment.date, -1) : moment.date
  const writtenOf = (kind: TimeSlot['kind']) => {
    const slot = slots.find((other) => other.kind === kind)
    return slot ? text.slice(slot.start, slot.end) : null
  }
  const zone = writtenOf('zone')
  const isIso = date !== null && clock !== null && text.slice(date.end, clock.start) === 'T'
  const newZone = zone !== null && moment.zone ? rewriteZone(zone, moment, isIso, clock?.second != null) : null
  return slots.map(({ kind, start, end }) => {
    const written = text.slice(start, end)
    if (kind === 'clock') {
      if (!clock || !moment.clock) return null
      return rewriteClock(
        isMilitary(written) && !isUtc(newZone) ? colon(written) : written,
        clock,
        moment.clock,
        meridiem,
      )
    }
    if (kind === 'zone') return newZone && spaced(text, start, written, newZone)
    if (!date || !day) return null
    if (isDateOf(date, day)) return written
    return kind === 'weekday' ? rewriteWeekday(written, weekdayOf(day)) : rewriteDate(written, date, day, order)
  })
}

/** The moment in the zone of another spelling of the same instant (`00:30 UTC / 17:30 PDT`). */
export function momentOfSpelling(reading: TimeReading, other: TimeReading, moment: Moment): Moment | null {
  if (!moment.clock || !other.zone || !reading.clock || !other.clock) return null
  const own = other.zone.zone
  // Converted into the zone of the other spelling, the two swap places.
  const former = reading.zone?.zone
  const isTaken = former && moment.zone && !agreesWithZone(moment, former) && agreesWithZone(moment, own)
  const zone = isTaken ? former : own
  const known = inZone(moment, zone)
  if (known) return known
  if (moment.zone?.fixedOffset && zone.fixedOffset) {
    const anyDay = inZone({ ...moment, date: '2000-01-02' }, zone)
    return anyDay && { ...anyDay, date: null }
  }
  // Without date or zone the two clock times still give the difference between the zones.
  const apart = (other.clock.hour - reading.clock.hour) * 60 + other.clock.minute - reading.clock.minute
  const minutes = ((apart + 36 * 60) % (24 * 60)) - 12 * 60
  const moved = addSeconds({ ...moment, zone: null }, minutes * 60)
  return moved && { ...moved, zone }
}

/** Whether a written zone is right for a moment. */
export function agreesWithZone(moment: Moment, zone: Zone | null): boolean {
  if (!zone || !moment.zone || moment.zone.name === zone.name) return true
  return offsetOf(moment) !== null && offsetOf(moment) === offsetOf({ ...moment, zone })
}

const isMilitary = (clock: string) => /^\d{4}$/.test(clock)
const isUtc = (zone: string | null) => zone !== null && /^(?:Z$|UTC|GMT)/.test(zone)
const colon = (clock: string) => `${clock.slice(0, 2)}:${clock.slice(2)}`

/** `14:02Z` has no blank, while `16:02 CEST` needs one. */
function spaced(text: string, at: number, former: string, zone: string): string {
  const isGlued = /[\d分秒時]/.test(text.charAt(at - 1))
  const stays = zone === 'Z' || !/^[A-Za-z]/.test(zone) || (former !== 'Z' && /^[A-Z]{2,4}$/.test(zone))
  return isGlued && !stays ? ` ${zone}` : zone
}
