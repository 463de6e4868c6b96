/** Reads when something started, as somebody types it who knows what time it is now. */
import {
  addDays,
  addSeconds,
  compareMoments,
  inZone,
  isSkipped,
  type Moment,
  secondShowing,
  weekdayOf,
} from '../moment.ts'
import { momentOf, resolveDate, type SequenceContext, zoneOf } from '../sequence/resolve.ts'
import type { TimeReading } from '../time-point.ts'
import type { DateOrder } from './date-at.ts'
import { readDuration } from './duration.ts'
import { weekdayNumber } from './names.ts'
import { readTimeAtStart, readTimes } from './read-time.ts'
import { AGO, DAYS_AGO, END, LAST, NOW, START_LEAD, TAIL, withPlainUnits } from './start-words.ts'

/** The moment, or what is wrong with the text, for the person who typed it. */
export type TypedStart = { readonly moment: Moment } | { readonly problem: string }

/** What a start is read with. */
export interface TypedStartOptions {
  readonly dateOrder?: DateOrder | null
  /** Whether a day alone is enough; its moment has no clock time. */
  readonly isDay?: boolean
}

const EXAMPLES = 'Write it like 14:02, 2026-01-15 14:02, yesterday 23:10, Monday 10:00 or 20 min ago.'
const DAY_EXAMPLES = 'Write it like 2026-01-15, yesterday or Monday.'
const FUTURE = 'That is in the future.'
/** Of a length before now, in seconds: no incident is older. */
const MAX_AGO_SECONDS = 10 * 366 * 86_400
const DAY_SECONDS = 86_400
const MAX_LENGTH = 80

/**
 * When something started. All of the text has to be understood, and it may not be in the future: a clock time alone is
 * the last one that was.
 *
 * @param text as typed
 * @param now in the zone of times that name none
 */
export function readTypedStart(text: string, now: Moment, options: TypedStartOptions = {}): TypedStart {
  const isDay = options.isDay === true
  const examples = { problem: isDay ? DAY_EXAMPLES : EXAMPLES }
  const said = text
    .replace(/\s+/g, ' ')
    .replace(/[.!。]$/, '')
    .trim()
  if (said === '' || said.length > MAX_LENGTH || now.date === null || now.clock === null) return examples
  const found = NOW.test(said) ? { moment: now } : (before(said, now, options) ?? onDay(said, now, options))
  if (!found || 'problem' in found) return found ?? examples
  const moment = isDay ? dayIn(found.moment, now) : toMinute(found.moment)
  if (moment.clock === null && !isDay) return examples
  return isLater(moment, now) ? { problem: FUTURE } : { moment }
}

/** `20 min ago`, `-1h 20m`, `vor 2 Tagen um 14:00`; null for a text that does not say so. */
function before(said: string, now: Moment, options: TypedStartOptions): TypedStart | null {
  const daysBefore = /^(.+ (?:ago|siden))[ ,]+(.*\d.*)$/i.exec(said) ?? /^(vor \d+ \p{L}+)[ ,]+(.*\d.*)$/iu.exec(said)
  const [, length, time] = daysBefore ?? [null, said, null]
  const stated = AGO.map((pattern) => pattern.exec(length ?? '')?.[1]).find((inner) => inner !== undefined)
  const duration = stated === undefined ? null : readDuration(withPlainUnits(stated))
  if (!duration || duration.bound !== null || duration.seconds > MAX_AGO_SECONDS) return null
  const isDays = duration.smallestUnit === 'day' || duration.smallestUnit === 'week'
  if (!isDays) {
    const moment = time === null ? addSeconds(now, -duration.seconds) : null
    return moment && { moment }
  }
  const date = addDays(now.date ?? '', -duration.seconds / DAY_SECONDS)
  return time ? onDay(time, now, options, date) : { moment: { ...now, date, clock: null } }
}

/**
 * A time, perhaps with its day in front of or behind it.
 * @param given the day, where that was said
 */
function onDay(said: string, now: Moment, options: TypedStartOptions, given: string | null = null): TypedStart | null {
  const whole = readWhole(said, options)
  if (whole) return resolved(whole, now, options, given === null ? null : () => given)
  if (given !== null) return null
  for (const { rest, dayOf } of daysIn(said)) {
    if (rest === '') return { moment: { ...now, date: dayOf(now), clock: null } }
    const reading = readWhole(rest, options)
    if (reading?.clock && !reading.date) return resolved(reading, now, options, dayOf)
  }
  return null
}

/** A day that a text begins or ends with, counted from today in the zone of its time, and what else the text says. */
interface StatedDay {
  readonly rest: string
  readonly dayOf: (today: Moment, clock?: string) => string
}

