import type { Moment } from '../moment.ts'
import type { DateOrder, ReadOptions } from '../read/date-at.ts'
import { fillTimeSlots, momentOfSpelling, type TimeSlot, timeSlotsOf } from '../read/slots.ts'
import { ABOUT } from '../read/time-words.ts'
import { shiftReading, type TimeReading } from '../time-point.ts'
import { meridiemOf } from './write-clock.ts'

/** The notation of a time, by an example. Plain JSON. */
export interface TimeStyle {
  /** A time in that notation; offsets are relative to its own text. Of a range only the start counts. */
  example: TimeReading
  /** Order of day and month, if the example is ambiguous. */
  dateOrder: DateOrder | null
}

/** The notation of a written time. */
export function timeStyleOf(reading: TimeReading, options: ReadOptions = {}): TimeStyle {
  return { example: shiftReading(reading, -reading.start), dateOrder: options.dateOrder ?? null }
}

/**
 * A moment in the notation of an example: `2:02 PM`, `2024-01-15T14:02Z`, `Jan 15, 14:02`, `00:30 UTC / 17:30 PDT`.
 * Parts that the example does not have are not written (its zone is in the column, its date in the heading), nor are
 * parts that are not known: an unknown zone is never written as the example's. Seconds are written only in a notation
 * with seconds. `~` and its like are written when the moment is approximate. Unbalanced emphasis and brackets are left
 * out. Empty when no part of the notation is known.
 */
export function formatTime(moment: Moment, { example, dateOrder }: TimeStyle): string {
  const pieces = piecesOf(example, moment, dateOrder)
  if (!pieces.some(({ slot }) => slot)) return ''
  const isMarked = pieces.some(({ text, slot }) => !slot && hasAbout(text))
  const written = pieces.map(({ text, slot }) => {
    if (slot) return text
    const plain = text.replace(/[*_`]/g, '')
    return moment.approximate ? plain : withoutAbout(plain)
  })
  const mark = !moment.approximate || isMarked ? '' : /[年月時]/.test(written.join('')) ? '約' : '~'
  return mark + balanced(written.join('')).trim()
}

/** A part with its new text, or the text between two parts. */
interface Piece {
  text: string
  slot: TimeSlot | null
}

function piecesOf(example: TimeReading, moment: Moment, order: DateOrder | null): Piece[] {
  const { text, until } = example
  const own = timeSlotsOf(example)
  const shared = until?.zone && !own.some(({ kind }) => kind === 'zone') ? until.zone : null
  const isTwelve = until?.clock?.meridiem && !example.clock?.meridiem
  const meridiem = isTwelve && until?.clock ? meridiemOf(text.slice(until.clock.start, until.clock.end)) : null
  const of = (reading: TimeReading, at: Moment, slots: TimeSlot[]) =>
    fillTimeSlots(slots, text, reading, at, order, meridiem ? { text: meridiem, place: 'own' } : null)
  const pieces = knownPieces(text, 0, own, of(example, moment, own))
  if (shared && until?.clock && moment.zone && pieces.length > 0) {
    const slots: TimeSlot[] = [{ kind: 'zone', start: shared.start, end: shared.end }]
    pieces.push(...knownPieces(text, until.clock.end, slots, of({ ...example, zone: shared }, moment, slots)))
  }
  let end = shared?.end ?? own.at(-1)?.end ?? 0
  for (const other of example.also) {
    const there = momentOfSpelling(example, other, moment)
    const slots = timeSlotsOf(other)
    if (!there) break
    pieces.push(...knownPieces(text, end, slots, of(other, there, slots)))
    end = slots.at(-1)?.end ?? end
  }
  const tail = (until && !shared) || example.openEnded ? '' : text.slice(end, until?.end ?? text.length)
  return pieces.some(({ slot }) => slot) ? [...pieces, { text: tail, slot: null }] : []
}

/** The known slots, with the text between them; a slot that is left out removes the text before it. */
function knownPieces(
  text: string,
  from: number,
  slots: readonly TimeSlot[],
  written: readonly (string | null)[],
): Piece[] {
  const pieces: Piece[] = []
  let end = from
  slots.forEach((slot, index) => {
    const replaced = written[index] ?? null
    const isBesideGap = pieces.length === 0 && index > 0
    if (replaced !== null) {
      if (!isBesideGap) pieces.push({ text: text.slice(end, slot.start), slot: null })
      pieces.push({ text: replaced, slot })
    }
    end = slot.end
  })
  return pieces
}

const MARK = new RegExp(
  `[~≈～約]|(?:${ABOUT.replaceAll('␣', ' ')})(?![a-z])|頃|ごろ|前後|-?ish|\\?|[(（](?:approx|ca|circa)[a-z]*\\.?[)）]`,
  'gi',
)

function hasAbout(text: string): boolean {
  return withoutAbout(text) !== text
}

function withoutAbout(text: string): string {
  const plain = text.replace(MARK, '')
  return plain === text ? text : plain.replace(/ {2,}/g, ' ')
}

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '）': '（' }

/** Removes unbalanced brackets, whose counterparts are in the text around the example. */
function balanced(text: string): string {
  const open: number[] = []
  const dropped = new Set<number>()
  const characters = Array.from({ length: text.length }, (_, index) => text.charAt(index))
  characters.forEach((character, index) => {
    if (Object.values(PAIRS).includes(character)) open.push(index)
    const opener = PAIRS[character]
    if (opener && characters[open.at(-1) ?? -1] === opener) open.pop()
    else if (opener) dropped.add(index)
  })
  for (const index of open) dropped.add(index)
  return characters.filter((_, index) => !dropped.has(index)).join('')
}
