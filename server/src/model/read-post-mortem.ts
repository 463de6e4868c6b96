/** Text → model: the one place where a document is read. Never throws. */
import type { Outline } from '../outline/outline.ts'
import { readOutline } from '../outline/read-outline.ts'
import type { Template } from '../template/template.ts'
import type { SequenceContext } from '../time/index.ts'
import {
  type DateOrder,
  daysBetween,
  findZone,
  readDates,
  readTimes,
  readZone,
  settleDateOrder,
} from '../time/index.ts'
import { readActionItems } from './action-items.ts'
import { chooseTemplate } from './choose-template.ts'
import { isoDate, readApprovals, readFigures, readReviews } from './figures.ts'
import { readFiveWhys } from './five-whys.ts'
import { matchTemplate, titleSection } from './match-template.ts'
import { isFinalStatus, readMetadata } from './metadata.ts'
import { readPoints } from './points.ts'
import type { IncidentWindow, MetadataName, MetadataValue, PostMortem, Section, TimelineEvent } from './post-mortem.ts'
import { withPseudoSections } from './pseudo-sections.ts'
import { recognise } from './recognise.ts'
import { readReferences } from './references.ts'
import { isWithin, readSections } from './sections.ts'
import { collectEntries, resolveTimeline, statedZone } from './timeline.ts'
import { type Unfilled, unfilledIn } from './unfilled.ts'
import { statedDurations, statedWindow, timelineWindow } from './window.ts'

/** Days from the first entry to the last within which a timeline is that of one incident. */
const LONGEST_INCIDENT = 7

/** What reading depends on besides the text. */
export interface ReadContext {
  readonly templates: readonly Template[]
  /** Path in the workspace with `/`, null for an untitled document. */
  readonly path: string | null
  /** From the configuration: a zone for times that state none. */
  readonly timeZone: string | null
  readonly dateOrder: DateOrder | null
}

/** Reads a document. */
export function readPostMortem(text: string, context: ReadContext): PostMortem {
  const written = readOutline(text)
  const choice = chooseTemplate(written, context.templates)
  // In a document of a chosen template a bold key is a field.
  const outline = choice?.chosen ? written : withPseudoSections(written)
  const template = choice?.template ?? null
  const unfilled = unfilledIn(template)
  const sections = readSections(outline, template, template && matchTemplate(outline, template), unfilled)
  const metadata = readMetadata(sections)
  const dateOrder = context.dateOrder ?? settleDateOrder(readDates(text.slice(0, 20_000)))
  const options = dateOrder ? { dateOrder } : {}
  const shared = { options, template, unfilled }
  const entries = collectEntries(sections, shared)
  const times = entries.filter(({ reading }) => reading?.clock || reading?.date).length
  const dated = entries.some(({ reading, dateAbove }) => reading?.date || dateAbove) || times >= 2
  const declared = choice !== null && outline.frontMatter?.data?.['template'] === choice.template.id
  const what = recognise({ outline, sections, metadata, datedTimeline: dated, declared, path: context.path })
  if (!what.recognised) return nothing(outline)

  const date = incidentDate(outline, metadata, dateOrder)
  const zone = statedZone(sections) ?? zoneOfHead(metadata) ?? (context.timeZone ? readZone(context.timeZone) : null)
  const sequence: SequenceContext = { incidentDate: date, windowStart: null, windowEnd: null, zone, dateOrder }
  const stated = statedWindow(metadata, sequence)
  const bounds = { ...sequence, windowStart: stated?.start ?? null, windowEnd: stated?.end ?? null }
  const timeline = resolveTimeline(entries, bounds)
  const window = stated ?? timelineWindow(timeline)
  const durations = statedDurations(sections)
  const stage = isFinal(metadata, sections) ? 'final' : 'draft'
  return {
    recognised: true,
    isTemplate: what.isTemplate,
    lineEnding: outline.lineEnding,
    template: choice,
    title: readTitle(outline, sections, unfilled),
    sections,
    metadata,
    date: date ?? window.start?.date ?? timelineDate(timeline),
    zone,
    window,
    durations,
    timeline,
    actionItems: readActionItems(sections, shared),
    points: readPoints(sections, unfilled),
    fiveWhys: readFiveWhys(sections, unfilled),
    figures: readFigures(sections),
    reviews: readReviews(sections, options),
    approvals: readApprovals(sections, unfilled),
    references: readReferences(sections, metadata.id?.value.plain ?? null),
    stage,
    resolved: stage === 'final' || isOver(window, metadata, durations.length > 0),
  }
}