function daysIn(said: string): StatedDay[] {
  const found: StatedDay[] = []
  for (const [days, patterns] of DAYS_AGO) {
    for (const pattern of patterns) {
      if (!pattern.test(said)) continue
      found.push({ rest: trimmed(said.replace(pattern, '')), dayOf: ({ date }) => addDays(date ?? '', -days) })
    }
  }
  const isLast = LAST.test(said)
  const weekdays = [
    /^(?<day>[月火水木金土日])曜日?\s*(?<rest>.*)$/u,
    /^(?<day>[\p{L}-]+)[.,]?(?:\s+(?<rest>.+))?$/u,
    /^(?<rest>.+?)[\s,]+(?<day>[\p{L}-]+)$/u,
  ]
  for (const pattern of weekdays) {
    const { day = '', rest = '' } = pattern.exec(said.replace(START_LEAD, ''))?.groups ?? {}
    const weekday = weekdayNumber(day.charAt(0).toUpperCase() + day.slice(1).toLowerCase())
    if (weekday !== null) found.push({ rest: trimmed(rest), dayOf: weekdayBefore(weekday, isLast) })
  }
  return found
}

/** The last such weekday; today only if its time has been. */
function weekdayBefore(weekday: number, isLast: boolean): StatedDay['dayOf'] {
  return ({ date, clock: now }, clock) => {
    const back = (weekdayOf(date ?? '') - weekday + 7) % 7
    const isOver = back > 0 || (!isLast && (clock === undefined || now === null || clock <= now))
    return addDays(date ?? '', isOver ? -back : -7)
  }
}

function trimmed(text: string): string {
  return text.replace(START_LEAD, '').replace(END, '')
}

/** The one time that a text is, with nothing left over; null for any other text. */
function readWhole(text: string, { dateOrder }: TypedStartOptions): TimeReading | null {
  const said = text.replace(START_LEAD, '')
  const order = dateOrder ? { dateOrder } : {}
  const readings = readTimes(said, order)
  const reading = readings.length > 0 ? readings[0] : readTimeAtStart(said, { ...order, rowStart: true })
  if (!reading || readings.length > 1) return null
  const { until, openEnded, also, offsetSeconds, dayPart } = reading
  if (until || openEnded || also.length > 0 || offsetSeconds !== null || dayPart) return null
  const isWhole = trimmed(said.slice(0, reading.start)) === '' && said.slice(reading.end).replace(TAIL, '') === ''
  return isWhole || (reading.problem && said.slice(reading.end).trim() === '') ? reading : null
}

function resolved(
  reading: TimeReading,
  now: Moment,
  { dateOrder = null }: TypedStartOptions,
  dayOf: StatedDay['dayOf'] | null,
): TypedStart | null {
  if (reading.date?.impossible) return { problem: `There is no such day: ${reading.text}.` }
  if (reading.problem) return { problem: `There is no such time: ${reading.text}.` }
  const context: SequenceContext = {
    incidentDate: now.date,
    windowStart: null,
    windowEnd: null,
    zone: now.zone,
    dateOrder,
  }
  const zone = zoneOf(reading, null, context)
  const here = (zone && inZone(now, zone)) ?? now
  if (reading.date) {
    const date = resolveDate(reading.date, { ...context, incidentDate: here.date })
    if (date === null) return { problem: `Which day is ${reading.text}? Write it like ${here.date}.` }
    const { weekday } = reading.date
    if (weekday !== null && weekdayOf(date) !== weekday) return { problem: `${date} is another day of the week.` }
    return shownBy(reading, date, zone, now)
  }
  const clock = momentOf(reading, null, zone)?.clock
  if (!clock) return null
  if (dayOf) return shownBy(reading, dayOf(here, clock), zone, now)
  // The last one that was, or has just been skipped.
  const today = shownBy(reading, here.date ?? '', zone, now)
  const isOver = 'problem' in today ? clock <= (here.clock ?? '') : !isLater(today.moment, now)
  return isOver ? today : shownBy(reading, addDays(here.date ?? '', -1), zone, now)
}

/** The moment at which clocks showed that; of two it is the later one that has been. */
function shownBy(reading: TimeReading, date: string, zone: Moment['zone'], now: Moment): TypedStart {
  const moment = momentOf(reading, date, zone)
  if (!moment) return { problem: `There is no such time: ${reading.text}.` }
  if (moment.clock === null) return { moment }
  if (inZone(moment, now.zone ?? UTC) === null)
    return { problem: `Which zone is ${reading.zone?.text}? Write it like +05:30.` }
  if (isSkipped(moment)) return { problem: `There is no such time: the clock skipped it on ${date}.` }
  const again = secondShowing(moment)
  return { moment: again && !isLater(again, now) && date === now.date ? again : moment }
}

const UTC: NonNullable<Moment['zone']> = { name: 'UTC', id: 'UTC', season: null, fixedOffset: '+00:00' }

function isLater(moment: Moment, now: Moment): boolean {
  if (moment.clock === null) return (moment.date ?? '') > (now.date ?? '')
  return (compareMoments(moment, now) ?? 0) > 0
}

/** The day of a moment where the clocks are of `now`. */
function dayIn(moment: Moment, now: Moment): Moment {
  const there = moment.clock !== null && now.zone ? inZone(moment, now.zone) : moment
  return { date: (there ?? moment).date, clock: null, zone: now.zone, approximate: false }
}

function toMinute({ date, clock, zone, repeated }: Moment): Moment {
  return { date, clock: clock?.slice(0, 5) ?? null, zone, approximate: false, ...(repeated ? { repeated } : {}) }
}
