/** Hover on a time: the instant in the zones that matter, and how far it is from the start of the incident. */

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
import { type DocumentContext, holds } from '../context.ts'
import { escapeText, joinMarkdown, lines, md, paragraphs, type SafeMarkdown, table } from '../markdown.ts'
import { clockText } from '../wording.ts'
import type { Hover } from './hover.ts'

/** A time under the cursor. */
interface Pointed {
  readonly place: Place
  readonly moment: Moment
  /** The part of the reading that was pointed at. */
  readonly part: TimeReading
  /** The entry of the timeline whose time it is. */
  readonly event: TimelineEvent | null
  /** The start of the range whose end it is. */
  readonly from: Moment | null
}

/** The hover at an absolute offset in a section, null where no time stands or nothing is known of it. */
export function timeHover(context: DocumentContext, section: LocatedSection, offset: number): Hover | null {
  const pointed = ofTimeline(context, section, offset) ?? ofText(context, section, offset)
  if (!pointed) return null
  const { event } = pointed
  if (event?.uncertain && pointed.part.offsetSeconds === null) {
    return { place: pointed.place, markdown: md`It is not clear on which day this was.` }
  }
  const about = lines([elapsed(pointed, section, context), escapeText(dayOf(pointed, context))])
  return { place: pointed.place, markdown: paragraphs([zonesOf(pointed, context), about]) }
}

/** The time of an entry of the timeline. */
function ofTimeline({ postMortem }: DocumentContext, section: LocatedSection, offset: number): Pointed | null {
  for (const event of postMortem.timeline) {
    const { time, reading, at, until } = event
    if (event.section !== section.index || !time || !reading || !at || (!at.clock && !until?.clock)) continue
    const found = pointedAt(shiftReading(reading, time.start), at, until, section, offset)
    if (found) return { ...found, event }
  }
  return null
}

/** A time of a field or of running text. */
function ofText({ postMortem }: DocumentContext, section: LocatedSection, offset: number): Pointed | null {
  const values = section.fields.filter(({ form }) => form === 'front-matter').map(({ value }) => value)
  const line = [...inlinesOf(section), ...values].find((candidate) => holds(section, candidate, offset))
  if (!line) return null
  const known = contextOf(postMortem)
  for (const reading of readTimes(line.text, optionsOf(postMortem))) {
    const isInCode = (line.text.slice(0, reading.start).split('`').length - 1) % 2 === 1
    if (!reading.clock || isInCode) continue
    const from = resolveMoment(reading, known)
    if (!from) continue
    const until = resolveUntil(reading, from, known)
    const found = pointedAt(shiftReading(reading, line.start), from, until, section, offset)
    if (found) return { ...found, event: null }
  }
  return null
}

function pointedAt(
  reading: TimeReading,
  at: Moment,
  until: Moment | null,
  section: LocatedSection,
  offset: number,
): Omit<Pointed, 'event'> | null {
  if (!holds(section, reading, offset)) return null
  const part = reading.until && until && offset >= section.start + reading.until.start ? reading.until : null
  const { start, end } = reading
  const place = { section: section.index, start, end }
  return part && until ? { place, moment: until, part, from: at } : { place, moment: at, part: reading, from: null }
}

/** A table of the instant by zones, or why there is none. */
function zonesOf({ moment }: Pointed, { postMortem, readerZone, config }: DocumentContext): SafeMarkdown {
  const zone = moment.zone && settled(moment.zone, postMortem, config.timeZone)
  if (!zone) return md`The time zone is not stated.`
  if (!zone.id && !zone.fixedOffset) return md`The time zone is not clear: ${escapeText(zone.name)} may be several.`
  if (!moment.date) return md`The day is not known, so the time cannot be told in other zones.`
  const wanted: [zone: Zone | null, whose: string][] = [
    [readZone('UTC'), ''],
    [postMortem.zone, saysItsZone(postMortem) ? 'this document' : 'your team'],
    [zone, AS_WRITTEN],
    [readZone(readerZone), 'yours'],
  ]
  const rows = new Map<string, { name: string; whose: string[]; there: Moment }>()
  for (const [other, whose] of wanted) {
    const there = other && inZone({ ...moment, zone }, other)
    if (!there) continue
    const key = `${other.id} ${other.fixedOffset}`
    const row = rows.get(key) ?? { name: other.name, whose: [], there }
    if (whose !== '' && (whose !== AS_WRITTEN || !rows.has(key))) row.whose.push(whose)
    rows.set(key, row)
  }
  const cells = [...rows.values()].map(({ name, whose, there: { date, clock } }) => {
    const of = whose.length > 0 ? md` (${joinMarkdown(whose.map(escapeText), ', ')})` : md``
    const time = `${date} ${moment.approximate ? 'about ' : ''}${clock}`
    return [md`${escapeText(name)}${of}`, escapeText(time)]
  })
  return table([{ title: md`Zone` }, { title: md`Time` }], cells)
}

/** Whether the zone of a document stands in it, and is not the one of the configuration. */
function saysItsZone({ sections, metadata }: PostMortem): boolean {
  return (statedZone(sections) ?? zoneOfHead(metadata)) !== null
}

/** Said of a zone that is neither the document's nor the reader's. */
const AS_WRITTEN = 'as written'

/** How long after the start of the incident, and which start. */
function elapsed(pointed: Pointed, section: LocatedSection, { postMortem }: DocumentContext): SafeMarkdown {
  const { window, timeline, incidents, sections } = postMortem
  const incident = incidentOf(section.index, incidents, sections)
  const rows = timeline.filter((event) => incidentOf(event.section, incidents, sections) === incident)
  const first = rows.find(({ at, uncertain }) => at?.clock && !uncertain)
  const source = window.source === 'field' ? 'the start in the head' : 'the start in the timeline'
  const bases: [base: Moment | null | undefined, name: string][] = [
    [window.start, source],
    [first?.at, 'the first row'],
  ]
  for (const [base, name] of bases) {
    const seconds = base ? secondsBetween(base, pointed.moment) : null
    if (seconds === null || !base) continue
    const start = md`${escapeText(name)} (${escapeText(clockText(base, pointed.moment))})`
    if (seconds === 0) return md`At ${start}`
    const distance = formatDuration(Math.abs(seconds))
    const side = seconds > 0 ? 'after' : 'before'
    return md`${escapeText(`${pointed.moment.approximate ? 'About ' : ''}${distance} ${side}`)} ${start}`
  }
  return md``
}

/** The day that the time was taken to be on, where it does not say so itself. */
function dayOf({ moment, part, event, from }: Pointed, { postMortem }: DocumentContext): string {
  if (part.date || !moment.date) return ''
  if (part.offsetSeconds !== null) return 'Counted from the first row'
  if (from) return from.date === moment.date ? '' : `Taken as the next day, ${moment.date}`
  if (event?.jump === 'midnight') return `Taken as the next day, ${moment.date}`
  if (event?.jump === 'missing-pm') return `Taken as PM, on ${moment.date}`
  const isIncidents = moment.date === postMortem.date
  return `Taken as ${moment.date}${isIncidents ? ', the day of the incident' : event ? ', as the rows above' : ''}`
}
