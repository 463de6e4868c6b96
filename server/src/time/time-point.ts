import { type ClockMatch, type ClockReading, clockAt, type TimeProblem } from './read/clock-time.ts'
import { type DateReading, dateAt, type ReadOptions } from './read/date-at.ts'
import { type DayPart, dayPartAt } from './read/day-parts.ts'
import { weekdayNumber } from './read/names.ts'
import { ending, matchAt, skipAt, sticky, stickyAnyCase, textBefore } from './read/scan.ts'
import { ABOUT, AT, CLOCK_UNIT } from './read/time-words.ts'
import { type ZoneReading, zoneAt } from './zone/zone.ts'

/** A time in a text: a date, a clock time, both, a range of them, or an offset. UTF-16 offsets. */
export interface TimeReading {
  start: number
  end: number
  /** The whole text: `~14:02 – 14:10 UTC`. */
  text: string
  date: DateReading | null
  clock: ClockReading | null
  /** Instead of a clock time: `around noon`. */
  dayPart?: DayPart
  zone: ZoneReading | null
  /** Marked as approximate: `~14:02`, `14:02頃`, `ca 14:02`. */
  approximate: boolean
  /** The end of a range. */
  until: TimeReading | null
  /** A range without an end: `14:02〜`, `14:02 onwards`. */
  openEnded: boolean
  /** Other spellings of the same instant: the second of `00:30 UTC / 17:30 PDT`. */
  also: TimeReading[]
  /** Seconds from some base, for `+12 min` and `T+12m`; then there is no date and no clock. */
  offsetSeconds: number | null
  problem: TimeProblem | null
}

/** The same reading, moved by a number of code units. */
export function shiftReading(reading: TimeReading, by: number): TimeReading {
  const { date, clock, zone, until, also } = reading
  return {
    ...shifted(reading, by),
    date: date && shiftDate(date, by),
    clock: clock && shifted(clock, by),
    zone: zone && shifted(zone, by),
    until: until && shiftReading(until, by),
    also: also.map((other) => shiftReading(other, by)),
  }
}

/** The same date in a text that has `by` more code units in front. */
export function shiftDate(date: DateReading, by: number): DateReading {
  return { ...shifted(date, by), weekdayRange: date.weekdayRange && shifted(date.weekdayRange, by) }
}

function shifted<T extends { start: number; end: number }>(part: T, by: number): T {
  return { ...part, start: part.start + by, end: part.end + by }
}

/** Options for reading a time at a place. */
export interface PointOptions extends ReadOptions {
  /** The text before this offset was read already, so that it does not exclude a time. */
  after?: number
  /** Whether the text before has `14h`. */
  lettered?: boolean
}

/** The single time (no range) that starts exactly at an offset; null for none. */
export function pointAt(text: string, at: number, options: PointOptions = {}): TimeReading | null {
  const date = dateAt(text, at, options, options.after !== undefined)
  const reading = date ? dated(text, at, date) : clockFirst(text, at, options)
  return reading && withApproximate(text, reading, options.after ?? 0)
}

/** Adds the texts of a reading, of its end and of its other spellings. */
export function withText(reading: TimeReading, text: string): TimeReading {
  return {
    ...reading,
    text: text.slice(reading.start, reading.end),
    until: reading.until && withText(reading.until, text),
    also: reading.also.map((other) => withText(other, text)),
  }
}

const ZONE_BEFORE = ending`(?:^|[^A-Za-z/+\-])(UTC[+\-]\d{1,2}(?::\d\d)?|[A-Z]{3,4})␣`

/**
 * The reading with the zone before it, as in `UTC 14:02`, unless it has one already.
 * @param from where the zone may start; the text before was read already
 */
