import { contextOf, optionsOf, writtenTimes } from '../../model/content/written.ts'
import type { Place, PostMortem, Section } from '../../model/post-mortem.ts'
import {
  addDays,
  gapBetween,
  inZone,
  type Moment,
  readTimes,
  resolveMoment,
  secondsBetween,
  type TimeReading,
} from '../../time/index.ts'
import { defineRule, type Report } from '../rule.ts'

/** One value gives a time in two zones, and they are not the same moment. */
export const zoneConflict = defineRule({
  severity: 'warning',
  description: 'A time is given in two zones that show another time at that moment.',
  scope: 'document',
  check,
})

const DAY_SECONDS = 86_400
const HOUR_SECONDS = 3600

function check(postMortem: PostMortem): Report[] {
  return postMortem.sections.flatMap((section) =>
    timesOf(section, postMortem).flatMap(({ place, reading }) => {
      const from = resolveMoment(reading, contextOf(postMortem))
      const day = from?.date ?? postMortem.date
      if (!from?.clock || !from.zone || day === null) return []
      const first = { ...from, date: day }
      return reading.also.flatMap((other) => conflict(first, other, place, postMortem))
    }),
  )
}

/** The times that are written in several zones: in the text, and in front matter. */
function timesOf(section: Section, postMortem: PostMortem): { place: Place; reading: TimeReading }[] {
  const inText = writtenTimes(section, postMortem).map(({ reading, ...place }) => ({ place, reading }))
  const inFrontMatter = section.fields
    .filter(({ form, unfilled }) => form === 'front-matter' && !unfilled)
    .flatMap(({ value }) =>
      readTimes(value.text, optionsOf(postMortem)).map((reading) => {
        const place = { section: section.index, start: value.start + reading.start, end: value.start + reading.end }
        return { place, reading }
      }),
    )
  return [...inText, ...inFrontMatter].filter(({ reading }) => reading.also.length > 0)
}

function conflict(first: Moment, other: TimeReading, place: Place, postMortem: PostMortem): Report[] {
  const read = resolveMoment(other, contextOf(postMortem))
  if (!read?.clock || !read.zone) return []
  const isDated = other.date !== null
  const second = isDated ? read : nearest({ ...read, date: first.date }, first)
  const apart = secondsBetween(first, second)
  if (apart === null || gapBetween({ at: first }, { at: second }) === 0) return []
  const right = inZone(first, read.zone)
  if (!right) return []
  const says = (moment: Moment) =>
    [isDated ? moment.date : null, moment.clock, moment.zone?.name].filter(Boolean).join(' ')
  const message = `${first.clock} ${first.zone?.name} is ${says(right)}, not ${says(second)}.`
  const { section, start, end } = place
  // By an hour it is the name of the zone, which has another one in the other half of the year.
  const isSeason = Math.abs(apart) === HOUR_SECONDS
  return [{ section, start, end, message, ...(isSeason ? { severity: 'hint' } : {}) }]
}

/** A clock time on the day on which it is nearest to another moment. */
function nearest(moment: Moment, other: Moment): Moment {
  const apart = secondsBetween(moment, other)
  const days = apart === null ? 0 : Math.round(apart / DAY_SECONDS)
  return days === 0 || !moment.date ? moment : { ...moment, date: addDays(moment.date, days) }
}
