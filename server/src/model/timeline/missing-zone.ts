/** Timelines of which nothing says in which zone their times are. */
import { memoize } from '../../memoize.ts'
import { findZone, readTimes, readZone } from '../../time/index.ts'
import { inlinesOf } from '../content/inlines.ts'
import type { PostMortem, Section, TimelineEvent } from '../post-mortem.ts'
import { isAbbreviationInUse, unknownZones } from './unknown-zones.ts'
import { type ZoneSlot, zoneSlot } from './zone-name.ts'

/** With fewer timed entries, the zone does not matter. */
const MIN_TIMED_ENTRIES = 3

/** Where the zone belongs; null where it is known, or where nobody needs it. */
export function missingZone(postMortem: PostMortem): ZoneSlot | null {
  const { incidents, zone, resolved } = postMortem
  if (incidents.length > 0 || zone || !resolved) return null
  const [first] = timedEntries(postMortem)
  if (!first || !needsZone(postMortem) || namesZone(postMortem)) return null
  return zoneSlot(first, postMortem)
}

/** Whether a timeline has so many times that their zone matters. */
export function needsZone(postMortem: Pick<PostMortem, 'timeline'>): boolean {
  return timedEntries(postMortem).length >= MIN_TIMED_ENTRIES
}

function timedEntries({ timeline }: Pick<PostMortem, 'timeline'>): TimelineEvent[] {
  return timeline.filter(({ reading }) => reading?.clock && !reading.problem)
}

/** Whether any text of the document names a zone, even if it is not clear for which times. */
function namesZone(postMortem: PostMortem): boolean {
  if (unknownZones(postMortem).length > 0) return true
  return postMortem.sections.some(sectionNamesZone)
}

const sectionNamesZone = memoize((section: Section): boolean => {
  const values = section.fields.map(({ value }) => value)
  return [...inlinesOf(section), ...values].some(({ text }) => mentionsZone(text))
})

/** `All times are Berlin time`, `times are local`, `heure de Paris`, `日本時間`: a zone in words. */
const IN_WORDS =
  /\b(?:times|timestamps)\b.{0,40}\b(?:local|time)\b|\b(?:local time|lokal tid|norsk tid)\b|\b(?:heures? (?:locales?|de \p{L}{3,})|hora (?:local|de \p{L}{3,})|hor[áa]rio (?:local|de \p{L}{3,})|Ortszeit|\p{L}{3,}er Zeit)(?!\p{L})|[(（]\p{L}{4,}(?: \p{L}{3,})? time[)）]|日本時間|現地時間/iu

function mentionsZone(text: string): boolean {
  if (findZone(text) || IN_WORDS.test(text)) return true
  const words = text.match(/\b[A-Z]{3,5}\b/g) ?? []
  if (words.some((word) => readZone(word) !== null)) return true
  // In `ACT-1`, `ACT` is no zone.
  const besideTimes = [...text.matchAll(/(?:\d ?|[(（])([A-Z]{3,5})\b/g)]
  if (besideTimes.some(([, word = '']) => isAbbreviationInUse(word))) return true
  return readTimes(text).some(({ zone, until, also }) => zone || until?.zone || also.length > 0)
}
