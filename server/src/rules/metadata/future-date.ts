import { groupBy } from '../../group-by.ts'
import type { Place, PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { daysBetween, type Moment, secondsBetween } from '../../time/index.ts'
import { defineRule, type Report, type RuleContext } from '../rule.ts'
import { incidentDays } from './shared/incident-days.ts'

/** A day of the incident that is in the future. */
export const futureDate = defineRule({
  severity: 'warning',
  dependsOnToday: true,
  description: 'A date of the incident is in the future.',
  scope: 'document',
  check,
})

/** Tolerates a wrong clock, or a zone that is not stated. */
const GRACE_SECONDS = 24 * 3600

/** A planned event in a timeline is no mistake. */
const PLANNED = /\b(?:planned|scheduled|review|follow-?up|will|expires?|due|deadline|upcoming)\b/i

interface Future extends Place {
  readonly name: string
  readonly date: string
}

function check(postMortem: PostMortem, { now }: RuleContext): Report[] {
  const found = [...futureDatesOfHead(postMortem, now), ...futureDatesOfTimeline(postMortem, now)]
  return [...groupBy(found, ({ date }) => date).values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const { name, date, ...place } = first
    const message = `The incident cannot have been on ${date}: today is ${now.date}.`
    const related = others.map(({ name: other, date: _date, ...where }) => ({
      ...where,
      message: `Here too: ${other}`,
    }))
    return [{ ...place, message, related }]
  })
}

/** ID, date, start and end. A date in front matter may be the day of publication, unless the template asks for it. */
function futureDatesOfHead(postMortem: PostMortem, now: Moment): Future[] {
  if (postMortem.incidents.length > 0) return []
  const days = incidentDays(postMortem, null)
  // When all are wrong, the date field comes first.
  const dateFirst = [...days.filter(({ kind }) => kind === 'date'), ...days.filter(({ kind }) => kind !== 'date')]
  return dateFirst.flatMap(({ kind, name, place, from, isSoft }) => {
    if (!place || kind === 'timeline' || !isFuture({ ...now, date: from, clock: null }, now)) return []
    if (isSoft && postMortem.sections[place.section]?.heading === null) return []
    return [{ ...place, name, date: from }]
  })
}

function futureDatesOfTimeline(postMortem: PostMortem, now: Moment): Future[] {
  return postMortem.timeline.flatMap((event) => {
    const { section, at, time, reading } = event
    if (!time || !reading?.date || !at?.date || reading.date.year === null || !isFuture(at, now)) return []
    if (isPlanned(event, postMortem)) return []
    return [{ section, start: time.start, end: time.end, name: 'the timeline', date: at.date }]
  })
}

function isPlanned({ section, description }: TimelineEvent, { sections }: PostMortem): boolean {
  const { kinds = [], within = [] } = sections[section] ?? {}
  return PLANNED.test(description.plain) || [...kinds, ...within].includes('follow-up')
}

function isFuture(moment: Moment, now: Moment): boolean {
  const seconds = secondsBetween(now, moment)
  if (seconds !== null) return seconds > GRACE_SECONDS
  return moment.date !== null && now.date !== null && daysBetween(now.date, moment.date) > 1
}
