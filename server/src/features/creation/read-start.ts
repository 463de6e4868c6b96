/** Reads the start of the incident as the user types it. */
import {
  addDays,
  addSeconds,
  compareMoments,
  type Moment,
  readDurations,
  readTimes,
  resolveMoment,
  type SequenceContext,
} from '../../time/index.ts'

/** The parsed moment, or what is wrong with the text. */
export type ReadStart = { readonly moment: Moment } | { readonly problem: string }

const EXAMPLES = 'Write it like 14:02, 2026-01-15 14:02, yesterday 23:10 or 20 min ago.'

/**
 * @param text as typed
 * @param now in the team's zone
 */
export function readStart(text: string, now: Moment, isDay = false): ReadStart {
  const said = text.trim()
  if (isDay && /^\d{4}-\d\d-\d\d$/.test(said) && now.date !== null && said <= now.date)
    return { moment: { ...now, date: said, clock: null } }
  if (said === '' || now.date === null) return { problem: EXAMPLES }
  if (/^now$/i.test(said)) return { moment: withoutSeconds(now) }
  const ago = /^(.*\S)\s+ago$/i.exec(said)?.[1]
  const length = ago === undefined ? undefined : readDurations(ago)[0]
  if (length) {
    const moment = addSeconds(now, -length.seconds)
    return moment ? { moment: withoutSeconds(moment) } : { problem: EXAMPLES }
  }
  const day = /^(today|yesterday)\b[\s,]*(?:at\s+)?/i.exec(said)
  const date = day?.[1]?.toLowerCase() === 'yesterday' ? addDays(now.date, -1) : now.date
  const [reading, ...more] = readTimes(said.slice(day?.[0].length ?? 0))
  if (reading?.date?.impossible) return { problem: `There is no such day: ${said}.` }
  if (reading?.problem) return { problem: `There is no such time: ${said}.` }
  if (!reading?.clock || more.length > 0 || reading.until) return { problem: EXAMPLES }
  const context: SequenceContext = {
    incidentDate: date,
    windowStart: null,
    windowEnd: null,
    zone: now.zone,
    dateOrder: null,
  }
  const moment = resolveMoment(reading, context)
  if (!moment?.date || !moment.clock) return { problem: EXAMPLES }
  if ((compareMoments(moment, now) ?? 0) <= 0) return { moment }
  // A clock time without a date that is later than now means yesterday; any other later time is in the future.
  if (reading.date || day) return { problem: 'That is in the future.' }
  return { moment: { ...moment, date: addDays(moment.date, -1) } }
}

function withoutSeconds(moment: Moment): Moment {
  return { ...moment, clock: moment.clock?.slice(0, 5) ?? null }
}
