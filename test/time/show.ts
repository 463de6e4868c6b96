import type { DateReading, TimeReading, Zone } from '../../server/src/time/index.ts'

/** A date reading in one line: `2024-01-15`, `*-01-15` without a year, with what else is known of it. */
export function showDate(date: DateReading | null): string {
  if (!date) return 'none'
  const two = (part: number) => String(part).padStart(2, '0')
  const marks = [
    date.weekday && `day ${date.weekday}`,
    date.alternative && `or ${two(date.alternative.month)}-${two(date.alternative.day)}`,
    date.impossible && 'impossible',
  ]
  const last = date.lastDay ? ` to ${two(date.lastDay)}` : ''
  return [`${date.year ?? '*'}-${two(date.month)}-${two(date.day)}${last}`, ...marks.filter(Boolean)].join(' ')
}

/** A time reading in one line: `~ 2024-01-15 14:02 UTC → 14:10 UTC = 16:02 CEST`. */
export function showTime(time: TimeReading | null): string {
  if (!time) return 'none'
  const parts = [
    time.approximate && '~',
    time.date && showDate(time.date),
    time.clock &&
      [time.clock.hour, time.clock.minute, ...(time.clock.second === null ? [] : [time.clock.second])]
        .map((part) => String(part).padStart(2, '0'))
        .join(':'),
    time.dayPart,
    time.zone?.text,
    time.offsetSeconds !== null && `T${time.offsetSeconds < 0 ? '' : '+'}${time.offsetSeconds}`,
    time.until && `→ ${showTime(time.until)}`,
    time.openEnded && '→ …',
    ...time.also.map((other) => `= ${showTime(other)}`),
    time.problem && `(${time.problem})`,
  ]
  return parts.filter(Boolean).join(' ')
}

/** A zone in one line: id, offset of the name, season. */
export function showZone(zone: Zone | null | undefined): string {
  return zone ? [zone.name, zone.id ?? '?', zone.fixedOffset ?? '-', zone.season ?? '-'].join(' ') : 'none'
}
