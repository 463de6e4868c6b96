/** The timeline: entries of all its sections, with their dates worked out. */

import { ZONE_WORDS } from '../../lexicon/lexicons.ts'
import { memoize } from '../../memoize.ts'
import type { DateOrder, Zone } from '../../time/index.ts'
import { findZone, type Moment, resolveSequence, type SequenceContext } from '../../time/index.ts'
import { writtenTimes } from '../content/written.ts'
import type { Incident } from '../details.ts'
import { incidentOf } from '../document/incidents.ts'
import { sectionsWithin } from '../document/sections.ts'
import type { Section, TimelineEvent } from '../post-mortem.ts'
import type { ListedEntry } from './listed-entries.ts'
import { areTimesApproximate } from './stated-precision.ts'

/**
 * Works out the dates of the entries. In a log every incident has a timeline, and days, of its own; the entries that
 * belong to none come first.
 */
export function resolveTimeline(
  entries: readonly ListedEntry[],
  incidents: readonly Incident[],
  sections: readonly Section[],
  context: SequenceContext,
): TimelineEvent[] {
  const approximate = areTimesApproximate(sections)
  if (incidents.length === 0) return resolveEntries(entries, context, approximate)
  const byIncident = new Map<Incident | null, ListedEntry[]>([null, ...incidents].map((incident) => [incident, []]))
  for (const entry of entries) byIncident.get(incidentOf(entry.section, incidents, sections))?.push(entry)
  return [...byIncident].flatMap(([incident, own]) =>
    resolveEntries(
      own,
      { ...context, incidentDate: incident?.date ?? null, windowStart: null, windowEnd: null },
      approximate,
    ),
  )
}

/** @param approximate whether the document says so of all times */
function resolveEntries(
  entries: readonly ListedEntry[],
  context: SequenceContext,
  approximate: boolean,
): TimelineEvent[] {
  const moments = resolveSequence(entries, context)
  const vague = (moment: Moment | null) => (moment && approximate ? { ...moment, approximate } : moment)
  return entries.map(({ dateAbove: _above, zone: _zone, ...entry }, index) => ({
    ...entry,
    at: vague(moments[index]?.start ?? null),
    until: vague(moments[index]?.end ?? null),
    approximate: approximate || entry.reading?.approximate === true || entry.reading?.dayPart !== undefined,
    jump: moments[index]?.jump ?? 'none',
    uncertain: moments[index]?.uncertain ?? false,
    opens: moments[index]?.opens ?? false,
  }))
}

/** The zone that the timeline or the head of the document states for its times. */
export function statedZone(sections: readonly Section[]): Zone | null {
  for (const section of sectionsWithin(sections, 'timeline')) {
    const zone = zoneInTimeline(section)
    if (zone) return zone
  }
  for (const section of sections) {
    const zone = section.level < 2 || section.kinds.includes('summary') ? zoneInHead(section) : null
    if (zone) return zone
  }
  return null
}

/** Times with their zone that show in which zone the others are, too. */
const MIN_ZONED = 3

/** The zone that the times of the text name, where enough of them do and none names another; null where not. */
export function zoneBesideTimes(sections: readonly Section[], dateOrder: DateOrder | null): Zone | null {
  const zones = sections.flatMap((section) => zonesBeside(section, dateOrder))
  const [first] = zones
  return first && zones.length >= MIN_ZONED && zones.every(({ name }) => name === first.name) ? first : null
}

const zonesBeside = memoize((section: Section, dateOrder: DateOrder | null): readonly Zone[] =>
  writtenTimes(section, { dateOrder }).flatMap(({ reading }) => {
    return [reading, ...reading.also].flatMap(({ zone }) => (zone ? [zone.zone] : []))
  }),
)

const zoneInTimeline = memoize(({ heading, blocks }: Section): Zone | null => {
  const inHeading = heading && (findZone(heading.title.plain)?.zone ?? null)
  if (inHeading) return inHeading
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      for (const line of block.lines) {
        const found = findZone(line.plain)
        if (found) return found.zone
      }
    } else if (block.type === 'table') {
      for (const cell of block.header.cells) {
        const found = findZone(cell.plain)?.zone ?? null
        if (found) return found
      }
    }
  }
  return null
})

const zoneInHead = memoize(({ blocks }: Section): Zone | null => {
  for (const block of blocks) {
    if (block.type !== 'paragraph') continue
    for (const line of block.lines) {
      const found = findZone(line.plain)
      if (found && ZONE_WORDS.within(line.plain).some(({ means }) => means.includes('behind'))) return found.zone
    }
  }
  return null
})
