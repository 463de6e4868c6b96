/** The common part of the rules about stated durations: messages and fixes. */

import type { Edit } from '../../../edits/edit.ts'
import { memoize } from '../../../memoize.ts'
import { holding } from '../../../model/content/holding.ts'
import type { CheckedDuration } from '../../../model/durations/checked-duration.ts'
import type { DurationPoint } from '../../../model/durations/duration-points.ts'
import { checkedDurations, recomputed } from '../../../model/durations/stated-durations.ts'
import type { Place, PostMortem } from '../../../model/post-mortem.ts'
import { shortened } from '../../../text.ts'
import { addSeconds, formatDuration, inZone, type Moment, rewriteTime, shiftReading } from '../../../time/index.ts'
import type { Finding, Fix, FixContext, Report } from '../../rule.ts'

/** The findings about stated durations: about metrics, or about the others. */
export function reportDurations(postMortem: PostMortem, isMetric: boolean): Report[] {
  const checked = checkedDurations(postMortem).filter((one) => one.isMetric === isMetric)
  return checked.flatMap((one) => reportDuration(one, postMortem) ?? [])
}

/** A finding about a stated duration, null where it agrees. */
function reportDuration(checked: CheckedDuration, postMortem: PostMortem): Report | null {
  const { stated, verdict, range, usual, fits, field } = checked
  if (verdict === 'agrees') return null
  const place = { section: stated.section, start: stated.start, end: stated.end }
  const name = shortened(stated.name)
  const length = recomputed(checked) ?? formatDuration(checked.seconds, stated.reading.style)
  if (range) {
    const between = `${clockText(range.start, range.start)} to ${clockText(range.end, range.start)}`
    const start = field.value.start + range.from
    const related = [
      { section: stated.section, start, end: field.value.start + range.to, message: `${name}: ${between}` },
    ]
    return { ...place, message: `${name} says ${stated.text}, but ${between} is ${length}.`, related }
  }
  if (!usual) return null
  const between = `from ${pointText(usual.from, usual.to)} to ${pointText(usual.to, usual.from)}`
  if (verdict.startsWith('short')) {
    const related = [usual.from, usual.to].map((point) => relatedPoint(point, postMortem))
    const message = `${name} says ${stated.text}, but ${between} it is ${length} already`
    return verdict === 'short'
      ? { ...place, message: `${message}.`, related }
      : { ...place, message: `${message}, unless only support hours count.`, related, severity: 'hint' }
  }
  if (verdict === 'differs' || !fits) {
    const related = [usual.from, usual.to].map((point) => relatedPoint(point, postMortem))
    return { ...place, message: `${name} says ${stated.text}, but ${between} it is ${length}.`, related }
  }
  const instead = `from ${pointText(fits.from, fits.to)} to ${pointText(fits.to, fits.from)}`
  const related = [fits.from, fits.to].map((point) => relatedPoint(point, postMortem))
  const message = `${name} says ${stated.text}, which is ${instead}; ${between} it is ${length}.`
  return { ...place, message, related, severity: 'hint' }
}

/** Suggests the computed duration, or the time that would make the stated one right. */
export function fixDuration(finding: Finding, postMortem: PostMortem, context: FixContext): Fix[] {
  const checked = checkedByPlace(postMortem).get(keyOf(finding))
  if (!checked || checked.verdict === 'agrees') return []
  const edit = editDuration(checked)
  const isWrong = checked.verdict === 'differs'
  const update: Fix[] = edit
    ? [{ title: `Change ${shortened(checked.stated.text)} to ${edit.newText}`, edits: [edit], preferred: isWrong }]
    : []
  return isWrong ? [...update, ...otherSide(checked, postMortem, context)] : update
}

// Asked for each finding of the document.
const checkedByPlace = memoize(
  (postMortem: PostMortem) => new Map(checkedDurations(postMortem).map((one) => [keyOf(one.stated), one])),
)

function keyOf({ section, start, end }: Place): string {
  return `${section} ${start} ${end}`
}

/** The edit that replaces the stated duration by the computed one; null where it is not stale. */
export function editDuration(checked: CheckedDuration): Edit | null {
  const { section, start, end } = checked.stated
  const newText = recomputed(checked)
  return newText === null ? null : { section, start, end, newText }
}

/** Moves the end so that the stated duration is right; not for an approximate duration. */
function otherSide(
  { stated, range, usual, field }: CheckedDuration,
  postMortem: PostMortem,
  context: FixContext,
): Fix[] {
  const { seconds, approximate, bound, smallestUnit } = stated.reading
  if (approximate || bound !== null || !/^(?:minute|second)$/.test(smallestUnit)) return []
  if (range) {
    const to = moved(range.start, seconds, range.end)
    const part = range.second ?? range.first
    const text = field.value.text.slice(part.start, part.end)
    const reading = shiftReading(part, -part.start)
    const newText = to && (range.second ? rewriteTime(text, reading, to) : rewriteTime(text, reading, range.start, to))
    if (!to || newText === null || newText === text) return []
    const start = field.value.start + part.start
    const edit = { section: stated.section, start, end: start + text.length, newText }
    return [{ title: `Change the end to ${clockText(to, range.start)}`, edits: [edit], preferred: false }]
  }
  if (!usual?.to.reading?.clock) return []
  const { place, reading, name, at } = usual.to
  const to = moved(usual.from.at, seconds, at)
  const base = postMortem.starts[place.section] ?? 0
  const text = context.text.slice(base + place.start, base + place.end)
  // A clock time alone would not show another day.
  if (!to || (to.date !== at.date && !reading.date)) return []
  const newText = rewriteTime(text, reading, to)
  const title = `Change the time of ${name} to ${clockText(to, at)}`
  return newText === text ? [] : [{ title, edits: [{ ...place, newText }], preferred: false }]
}

/** The moment a number of seconds after another, in the zone of the one that it replaces. */
function moved(from: Moment, seconds: number, old: Moment): Moment | null {
  const to = addSeconds(from, seconds)
  return to && old.zone && from.zone?.name !== old.zone.name ? inZone(to, old.zone) : to
}

/** `detected (13:47)`, `first entry (13:42)`. */
function pointText({ name, at }: DurationPoint, other: DurationPoint): string {
  const said = name === 'first' || name === 'last' ? `${name} entry` : name
  return `${said} (${clockText(at, other.at)})`
}

function relatedPoint({ name, at, isEntry, place }: DurationPoint, { sections }: PostMortem) {
  const field = holding(sections[place.section]?.fields ?? [], place)
  const source = isEntry ? 'Timeline: ' : field ? `${shortened(field.name.text)}: ` : ''
  const said = name === 'first' || name === 'last' ? `${name} entry` : name
  return { ...place, message: `${source}${said}, ${clockText(at, at)}` }
}

/** The clock time, with date and zone where those of the other moment differ. */
function clockText(moment: Moment, other: Moment): string {
  const date = moment.date !== other.date && moment.date ? `${moment.date} ` : ''
  const zone = moment.zone && moment.zone.name !== other.zone?.name ? ` ${moment.zone.name}` : ''
  return `${date}${moment.clock ?? '?'}${zone}`
}
