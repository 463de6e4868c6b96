/** The milestones that the head of a document, or a section of no other kind, lists with their times. */
import type { SectionKind } from '../../lexicon/lexicon.ts'
import { memoize } from '../../memoize.ts'
import { isWithin } from '../document/sections.ts'
import type { Section } from '../post-mortem.ts'
import { MILESTONES } from './counted.ts'
import type { ListedEntry } from './listed-entries.ts'
import { markerOf } from './milestone-markers.ts'
import { isMilestone, milestonePieces, type NamedPiece } from './milestone-pieces.ts'
import { type EntryContext, entryOf } from './timeline-entry.ts'
import { openingOf } from './timeline-opening.ts'

const MIN_MILESTONES = 2

/** Kinds of sections that speak of the incident as a whole. */
const WHOLE: readonly SectionKind[] = ['summary', 'metrics']

/** Reads the lists of all sections: at least two milestones with a clock time make one. */
export function statedMilestoneList(sections: readonly Section[], context: EntryContext): ListedEntry[] {
  return sections.flatMap((section) => entriesOf(section, context))
}

const entriesOf = memoize((section: Section, context: EntryContext): readonly ListedEntry[] => {
  if (isWithin(section, 'timeline') || ![...section.kinds, ...section.within].every((kind) => WHOLE.includes(kind)))
    return []
  const pieces = milestonePieces(section).milestones
  const known = new Set(pieces.map(({ value }) => value.start))
  const fields = section.fields.flatMap(({ name, key, value, unfilled }): NamedPiece[] => {
    const piece = { name: { ...name, plain: name.text }, key, value }
    return !unfilled && !known.has(value.start) && isMilestone(piece) ? [piece] : []
  })
  const entries = [...pieces, ...fields]
    .toSorted((a, b) => a.value.start - b.value.start)
    .flatMap((piece) => entryOfPiece(piece, section, context))
  const named = new Set(entries.flatMap(({ milestones }) => milestones))
  return named.size >= MIN_MILESTONES ? inOrder(entries) : []
})

/**
 * Fields may stand in any order: where clock times without a date go back less often in the order of the stages, that
 * is the order in which they were.
 */
function inOrder(entries: readonly ListedEntry[]): readonly ListedEntry[] {
  let date: ListedEntry['dateAbove'] = null
  const dated = entries.map((entry) => {
    date = entry.reading?.date ?? date
    return { ...entry, dateAbove: entry.reading?.date ? null : date }
  })
  const byStage = dated.toSorted((a, b) => stageOf(a) - stageOf(b))
  return stepsBack(byStage) < stepsBack(entries) ? byStage : entries
}

function stageOf({ milestones: [milestone] }: ListedEntry): number {
  return milestone ? MILESTONES.indexOf(milestone) : MILESTONES.length
}

function stepsBack(entries: readonly ListedEntry[]): number {
  return entries.filter(({ reading }, index) => {
    const above = entries[index - 1]?.reading?.clock
    return above && reading?.clock && !reading.date && minuteOf(reading.clock) < minuteOf(above)
  }).length
}

function minuteOf({ hour, minute }: { readonly hour: number; readonly minute: number }): number {
  return hour * 60 + minute
}

function entryOfPiece({ name, value }: NamedPiece, section: Section, { options }: EntryContext): ListedEntry[] {
  const reading = openingOf(value.text, options)
  // A range under such a name is one of a phase.
  if (!reading?.clock || reading.until || reading.also.length > 0) return []
  const range = { start: Math.min(name.start, value.start), end: Math.max(name.end, value.end) }
  const entry = entryOf(section, 'item', range, value, reading, null)
  return [{ ...entry, description: name, milestones: markerOf(name.plain), marked: true, list: section.index }]
}
