import { clockDurationAt, durationAt, type PlainDuration } from './duration-at.ts'
import { type DurationReading, LEAD, qualify } from './duration-qualifiers.ts'
import { NUMBER_WORDS, SECONDS } from './duration-units.ts'
import { readTimes } from './read-time.ts'
import { matchAt, skipAt, textBefore } from './scan.ts'

/** Reads a text that is nothing but a duration. `1:23` is an hour and 23 minutes only here. */
export function readDuration(text: string): DurationReading | null {
  const start = skipAt(/[\s*_`"'(（]{0,16}/y, text, 0)
  const lead = skipAt(LEAD, text, start)
  const found = durationAt(text, lead, true) ?? clockDurationAt(text, lead)
  if (!found) return null
  const reading = qualify(text, found, start)
  const tail = matchAt(TAIL, text, reading.end)
  return tail && { ...reading, approximate: reading.approximate || tail[1] !== undefined }
}

const TAIL = /[\s*_`"')）.]{0,16}(?:(\((?:approx|approximately|circa|ca|約)\.?\))[\s*_`]{0,8})?$/iy

/**
 * The durations of a text: a number with its unit, words such as "half an hour", and the total in brackets after a
 * range, `10:00 to 10:45 (0:45)`.
 */
export function readDurations(text: string): DurationReading[] {
  const readings: DurationReading[] = []
  const candidates = /\d+|\bP(?=T?\d)|[A-Za-z\u00c0-\u024f]+/g
  for (let match = candidates.exec(text); match; match = candidates.exec(text)) {
    const [word] = match
    if (!/\d/.test(word) && !/^(?:P|half|quarter|couple)$/i.test(word) && !NUMBER_WORDS.has(word.toLowerCase()))
      continue
    const plain = startsDuration(text, match.index) ? durationAt(text, match.index, false) : null
    const found = plain ?? totalAt(text, match.index)
    if (!found) continue
    readings.push(qualify(text, found, readings.at(-1)?.end ?? 0))
    candidates.lastIndex = found.end
  }
  return readings
}

/**
 * Whether a stated duration agrees with a computed one: within one of the smallest unit written (a tenth of an hour for
 * `1.5 hours`), within 20 % when it is approximate, and on one side only for "over" and "up to".
 *
 * @param seconds the computed duration
 */
export function durationsAgree(stated: DurationReading, seconds: number): boolean {
  const unit = SECONDS[stated.smallestUnit] / 10 ** stated.style.decimals
  const tolerance = stated.approximate ? Math.max(unit, stated.seconds * 0.2) : unit
  const difference = seconds - stated.seconds
  if (stated.bound === 'over') return difference >= -tolerance
  if (stated.bound === 'under') return difference <= tolerance
  return Math.abs(difference) <= tolerance
}

/** The clock-like total of a range right before its bracket; null when there is none. */
function totalAt(text: string, at: number): PlainDuration | null {
  if (!/[(（]/.test(text.charAt(at - 1))) return null
  const found = clockDurationAt(text, at)
  if (!found || !matchAt(/[)）]/y, text, found.end)) return null
  const head = textBefore(text, at - 1, 80)
  const range = readTimes(head).at(-1)
  return range?.until?.clock && /^[\s*_`]*$/.test(head.slice(range.end)) ? found : null
}

/**
 * Whether a duration may start here: Not inside a word, a number, a version or an amount, nor after the dash of a
 * range.
 */
function startsDuration(text: string, at: number): boolean {
  if (/[A-Za-z0-9.,:/=&#$€£_\\]/.test(text.charAt(at - 1)) && !/[,;]$/.test(textBefore(text, at, 1))) return false
  return !/\d\s?[-–—〜~]\s?$|-$/.test(textBefore(text, at, 4))
}
