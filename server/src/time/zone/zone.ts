import * as Instant from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import { isLatinAt, matchAt, stickyAnyCase } from '../read/scan.ts'
import { zoneName } from './zone-names.ts'

/** A time zone as written. Plain JSON. */
export interface Zone {
  /** As written: `CEST`, `UTC+2`, `Europe/Oslo`. */
  name: string
  /** IANA name, `UTC`, or a fixed offset such as `+02:00`; null when ambiguous (IST, CST, BST) and not settled. */
  id: string | null
  /** CEST is summer time, CET standard time; null for names of both (PT) and zones without seasons. */
  season: 'summer' | 'standard' | null
  /** The offset implied by the name: CET `+01:00`, PDT `-07:00`; null for PT and IANA names. */
  fixedOffset: string | null
}

/** A zone with its place; offsets are UTF-16. */
export interface ZoneReading {
  start: number
  end: number
  /** The whole text, with an explanation in brackets: `PST (UTC-7)`. */
  text: string
  zone: Zone
}

/** The zone of a text as a whole (`UTC`, `Europe/Oslo`, `CEST`, `UTC+2`, `+02:00`, `PT`); else null. */
export function readZone(text: string): Zone | null {
  const start = text.length - text.trimStart().length
  const reading = zoneAt(text, start)
  return reading && text.slice(reading.end).trim() === '' ? reading.zone : null
}

/** Whether a name is in the system's time zone database, or is `UTC` or an offset. */
export function isValidZoneId(text: string): boolean {
  if (!text || text.length > 64) return false
  try {
    Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(0), text)
    return true
  } catch {
    return false
  }
}

/**
 * Resolves an ambiguous abbreviation by a known zone of the document: IST in a team of `Europe/Dublin` is Irish.
 * Returns the zone itself when it is not ambiguous or the other zone does not help.
 */
export function settleZone(zone: Zone, known: string | null): Zone {
  if (zone.id !== null || !known) return zone
  const candidate = zoneName(zone.name)?.candidates.find(({ id }) => id === known)
  return candidate ? { ...zone, id: candidate.id, season: candidate.season, fixedOffset: candidate.offset } : zone
}

const OFFSET = /(?:(UTC|GMT)[ ]?)?([+\-−])(\d{1,2})(?::?(\d{2}))?(?!\d|[:.]\S)/iy
const NAME = stickyAnyCase`
  (?:Coordinated Universal|Greenwich Mean|(?:Central|Western|Eastern) European(?: Summer)?|
  (?:Pacific|Mountain|Central|Eastern)(?: Standard| Daylight)?|(?:Japan|Korea) Standard|
  Japan|Singapore|Hong Kong|Moscow|Norwegian|Philippine) Time|norsk tid|Pacific|Eastern|Zulu
`
const ABBREVIATION = /[A-Za-z]{1,4}(?:\/[A-Z]{3,4})?(?![A-Za-z%_]|\/[A-Za-z])/y
const IANA = /[A-Z][A-Za-z]{1,16}\/[A-Z][A-Za-z_]{1,24}(?:\/[A-Z][A-Za-z_]{1,24})?(?![A-Za-z])/y
const EXPLANATION = stickyAnyCase`␣?[(（](?=((?:UTC|GMT)?[ ]?[+\-−]\d{1,2}(?::?\d{2})?|[A-Z]{3,4})[)）])`

/** The zone that starts exactly at an offset; null for none. */
export function zoneAt(text: string, at: number): ZoneReading | null {
  if (isLatinAt(text, at) && isLatinAt(text, at - 1)) return null
  const found = offsetAt(text, at) ?? ianaAt(text, at) ?? namedAt(text, at)
  if (!found) return null
  const explained = matchAt(EXPLANATION, text, found.end)
  const within = found.end + (explained?.[0].length ?? 0)
  const inner = explained ? (offsetAt(text, within) ?? namedAt(text, within)) : null
  if (!inner) return found
  const end = inner.end + 1
  return { start: at, end, text: text.slice(at, end), zone: explain(found.zone, inner.zone) }
}

/** `PST (UTC-7)` is a zone with the offset in brackets, `Central European Time (CET)` is CET. */
function explain(zone: Zone, by: Zone): Zone {
  if (zone.fixedOffset === null && by.season) return by
  const agrees = zone.fixedOffset === by.fixedOffset
  return { ...zone, id: zone.id ?? by.id, fixedOffset: by.fixedOffset, season: agrees ? zone.season : null }
}

/** An explicit offset, with or without `UTC`. Offsets reach from -12:00 to +14:00. */
function offsetAt(text: string, at: number): ZoneReading | null {
  const match = matchAt(OFFSET, text, at)
  if (!match) return null
  const [name, utc, sign, hours, minutes] = match
  // `+5` and `+10 min` are no offsets; `+05:00` and `+0500` are, and `14:02+05`.
  if (!utc && (hours?.length !== 2 || !(minutes || /\d/.test(text.charAt(at - 1))))) return null
  if (Number(hours) > 14 || Number(minutes ?? 0) > 59) return null
  const offset = `${sign === '+' ? '+' : '-'}${hours?.padStart(2, '0')}:${minutes ?? '00'}`
  const normal = offset === '-00:00' ? '+00:00' : offset
  const id = normal === '+00:00' ? 'UTC' : normal
  return reading(text, at, name, { name, id, season: null, fixedOffset: normal })
}

function ianaAt(text: string, at: number): ZoneReading | null {
  const match = matchAt(IANA, text, at)
  if (!match || !isValidZoneId(match[0])) return null
  return reading(text, at, match[0], { name: match[0], id: match[0], season: null, fixedOffset: null })
}

function namedAt(text: string, at: number): ZoneReading | null {
  for (const expression of [NAME, ABBREVIATION]) {
    const written = matchAt(expression, text, at)?.[0]
    const known = written ? zoneName(written) : null
    if (!written || !known || isLatinAt(text, at + written.length)) continue
    const { id, season, offset } = known
    return reading(text, at, written, { name: written, id, season, fixedOffset: offset })
  }
  return null
}

function reading(text: string, start: number, written: string, zone: Zone): ZoneReading {
  const end = start + written.length
  return { start, end, text: text.slice(start, end), zone }
}

/**
 * Milliseconds until the next day starts in a zone, more than 0: at midnight, or at the first time of the day if
 * midnight is skipped.
 * @param epochMs milliseconds since 1970-01-01T00:00Z
 * @throws RangeError when the zone is not known (see `isValidZoneId`)
 */
export function untilNextDay(epochMs: number, zoneId: string): number {
  const now = Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(Math.floor(epochMs)), zoneId)
  const next = PlainDate.toZonedDateTime(PlainDate.addDays(ZonedDateTime.toPlainDate(now), 1), zoneId)
  return next.epochMilliseconds - Math.floor(epochMs)
}
