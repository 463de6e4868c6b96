/** Reads and writes dates, clock times, zones and durations as people write them in post-mortems. */

export { gapBetween, gapOf, isVague, type PlacedSpan, placed, type TimeSpan } from './interval.ts'
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
export type { ClockReading, TimeProblem } from './read/clock-time.ts'
export { readDate, readDates, settleDateOrder } from './read/date.ts'
export { type ClockNotation, type DateOrder, type DateReading, daysInMonth, type ReadOptions } from './read/date-at.ts'
export { type DateInText, dateInName, dateInPath } from './read/date-in-name.ts'
export { durationsAgree, readDuration, readDurations } from './read/duration.ts'
export type { DurationReading } from './read/duration-qualifiers.ts'
export type { DurationUnit } from './read/duration-units.ts'
export { findZone } from './read/find-zone.ts'
export { monthNumber, rewriteWeekday, weekdayNumber } from './read/names.ts'
export { mayHoldTimes, readDayPartAtStart, readTimeAtStart, readTimes } from './read/read-time.ts'
export { readTypedStart, type TypedStart, type TypedStartOptions } from './read/typed-start.ts'
export { halvesOf, type Jump } from './sequence/jump.ts'
export { completeDate, resolveDate, resolveMoment, resolveUntil, type SequenceContext } from './sequence/resolve.ts'
export { resolveSequence } from './sequence/sequence.ts'
export type { SequenceEntry, SequenceMoment } from './sequence/sequence-entry.ts'
export { shiftDate, shiftReading, type TimeReading } from './time-point.ts'
export { DEFAULT_STYLE, type DurationStyle, formatDuration } from './write/duration-format.ts'
export { rewriteTime } from './write/rewrite-time.ts'
export { rewriteDate } from './write/write-date.ts'
export { patternIn, writePattern } from './write/write-pattern.ts'
export { formatTime, type TimeStyle, timeStyleOf } from './write/write-time.ts'
export { zoneText } from './write/write-zone.ts'
export { isValidZoneId, readZone, settleZone, untilNextDay, type Zone, type ZoneReading } from './zone/zone.ts'
export { type ZoneName, zoneName } from './zone/zone-names.ts'
