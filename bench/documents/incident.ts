/** The facts of an invented incident: what a document says of it is consistent. */
import type { Random } from './random.ts'
import { word } from './wording.ts'

/** One incident. Times are minutes after midnight UTC, all on one day. */
export interface Incident {
  readonly id: string
  readonly date: string
  readonly service: string
  readonly severity: string
  readonly commander: string
  readonly author: string
  readonly start: number
  readonly mitigated: number
  readonly resolved: number
  readonly closed: number
}

/** Incidents on so many different days: the next ones get a second number of a day. */
const DAYS = 1000
const FIRST_DAY = Date.UTC(2023, 0, 2)

/** @param minutes how long it lasts; chosen when not given */
export function incidentOf(number: number, random: Random, minutes = random.between(25, 190)): Incident {
  const date = dayAfter(number % DAYS)
  const start = random.between(60, Math.max(60, 1380 - minutes))
  return {
    id: `INC-${date.replaceAll('-', '')}-${String(Math.floor(number / DAYS) + 1).padStart(3, '0')}`,
    date,
    service: word.service(random),
    severity: random.pick(['SEV1', 'SEV2', 'SEV2', 'SEV3']),
    commander: word.person(random),
    author: word.person(random),
    start,
    mitigated: start + Math.floor(minutes * 0.7),
    resolved: start + minutes,
    closed: start + minutes + 20,
  }
}

/** `HH:MM` of minutes after midnight. */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** So many days after the day of an incident, `YYYY-MM-DD`. */
export function daysLater({ date }: Incident, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

function dayAfter(days: number): string {
  return new Date(FIRST_DAY + days * 86_400_000).toISOString().slice(0, 10)
}
