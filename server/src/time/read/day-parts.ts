import { matchAt, stickyAnyCase } from './scan.ts'
import { ABOUT } from './time-words.ts'

/** A part of a day, which stands for a clock time that nobody noted: `14 March, around noon`. */
export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening'

/** From which hour to which a part lasts. */
export const DAY_PART_HOURS: Readonly<Record<DayPart, readonly [from: number, to: number]>> = {
  morning: [6, 12],
  noon: [11, 14],
  afternoon: [12, 18],
  evening: [18, 24],
}

/** English, Norwegian, German, French, Spanish, Portuguese, Japanese. */
const WORDS: Readonly<Record<DayPart, string>> = {
  noon: 'noon|midday|midt␣på␣dagen|mittags?|midi|mediodía|meio-dia|正午',
  afternoon: 'afternoon|ettermiddag(?:en)?|nachmittags?|après-midi|tarde|午後',
  evening: 'evening|kveld(?:en)?|abends?|soir(?:ée)?|noche|noite|夕方',
  morning: 'morning|morgenen?|formiddag(?:en)?|morgens|vormittags?|matin(?:ée)?|mañana|manhã|午前',
}

const PARTS = Object.keys(WORDS) as DayPart[]
const LEAD = `(?:in␣the|in␣der|am|zur?|i|om|på|en␣la|por␣la|a␣la|dans␣la|dans␣l['’]|pela|à|à␣la|al|a[uo]|de|at|early|late|${ABOUT})`
const DAY_PART = stickyAnyCase`
  ,?␣?((?:${LEAD}(?:␣|(?<=['’]))|[~≈約]){0,3})(?:${PARTS.map((part) => `(${WORDS[part]})`).join('|')})
  (?![A-Za-z\u00c0-\u024f\d])
`
const BREAK = /[ \t*_`)\]]{0,6}(?:[,:;.|–—-]|$)/y

/** What spares most texts the search. */
const MAY_BE_PART = new RegExp(Object.values(WORDS).join('|').replaceAll('␣', ' '), 'i')
/** In UTF-16 code units: the longest words before a part of the day. */
const MAX_LEAD = 40

/** Where a text begins with a part of the day, behind marks: `Around noon: …`. */
export function dayPartAtStart(text: string): { part: DayPart; start: number; end: number } | null {
  if (!MAY_BE_PART.test(text.slice(0, MAX_LEAD))) return null
  const start = matchAt(MARKS, text, 0)?.[0].length ?? 0
  const found = dayPartAt(text, start)
  return found && { ...found, start }
}

const MARKS = /[\s*_`"'“‘「『(（[【<>|-]{0,16}/y

/** A part of the day behind a date; without a word before it only where a sign follows. */
export function dayPartAt(text: string, at: number): { part: DayPart; end: number } | null {
  const match = matchAt(DAY_PART, text, at)
  const part = match && PARTS.find((_, index) => match[index + 2] !== undefined)
  if (!match || !part) return null
  const end = at + match[0].length
  return match[1] === '' && !matchAt(BREAK, text, end) ? null : { part, end }
}
