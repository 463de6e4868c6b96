/** Hover on a time: the instant in relevant zones, and its distance from the start of the incident. */

import { inlinesOf } from '../../model/content/inlines.ts'
import { contextOf, optionsOf } from '../../model/content/written.ts'
import { zoneOfHead } from '../../model/document/head.ts'
import { incidentOf } from '../../model/document/incidents.ts'
import type { LocatedSection } from '../../model/document/schema.ts'
import type { Place, PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { statedZone } from '../../model/timeline/timeline.ts'
import { settled } from '../../model/timeline/zone-places.ts'
import {
  formatDuration,
  inZone,
  type Moment,
  readTimes,
  readZone,
  resolveMoment,
  resolveUntil,
  secondsBetween,
  shiftReading,
  type TimeReading,
  type Zone,
} from '../../time/index.ts'
import { containsOffset, type DocumentContext } from '../context.ts'
import { escapeText, joinMarkdown, lines, md, paragraphs, type SafeMarkdown, table } from '../markdown.ts'
import { clockText } from '../wording.ts'
import type { Hover } from './hover-item.ts'

/** A time under the cursor. */
interface HoveredTime {
  readonly place: Place
  readonly moment: Moment
  /** The part of the reading under the cursor. */
  readonly part: TimeReading
  /** The timeline entry of the time. */
  readonly event: TimelineEvent | null
  /** The start of the range when the time is its end. */
  readonly from: Moment | null
}

/** The hover at an absolute offset in a section, null where there is no time or nothing is known about it. */
export function timeHover(context: DocumentContext, section: LocatedSection, offset: number): Hover | null {
  const hovered = timelineTimeAt(context, section, offset) ?? textTimeAt(context, section, offset)
  if (!hovered) return null
  const { event } = hovered
  if (event?.uncertain && hovered.part.offsetSeconds === null) {
    return { place: hovered.place, markdown: md`It is not clear on which day this was.` }
  }
  const about = lines([elapsed(hovered, section, context), escapeText(dayOf(hovered, context))])
  return { place: hovered.place, markdown: paragraphs([zoneTable(hovered, context), about]) }
}

/** The time of a timeline entry. */
function timelineTimeAt({ postMortem }: DocumentContext, section: LocatedSection, offset: number): HoveredTime | null {
  for (const event of postMortem.timeline) {
    const { time, reading, at, until } = event
    if (event.section !== section.index || !time || !reading || !at || (!at.clock && !until?.clock)) continue
    const found = hoveredPart(shiftReading(reading, time.start), at, until, section, offset)
    if (found) return { ...found, event }
  }
  return null
}

/** A time of a field or of running text. */
function textTimeAt({ postMortem }: DocumentContext, section: LocatedSection, offset: number): HoveredTime | null {
  const values = section.fields.filter(({ form }) => form === 'front-matter').map(({ value }) => value)
  const line = [...inlinesOf(section), ...values].find((candidate) => containsOffset(section, candidate, offset))
  if (!line) return null
  const known = contextOf(postMortem)
  for (const reading of readTimes(line.text, optionsOf(postMortem))) {
    const isInCode = (line.text.slice(0, reading.start).split('`').length - 1) % 2 === 1
    if (!reading.clock || isInCode) continue
    const from = resolveMoment(reading, known)
    if (!from) continue
    const until = resolveUntil(reading, from, known)
    const found = hoveredPart(shiftReading(reading, line.start), from, until, section, offset)
    if (found) return { ...found, event: null }
  }
  return null
}

function hoveredPart(
  reading: TimeReading,
  at: Moment,
  until: Moment | null,
  section: LocatedSection,
  offset: number,
): Omit<HoveredTime, 'event'> | null {
  if (!containsOffset(section, reading, offset)) return null
  const part = reading.until && until && offset >= section.start + reading.until.start ? reading.until : null
  const { start, end } = reading
  const place = { section: section.index, start, end }
  return part && until ? { place, moment: until, part, from: at } : { place, moment: at, part: reading, from: null }
}

/** A table of the instant by zones, or a reason why there is none. */
function zoneTable({ moment }: HoveredTime, { postMortem, readerZone, config }: DocumentContext): SafeMarkdown {
  const zone = moment.zone && settled(moment.zone, postMortem, config.timeZone)
  if (!zone) return md`The time zone is not stated.`
  if (!zone.id && !zone.fixedOffset) return md`The time zone is not clear: ${escapeText(zone.name)} may be several.`
  if (!moment.date) return md`The day is not known, so the time cannot be told in other zones.`
  const wanted: [zone: Zone | null, owners: string][] = [
    [readZone('UTC'), ''],
    [postMortem.zone, statesItsZone(postMortem) ? 'this document' : 'your team'],
    [zone, AS_WRITTEN],
    [readZone(readerZone), 'yours'],
  ]
  const rows = new Map<string, { name: string; owners: string[]; there: Moment }>()
  for (const [other, owners] of wanted) {
    const there = other && inZone({ ...moment, zone }, other)
    if (!there) continue
    const key = `${other.id} ${other.fixedOffset}`
    const row = rows.get(key) ?? { name: other.name, owners: [], there }
    if (owners !== '' && (owners !== AS_WRITTEN || !rows.has(key))) row.owners.push(owners)
    rows.set(key, row)
  }
  const cells = [...rows.values()].map(({ name, owners, there: { date, clock } }) => {
    const of = owners.length > 0 ? md` (${joinMarkdown(owners.map(escapeText), ', ')})` : md``
    const time = `${date} ${moment.approximate ? 'about ' : ''}${clock}`
    return [md`${escapeText(name)}${of}`, escapeText(time)]
  })
  return table([{ title: md`Zone` }, { title: md`Time` }], cells)
}

/** Whether a document states its own zone. */
function statesItsZone({ sections, metadata }: PostMortem): boolean {
  return (statedZone(sections) ?? zoneOfHead(metadata)) !== null
}

/** Label of a zone that is neither the document's nor the reader's. */
const AS_WRITTEN = 'as written'

/** The distance from the start of the incident, and which start. */
function elapsed(hovered: HoveredTime, section: LocatedSection, { postMortem }: DocumentContext): SafeMarkdown {
  const { window, timeline, incidents, sections } = postMortem
  const incident = incidentOf(section.index, incidents, sections)
  const rows = timeline.filter((event) => incidentOf(event.section, incidents, sections) === incident)
  const first = rows.find(({ at, uncertain }) => at?.clock && !uncertain)
  const source =
    window.source === 'field'
      ? 'the start in the head'
      : `the start in the ${window.source === 'prose' ? 'text' : 'timeline'}`
  const bases: [base: Moment | null | undefined, name: string][] = [
    [window.start, source],
    [first?.at, 'the first row'],
  ]
  for (const [base, name] of bases) {
    const seconds = base ? secondsBetween(base, hovered.moment) : null
    if (seconds === null || !base) continue
    const start = md`${escapeText(name)} (${escapeText(clockText(base, hovered.moment))})`
    if (seconds === 0) return md`At ${start}`
    const distance = formatDuration(Math.abs(seconds))
    const side = seconds > 0 ? 'after' : 'before'
    return md`${escapeText(`${hovered.moment.approximate ? 'About ' : ''}${distance} ${side}`)} ${start}`
  }
  return md``
}

/** The day that was assumed for a time without a date. */
function dayOf({ moment, part, event, from }: HoveredTime, { postMortem }: DocumentContext): string {
  if (part.date || !moment.date) return ''
  if (part.offsetSeconds !== null) return 'Counted from the first row'
  if (from) return from.date === moment.date ? '' : `Taken as the next day, ${moment.date}`
  if (event?.jump === 'midnight') return `Taken as the next day, ${moment.date}`
  if (event?.jump === 'missing-pm') return `Taken as PM, on ${moment.date}`
  const isIncidents = moment.date === postMortem.date
  return `Taken as ${moment.date}${isIncidents ? ', the day of the incident' : event ? ', as the rows above' : ''}`
}
