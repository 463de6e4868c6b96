import { memoize } from '../../memoize.ts'
import { inlinesOf } from '../../model/content/inlines.ts'
import type { PostMortem, Section, TimelineEvent } from '../../model/post-mortem.ts'
import { zoneSlot } from '../../model/timeline/zone-name.ts'
import { findZone, readTimes, readZone } from '../../time/index.ts'
import { defineRule, type Finding, type Fix, type FixContext, type Report } from '../rule.ts'
import { isAbbreviationInUse, unknownZones } from './shared/unknown-zones.ts'

/** A timeline without a time zone, neither in the document nor in the configuration. */
export const missingTimeZone = defineRule({
  severity: 'hint',
  aboutUnfinished: true,
  description: 'Nothing says in which time zone the times of the timeline are.',
  scope: 'document',
  check,
  fix,
})

/** With fewer timed entries, the zone does not matter. */
const MIN_TIMED_ENTRIES = 3

function check(postMortem: PostMortem): Report[] {
  const { incidents, zone, resolved } = postMortem
  if (incidents.length > 0 || zone || !resolved) return []
  const timed = timedEntries(postMortem)
  const first = timed[0]
  if (!first || timed.length < MIN_TIMED_ENTRIES || namesZone(postMortem)) return []
  const slot = zoneSlot(first, postMortem)
  if (!slot) return []
  const { section, start, end } = slot
  return [{ section, start, end, message: 'The times of this timeline do not say their time zone.' }]
}

function fix(_finding: Finding, postMortem: PostMortem, { now }: FixContext): Fix[] {
  const first = timedEntries(postMortem)[0]
  const slot = first && zoneSlot(first, postMortem)
  if (!slot || slot.behind === null) return []
  const { section, behind: at, name, isBold } = slot
  const zones = [...new Set(['UTC', now.zone?.name ?? 'UTC'])].filter((zone) => !isBold || !/[*_]/.test(zone))
  return zones.map((zone) => ({
    title: `Add "(${zone})" to "${name.plain}"`,
    edits: [{ section, start: at, end: at, newText: ` (${zone})` }],
    preferred: false,
  }))
}

function timedEntries({ timeline }: PostMortem): TimelineEvent[] {
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

/** `All times are Berlin time`, `times are local`, `日本時間`: a zone in words. */
const IN_WORDS =
  /\b(?:times|timestamps)\b.{0,40}\b(?:local|time)\b|\b(?:local time|lokal tid|norsk tid)\b|日本時間|現地時間/i

function mentionsZone(text: string): boolean {
  if (findZone(text) || IN_WORDS.test(text)) return true
  const words = text.match(/\b[A-Z]{3,5}\b/g) ?? []
  if (words.some((word) => readZone(word) !== null)) return true
  // In `ACT-1`, `ACT` is no zone.
  const besideTimes = [...text.matchAll(/(?:\d ?|[(（])([A-Z]{3,5})\b/g)]
  if (besideTimes.some(([, word = '']) => isAbbreviationInUse(word))) return true
  return readTimes(text).some(({ zone, until, also }) => zone || until?.zone || also.length > 0)
}
