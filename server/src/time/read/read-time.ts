import { emptyReading, type TimeReading, withText, withZoneBefore } from '../time-point.ts'
import { zoneAt } from '../zone/zone.ts'
import type { ReadOptions } from './date-at.ts'
import { dayPartAtStart } from './day-parts.ts'
import { durationAt } from './duration-at.ts'
import { monthNumber, weekdayNumber } from './names.ts'
import { isLatinAt, matchAt, skipAt, sticky, stickyAnyCase, tokens } from './scan.ts'
import { rangeAt } from './time-range.ts'
import { ABOUT, AT } from './time-words.ts'

/**
 * Every clock time, date-time, range and offset of a text, in order. Dates without a clock time are excluded (see
 * `readDates`), and so is what is no time in prose: `80:20`, unless it has a date or a zone.
 */
export function readTimes(text: string, options: ReadOptions = {}): TimeReading[] {
  const times: TimeReading[] = []
  if (!mayHoldTimes(text)) return times
  const first = skipAt(LEAD, text, 0)
  let done = 0
  for (const token of tokens(text)) {
    if (token.start < done || !mayBegin(text, token.text, token.start)) continue
    const isFirst = token.start <= first
    const found = timeAt(text, token.start, { ...options, rowStart: isFirst && options.rowStart === true })
    if (!found) continue
    const time = withZoneBefore(text, found, done)
    const isTime = time.clock !== null || time.until?.clock || time.offsetSeconds !== null
    if (isTime && isCredible(time, text, isFirst && options.rowStart === true)) {
      times.push(withText(time, text))
      done = time.until?.clock ? skipAt(TOTAL, text, time.end) : time.end
    } else {
      done = isTime ? time.end : (time.date?.end ?? time.end)
    }
  }
  return times
}

/** Whether a text may hold a time at all: without a digit only `T+half an hour` is one, and most texts have no digit. */
export function mayHoldTimes(text: string): boolean {
  return /\d|T[+\-−\s]/.test(text)
}

/**
 * The time at the start of a text, after an optional `~`, "at", bracket, quote or bold mark: the time of a timeline
 * row. A date alone counts, too (its `clock` is null). Null when the text starts with something else.
 */
export function readTimeAtStart(text: string, options: ReadOptions = {}): TimeReading | null {
  const at = skipAt(LEAD, text, 0)
  const weekday = matchAt(WEEKDAY, text, at)
  const behind = weekday?.[1] && weekdayNumber(weekday[1]) ? at + weekday[0].length : at
  const zone = matchAt(ZONE_FIRST, text, behind) ? zoneAt(text, behind) : null
  const found = timeAt(text, zone ? zone.end + 1 : behind, { ...options, rowStart: true })
  const reading = found && (zone ? withZoneBefore(text, found, behind) : found)
  if (zone && reading?.zone?.start !== zone.start) return null
  return reading && isCredible(reading, text, true) ? withText(reading, text) : null
}

/** The part of a day that a text begins with, of a day that is known otherwise: `Around noon: …`. */
export function readDayPartAtStart(text: string): TimeReading | null {
  const found = dayPartAtStart(text)
  const reading = found && { ...emptyReading(found.start, found.end), dayPart: found.part }
  return reading && withText(reading, text)
}

/** `10:00 to 10:45 (0:45)`: the brackets after a range contain its duration. */
const TOTAL = sticky`[*_\`]{0,3}␣{0,3}[(（]\d{1,3}:[0-5]\d(?::[0-5]\d)?[)）]`

const LEAD = stickyAnyCase`
  \s{0,16}
  (?:[*_\`~≈～約"'“‘「『([（【<>|-]␣{0,4}|(?:${AT}|${ABOUT})(?=␣|[\d*_~約])␣{0,4}){0,10}
`
const WEEKDAY = sticky`([A-Z][a-zøåöä]{2,9})[.,]?␣{1,2}(?:(?:the|den)␣)?(?=\d|[A-Z][a-z]{2,8}\.?␣\d)`

/** `UTC 14:02`. */
const ZONE_FIRST = sticky`(?:UTC[+\-]\d{1,2}(?::\d\d)?|[A-Z]{3,4})␣(?=\d)`

/** Words start a time only as a month or as the T of `T+12m`; numbers always may. */
function mayBegin(text: string, word: string, at: number): boolean {
  if (!isLatinAt(text, at)) return true
  if (word === 'T') return /[+\-−\s]/.test(text.charAt(at + 1))
  return monthNumber(word) !== null
}

function timeAt(text: string, at: number, options: ReadOptions): TimeReading | null {
  return rangeAt(text, at, options) ?? offsetFromZero(text, at) ?? (options.rowStart ? rowOffset(text, at) : null)
}

const SIGN = sticky`␣?([+\-−])␣?`

/** `T+12m`, `T-5 min`, `T+0`, `T+1:05`. */
function offsetFromZero(text: string, at: number): TimeReading | null {
  if (text.charAt(at) !== 'T' || isLatinAt(text, at - 1)) return null
  return signed(text, at, at + 1)
}

/** `+12 min` at the start of a row. */
function rowOffset(text: string, at: number): TimeReading | null {
  const start = text.charAt(at) === '+' ? at : text.charAt(at - 1) === '+' ? at - 1 : -1
  return start < 0 ? null : signed(text, start, start)
}

function signed(text: string, start: number, at: number): TimeReading | null {
  const sign = matchAt(SIGN, text, at)
  if (!sign) return null
  const from = at + sign[0].length
  const clock = matchAt(/(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?![\d:])/y, text, from)
  const nought = start < at ? matchAt(/0{1,2}(?![\d:.A-Za-z])/y, text, from) : null
  const duration = clock || nought ? null : durationAt(text, from, true)
  const length = clock?.[0].length ?? nought?.[0].length
  if (length === undefined && !duration) return null
  const seconds = clock
    ? Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)
    : (duration?.seconds ?? 0)
  const end = duration?.end ?? from + (length ?? 0)
  const offsetSeconds = sign[1] === '+' || seconds === 0 ? seconds : -seconds
  return { ...emptyReading(start, end), offsetSeconds }
}

/** An impossible time is a mistake where a time is expected; elsewhere it is a ratio or a score. */
function isCredible(time: TimeReading, text: string, expected: boolean): boolean {
  const isOutOfRange = [time, time.until].some((part) => part?.problem === 'impossible' && !part.date?.impossible)
  if (!isOutOfRange || expected || time.date || time.zone || time.until?.date) return true
  return text.length < 80 && text.slice(0, time.start).trim() === '' && text.slice(time.end).trim() === ''
}
