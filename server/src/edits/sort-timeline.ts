/** Sorts the rows of a timeline: the command, and the fix of `timeline-order`. */

import { memoize } from '../memoize.ts'
import { type LocatedSection, located } from '../model/document/schema.ts'
import type { PostMortem, Section, TimelineEvent } from '../model/post-mortem.ts'
import { disorderIn, isOutOfOrder, occursTwice } from '../model/timeline/timeline-disorder.ts'
import { isTimed, stepOf, type TimelineList, timelineLists } from '../model/timeline/timeline-lists.ts'
import { timeText } from '../model/timeline/timeline-text.ts'
import { isSkipped, toIso } from '../time/index.ts'
import type { Edit } from './edit.ts'
import { readEdited } from './read-edited.ts'
import { NO_TIMELINE, NOT_RECOGNISED } from './refusals.ts'
import { type Unit, unitsOf } from './timeline-units.ts'

/** The edits that sort, or a short reason for the user why there are none. */
export type EditResult = { readonly edits: readonly Edit[] } | { readonly refused: string }

/**
 * Sorts every table and list of the timeline that is out of order. Whole rows move, with everything in them; rows with
 * the same time keep their order; a row without a time stays below the previous row; a date in a row of its own keeps
 * its rows; anything not understood stays in place. A list whose order is ambiguous is left alone; the reason is given
 * when nothing else was sorted.
 *
 * @param text the document that the model was read from
 */
export function sortTimeline(postMortem: PostMortem, text: string): EditResult {
  if (!postMortem.recognised) return { refused: NOT_RECOGNISED }
  const lists = timelineLists(postMortem.timeline)
  if (lists.length === 0) {
    const isEmpty = postMortem.sections.some(({ kinds }) => kinds.includes('timeline'))
    return { refused: isEmpty ? 'The timeline has no rows.' : NO_TIMELINE }
  }
  const wrong = lists.filter(
    (list) => disorderIn(list).length > 0 || list.events.some(({ jump }) => jump === 'unknown'),
  )
  if (wrong.length === 0) return { refused: 'The rows of the timeline are in order.' }
  const results = wrong.map((list) => sorted(list, postMortem, text))
  const edits = results.flatMap((result) => ('edits' in result ? result.edits : []))
  const refusal = results.find((result) => 'refused' in result)
  return refusal && edits.length === 0 ? refusal : { edits }
}

/**
 * Sorts one table or list.
 * @param list see `TimelineEvent.list`
 */
export const sortList = memoize((postMortem: PostMortem, list: number, text: string): EditResult => {
  const found = timelineLists(postMortem.timeline).find(({ events }) => events[0]?.list === list)
  return found ? sorted(found, postMortem, text) : { refused: 'The rows of the timeline are in order.' }
})

function sorted(list: TimelineList, postMortem: PostMortem, text: string): EditResult {
  const [first] = list.events
  const doubt = first ? ambiguityIn(list.events) : 'It has no rows.'
  if (!first || doubt !== null) return { refused: doubt ?? '' }
  const edits = first.form === 'heading' ? sortSections(list, postMortem, text) : sortRows(list, postMortem, text)
  if (edits === null) return { refused: 'These rows must be moved by hand: there is more between them than rows.' }
  if (edits.length === 0) return { refused: 'These rows stand under dates of their own, and are not moved past them.' }
  if (!keepsMoments(edits, postMortem, text, first.list)) {
    return { refused: 'A row would end up on another day. Write the dates first.' }
  }
  return { edits }
}

/** The reason why the order of rows is ambiguous, null when it is not. */
function ambiguityIn(events: readonly TimelineEvent[]): string | null {
  const find = (test: (event: TimelineEvent) => boolean) => events.find(test)
  const phase = find(({ form }) => form === 'phase')
  if (phase) return 'Phases stay in the order of the template. Check their times.'
  const unknown = find(({ jump }) => jump === 'unknown')
  if (unknown) return `${timeText(unknown)} may be in the wrong place or on the next day. Write its date first.`
  const noPm = find(({ jump }) => jump === 'missing-pm')
  if (noPm) return `${timeText(noPm)} seems to lack its PM. Add it first.`
  const impossible = find(({ reading }) => reading?.problem === 'impossible')
  if (impossible) return `${timeText(impossible)} is no time. Correct it first.`
  const offset = find(({ reading }) => reading !== null && reading.offsetSeconds !== null)
  if (offset) return `${timeText(offset)} is no time of its own, so its place cannot be known.`
  const skipped = find(({ at }) => at !== null && isSkipped(at))
  if (skipped) return `${timeText(skipped)} was skipped on ${skipped.at?.date}: the clock was put forward.`
  const twice = find(({ at }) => at !== null && occursTwice(at))
  if (twice) return `${timeText(twice)} came twice on ${twice.at?.date}: the clock was put back.`
  const guess = find(({ uncertain }) => uncertain)
  if (guess) return `${timeText(guess)} could be two days.`
  const timed = events.filter(isTimed)
  const [floating] = timed.filter(({ at }) => at.zone === null)
  if (floating && timed.some(({ at }) => at.zone !== null)) {
    return `${timeText(floating)} has no time zone, while other rows have one.`
  }
  return null
}

interface Row {
  readonly unit: Unit
  /** Rows without a time that stay below it. */
  readonly tail: Unit[]
}

