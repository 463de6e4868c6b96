/** What the head of a document says of the incident as a whole: its title, whether it is over and final. */
import type { Outline } from '../../outline/outline.ts'
import type { Template } from '../../template/template.ts'
import { findZone, type Moment, readTimes, type Zone } from '../../time/index.ts'
import type { Unfilled } from '../content/unfilled.ts'
import type { MetadataName, MetadataValue, PostMortem, Section, Stage, StatedDuration } from '../post-mortem.ts'
import { documentStateOf } from './metadata.ts'
import { sectionsWithin } from './sections.ts'

type Metadata = Readonly<Partial<Record<MetadataName, MetadataValue>>>

/** The zone that the head gives with a time, null when it gives none. */
export function zoneOfHead({ duration, start, end }: Metadata): Zone | null {
  for (const field of [duration, start, end]) {
    if (!field || field.unfilled) continue
    const zone = readTimes(field.value.text).find((reading) => reading.zone)?.zone ?? findZone(field.value.text)
    if (zone) return zone.zone
  }
  return null
}

/** The section whose heading is the document's title: the first one, when it is the only one of level 1. */
export function titleSection({ sections }: Outline): number | null {
  const first = sections.findIndex(({ heading }) => heading !== null)
  const tops = sections.filter(({ level, heading }) => level === 1 && heading !== null)
  return first > 0 && sections[first]?.level === 1 && tops.length === 1 ? first : null
}

/** The title: the heading that stands for the document, else that of the front matter, else the first heading. */
export function readTitle(outline: Outline, sections: readonly Section[], unfilled: Unfilled): PostMortem['title'] {
  const isHeaded = sections.some(({ level, heading }) => level === 1 && heading)
  const given = sections[0]?.fields.find(({ form, key }) => form === 'front-matter' && key === 'title')?.value
  const isGiven = !isHeaded && given !== undefined && given.plain !== ''
  const index = isGiven ? 0 : (titleSection(outline) ?? sections.findIndex(({ heading }) => heading))
  const text = isGiven ? given : sections[index]?.heading?.title
  if (!text) return null
  const open =
    unfilled.find(text.text).length > 0 || unfilled.is(text.text) || /^post-?mortem template$/i.test(text.plain)
  return { section: index, start: text.start, end: text.end, text, unfilled: open }
}

/** By its status, or, where there is none, final once it is approved with a date. */
export function stageOf(metadata: Metadata, sections: readonly Section[], template: Template | null): Stage {
  const { status, approvedBy } = metadata
  if (status) return (status.unfilled ? null : documentStateOf(status.value.plain, template?.statuses ?? [])) ?? 'draft'
  if (!approvedBy || approvedBy.unfilled) return 'draft'
  const approval = sectionsWithin(sections, 'approval')
  const isDated = approval.some(({ fields }) => fields.some(({ key, unfilled }) => key === 'date' && !unfilled))
  return isDated ? 'final' : 'draft'
}

/** Whether an end or a total is stated; a template that asks for neither leaves no doubt. */
export function isOver(
  end: Moment | null,
  durations: readonly StatedDuration[],
  sections: readonly Section[],
  template: Template | null,
): boolean {
  if (end !== null || durations.some(({ section }) => (sections[section]?.level ?? 0) < 2)) return true
  return template !== null && !asksForTime(template)
}

function asksForTime({ sections }: Template): boolean {
  return sections.some(({ kinds, fields }) => {
    return kinds.includes('timeline') || fields.some(({ type }) => type.kind === 'window' || type.kind === 'duration')
  })
}
