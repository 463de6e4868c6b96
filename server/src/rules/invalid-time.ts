import type { Place, PostMortem } from '../model/post-mortem.ts'
import { typedValues } from '../model/typed-values.ts'
import { optionsOf } from '../model/written.ts'
import type { Inline } from '../outline/outline.ts'
import { type ClockReading, readTimeAtStart, readTimes, type TimeReading } from '../time/index.ts'
import type { Edit, Finding, Fix, Report, Rule } from './rule.ts'
import { shortened } from './wording.ts'

/** A time of day that does not exist. A 24-hour clock with AM or PM is common: once for a document. */
export const invalidTime: Rule = {
  meta: {
    id: 'invalid-time',
    group: 'metadata',
    severity: 'warning',
    aboutUnfinished: false,
    description: 'A time of day does not exist, or has AM or PM on the 24-hour clock.',
    since: '0.1.0',
  },
  scope: 'document',
  check,
  fix,
}

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

/** By the clock itself: the reading of a range has one problem for both its ends. */
function whyImpossible({ clock: { hour, minute, second, meridiem }, text }: PlacedClock): string | null {
  const isEndOfDay = hour === 24 && minute === 0 && !second && !meridiem
  if (hour > 23 && !isEndOfDay) {
    return /[ap]\.?m/i.test(text) ? 'hours end at 12 with AM or PM' : 'the hours of a day end at 23'
  }
  if (minute > 59) return 'the minutes end at 59'
  return (second ?? 0) > 59 ? 'the seconds end at 59' : null
}

/** One finding for all of them, at the first. */
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
  return clocks.filter((placed) => {
    const { text, clock } = placed
    const written = Number(/\d{1,2}/.exec(text)?.[0] ?? 1)
    // 午後0時 is the usual name of noon.
    const isBoth = written > 12 || (written === 0 && clock.meridiem === 'pm' && !text.startsWith('午'))
    return clock.meridiem !== null && isBoth && whyImpossible(placed) === null
  })
}

/** `13:55 PM` as `13:55`; `13:55 AM` and `0:25 PM` stay, which could be either half of the day. */
function withoutMeridiem({ section, start, text }: PlacedClock): Edit[] {
  const half = /\s?p\.?m\.?$/i.exec(text)
  if (!half || /^0{1,2}\D/.test(text)) return []
  return [{ section, start: start + half.index, end: start + text.length, newText: '' }]
}

/** The clock times of timeline entries, of typed fields, and of the head; each once, in order. */
function clocksOf(postMortem: PostMortem): PlacedClock[] {
  const found = new Map<string, PlacedClock>()
  const add = (section: number, base: number, text: string, reading: TimeReading) => {
    for (const part of [reading, reading.until, ...reading.also]) {
      if (!part?.clock || part.date?.impossible) continue
      const { start, end } = part.clock
      const place = { section, start: base + start, end: base + end }
      found.set(`${section} ${place.start}`, { ...place, text: text.slice(start, end), clock: part.clock })
    }
  }
  for (const { section, time, reading } of postMortem.timeline) {
    if (time && reading) add(section, time.start, time.text, reading)
  }
  const addValue = (section: number, { start, text }: Pick<Inline, 'start' | 'text'>, isWindow: boolean) => {
    const options = optionsOf(postMortem)
    const first = readTimeAtStart(text, { ...options, rowStart: true })
    for (const reading of [...(first ? [first] : []), ...readTimes(text, options)]) {
      // `36:15` alone is how long it took.
      if (!isWindow || reading.until) add(section, start, text, reading)
    }
  }
  for (const section of postMortem.sections) {
    for (const { type, value, unfilled } of typedValues(section, postMortem)) {
      if (!unfilled && type.kind === 'time') addValue(section.index, value, false)
    }
  }
  const { start, end, duration } = postMortem.metadata
  for (const field of [start, end, duration]) {
    if (field && !field.unfilled) addValue(field.section, field.value, field === duration)
  }
  return [...found.values()].sort((a, b) => a.section - b.section || a.start - b.start)
}