export function withZoneBefore(text: string, reading: TimeReading, from: number): TimeReading {
  if (!reading.clock || reading.date || reading.zone) return reading
  const head = textBefore(text, reading.start, Math.min(12, reading.start - from))
  const written = ZONE_BEFORE.exec(head)?.[1]
  const start = reading.start - 1 - (written?.length ?? 0)
  const zone = written ? zoneAt(text, start) : null
  if (!zone || zone.end !== reading.start - 1) return reading
  const { until } = reading
  return { ...reading, start, zone, until: until && !until.zone ? { ...until, zone } : until }
}

/** A reading with nothing but its place. */
export function emptyReading(start: number, end: number): TimeReading {
  const nothing = { date: null, clock: null, zone: null, until: null, offsetSeconds: null, problem: null }
  return { start, end, text: '', ...nothing, approximate: false, openEnded: false, also: [] }
}

const JOIN = stickyAnyCase`
  T(?=\d)|
  ␣?\r?\n␣{0,8}(?:kl\.?|klokken|at)␣|
  (?:␣{0,8}(?:[*_\`\]\[)(）（,;@|:~≈約–—-]|(?:${AT}|${ABOUT})(?=␣|\d))){0,5}
  ␣{0,8}
`

const ABOUT_JOIN = ending`(?:[~≈約]|(?:^|[^A-Za-z])(?:${ABOUT}))[^A-Za-z]{0,8}(?:(?:kl\.?|as|às|las?|les)␣?)?`

/** A date and the clock time that follows it. */
function dated(text: string, at: number, date: DateReading): TimeReading {
  const afterDate = Math.max(date.end, date.weekdayRange?.end ?? 0)
  const join = matchAt(JOIN, text, afterDate)?.[0] ?? ''
  const clock = clockAt(text, afterDate + join.length, {
    dotted: 'two-digit',
    hourOnly: /kl\.?\s*$/i.test(join),
    lettered: 'any',
    military: date.year === null ? 'with-unit' : 'any',
    trusted: join !== '',
  })
  const start = Math.min(at, date.weekdayRange?.start ?? at)
  const problem = date.impossible ? 'impossible' : null
  if (!clock) {
    const part = dayPartAt(text, afterDate)
    if (part) return { ...emptyReading(start, part.end), date, dayPart: part.part, problem }
    const brackets = matchAt(/[)\]）]/y, text, afterDate)
    const end = date.weekdayRange && brackets ? afterDate + 1 : afterDate
    return { ...emptyReading(start, end), date, problem }
  }
  const reading = withZone(text, clock, join === 'T')
  const approximate = reading.approximate || ABOUT_JOIN.test(join)
  return { ...reading, start, date, approximate, problem: problem ?? reading.problem }
}

const HOUR_NEXT = ending`(?:^|[^A-Za-z])kl\.?␣?`
/** `às 14h`, while `14h` alone is a length. */
const LETTERED_NEXT = ending`(?:^|[^A-Za-z\u00c0-\u024f])(?:à|às|as|a␣las?|vers|kl\.?)␣`

/** A clock time with an optional date: `14:02 UTC on 15 January 2024`. */
function clockFirst(text: string, at: number, options: PointOptions): TimeReading | null {
  const { rowStart, notation } = options
  const head = textBefore(text, at, 8)
  const clock = clockAt(text, at, {
    dotted: rowStart ? (notation === 'dotted' ? 'proven' : 'any') : undefined,
    hourOnly: HOUR_NEXT.test(head),
    lettered: options.lettered || LETTERED_NEXT.test(head) ? 'any' : rowStart ? 'before-break' : undefined,
    military: rowStart ? (notation === 'military' ? 'any' : 'with-unit') : undefined,
    trusted: options.after !== undefined,
  })
  if (!clock) return null
  return withDateAfter(text, withZone(text, clock, false), options)
}

const ABOUT_AFTER = stickyAnyCase`␣?(?:頃|ごろ|前後|-?ish(?![a-z])|[(（](?:approx|ca|circa)[a-z]{0,8}\.?[)）])|\?|~(?![~\d]|␣?\d)`
const ABOUT_BEFORE = ending`(?:(?:^|[^A-Za-z])(?:${ABOUT})|[~≈～約])␣?(?:(?:kl\.?|as|às|las?|les)␣?)?`

