/** Dates, clock times, zones and durations: how people write them in post-mortems, and what they mean. */
export type { ClockReading, TimeProblem } from './clock-time.ts'
export { readDate, readDates, settleDateOrder } from './date.ts'
export { type DateOrder, type DateReading, daysInMonth, type ReadOptions } from './date-at.ts'
export { durationsAgree, readDuration, readDurations } from './duration.ts'
export { DEFAULT_STYLE, type DurationStyle, formatDuration } from './duration-format.ts'
export type { DurationReading } from './duration-qualifiers.ts'
export type { DurationUnit } from './duration-units.ts'
export { findZone } from './find-zone.ts'
export { halvesOf, type Jump } from './jump.ts'
export {
  addDays,
  addMonths,
  addSeconds,
  compareMoments,
  daysBetween,
  inZone,
  isSkipped,
  type Moment,
  momentAt,
  offsetOf,
  secondShowing,
  secondsBetween,
  toIso,
  weekdayOf,
} from './moment.ts'
export { weekdayLike } from './names.ts'
export { untilNextDay } from './next-day.ts'
export { readTimeAtStart, readTimes } from './read-time.ts'
export { completeDate, resolveDate, resolveMoment, resolveUntil, type SequenceContext } from './resolve.ts'
export { rewriteTime } from './rewrite-time.ts'
export { resolveSequence } from './sequence.ts'
export type { SequenceEntry, SequenceMoment } from './sequence-entry.ts'
export { shiftReading, type TimeReading } from './time-point.ts'
export { dateLike } from './write-date.ts'
export { formatTime, type TimeStyle, timeStyleOf } from './write-time.ts'
export { zoneText } from './write-zone.ts'
export { isValidZoneId, readZone, settleZone, type Zone, type ZoneReading } from './zone.ts'
export { type ZoneName, zoneName } from './zone-names.ts'
