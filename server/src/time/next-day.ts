import { Temporal } from 'temporal-polyfill'

/**
 * Milliseconds until the next day begins in a zone, more than 0: at midnight, or where daylight saving skips that, when
 * the clock goes on.
 * @param epochMs milliseconds since 1970-01-01T00:00Z
 * @throws RangeError when the zone is not known (see `isValidZoneId`)
 */
export function untilNextDay(epochMs: number, zoneId: string): number {
  const now = Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(zoneId)
  const next = now.toPlainDate().add({ days: 1 }).toZonedDateTime(zoneId)
  return next.epochMilliseconds - Math.floor(epochMs)
}
