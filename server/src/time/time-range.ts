import { BLANK, isLatinAt, matchAt, skipAt } from './scan.ts'
import { emptyReading, type PointOptions, pointAt, type TimeReading } from './time-point.ts'
import { zoneAt } from './zone.ts'

const SEPARATOR = new RegExp(
  `([*_\`\\])）]{0,3}[${BLANK}]{0,3})(?:(-{1,3}>?|[–—−→⇒]|=>|[〜～~]|から)|(?:to|til|until|till|through|bis)(?=[${BLANK}]))[${BLANK}]{0,3}`,
  'iy',
)
const LEAD = new RegExp(
  `[*_\`[(（]{0,3}(?:(?:~|≈|約|(?:about|around|approximately|approx\\.?|circa|ca\\.?|kl\\.?|at)(?=[${BLANK}]))[${BLANK}]{0,2}){0,3}`,
  'iy',
)

/** The time or range that begins exactly at an offset, with its other spellings; null when none does. */
export function rangeAt(text: string, at: number, options: PointOptions = {}): TimeReading | null {
  const from = pointAt(text, at, options)
  if (!from) return null
  return withAlso(text, withEnd(text, from, options), options)
}

function withEnd(text: string, from: TimeReading, options: PointOptions): TimeReading {
  const separator = matchAt(SEPARATOR, text, from.end)
  const next = separator ? skipAt(LEAD, text, from.end + separator[0].length) : from.end
  const until = separator ? pointAt(text, next, { ...options, trusted: true }) : null
  if (until && isRange(from, until)) return { ...agree(from, until), end: until.end }
  if (!from.clock) return from
  const open = matchAt(OPEN_ENDED, text, from.end)
  return open ? { ...from, openEnded: true, end: from.end + open[0].length } : from
}

const OPEN_ENDED = new RegExp(
  `[${BLANK}]?(?:[〜～](?![${BLANK}]?\\d)|以降|から(?![${BLANK}]?\\d))|[${BLANK}](?:and[${BLANK}])?(?:onwards?|later|og utover)(?![A-Za-z])` +
    `|[${BLANK}]?(?:-{1,3}>?|[–—→])[${BLANK}]?(?:ongoing|present|now)(?![A-Za-z])(?![${BLANK}][A-Za-z])`,
  'iy',
)

/** `14:02 - 15 January: …` goes on with a date that is no end of it. */
function isRange(from: TimeReading, until: TimeReading): boolean {
  return until.clock ? from.clock !== null || from.date !== null : from.clock === null
}

/** What is written once for both ends: the zone, PM, and a date that follows both (`12:30 – 14:00, 26 April`). */
function agree(from: TimeReading, until: TimeReading): TimeReading {
  let first = { ...from, zone: from.zone ?? until.zone, problem: from.problem ?? until.problem }
  let last = { ...until, zone: until.zone ?? from.zone }
  if (until.clock?.meridiem === 'pm' && minutes(inAfternoon(first)) <= minutes(last)) first = inAfternoon(first)
  if (from.clock?.meridiem === 'pm' && minutes(inAfternoon(last)) >= minutes(first)) last = inAfternoon(last)
  const isDateLast = from.clock && !from.date && until.clock && until.date && until.date.start > until.clock.start
  if (isDateLast && minutes(first) <= minutes(last)) first.date = until.date
  return { ...first, until: last }
}

/** The same reading with PM, when it has neither AM nor PM. */
function inAfternoon(reading: TimeReading): TimeReading {
  const { clock } = reading
  if (!clock || clock.meridiem || clock.hour >= 12) return reading
  return { ...reading, clock: { ...clock, hour: clock.hour + 12 } }
}

function minutes({ clock }: TimeReading): number {
  return clock ? clock.hour * 60 + clock.minute : 0
}

const OTHER = new RegExp(`[*_\`]{0,2}[${BLANK}]{0,2}([/=(（]|or(?=[${BLANK}]))[${BLANK}]{0,2}[*_\`]{0,2}`, 'iy')

/** `00:30 UTC / 17:30 PDT`, `18:11 (UTC 09:11)`: one instant, told by its zones. */
function withAlso(text: string, reading: TimeReading, options: PointOptions): TimeReading {
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
    return withEnd(text, pointAt(text, at, { ...options, trusted: true }) ?? emptyReading(at, at), options)
  const zone = zoneAt(text, at)
  const next = zone ? skipAt(new RegExp(`[${BLANK}]{1,2}`, 'y'), text, zone.end) : at
  const time = zone ? pointAt(text, next, options) : pointAt(text, at, options)
  return time && { ...time, start: at, zone: zone ?? time.zone }
}
