import { type ZoneReading, zoneAt } from '../zone/zone.ts'
import { matchAt, skipAt, sticky, stickyAnyCase, tokens } from './scan.ts'

/**
 * The zone that a sentence, a heading or a column title states for all times: `Time (UTC)`,
 * `All times in CET`, `times are UTC`, `Timeline, JST`, `(all times UTC)`. The zone of a single time
 * (`at 14:02 UTC`) does not count, nor does any other word in capitals.
 */
export function findZone(text: string): ZoneReading | null {
  return whole(text) ?? announced(text) ?? bracketed(text) ?? attributive(text)
}

function whole(text: string): ZoneReading | null {
  const start = /^[\s*_`([]{0,8}/.exec(text)?.[0].length ?? 0
  const found = zoneAt(text, start)
  return found && /^[\s*_`)\].:]{0,8}$/.test(text.slice(found.end, found.end + 9)) ? found : null
}

const GLUE_WORD =
  'are|is|all|given|shown|listed|stated|expressed|reported|presented|displayed|written|in|the|as|of|for|' +
  'below|here|above|local|' +
  'this|document|report|page|timeline|include|use|uses|using|times?|timestamps?|zone|er|i|oppgitt|tidssone|alle'
const GLUE = stickyAnyCase`␣{0,2}(?:(?:${GLUE_WORD})(?![A-Za-z])|[:,=*_\`(（\[|–—-]|は|の|すべて|全て|タイムゾーン)`

const GAP = sticky`␣{1,2}`

const OPEN = /[([（［]/g

/** `(UTC)` or `(all times in PST/PDT)`, but not `(UTC 09:11)` or `14:02 (UTC)`. */
function bracketed(text: string): ZoneReading | null {
  OPEN.lastIndex = 0
  for (let open = OPEN.exec(text); open; open = OPEN.exec(text)) {
    const found = zoneAt(text, afterGlue(text, open.index + 1))
    if (!found || !/^[ ]?(?:times?|timestamps?)?[)\]）］,;]/.test(text.slice(found.end, found.end + 12))) continue
    if (!/\d[\s*_`]{0,4}$/.test(text.slice(Math.max(0, open.index - 5), open.index))) return found
  }
  return null
}

const SUBJECT =
  /^(?:times?|timestamps?|timezone|tz|timeline|datetime|dates?|clock|tidslinje|klokkeslett|tider|tidspunkter|tidssone)$/i

/** A word about times, glue, a zone: `All times below are in CET`. */
function announced(text: string): ZoneReading | null {
  for (const token of tokens(text)) {
    if (!SUBJECT.test(token.text)) continue
    const at = afterGlue(text, token.end)
    const found = at > token.end ? zoneAt(text, at) : null
    if (found && !isClockNext(text, found.end)) return found
  }
  const japanese = /(?:時刻|時間|タイムライン|タイムゾーン)/.exec(text)
  const at = japanese ? afterGlue(text, japanese.index + japanese[0].length) : -1
  return at < 0 ? null : zoneAt(text, at)
}

/** `UTC times`, unless it belongs to one time (`14:02 UTC time`). */
function attributive(text: string): ZoneReading | null {
  for (const token of tokens(text)) {
    if (token.text !== token.text.toUpperCase()) continue
    const found = zoneAt(text, token.start)
    if (!found || /\d\s?$/.test(text.slice(Math.max(0, token.start - 2), token.start))) continue
    if (matchAt(/[ ](?:times|timestamps|timezone|time zone)(?![A-Za-z])/iy, text, found.end)) return found
  }
  return null
}

function afterGlue(text: string, from: number): number {
  let at = from
  for (let words = 0; words < 10; words++) {
    const match = matchAt(GLUE, text, at)
    if (!match) break
    at += match[0].length
  }
  return skipAt(GAP, text, at)
}

function isClockNext(text: string, at: number): boolean {
  return matchAt(/[ ]?\d{1,2}[:.時]\d?/y, text, at) !== null
}
