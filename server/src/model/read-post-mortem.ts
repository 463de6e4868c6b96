/** Text → model: the one place where a document is read. Never throws. */
import type { Outline } from '../outline/outline.ts'
import { readOutline } from '../outline/read-outline.ts'
import type { Template } from '../template/template.ts'
import type { SequenceContext } from '../time/index.ts'
import { type DateOrder, findZone, readDates, readTimes, readZone, settleDateOrder } from '../time/index.ts'
import { readActionItems } from './action-items.ts'
import { chooseTemplate } from './choose-template.ts'
import { matchTemplate, titleSection } from './match-template.ts'
import { isFinalStatus, readMetadata } from './metadata.ts'
import type { IncidentWindow, MetadataName, MetadataValue, PostMortem, Section } from './post-mortem.ts'
import { recognise } from './recognise.ts'
import { isWithin, readSections } from './sections.ts'
import { collectEntries, resolveTimeline, statedZone } from './timeline.ts'
import { type Unfilled, unfilledIn } from './unfilled.ts'
import { statedDurations, statedWindow, timelineWindow } from './window.ts'

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
  const outline = readOutline(text)
  const choice = chooseTemplate(outline, context.templates)
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

  const date = incidentDate(metadata, dateOrder)
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
    date: date ?? window.start?.date ?? null,
    zone,
    window,
    durations,
    timeline,
    actionItems: readActionItems(sections, shared),
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
    stage: 'draft',
    resolved: false,
  }
}

type Metadata = Readonly<Partial<Record<MetadataName, MetadataValue>>>

function incidentDate(metadata: Metadata, dateOrder: DateOrder | null): string | null {
  for (const name of ['start', 'date', 'duration'] as const) {
    const field = metadata[name]
    if (!field || field.unfilled) continue
    const found = readDates(field.value.plain, dateOrder ? { dateOrder } : {}).find(
      ({ year, impossible }) => year !== null && !impossible,
    )
    if (found) return [found.year, found.month, found.day].map((part) => String(part).padStart(2, '0')).join('-')
  }
  return null
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
