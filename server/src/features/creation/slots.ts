/** The open places of a value, by what is to be written there: `[Start time] to [End time] ([Total duration])`. */
import { COLUMN_WORDS, METADATA_WORDS, TITLE_WORDS } from '../../lexicon/lexicons.ts'
import type { Unfilled } from '../../model/content/unfilled.ts'
import type { Range } from '../../outline/outline.ts'
import { valueTypeOf } from '../../template/value-type.ts'
import { inZone, type Moment, patternIn, readTimes, writePattern, zoneText } from '../../time/index.ts'

/** What a slot waits for; `moment` is a day with its time. */
export type SlotKind = 'id' | 'day' | 'clock' | 'moment' | 'end' | 'length' | 'zone' | 'other'

/** An open place in a text. */
export interface OpenSlot extends Range {
  readonly text: string
  readonly kind: SlotKind
}

/** The slots of a text, in order; a text that waits as a whole is one: `P0/P1/P2/P3`, or nothing. */
export function slotsIn(text: string, unfilled: Unfilled): OpenSlot[] {
  const found = unfilled.find(text).map(({ start, end }) => slotAt(text, start, end))
  return found.length === 0 && unfilled.is(text) ? [slotAt(text, 0, text.length)] : found
}

function slotAt(text: string, start: number, end: number): OpenSlot {
  const own = text.slice(start, end)
  return { start, end, text: own, kind: slotKind(own) }
}

/** What a sample such as `[Date of incident]`, `HH:MM` or `[Startzeit]` waits for, by its pattern or its words. */
export function slotKind(sample: string): SlotKind {
  const type = valueTypeOf(sample, { name: '', metrics: false, idPattern: null }).kind
  if (type === 'id') return 'id'
  const inner = withoutBrackets(sample)
  const { date, clock } = patternIn(inner)
  if (date !== null || clock !== null) return date === null ? 'clock' : clock === null ? 'day' : 'moment'
  const names = METADATA_WORDS.named(inner)
  if (names.includes('end')) return 'end'
  if (names.includes('zone')) return 'zone'
  if (names.includes('duration') || type === 'duration' || type === 'offset') return 'length'
  if (isMomentName(inner)) return 'moment'
  if (type === 'date' || names.includes('date')) return 'day'
  if (type === 'time' || names.includes('start') || COLUMN_WORDS.named(inner).includes('time')) return 'clock'
  // An incident is also what happened.
  return names.includes('id') && !TITLE_WORDS.named(inner).includes('failure') ? 'id' : 'other'
}

/** `Date and time`, `Datum/Uhrzeit`, `日時`: a name for a day with its time. */
export function isMomentName(name: string): boolean {
  const means = (text: string) => [...METADATA_WORDS.named(text), ...COLUMN_WORDS.named(text)] as readonly string[]
  const roles = means(name)
  if (roles.includes('time') && METADATA_WORDS.named(name).includes('date')) return true
  const words = name.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '')
  const holds = (role: string) => words.some((word) => means(word).includes(role))
  return words.length > 1 && holds('date') && words.some((word) => !means(word).includes('date') && isTimeWord(word))
}

function isTimeWord(word: string): boolean {
  return COLUMN_WORDS.named(word).includes('time') && !METADATA_WORDS.named(word).includes('start')
}

function withoutBrackets(sample: string): string {
  return sample.replace(/^[\s[{<*_`]+|[\s\]}>*_`]+$/g, '')
}

/**
 * What is written into a slot: in the pattern that it shows, else ISO. A zone that its pattern names is that of the time.
 * @param writesZone whether the zone is to be written behind the time
 */
export function slotText(slot: OpenSlot, kind: 'day' | 'clock' | 'moment', at: Moment, writesZone: boolean): string {
  const inner = withoutBrackets(slot.text)
  const named = readTimes(writePattern(inner, at))[0]?.zone?.zone ?? null
  const moment = (named && inZone(at, named)) ?? at
  const pattern = patternIn(inner)
  // The name of a zone does not tell the two times apart that the clock shows when summer time ends.
  const zone = writesZone && !named && at.zone ? ` ${at.repeated ? zoneText(at) : at.zone.name}` : ''
  if (kind === 'day') return pattern.date === null ? (moment.date ?? '') : writePattern(pattern.date, moment)
  const clock = pattern.clock === null ? (moment.clock?.slice(0, 5) ?? '') : null
  if (kind === 'clock') return (clock ?? writePattern(inner, { ...moment, date: null })) + zone
  return (
    (pattern.date === null
      ? `${moment.date} ${clock ?? writePattern(pattern.clock ?? '', moment)}`
      : writePattern(inner, moment)) + zone
  )
}