/** Ordinary Markdown. */
function nothing(outline: Outline): PostMortem {
  return {
    recognised: false,
    isTemplate: false,
    lineEnding: outline.lineEnding,
    template: null,
    title: null,
    sections: [],
    metadata: {},
    date: null,
    zone: null,
    window: { start: null, end: null, source: null, place: null },
    durations: [],
    timeline: [],
    actionItems: [],
    points: [],
    fiveWhys: [],
    figures: [],
    reviews: [],
    approvals: [],
    references: [],
    stage: 'draft',
    resolved: false,
  }
}

type Metadata = Readonly<Partial<Record<MetadataName, MetadataValue>>>

/** The date of a title is the incident's; that of a field may be the document's. */
function incidentDate(outline: Outline, metadata: Metadata, dateOrder: DateOrder | null): string | null {
  const given = outline.frontMatter?.data?.['title']
  const titles = [outline.sections.find(({ heading }) => heading)?.heading?.title.plain, given]
  const value = (name: MetadataName) => (metadata[name] && !metadata[name].unfilled ? metadata[name].value.plain : null)
  for (const text of [value('start'), ...titles, value('date'), value('duration')]) {
    const readings = typeof text === 'string' ? readDates(text, dateOrder ? { dateOrder } : {}) : []
    const found = readings.find(({ year, impossible }) => year !== null && !impossible)
    if (found) return isoDate(found)
  }
  return null
}

/** The day of the first entry, where all of them happened around it. */
function timelineDate(timeline: readonly TimelineEvent[]): string | null {
  const dates = timeline.flatMap(({ at }) => (at?.date ? [at.date] : [])).sort()
  const [first] = dates
  const last = dates.at(-1)
  return first && last && daysBetween(first, last) <= LONGEST_INCIDENT ? first : null
}

function zoneOfHead({ duration, start, end }: Metadata) {
  for (const field of [duration, start, end]) {
    if (!field || field.unfilled) continue
    const zone = readTimes(field.value.text).find((reading) => reading.zone)?.zone ?? findZone(field.value.text)
    if (zone) return zone.zone
  }
  return null
}

function readTitle(outline: Outline, sections: readonly Section[], unfilled: Unfilled): PostMortem['title'] {
  const index = titleSection(outline) ?? sections.findIndex(({ heading }) => heading)
  const text = sections[index]?.heading?.title
  if (!text) return null
  const open =
    unfilled.find(text.text).length > 0 || unfilled.is(text.text) || /^post-?mortem template$/i.test(text.plain)
  return { section: index, start: text.start, end: text.end, text, unfilled: open }
}

/** By its status, or, where there is none, once it is approved with a date. */
function isFinal(metadata: Metadata, sections: readonly Section[]): boolean {
  if (metadata.status) return !metadata.status.unfilled && isFinalStatus(metadata.status.value.plain)
  if (!metadata.approvedBy || metadata.approvedBy.unfilled) return false
  const approval = sections.filter((section) => isWithin(section, 'approval'))
  return approval.some(({ fields }) => fields.some(({ key, unfilled }) => key === 'date' && !unfilled))
}

function isOver(window: IncidentWindow, metadata: Metadata, hasDuration: boolean): boolean {
  return window.end !== null || (hasDuration && metadata.duration !== undefined && !metadata.duration.unfilled)
}
