import { emptyReading, type PointOptions, pointAt, type TimeReading } from '../time-point.ts'
import { zoneAt } from '../zone/zone.ts'
import { ending, isLatinAt, matchAt, skipAt, sticky, stickyAnyCase, textBefore } from './scan.ts'
import { ABOUT, AT } from './time-words.ts'

const SEPARATOR = stickyAnyCase`
  [*_\`\])）]{0,3}␣{0,3}
  (?:-{1,3}>?|[–—−→⇒]|=>|[〜～~]|から|\/(?=\d{4}-\d\d-\d\dT)|(?:to|til|until|till|through|bis|jusqu['’]à|hasta␣las?|até␣[aà]s?|à|às|a|a␣las?)(?=␣))
  ␣{0,3}
`
const BETWEEN = ending`(?:between|mellom|zwischen|entre)␣[*_\`]{0,3}(?:(?:kl\.?|las|as)␣)?`
const AND = stickyAnyCase`[*_\`\])）]{0,3}␣(?:and|og|und|et|y|e)␣`
const LEAD = stickyAnyCase`
  [*_\`[(（]{0,3}
  (?:(?:~|≈|約|(?:${ABOUT}|${AT})(?=␣))␣{0,2}){0,3}
`

/** The time or range that starts exactly at an offset, with its other spellings; null for none. */
export function rangeAt(text: string, at: number, options: PointOptions = {}): TimeReading | null {
  const from = pointAt(text, at, options)
  if (!from) return null
  return withAlternatives(text, withEnd(text, from, options), options)
}

function withEnd(text: string, from: TimeReading, options: PointOptions): TimeReading {
  const isBetween = BETWEEN.test(textBefore(text, from.clock?.start ?? from.start, 16))
  const separator = matchAt(SEPARATOR, text, from.end) ?? (isBetween ? matchAt(AND, text, from.end) : null)
  const after = from.end + (separator?.[0].length ?? 0)
  const until = separator
    ? pointAt(text, skipAt(LEAD, text, after), { ...options, after, lettered: isLettered(text, from) })
    : null
  if (until && isRange(from, until)) return { ...withSharedParts(from, until, text), end: until.end }
  if (!from.clock) return from
  const open = matchAt(OPEN_ENDED, text, from.end)
  return open ? { ...from, openEnded: true, end: from.end + open[0].length } : from
}

function isLettered(text: string, { clock }: TimeReading): boolean {
  return clock !== null && /h/i.test(text.slice(clock.start, clock.end))
}

const OPEN_ENDED = stickyAnyCase`
  ␣?(?:[〜～](?!␣?\d)|以降|から(?!␣?\d))|␣(?:and␣)?(?:onwards?|later|og utover)(?![A-Za-z])
  |␣?(?:-{1,3}>?|[–—→])␣?(?:ongoing|present|now)(?![A-Za-z])(?!␣[A-Za-z])
`

/** `14:02 - 15 January: …` goes on with a date that is no end of it. */
function isRange(from: TimeReading, until: TimeReading): boolean {
  return until.clock ? from.clock !== null || from.date !== null : from.clock === null
}

/** Copies what is written once for both ends: the zone, PM, and a date after both (`12:30 – 14:00, 26 April`). */
function withSharedParts(from: TimeReading, until: TimeReading, text: string): TimeReading {
  let first = { ...from, zone: from.zone ?? until.zone, problem: from.problem ?? until.problem }
  let last = { ...until, zone: until.zone ?? from.zone }
  const isAlike = signIn(text, from) === signIn(text, until)
  if (until.clock?.meridiem === 'pm' && isAlike && minutes(inAfternoon(first)) <= minutes(last))
    first = inAfternoon(first)
  if (from.clock?.meridiem === 'pm' && minutes(inAfternoon(last)) >= minutes(first)) last = inAfternoon(last)
  const isDateLast = from.clock && !from.date && until.clock && until.date && until.date.start > until.clock.start
  if (isDateLast && minutes(first) <= minutes(last)) first.date = until.date
  return { ...first, until: last }
}

/** The sign between hour and minute; two ends that are written differently share no PM: `02:00 to 02.30 PM`. */
function signIn(text: string, { clock }: TimeReading): string | null {
  return clock && !clock.hourOnly ? (/\d(\D{1,4})\d/.exec(text.slice(clock.start, clock.end))?.[1] ?? null) : ':'
}

/** Adds PM to a reading with neither AM nor PM. */
function inAfternoon(reading: TimeReading): TimeReading {
  const { clock } = reading
  if (!clock || clock.meridiem || clock.hour >= 12) return reading
  return { ...reading, clock: { ...clock, hour: clock.hour + 12 } }
}

function minutes({ clock }: TimeReading): number {
  return clock ? clock.hour * 60 + clock.minute : 0
}

const GAP = sticky`␣{1,2}`
const OTHER = stickyAnyCase`[*_\`]{0,2}␣{0,2}([/=(（]|or(?=␣))␣{0,2}[*_\`]{0,2}`

/** `00:30 UTC / 17:30 PDT`, `18:11 (UTC 09:11)`: one instant in two zones. */
function withAlternatives(text: string, reading: TimeReading, options: PointOptions): TimeReading {
  const also: TimeReading[] = []
  let { end } = reading
  while (reading.clock && also.length < 3) {
    const separator = matchAt(OTHER, text, end)
    const other = separator ? zoned(text, end + separator[0].length, options) : null
    if (!other?.clock || other.zone === null || other.zone.zone.name === reading.zone?.zone.name) break
    also.push(other)
    end = /[(（]/.test(separator?.[1] ?? '') ? skipAt(/[)）]/y, text, other.end) : other.end
  }
  return also.length > 0 ? { ...reading, also, end } : reading
}

/** A time with its zone before or after it. */
function zoned(text: string, at: number, options: PointOptions): TimeReading | null {
  if (!isLatinAt(text, at))
    return withEnd(text, pointAt(text, at, { ...options, after: at }) ?? emptyReading(at, at), options)
  const zone = zoneAt(text, at)
  const next = zone ? skipAt(GAP, text, zone.end) : at
  const time = zone ? pointAt(text, next, options) : pointAt(text, at, options)
  return time && { ...time, start: at, zone: zone ?? time.zone }
}
