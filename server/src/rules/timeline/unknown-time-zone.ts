import { distance } from 'fastest-levenshtein'
import type { Edit } from '../../edits/edit.ts'
import { memoize } from '../../memoize.ts'
import { inlinesOf } from '../../model/content/inlines.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import { unknownZones } from '../../model/timeline/unknown-zones.ts'
import { settled, type ZonePlace, zonePlaces } from '../../model/timeline/zone-places.ts'
import { listed } from '../../text.ts'
import { type Zone, zoneName } from '../../time/index.ts'
import { defineRule, type Finding, type Fix, type FixContext, type Report, type RuleContext } from '../rule.ts'

/** A time zone that is not known or ambiguous. */
export const unknownTimeZone = defineRule({
  severity: 'hint',
  description: 'A time zone is not known, or could be one of several.',
  scope: 'document',
  check,
  fix,
})

/** The locations of zones that share an abbreviation, and words by which a document tells which one it means. */
const PARTS: Readonly<Record<string, { name: string; words: RegExp }>> = {
  'Europe/London': { name: 'Britain', words: /\b(?:GMT|London|UK|Brit\w+|England|Manchester|Edinburgh)\b/ },
  'Asia/Dhaka': { name: 'Bangladesh', words: /\b(?:Dhaka|Bangladesh\w*)\b/ },
  'Asia/Kolkata': {
    name: 'India',
    words: /\b(?:India\w*|Kolkata|Mumbai|Delhi|Pune|Chennai|Hyderabad|Bangalore|Bengaluru)\b/,
  },
  'Europe/Dublin': { name: 'Ireland', words: /\b(?:Dublin|Ireland|Irish|GMT)\b/ },
  'Asia/Jerusalem': { name: 'Israel', words: /\b(?:Israel\w*|Jerusalem|Tel Aviv|Haifa|IDT)\b/ },
  'America/Chicago': {
    name: 'North America',
    words: /\b(?:Chicago|Texas|Dallas|Houston|Austin|US|USA|CDT|EST|EDT|PST|PDT|MST|MDT|[ECMP]T)\b/,
  },
  'Asia/Shanghai': { name: 'China', words: /\b(?:China|Chinese|Shanghai|Beijing|Shenzhen|Hangzhou)\b/ },
  'America/Havana': { name: 'Cuba', words: /\b(?:Cuba|Havana)\b/ },
}

function check(postMortem: PostMortem, context: RuleContext): Report[] {
  const seen = new Set<string>()
  const unknown = unknownZones(postMortem).map((place) => {
    return { ...place, message: `"${place.text}" is no time zone that is known.` }
  })
  const ambiguous = ambiguousZones(postMortem, context).map((place) => {
    const parts = candidatesOf(place.zone.name).map(({ id }) => PARTS[id]?.name ?? id)
    return { ...place, message: `${place.zone.name} may be the time of ${listed(parts, 'or')}: say which.` }
  })
  return [...unknown, ...ambiguous].flatMap(({ section, start, end, text, message }) => {
    if (seen.has(text)) return []
    seen.add(text)
    return [{ section, start, end, message, data: { text } }]
  })
}

function fix({ data }: Finding, postMortem: PostMortem, context: FixContext): Fix[] {
  const text = String(data['text'])
  const ambiguous = ambiguousZones(postMortem, context).filter((place) => place.text === text)
  const change = (to: string, why: string, places: readonly { section: number; start: number; end: number }[]) => ({
    title: `Change to ${to}${why}`,
    edits: places.map(({ section, start, end }): Edit => ({ section, start, end, newText: to })),
    preferred: false,
  })
  if (ambiguous.length > 0) {
    const name = ambiguous[0]?.zone.name ?? text
    return candidatesOf(name).map(({ id, offset }) => change(`UTC${offset}`, ` (${PARTS[id]?.name ?? id})`, ambiguous))
  }
  const unknown = unknownZones(postMortem).filter((place) => place.text === text)
  return nearest(text).map((name) => change(name, '', unknown))
}

/** Ambiguous zones that neither the document nor the configuration settles. */
function ambiguousZones(postMortem: PostMortem, { config }: RuleContext): ZonePlace[] {
  const open = zonePlaces(postMortem).filter(({ zone }) => isOpen(zone))
  return open.filter(({ zone }) => {
    if (settled(zone, postMortem, config.timeZone).id !== null) return false
    // The same instant in another zone settles the abbreviation everywhere.
    if (open.some((other) => other.isPaired && other.zone.name === zone.name)) return false
    return candidatesOf(zone.name).length > 0 && !isToldInWords(zone.name, postMortem)
  })
}

function isOpen({ id, fixedOffset }: Zone): boolean {
  return id === null && fixedOffset === null
}

/** `our office in Pune`, or other zones of the same country: whether the words point to exactly one meaning. */
function isToldInWords(name: string, { sections }: PostMortem): boolean {
  const told = new Set(sections.flatMap(toldIn))
  return candidatesOf(name).filter(({ id }) => told.has(id)).length === 1
}

const toldIn = memoize((section: Section): readonly string[] => {
  const texts = inlinesOf(section)
  return Object.keys(PARTS).filter((id) => texts.some(({ text }) => PARTS[id]?.words.test(text)))
})

function candidatesOf(name: string) {
  return zoneName(name)?.candidates ?? []
}

/** The closest names of common zones, and of the region for `Europe/…`. */
function nearest(text: string): string[] {
  const region = /^[A-Z][a-z]+\//.exec(text)?.[0]
  const names = region ? Intl.supportedValuesOf('timeZone').filter((name) => name.startsWith(region)) : COMMON
  const most = region ? 2 : 1
  const near = names.filter((name) => distance(name, text) <= most)
  // With too many candidates there is no suggestion.
  return near.length <= 3 ? near : []
}

const COMMON = ['UTC', 'GMT', 'CET', 'CEST', 'EET', 'EEST', 'WET', 'EST', 'EDT', 'PST', 'PDT', 'JST', 'AEST', 'AEDT']
