import type { Edit } from '../../edits/edit.ts'
import { memoize } from '../../memoize.ts'
import { typedValues } from '../../model/content/typed-values.ts'
import { optionsOf } from '../../model/content/written.ts'
import type { Place, PostMortem, Section, TimelineEvent } from '../../model/post-mortem.ts'
import type { Inline } from '../../outline/outline.ts'
import type { Template } from '../../template/template.ts'
import { shortened } from '../../text.ts'
import { type ClockReading, type DateOrder, readTimeAtStart, readTimes, type TimeReading } from '../../time/index.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/**
 * A time of day that does not exist. The 24-hour clock with AM or PM is common, so it is reported once per document.
 */
export const invalidTime = defineRule({
  severity: 'warning',
  description: 'A time of day does not exist, or has AM or PM on the 24-hour clock.',
  scope: 'document',
  check,
  fix,
})

/** A clock time in the document. */
interface PlacedClock extends Place {
  readonly text: string
  readonly clock: ClockReading
}

function check(postMortem: PostMortem): Report[] {
  const clocks = clocksOf(postMortem)
  const impossible = clocks.filter((placed) => whyImpossible(placed) !== null)
  return [...impossible.map(reportOf), ...contradictory(clocks)]
}

function fix({ data }: Finding, postMortem: PostMortem): Fix[] {
  if (data['kind'] !== 'meridiem') return []
  const edits = contradictoryClocks(clocksOf(postMortem)).flatMap(withoutMeridiem)
  const [first] = edits
  if (!first) return []
  const title = edits.length === 1 ? 'Remove PM' : `Remove PM from ${edits.length} times`
  return [{ title, edits, preferred: true }]
}

function reportOf(placed: PlacedClock): Report {
  const { section, start, end, text } = placed
  return { section, start, end, message: `There is no time ${shortened(text)}: ${whyImpossible(placed)}.` }
}

/** Checks the clock time itself, since the two ends of a range share one problem. */
function whyImpossible({ clock: { hour, minute, second, meridiem }, text }: PlacedClock): string | null {
  const isEndOfDay = hour === 24 && minute === 0 && !second && !meridiem
  if (hour > 23 && !isEndOfDay) {
    return /[ap]\.?m/i.test(text) ? 'hours end at 12 with AM or PM' : 'the hours of a day end at 23'
  }
  if (minute > 59) return 'the minutes end at 59'
  return (second ?? 0) > 59 ? 'the seconds end at 59' : null
}

/** One finding for all, at the first one. */
function contradictory(clocks: readonly PlacedClock[]): Report[] {
  const [first, ...others] = contradictoryClocks(clocks)
  if (!first) return []
  const { section, start, end, text } = first
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  const message = `"${shortened(text)}" ${whyContradictory(first)}${more}.`
  const related = others.map(({ text: _text, clock: _clock, ...place }) => ({ ...place, message: 'Here too.' }))
  return [{ section, start, end, message, related, data: { kind: 'meridiem' } }]
}

function whyContradictory({ text, clock }: PlacedClock): string {
  if (clock.meridiem === 'am') return 'contradicts itself: hours over 12 are in the afternoon'
  if (/^0/.test(text)) return 'contradicts itself: hour 0 is in the morning'
  return 'needs no PM: hours over 12 are on the 24-hour clock'
}

function contradictoryClocks(clocks: readonly PlacedClock[]): PlacedClock[] {
  return clocks.filter(contradictsItself)
}

function contradictsItself(placed: PlacedClock): boolean {
  const { text, clock } = placed
  if (clock.meridiem === null) return false
  const written = Number(/\d{1,2}/.exec(text)?.[0] ?? 1)
  // 午後0時 is the usual notation of noon.
  const isBoth = written > 12 || (written === 0 && clock.meridiem === 'pm' && !text.startsWith('午'))
  return isBoth && whyImpossible(placed) === null
}

/** `13:55 PM` becomes `13:55`; `13:55 AM` and `0:25 PM` stay, since they could be in either half of the day. */
function withoutMeridiem({ section, start, text }: PlacedClock): Edit[] {
  const half = /\s?p\.?m\.?$/i.exec(text)
  if (!half || /^0{1,2}\D/.test(text)) return []
  return [{ section, start: start + half.index, end: start + text.length, newText: '' }]
}

/** The clock times of timeline entries, of typed fields, and of the head; each once, in order. */
function clocksOf(postMortem: PostMortem): PlacedClock[] {
  const { sections, timeline, template, dateOrder, metadata } = postMortem
  const schema = template?.template ?? null
  const { start, end, duration } = metadata
  const inHead = [start, end, duration].flatMap((field) =>
    field && !field.unfilled ? clocksIn(field.value, field.section, dateOrder, field === duration) : [],
  )
  const found = new Map<string, PlacedClock>()
  const all = [
    ...timeline.flatMap(clocksOfEvent),
    ...sections.flatMap((section) => clocksOfSection(section, schema, dateOrder)),
    ...inHead,
  ]
  for (const clock of all) found.set(`${clock.section} ${clock.start}`, clock)
  return [...found.values()].sort((a, b) => a.section - b.section || a.start - b.start)
}

function clocksOfEvent({ section, time, reading }: TimelineEvent): PlacedClock[] {
  return time && reading ? clocksOfReading(section, time.start, time.text, reading) : []
}

const clocksOfSection = memoize((section: Section, template: Template | null, dateOrder: DateOrder | null) => {
  const values = typedValues(section, { template: template && { template, chosen: true } })
  return values.flatMap(({ type, value, unfilled }) =>
    !unfilled && type.kind === 'time' ? clocksIn(value, section.index, dateOrder, false) : [],
  )
})

const clocksIn = memoize(
  (value: Inline, section: number, dateOrder: DateOrder | null, isWindow: boolean): readonly PlacedClock[] => {
    const { start, text } = value
    const options = optionsOf({ dateOrder })
    const first = readTimeAtStart(text, { ...options, rowStart: true })
    const readings = [...(first ? [first] : []), ...readTimes(text, options)]
    // `36:15` alone is a duration.
    const meant = readings.filter(({ until }) => !isWindow || until)
    return meant.flatMap((reading) => clocksOfReading(section, start, text, reading))
  },
)

function clocksOfReading(section: number, base: number, text: string, reading: TimeReading): PlacedClock[] {
  return [reading, reading.until, ...reading.also].flatMap((part) => {
    if (!part?.clock || part.date?.impossible) return []
    const { start, end } = part.clock
    return [{ section, start: base + start, end: base + end, text: text.slice(start, end), clock: part.clock }]
  })
}
