import type { Edit } from '../../edits/edit.ts'
import type { Place, PostMortem } from '../../model/post-mortem.ts'
import { type StaleOffset, timelineOffsets } from '../../model/timeline/timeline-offsets.ts'
import { timeText } from '../../model/timeline/timeline-text.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/** An offset such as `+12 min` that differs from the elapsed time. */
export const timelineOffset = defineRule({
  severity: 'warning',
  description: 'An offset of the timeline differs from the times of its rows.',
  scope: 'document',
  check,
  fix,
})

/** From this number on, one finding covers all of them. */
const MIN_FOR_ONE_FINDING = 6

function check(postMortem: PostMortem): Report[] {
  const stale = timelineOffsets(postMortem)
  const [first] = stale
  if (!first || stale.length < MIN_FOR_ONE_FINDING) return stale.map(reportOf)
  const message = `${stale.length} offsets differ from the times of their rows. ${sentence(first)}`
  const related = stale.slice(1).map((offset) => ({ ...placeOf(offset), message: sentence(offset) }))
  return [{ ...placeOf(first), message, related }]
}

function reportOf(offset: StaleOffset): Report {
  const { section, start, end, text } = offset.base
  const related = [{ section, start, end, message: `${nameOf(offset)}: ${text}` }]
  return { ...placeOf(offset), message: sentence(offset), related }
}

function sentence(offset: StaleOffset): string {
  const { event, base, newText, text } = offset
  const row = nameOf(offset).toLowerCase()
  return `From ${base.text} (${row}) to ${timeText(event)} it is "${shortened(newText, 30)}", not "${shortened(text, 30)}".`
}

const NAMES = { first: 'The first row', previous: 'The row before', start: 'The start' } as const

function nameOf({ from }: StaleOffset): string {
  return NAMES[from]
}

function fix(finding: Finding, postMortem: PostMortem): Fix[] {
  const stale = timelineOffsets(postMortem)
  const own = stale.find(({ section, start }) => section === finding.section && start === finding.start)
  if (!own) return []
  const speaksForAll = stale.length >= MIN_FOR_ONE_FINDING
  const one: Fix = { title: `Change to ${own.newText}`, edits: [editOf(own)], preferred: !speaksForAll }
  const all: Fix = { title: `Update all ${stale.length} offsets`, edits: stale.map(editOf), preferred: speaksForAll }
  if (stale.length < 2) return [one]
  return speaksForAll ? [all, one] : [one, all]
}

function editOf(offset: StaleOffset): Edit {
  return { ...placeOf(offset), newText: offset.newText }
}

function placeOf({ section, start, end }: StaleOffset): Place {
  return { section, start, end }
}