/** One edit from the first to the last moved row; null when they cannot be moved. */
function sortRows(list: TimelineList, postMortem: PostMortem, text: string): Edit[] | null {
  const [first] = list.events
  const owner = first && postMortem.sections[first.section]
  const section = owner && located(owner, postMortem)
  const units = first && unitsOf(first, postMortem)
  if (!units || !section) return null
  const order = stretchesOf(units).flatMap((stretch) => {
    const head = stretch.findIndex(({ event }) => event !== null && isTimed(event))
    if (head < 0) return stretch
    const rows = rowsOf(stretch.slice(head))
    const keys = keysOf(
      rows.map(({ unit }) => unit.event).filter((event) => event !== null),
      list.newestFirst,
    )
    return keys
      ? [...stretch.slice(0, head), ...byKey(rows, keys).flatMap(({ unit, tail }) => [unit, ...tail])]
      : stretch
  })
  const from = order.findIndex((unit, index) => unit !== units[index])
  const to = order.findLastIndex((unit, index) => unit !== units[index])
  if (from < 0) return []
  const pieces = order.slice(from, to + 1).map((unit, offset) => {
    const place = units[from + offset] ?? unit
    const next = units[from + offset + 1]
    const gap = next && from + offset < to ? text.slice(section.start + place.end, section.start + next.start) : ''
    return place.marker + bodyOf(unit, place, section, text) + gap
  })
  const [start, end] = [units[from]?.start ?? 0, units[to]?.end ?? 0]
  return [{ section: section.index, start, end, newText: pieces.join('') }]
}

/** The part of a row that moves; with a longer number, its other lines are indented further. */
function bodyOf(unit: Unit, place: Unit, section: LocatedSection, text: string): string {
  const body = text.slice(section.start + unit.start + unit.marker.length, section.start + unit.end)
  const wider = place.marker.length - unit.marker.length
  return wider > 0 ? body.replace(/\n(?=[^\r\n])/g, `\n${' '.repeat(wider)}`) : body
}

/** The rows, split at date rows. */
function stretchesOf(units: readonly Unit[]): Unit[][] {
  const stretches: Unit[][] = [[]]
  for (const unit of units) {
    if (unit.isDate) stretches.push([unit], [])
    else stretches.at(-1)?.push(unit)
  }
  return stretches
}

function rowsOf(units: readonly Unit[]): Row[] {
  const rows: Row[] = []
  for (const unit of units) {
    if (unit.event && isTimed(unit.event)) rows.push({ unit, tail: [] })
    else rows.at(-1)?.tail.push(unit)
  }
  return rows
}

/**
 * Sort keys in seconds, null when the times cannot be compared. An approximate row that may be in the right place gets
 * the key of the previous row.
 */
function keysOf(events: readonly TimelineEvent[], newestFirst: boolean): number[] | null {
  const [first] = events
  const keys: number[] = []
  for (const [index, event] of events.entries()) {
    const step = first?.at && event.at ? stepOf(first.at, event.at) : null
    const before = events[index - 1]
    if (step === null) return null
    const key = newestFirst ? -step : step
    const isTolerated = before && !isOutOfOrder(before, event, newestFirst)
    keys.push(isTolerated ? Math.max(key, keys.at(-1) ?? key) : key)
  }
  return keys
}

function byKey<T>(items: readonly T[], keys: readonly number[]): T[] {
  return items
    .map((item, index) => ({ item, key: keys[index] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

/** Entries with headings: adjacent sections without subsections; null otherwise. */
function sortSections({ events, newestFirst }: TimelineList, postMortem: PostMortem, text: string): Edit[] | null {
  const sections = events.flatMap(({ section }) => {
    const found = postMortem.sections[section]
    return found ? [located(found, postMortem)] : []
  })
  const isRow = sections.every(({ index }, at) => index === (sections[0]?.index ?? 0) + at)
  const isFlat = !postMortem.sections.some(({ parent }) => sections.some(({ index }) => index === parent))
  const keys = events.every(isTimed) ? keysOf(events, newestFirst) : null
  if (!isRow || !isFlat || !keys || sections.some(({ blocks }) => blocks.some((block) => 'unclosed' in block)))
    return null
  const bodies = sections.map((section) => text.slice(section.start, section.start + bodyLength(section)))
  return byKey(bodies, keys).flatMap((newText, index) => {
    const section = sections[index]
    if (!section || newText === bodies[index]) return []
    return [{ section: section.index, start: 0, end: bodyLength(section), newText }]
  })
}

/** The length of a section without the blank lines and the rule that separate it from the next one. */
function bodyLength({ heading, blocks }: Section): number {
  const content = blocks.at(-1)?.type === 'rule' ? blocks.slice(0, -1) : blocks
  return Math.max(heading?.end ?? 0, ...content.map(({ end }) => end))
}

/** Whether the changed document, parsed again, has the same rows at the same moments, with the list in order. */
function keepsMoments(edits: readonly Edit[], postMortem: PostMortem, text: string, list: number): boolean {
  const again = readEdited(text, edits, postMortem, null, postMortem.zone?.name ?? null).timeline
  const rows = (timeline: readonly TimelineEvent[]) =>
    timeline
      .map(
        (event) => `${event.at && toIso(event.at)} ${timeText(event)} ${event.description.text.replace(/\s+/g, ' ')}`,
      )
      .sort()
  const now = rows(again)
  const isSame = rows(postMortem.timeline).every((row, index) => row === now[index])
  const own = timelineLists(again).find(({ events }) => events[0]?.list === list)
  return isSame && own !== undefined && disorderIn(own).length === 0
}
