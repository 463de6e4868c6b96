import type { Edit } from '../../edits/edit.ts'
import type { PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { timePlace } from '../../model/timeline/timeline-text.ts'
import { settled, type ZonePlace, zonePlaces } from '../../model/timeline/zone-places.ts'
import { addDays, type Moment, secondsBetween, type Zone } from '../../time/index.ts'
import { defineRule, type Finding, type Fix, type FixContext, type Report, type RuleContext } from '../rule.ts'

/** The abbreviation of summer time on a day with standard time, or vice versa. */
export const zoneSeason = defineRule({
  severity: 'hint',
  description: 'A time zone has the name of the other half of the year.',
  scope: 'document',
  byIncidentDay: true,
  check,
  fix,
})

/** The abbreviations of standard time and summer time of one zone. */
const PAIRS: readonly (readonly [standard: string, summer: string])[] = [
  ['CET', 'CEST'],
  ['MEZ', 'MESZ'],
  ['WET', 'WEST'],
  ['EET', 'EEST'],
  ['EST', 'EDT'],
  ['CST', 'CDT'],
  ['MST', 'MDT'],
  ['PST', 'PDT'],
  ['AKST', 'AKDT'],
  ['AEST', 'AEDT'],
  ['ACST', 'ACDT'],
  ['NZST', 'NZDT'],
  ['GMT', 'BST'],
  ['Eastern Standard Time', 'Eastern Daylight Time'],
  ['Mountain Standard Time', 'Mountain Daylight Time'],
  ['Pacific Standard Time', 'Pacific Daylight Time'],
]

/** Some regions use these all year (Arizona, Queensland, the Northern Territory). */
const ALL_YEAR = new Set(['MST', 'MOUNTAIN STANDARD TIME', 'AEST', 'ACST'])

/** Whether an abbreviation is right on a day. */
type SeasonCheck = 'right' | 'wrong' | 'unknown'

/** The uses of an abbreviation in a document. */
interface Use {
  readonly name: string
  readonly other: string
  /** Its places, and whether it is wrong there. */
  readonly places: readonly { readonly place: ZonePlace; readonly verdict: SeasonCheck }[]
  /** The first day on which it is wrong, and the row with that day. */
  readonly wrong: { readonly date: string; readonly row: TimelineEvent | null }
}

function check(postMortem: PostMortem, context: RuleContext): Report[] {
  return usesOf(postMortem, context).flatMap(({ name, other, places, wrong: { date, row } }) => {
    const first = places.find(({ verdict }) => verdict === 'wrong') ?? places[0]
    if (!first) return []
    const { section, start, end } = first.place
    const summer = PAIRS.some(([, name_]) => name_.toUpperCase() === name.toUpperCase())
    const season = summer ? 'summer time' : 'standard time'
    const related =
      first.place.isStatement && row?.time
        ? [{ ...timePlace(row), message: `Timeline: ${row.time.text}, ${date}` }]
        : []
    const message = `${name} is ${season}, but on ${date} the clocks showed ${other}.`
    return [{ section, start, end, message, related, data: { name } }]
  })
}

function fix({ data }: Finding, postMortem: PostMortem, context: FixContext): Fix[] {
  const use = usesOf(postMortem, context).find(({ name }) => name === data['name'])
  if (!use) return []
  const isRightSomewhere = use.places.some(({ verdict }) => verdict === 'right')
  const wrong = use.places.filter(({ verdict }) => verdict === 'wrong' || (verdict === 'unknown' && !isRightSomewhere))
  // `PST (UTC-8)` is explicit, and a zone used in both seasons has no single abbreviation.
  const isPlain = wrong.every(({ place }) => place.text === place.zone.name)
  const isMixed = isRightSomewhere && use.places.some(({ place }) => place.isStatement)
  if (!isPlain || isMixed || wrong.length === 0) return []
  const edits = wrong.map(({ place }): Edit => {
    const { section, start, end, text } = place
    return { section, start, end, newText: inCaseOf(text, use.other) }
  })
  return [{ title: `Change ${use.name} to ${use.other}`, edits, preferred: true }]
}

/** The abbreviations that are wrong on any day, in document order. */
function usesOf(postMortem: PostMortem, { config }: RuleContext): Use[] {
  const places = zonePlaces(postMortem).map((place) => ({
    ...place,
    zone: settled(place.zone, postMortem, config.timeZone),
  }))
  return [...new Set(places.map(({ zone }) => zone.name))].flatMap((name) => {
    const own = places.filter(({ zone }) => zone.name === name)
    const other = otherOf(name)
    const zone = own[0]?.zone
    if (!other || !zone || isAllYear(zone, config.timeZone)) return []
    const rows = rowsUnder(name, postMortem)
    const ofRows = rows.map(({ at }) => verdictOn(at, zone, config.timeZone))
    const judged = own.map((place) => ({
      place,
      verdict: place.isStatement ? combined(ofRows) : verdictOn(place.moment, zone, config.timeZone),
    }))
    const wrong = firstWrong(judged, rows, ofRows)
    return wrong ? [{ name, other, places: judged, wrong }] : []
  })
}

function firstWrong(places: Use['places'], rows: readonly TimelineEvent[], ofRows: SeasonCheck[]): Use['wrong'] | null {
  const beside = places.find(({ place, verdict }) => !place.isStatement && verdict === 'wrong')?.place.moment?.date
  if (beside) return { date: beside, row: null }
  const isStated = places.some(({ place }) => place.isStatement)
  const row = isStated ? rows[ofRows.indexOf('wrong')] : undefined
  return row?.at?.date ? { date: row.at.date, row } : null
}

/** The rows whose times are in the zone without naming it. */
function rowsUnder(name: string, { timeline }: PostMortem): TimelineEvent[] {
  return timeline.filter(
    ({ reading, at, uncertain }) => reading?.clock && !reading.zone && !uncertain && at?.zone?.name === name,
  )
}

/** A statement is wrong when it is wrong for every row whose day is known. */
function combined(verdicts: readonly SeasonCheck[]): SeasonCheck {
  if (verdicts.includes('right')) return 'right'
  return verdicts.includes('wrong') ? 'wrong' : 'unknown'
}

/** On the day on which the clocks change both names are in use. */
function verdictOn(moment: Moment | null, zone: Zone, configured: string | null): SeasonCheck {
  const { id, fixedOffset } = zone
  if (!moment?.date || !id || !fixedOffset) return 'unknown'
  const regional: Zone = { name: id, id, season: null, fixedOffset: null }
  const begin = holdsAt(moment.date, zone, regional)
  const end = holdsAt(addDays(moment.date, 1), zone, regional)
  if (begin !== end) return 'unknown'
  if (begin) return 'right'
  // Where the team has no such season the abbreviation may well be what its clocks show.
  const team: Zone | null = configured ? { ...regional, name: configured, id: configured } : null
  return team && holdsAt(moment.date, zone, team) ? 'right' : 'wrong'
}

/** Whether at the beginning of a day the clocks of two zones show the same. */
function holdsAt(date: string, a: Zone, b: Zone): boolean {
  const at = (zone: Zone): Moment => ({ date, clock: '00:00', zone, approximate: false })
  return secondsBetween(at(a), at(b)) === 0
}

function isAllYear({ name, id }: Zone, configured: string | null): boolean {
  return ALL_YEAR.has(name.toUpperCase()) && configured !== id
}

/** The name of the other half of the year; null for a name that has none. GMT is UTC to most who write it. */
function otherOf(name: string): string | null {
  const key = name.toUpperCase()
  if (key === 'GMT') return null
  for (const [standard, summer] of PAIRS) {
    if (standard.toUpperCase() === key) return summer
    if (summer.toUpperCase() === key) return standard
  }
  return null
}

/** `cet` becomes `cest`. */
function inCaseOf(text: string, name: string): string {
  return text === text.toLowerCase() ? name.toLowerCase() : name
}
