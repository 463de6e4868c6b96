import * as Calendar from 'temporal-polyfill/fns/Calendar'
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import { type Moment, offsetOf } from '../moment.ts'
import { isValidZoneId, readZone, type Zone } from '../zone/zone.ts'
import { abbreviationsOf, zoneName } from '../zone/zone-names.ts'

/**
 * The zone of a moment in the notation of a written one, so that it is read as the same instant: for `-0700` an offset,
 * for `Europe/Oslo` an IANA name, for `CEST` an abbreviation or `UTC+05:45`. A zone that is right already is kept.
 *
 * @param isIso whether the time is an ISO date-time, which allows only `Z` and offsets
 * @param hasSeconds whether the clock time has seconds, after which a negative offset is no range
 */
export function rewriteZone(written: string, moment: Moment, isIso: boolean, hasSeconds: boolean): string {
  const { zone } = moment
  const former = readZone(written)
  if (!zone) return written
  const offset = offsetOf(moment)
  if (former && isSame(former, zone, moment)) return written
  if (offset === null) return zone.name
  if (isIso) return offset === '+00:00' && /^Z|:/.test(written) ? 'Z' : rewriteOffset(written, offset)
  if (OFFSET.test(written) && (offset.startsWith('+') || hasSeconds || !/:/.test(written))) {
    return rewriteOffset(written, offset)
  }
  // If CEST is requested, CEST is written: so a conversion to a zone without an abbreviation can be undone.
  const isAbbreviation = zoneName(zone.name)?.offset != null
  if (UTC_OFFSET.test(written) && !isAbbreviation)
    return offset === '+00:00' ? 'UTC' : rewriteUtcOffset(written, offset)
  const isIana = zone.name.includes('/') && zone.fixedOffset === null && isValidZoneId(zone.name)
  if (isIana && written.includes('/') && isValidZoneId(written) && !moment.repeated) return zone.name
  return nameOf(zone, moment, offset)
}

/** A zone where none was written: its name, or the abbreviation that is right at that moment. */
export function zoneText(moment: Moment): string {
  const offset = offsetOf(moment)
  if (!moment.zone) return ''
  return offset === null ? moment.zone.name : nameOf(moment.zone, moment, offset)
}

const OFFSET = /^[+\-−]\d{2}(?::?\d{2})?$/
const UTC_OFFSET = /^(?:UTC|GMT) ?[+\-−]\d/i

function isSame(former: Zone, zone: Zone, moment: Moment): boolean {
  if (moment.repeated && former.fixedOffset === null) return false
  if (former.name === zone.name) return true
  return former.id === zone.id && former.fixedOffset === zone.fixedOffset
}

function nameOf(zone: Zone, moment: Moment, offset: string): string {
  const { name } = zone
  const known = zoneName(name)
  const isOwnName = known !== null && (known.offset !== null || (known.id !== null && !moment.repeated))
  if (isOwnName) return name === 'Z' ? 'UTC' : name
  if (UTC_OFFSET.test(name)) return name
  const abbreviation = zone.id && moment.date ? abbreviationOf(zone.id, offset, moment.date) : null
  return abbreviation ?? (offset === '+00:00' ? 'UTC' : `UTC${offset}`)
}

/** `CEST` for Europe/Oslo in summer; null where no clear abbreviation is known for the zone at that offset. */
function abbreviationOf(id: string, offset: string, date: string): string | null {
  if (id === 'UTC') return 'UTC'
  if (!isValidZoneId(id)) return null
  const found = abbreviationsOf(offset).find((row) => row.id === id || isNeighbour(row, id, date))
  return found?.name ?? null
}

/** CEST is the abbreviation of all zones with the clock changes of Berlin; those of Portugal are only for Portugal. */
function isNeighbour(row: { id: string; season: string | null }, id: string, date: string): boolean {
  if (row.season === null || row.id === 'Europe/Lisbon') return false
  const year = date.slice(0, 4)
  const samples = [`${year}-01-01`, `${year}-03-20`, `${year}-04-01`, `${year}-07-01`, `${year}-10-20`, `${year}-11-01`]
  return [date, ...samples].every((day) => offsetAtNoon(row.id, day) === offsetAtNoon(id, day))
}

function offsetAtNoon(id: string, date: string): string {
  const noon = PlainDateTime.fromString(`${date}T12:00`, Calendar.getISO)
  return ZonedDateTime.offset(PlainDateTime.toZonedDateTime(noon, id))
}

/** `+02:00` as `+0200` or `+02`, like the written one; with minutes where needed. */
function rewriteOffset(written: string, offset: string): string {
  if (/:/.test(written) || !OFFSET.test(written)) return offset
  return written.length === 3 && offset.endsWith(':00') ? offset.slice(0, 3) : offset.replace(':', '')
}

/** `+02:00` as `UTC+2`, `UTC+02:00` or `GMT +0200`, like the written one. */
function rewriteUtcOffset(written: string, offset: string): string {
  const head = /^(?:UTC|GMT) ?/i.exec(written)?.[0] ?? 'UTC'
  const parts = /^(\d{1,2}?)(?:(:?)\d\d)?$/.exec(written.slice(head.length + 1))
  const [hours = '', minutes = ''] = offset.slice(1).split(':')
  const hour = parts?.[1]?.length === 1 ? String(Number(hours)) : hours
  const minute = parts?.[2] !== undefined ? `${parts[2]}${minutes}` : minutes === '00' ? '' : `:${minutes}`
  return `${head}${offset.charAt(0)}${hour}${minute}`
}
