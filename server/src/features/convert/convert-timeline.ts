/** Converts the times of a timeline, and the corresponding ones in the head, to another time zone. */

import type { Edit } from '../../edits/edit.ts'
import { NO_TIMELINE, NOT_RECOGNISED } from '../../edits/refusals.ts'
import { writtenTimes } from '../../model/content/written.ts'
import type { PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { zoneSlot } from '../../model/timeline/zone-name.ts'
import { statedZones } from '../../model/timeline/zone-places.ts'
import {
  findZone,
  inZone,
  isSkipped,
  type Moment,
  offsetOf,
  readTimes,
  secondShowing,
  type Zone,
} from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import { withDates } from './convert-dates.ts'
import { convertedTime, isTimeline, timesToMove, type WrittenMoment } from './convert-times.ts'
import { hasKnownOffset } from './convert-zones.ts'

/**
 * The edits that convert every time of the timeline and the names of the zone; or a refusal, with the reason, where the
 * conversion is ambiguous. The result is parsed again, and refused when any instant has changed.
 */
export function convertTimeline(
  context: DocumentContext,
  to: Zone,
): { readonly edits: Edit[] } | { readonly refused: string } {
  const { postMortem } = context
  const problem = conversionProblem(context)
  if (problem !== null) return { refused: problem }
  if (!hasKnownOffset(to)) return { refused: `It is not clear which time zone ${to.name} is.` }
  const timed = timedOf(postMortem)
  const times = timesToMove(postMortem)
  for (const time of times) {
    const refused = clockProblemOf(time, to)
    if (refused !== null) return { refused }
  }
  const elsewhere = statedElsewhere(postMortem, times)
  if (elsewhere !== null) return { refused: elsewhere }
  const edits = [
    ...times.flatMap((time) => convertedTime(time, to, postMortem)),
    ...zoneNameEdits(timed, to, postMortem),
  ]
  const found = withDates(context, to, edits)
  if ('edits' in found) return found
  const what = found.changed?.time ? `on which day "${found.changed.time.text}" was` : 'when it started and ended'
  return { refused: `In ${to.name} the text would not say ${what}: write the dates first.` }
}

/** A reason for the user why the timeline cannot be converted to any zone; null when it can. */
export function conversionProblem({ postMortem }: DocumentContext): string | null {
  const { recognised, timeline, sections } = postMortem
  if (!recognised) return NOT_RECOGNISED
  const timed = timedOf(postMortem)
  if (timed.length === 0) {
    const isThere = timeline.length > 0 || sections.some(({ kinds }) => kinds.includes('timeline'))
    return isThere ? 'The timeline has no clock times.' : NO_TIMELINE
  }
  if (hasTwoZones(timed, postMortem)) return 'The table gives its times in two zones.'
  const stated = statedZones(sections).filter(({ section }) => isTimeline(sections[section]))
  const zones = new Set(stated.map(({ zone }) => zone.name))
  if (zones.size > 1) return `The timelines are in different zones (${[...zones].join(', ')}): convert them by hand.`
  return timed.map(problemOf).find((found) => found !== null) ?? null
}

function timedOf({ timeline }: PostMortem): TimelineEvent[] {
  return timeline.filter(({ time, reading }) => time && reading?.clock)
}

/** The reason why an entry cannot be converted, null when it can. */
function problemOf({ time, reading, at, uncertain, form }: TimelineEvent): string | null {
  const text = `"${time?.text ?? ''}"`
  if (!reading || reading.problem === 'impossible' || !at?.clock) return `${text} is no time that exists.`
  if (!at.zone || !hasKnownOffset(at.zone)) return 'The zone of these times is not known.'
  const doubt = ambiguityOf(at, time?.text ?? '')
  if (doubt !== null) return doubt
  if (uncertain) return `It is not clear on which day ${text} was.`
  const isCell = form === 'row' || form === 'phase'
  if (isCell && readTimes(time?.text ?? '').filter(({ clock }) => clock).length > 1) return `${text} are several times.`
  return null
}

/**
 * The reason why daylight saving makes the instant ambiguous, before or after the conversion; null when it does not.
 */
function clockProblemOf({ text, reading, at, until }: WrittenMoment, to: Zone): string | null {
  for (const moment of [at, ...(until ? [until] : [])]) {
    if (!moment.date && !(moment.zone?.fixedOffset && to.fixedOffset)) {
      return `It is not known on which day "${text}" was, and with it the hour of daylight saving.`
    }
    const doubt = ambiguityOf(moment, text)
    if (doubt !== null) return doubt
    const there = inZone(moment, to)
    if (there?.repeated && !reading.zone) {
      return `"${text}" would be ${there.clock}, which came twice on ${there.date}.`
    }
  }
  return null
}

/** The reason why a clock time is no instant, or two; null when it is one. */
function ambiguityOf(moment: Moment, text: string): string | null {
  if (isSkipped(moment)) return `"${text}" was skipped on ${moment.date}, when the clocks went forward.`
  // When the order of the rows decides for the second occurrence, it is not ambiguous.
  const isTwice = !moment.repeated && secondShowing(moment) !== null
  return isTwice ? `"${text}" came twice on ${moment.date}: say which is meant first.` : null
}

/** A table with time columns in several zones, of which only one belongs to the model of the timeline. */
function hasTwoZones(timed: readonly TimelineEvent[], { sections }: PostMortem): boolean {
  const rows = timed.filter(({ form }) => form === 'row')
  return [...new Set(rows.map(({ section }) => section))].some((index) =>
    sections[index]?.blocks.some((block) => {
      if (block.type !== 'table') return false
      const own = rows.filter(({ section, start }) => section === index && block.start <= start && start < block.end)
      const stated = block.header.cells.flatMap(({ plain }) => findZone(plain)?.zone.name ?? [])
      const used = own.flatMap(({ reading, at }) => (reading?.zone ? [] : (at?.zone?.name ?? [])))
      return stated.length > 0 && own.length > 0 && new Set([...stated, ...used]).size > 1
    }),
  )
}

/**
 * The reason why a zone stated in the head cannot be changed: other times, which are not converted, depend on it. Null
 * when there are none.
 */
function statedElsewhere(postMortem: PostMortem, times: readonly WrittenMoment[]): string | null {
  const { sections } = postMortem
  const inHead = statedZones(sections).find(({ section }) => !isTimeline(sections[section]))
  if (!inHead) return null
  const others = sections
    .filter((section) => !isTimeline(section))
    .flatMap((section) => writtenTimes(section, postMortem))
  const left = others.find(({ section, start, reading }) => {
    const isMoved = times.some((time) => time.section === section && time.start + time.reading.start === start)
    return reading.clock && !reading.zone && !isMoved
  })
  return left
    ? `The text says that all its times are in ${inHead.zone.name}, and "${left.text}" is not in the timeline.`
    : null
}

/** Replaces the name of the zone wherever it is stated for all times, or adds it to the column or heading. */
function zoneNameEdits(timed: readonly TimelineEvent[], to: Zone, postMortem: PostMortem): Edit[] {
  const stated = statedZones(postMortem.sections)
  if (stated.length > 0) {
    return stated.flatMap(({ section, start, end, text }) =>
      text === to.name ? [] : [{ section, start, end, newText: to.name }],
    )
  }
  const bare = timed.find(({ reading }) => !reading?.zone)
  const { duration, start: from, end: last } = postMortem.metadata
  const inHead = [duration, from, last].some((value) => readTimes(value?.value.text ?? '').some(({ zone }) => zone))
  if (!bare?.at || inHead || isSame(bare.at, to)) return []
  const slot = zoneSlot(bare, postMortem)
  if (!slot || slot.behind === null || (slot.isBold && /[*_]/.test(to.name))) return []
  return [{ section: slot.section, start: slot.behind, end: slot.behind, newText: ` (${to.name})` }]
}

function isSame(moment: Moment, to: Zone): boolean {
  return (
    moment.zone?.name === to.name || (moment.date !== null && offsetOf(moment) === offsetOf({ ...moment, zone: to }))
  )
}
