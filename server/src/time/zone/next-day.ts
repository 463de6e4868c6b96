import * as Instant from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'

/**
 * Milliseconds until the next day begins in a zone, more than 0: at midnight, or where daylight saving skips that, when
 * the clock goes on.
 * @param epochMs milliseconds since 1970-01-01T00:00Z
 * @throws RangeError when the zone is not known (see `isValidZoneId`)
 */
export function untilNextDay(epochMs: number, zoneId: string): number {
  const now = Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(Math.floor(epochMs)), zoneId)
  const next = PlainDate.toZonedDateTime(PlainDate.addDays(ZonedDateTime.toPlainDate(now), 1), zoneId)
  return next.epochMilliseconds - Math.floor(epochMs)
}
