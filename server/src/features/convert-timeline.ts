/** Writes the times of a timeline, and those of the head that belong to them, in another time zone. */
import type { PostMortem, TimelineEvent } from '../model/post-mortem.ts'
import { writtenTimes } from '../model/written.ts'
import { zoneSlot } from '../model/zone-name.ts'
import { statedZones } from '../model/zone-places.ts'
import type { Edit } from '../rules/rule.ts'
import { inZone, type Moment, offsetOf, readTimes, readZone, type Zone } from '../time/index.ts'
import type { DocumentContext } from './context.ts'
import { withDates } from './convert-dates.ts'
import { isTimeline, moved, timesToMove, type WrittenMoment } from './convert-times.ts'

/** A zone to choose from. */
export interface ZoneChoice {
  /** As it is written into the document. */
  readonly name: string
  readonly zone: Zone
  /** Whose it is: `this document`; empty for one that is only common. */
  readonly whose: string
}

/** Zones to convert to: UTC, the document's, the team's and the reader's, then common ones. */
export function zoneChoices({ postMortem, config, readerZone }: DocumentContext): ZoneChoice[] {
  const first: [Zone | null, string][] = [
    [readZone('UTC'), ''],
    [postMortem.zone, 'this document'],
    [config.timeZone === null ? null : readZone(config.timeZone), 'your team'],
    [readZone(readerZone), 'you'],
    ...COMMON.map((name): [Zone | null, string] => [readZone(name), '']),
  ]
  const choices = new Map<string, ZoneChoice>()
  for (const [zone, whose] of first) {
    if (!zone || !isKnown(zone)) continue
    const before = choices.get(zone.name)
    const joined = [before?.whose ?? '', whose].filter((part) => part !== '').join(', ')
    choices.set(zone.name, { name: zone.name, zone, whose: joined })
  }
  return [...choices.values()]
}

const COMMON = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Helsinki',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
]

/**
 * Every time of the timeline in another zone, with the names of the zone; refused, with the reason, where that cannot
 * be done without a doubt. What is written is read again, and refused when it says another instant than before.
 */
export function convertTimeline(
  context: DocumentContext,
  to: Zone,
): { readonly edits: Edit[] } | { readonly refused: string } {
  const { postMortem } = context
  if (!isKnown(to)) return { refused: `It is not clear which time zone ${to.name} is.` }
  const timed = postMortem.timeline.filter(({ time, reading }) => time && reading?.clock)
  if (timed.length === 0) return { refused: 'The timeline has no clock times.' }
  for (const event of timed) {
    const refused = problemOf(event, to)
    if (refused !== null) return { refused }
  }
  const times = timesToMove(postMortem)
  const elsewhere = stateElsewhere(postMortem, times)
  if (elsewhere !== null) return { refused: elsewhere }
  const edits = [...times.flatMap((time) => moved(time, to, postMortem)), ...namesOf(timed, to, postMortem)]
  const found = withDates(context, to, edits)
  if ('edits' in found) return found
  const what = found.changed?.time ? `on which day "${found.changed.time.text}" was` : 'when it started and ended'
  return { refused: `In ${to.name} the text would not say ${what}: write the dates first.` }
}

/** Why one entry cannot be converted, null when it can. */
function problemOf({ time, reading, at, until, uncertain, form }: TimelineEvent, to: Zone): string | null {
  const text = `"${time?.text ?? ''}"`
  if (!reading || reading.problem === 'impossible' || !at?.clock) return `${text} is no time that exists.`
  if (!at.zone || !isKnown(at.zone)) return 'The zone of these times is not known.'
  if (uncertain) return `It is not clear on which day ${text} was.`
  const isCell = form === 'row' || form === 'phase'
  if (isCell && readTimes(time?.text ?? '').filter(({ clock }) => clock).length > 1) return `${text} are several times.`
  for (const moment of [at, ...(until ? [until] : [])]) {
    if (!moment.date && !(moment.zone?.fixedOffset && to.fixedOffset)) {
      return `It is not known on which day ${text} was, and with it the hour of daylight saving.`
    }
    const here = moment.date && moment.zone ? inZone(moment, moment.zone) : moment
    if (here?.clock !== moment.clock) return `${text} was skipped on ${moment.date}, when the clocks went forward.`
    const there = inZone(moment, to)
    if (there?.repeated && !reading.zone) return `${text} would be ${there.clock}, which came twice on ${there.date}.`
  }
  return null
}

/** A sentence in the head speaks for times elsewhere too, which are left as they are: the reason, null without any. */
function stateElsewhere(postMortem: PostMortem, times: readonly WrittenMoment[]): string | null {
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

/** The zone by its new name wherever it is stated for all times, or put behind the column or heading. */
function namesOf(timed: readonly TimelineEvent[], to: Zone, postMortem: PostMortem): Edit[] {
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

function isKnown({ id, fixedOffset }: Zone): boolean {
  return id !== null || fixedOffset !== null
}