function withApproximate(text: string, reading: TimeReading, from: number): TimeReading {
  const match = ABOUT_BEFORE.exec(textBefore(text, reading.start, Math.min(24, reading.start - from)))
  if (!match) return reading
  const sign = match[0].search(/[A-Za-z~≈～約]/)
  return { ...reading, start: reading.start - match[0].length + sign, approximate: true }
}

/** There may be a line break before the zone, but a line that starts with another time has its own zone. */
const ZONE_GAP = sticky`␣{0,2}[*_\`\]]{0,3}␣{0,1}(?:\r?\n␣{0,8}(?=[A-Z]{3,4}(?![A-Za-z/]|␣{0,2}\d))|([(（[]?))`

const UNIT = stickyAnyCase`${CLOCK_UNIT}`

function withZone(text: string, { clock, problem, dotted }: ClockMatch, isIso: boolean): TimeReading {
  const named = skipAt(UNIT, text, clock.end)
  const about = skipAt(ABOUT_AFTER, text, named)
  const reading = { ...emptyReading(clock.start, about), clock, problem, approximate: about > named }
  const gap = matchAt(ZONE_GAP, text, about)
  const at = about + (gap?.[0].length ?? 0)
  const zone = zoneAt(text, at)
  if (!zone) return reading
  // `10:45-11:30` is a range: with a colon it is an offset to the west only after seconds or in ISO form.
  const isWest = /^[-−]/.test(zone.text)
  if (isWest && (dotted || (zone.text.includes(':') && !isIso && clock.second === null))) return reading
  const isOpen = Boolean(gap?.[1])
  // `18:11 (UTC 09:11)` is another time, and `14:02 (PT rollout)` a remark.
  if (isOpen && !matchAt(/[)\]）]/y, text, zone.end)) return reading
  const end = skipAt(ABOUT_AFTER, text, isOpen ? zone.end + 1 : zone.end)
  const approximate = reading.approximate || /[頃ろ後]$|ish$/.test(text.slice(zone.end, end))
  return { ...reading, zone, end, approximate }
}

const DATE_GAP = '␣{0,2}[*_`]{0,2}(,?)␣{0,2}((?:on|den|am|d\\.|of)(?=␣)|[(（[])?␣{0,2}(?:the␣)?'
const BEFORE_DATE = stickyAnyCase`${DATE_GAP}`
const BEFORE_WEEKDAY = stickyAnyCase`${DATE_GAP}(?:([A-Za-zøåöä]{3,10})[.,]?␣{1,2}(?:(?:the|den)␣)?(?=\S))`

function withDateAfter(text: string, reading: TimeReading, options: PointOptions): TimeReading {
  const found =
    dateAfter(text, reading.end, options, BEFORE_WEEKDAY) ?? dateAfter(text, reading.end, options, BEFORE_DATE)
  if (!found) return reading
  const problem = found.date.impossible ? 'impossible' : reading.problem
  return { ...reading, date: found.date, end: found.end, problem }
}

function dateAfter(
  text: string,
  from: number,
  options: PointOptions,
  gap: RegExp,
): { date: DateReading; end: number } | null {
  const match = matchAt(gap, text, from)
  if (!match || match[0] === '' || (match[3] && !weekdayNumber(match[3]))) return null
  const date = dateAt(text, from + match[0].length, options)
  if (!date) return null
  const end = Math.max(date.end, date.weekdayRange?.end ?? 0)
  const bracket = /[(（[]/.test(match[2] ?? '')
  if (bracket) return matchAt(/[)）\]]/y, text, end) ? { date, end: end + 1 } : null
  // A date with its own clock time starts the next time.
  return !match[2] && dated(text, date.start, date).clock ? null : { date, end }
}
