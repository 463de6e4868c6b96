import { isLatinAt, matchAt, sticky, textBefore } from './scan.ts'

/** A clock time in a text. Offsets are UTF-16. */
export interface ClockReading {
  start: number
  end: number
  /** 0 to 23, already on the 24-hour clock; 24 only in `24:00`, the end of a day; other values only when impossible. */
  hour: number
  minute: number
  /** Null when not written. */
  second: number | null
  /** Half of the day, as written. */
  meridiem: 'am' | 'pm' | null
  /** Written as an hour alone: `2pm`, `14時`, `14 Uhr`. */
  hourOnly?: true
}

/** What is wrong with a time: `25:61`, or `13:55 PM`. */
export type TimeProblem = 'impossible' | 'contradictory-meridiem'

/** A clock time that starts at a known offset. */
export interface ClockMatch {
  clock: ClockReading
  problem: TimeProblem | null
  /** Hour and minute with a dot, as in `14.02`. */
  dotted: boolean
}

/** Which of the ambiguous notations are allowed here. */
export interface ClockOptions {
  /**
   * `14.02`: two digits of hour (after a date), or also one before a break (at the start of a row), or one before
   * anything (where the other rows are written so).
   */
  dotted?: 'two-digit' | 'any' | 'proven' | undefined
  /** A bare hour, as after the Scandinavian `kl`. */
  hourOnly?: boolean | undefined
  /** `14h30`, which elsewhere is a duration; `before-break`: `14h` only where nothing but a sign follows. */
  lettered?: 'any' | 'before-break' | undefined
  /** `1402` without a zone: only as `1402 hrs`, or also before a break. */
  military?: 'with-unit' | 'any' | undefined
  /** Whether the text before was read already (the dash of a range), so that it does not exclude a time. */
  trusted?: boolean | undefined
}

/** The clock time that starts exactly at an offset; null for none. */
export function clockAt(text: string, at: number, options: ClockOptions = {}): ClockMatch | null {
  if (!options.trusted && !startsClock(text, at)) return null
  return (
    colon(text, at) ??
    meridiemOnly(text, at) ??
    japanese(text, at) ??
    german(text, at) ??
    lettered(text, at, options) ??
    military(text, at, options) ??
    dottedTime(text, at, options)
  )
}

/** With a glued letter alone, as in `10:45a`. */
const MERIDIEM = '(?:␣?([AaPp])(?:\\.␣?[Mm]\\.|[Mm](?![A-Za-z]))|([ap])(?![A-Za-z0-9.]))?'

const COLON = sticky`(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:[.,]\d{1,9})?|\.(\d{2}))?(?![\d%]|[:：.]\d)${MERIDIEM}`
const SUFFIX = /(?:Z|h|ish|[A-Z]{2,4})(?![A-Za-z])/y

function colon(text: string, at: number): ClockMatch | null {
  const match = matchAt(COLON, text, at)
  if (!match) return null
  const end = at + match[0].length
  // Directly followed by letters it is something else (`10:30x`), except for a zone or `ish`.
  if (isLatinAt(text, end) && !matchAt(SUFFIX, text, end)) return null
  return build(at, end, [match[1], match[2], match[3] ?? match[4], match[5] ?? match[6]], false)
}

const MERIDIEM_ONLY = sticky`(\d{1,2})(?:\.(\d{2}))?␣?([AaPp])(?:\.␣?[Mm]\.|[Mm](?![A-Za-z0-9]))`

function meridiemOnly(text: string, at: number): ClockMatch | null {
  const match = matchAt(MERIDIEM_ONLY, text, at)
  if (!match || Number(match[1]) > 24) return null
  return build(at, at + match[0].length, [match[1], match[2], undefined, match[3]], match[2] !== undefined)
}

const JAPANESE = /(?:午(前|後))?(\d{1,2})時(?!間)(?:(\d{1,2})分(?!間)(?:(\d{1,2})秒)?|(半))?/y

function japanese(text: string, at: number): ClockMatch | null {
  const match = matchAt(JAPANESE, text, at)
  if (!match) return null
  const half = match[1] ?? /午(前|後)$/.exec(textBefore(text, at, 2))?.[1]
  const start = half && !match[1] ? at - 2 : at
  // 午後0時 is the usual notation of noon, while `0 PM` would be a contradiction.
  const hour = half === '後' && Number(match[2]) === 0 ? '12' : match[2]
  const letter = half && (half === '前' ? 'a' : 'p')
  return build(start, at + match[0].length, [hour, match[5] ? '30' : match[3], match[4], letter], false)
}

const GERMAN = sticky`(\d{1,2})(?:\.(\d{2})(?=␣?Uhr(?![A-Za-z]))|␣?Uhr(?![A-Za-z])(?:␣(\d{2})(?![\d%]|[.,:]\d))?)`

/** `14.30 Uhr`, `14 Uhr`, `14 Uhr 30`. */
function german(text: string, at: number): ClockMatch | null {
  const match = matchAt(GERMAN, text, at)
  if (!match) return null
  const found = build(at, at + match[0].length, [match[1], match[2] ?? match[3]], match[2] !== undefined)
  return found.problem ? null : found
}

const LETTERED = sticky`(\d{1,2})␣?[hH](?:␣?(\d{2})(?:␣?min(?![A-Za-z]))?)?(?![A-Za-z\d]|[.,:]\d)`

const LETTERED_BREAK = sticky`(?:␣{0,2}[*_\`\])]{0,3}␣{0,2}[|:,–—→-]|␣(?:à|às|a)␣\d)`

/** `14h30`, `14 h 30`, `14h`. */
function lettered(text: string, at: number, options: ClockOptions): ClockMatch | null {
  const match = options.lettered ? matchAt(LETTERED, text, at) : null
  if (!match) return null
  const end = at + match[0].length
  if (!match[2] && options.lettered === 'before-break' && !matchAt(LETTERED_BREAK, text, end)) return null
  const found = build(at, end, [match[1], match[2]], false)
  return found.problem ? null : found
}

const HOURS_MINUTES = '([01]\\d|2[0-3])([0-5]\\d)'
/** Military and aviation style: four digits and Z, or UTC. */
const ZULU = sticky`${HOURS_MINUTES}(?=(?:Z|␣?UTC|␣?GMT)(?![A-Za-z0-9]))`
const WITH_UNIT = sticky`${HOURS_MINUTES}(?=␣?h(?:rs?|ours)?(?![A-Za-z]))`
const BEFORE_BREAK = sticky`${HOURS_MINUTES}(?=[*_\`\])]{0,3}␣{0,2}(?:[|:,–—]␣|-␣|-{2}|[|:]?$))`

function military(text: string, at: number, options: ClockOptions): ClockMatch | null {
  const match =
    matchAt(ZULU, text, at) ??
    (options.military ? matchAt(WITH_UNIT, text, at) : null) ??
    (options.military === 'any' ? matchAt(BEFORE_BREAK, text, at) : null)
  return match && build(at, at + 4, [match[1], match[2]], false)
}

const DOTTED = /(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![\d%]|[.:]\d|[A-Za-z])/y
const ROW_BREAK = sticky`(?:␣|[*_\`\])]){0,8}(?:[|:,–—→-]|$)`
const AMOUNT = sticky`␣(?:%|[KMGT]i?B\b|[a-z]{0,6}seconds?\b|ms\b|min|hours?\b|days?\b|timer?\b|\$|€|kr\b)`

function dottedTime(text: string, at: number, options: ClockOptions): ClockMatch | null {
  if (options.hourOnly) {
    const hour = matchAt(/(\d{1,2})(?![\d:%]|[.,]\d|[A-Za-z])/y, text, at)
    if (hour && Number(hour[1]) < 24) return build(at, at + hour[0].length, [hour[1]], false)
  }
  if (!options.dotted) return null
  const match = matchAt(DOTTED, text, at)
  if (!match) return null
  const end = at + match[0].length
  if (matchAt(AMOUNT, text, end)) return null
  // `1.17 released` is a version, `9.15 | Deploy` a time.
  const isBroken = options.dotted === 'any' && matchAt(ROW_BREAK, text, end) !== null
  if (match[1]?.length === 1 && options.dotted !== 'proven' && !isBroken) return null
  const found = build(at, end, [match[1], match[2], match[3]], true)
  // Out of range it is a number, not a wrong time.
  return found.problem ? null : found
}

/** Whether a clock time may start here: Not inside a word, a number, an address, a path or a signed offset. */
function startsClock(text: string, at: number): boolean {
  const previous = text.charAt(at - 1)
  if (previous === 'T') return !isLatinAt(text, at - 2)
  if (previous === '_') return !/[A-Za-z0-9]/.test(text.charAt(at - 2))
  if (previous === '-') return at === 1
  return !/[A-Za-z0-9:：./=%&#$€£+\\]/.test(previous)
}

function build(start: number, end: number, parts: (string | undefined)[], dotted: boolean): ClockMatch {
  const [hours, minutes, seconds, letter] = parts
  const written = Number(hours)
  const minute = Number(minutes ?? 0)
  const second = seconds === undefined ? null : Number(seconds)
  const meridiem = letter ? (letter.toLowerCase() === 'a' ? 'am' : 'pm') : null
  const endOfDay = written === 24 && minute === 0 && !second && !meridiem
  const isImpossible = (written > 23 && !endOfDay) || minute > 59 || (second ?? 0) > 59
  // `00:25 AM` is common and clear; with PM, and above twelve, the two halves contradict each other.
  const contradicts = meridiem !== null && (written > 12 || (written === 0 && meridiem === 'pm'))
  return {
    clock: {
      ...{ start, end, hour: toHour(written, meridiem), minute, second, meridiem },
      ...(minutes === undefined ? { hourOnly: true } : {}),
    },
    problem: isImpossible ? 'impossible' : contradicts ? 'contradictory-meridiem' : null,
    dotted,
  }
}

/** The hour of the 24-hour clock. A contradiction keeps the hour, which is the more precise half. */
function toHour(written: number, meridiem: 'am' | 'pm' | null): number {
  if (meridiem === null || written > 12) return written
  return (written % 12) + (meridiem === 'pm' ? 12 : 0)
}
