import type { DurationStyle } from '../write/duration-format.ts'
import type { PlainDuration } from './duration-at.ts'
import type { DurationUnit } from './duration-units.ts'
import { ending, matchAt, stickyAnyCase, textBefore } from './scan.ts'

/** A duration in a text. Offsets are UTF-16 and include `about` and `over`. */
export interface DurationReading {
  start: number
  end: number
  seconds: number
  /** Marked as approximate: `~`, about, 約. */
  approximate: boolean
  /** `over two hours` is a lower bound, `up to 5 min` an upper one; null for neither. */
  bound: 'over' | 'under' | null
  smallestUnit: DurationUnit
  /** Its notation, for `formatDuration`. */
  style: DurationStyle
}

const APPROXIMATE =
  '~|≈|～|about|around|approximately|approx\\.?|roughly|nearly|almost|close to|' +
  'circa|ca\\.?|omtrent|rundt|およそ|約|ほぼ'
const OVER = 'a (?:bit|little) over|(?:just |well |slightly )?over|more than|at least|minst|over|>=|≥|>'
const UNDER = '(?:just )?under|less than|fewer than|up to|at most|maks|<=|≤|<'
/** What may precede a duration that is alone. Sticky. */
export const LEAD = stickyAnyCase`(?:(?:${APPROXIMATE}|${OVER}|${UNDER}|\+|for|the)␣{0,2}){0,3}`
const LEADING = ending`(?:(${APPROXIMATE})|(${OVER})|(${UNDER})|(\+))␣{0,2}`
const TRAILING = stickyAnyCase`
  ␣?(?:(ほど|程度|くらい|ぐらい|前後|-?ish(?![a-z]))
  |(以上|超|\+(?![\d])|or more(?![a-z]))|(以内|未満|or less(?![a-z])))
`

/**
 * Includes the words around a duration that make it approximate or a bound.
 * @param from the offset before which nothing may be included
 */
export function qualify(text: string, found: PlainDuration, from: number): DurationReading {
  let { start, end, style } = found
  let approximate = found.vague ?? false
  let bound: 'over' | 'under' | null = null
  for (let count = 0; count < 2; count++) {
    const head = textBefore(text, start, Math.min(16, start - from))
    const match = LEADING.exec(head)
    if (!match || (/[A-Za-z0-9]$/.test(head.slice(0, match.index)) && /^[A-Za-z]/.test(match[0]))) break
    start -= match[0].length
    if (match[1]) approximate = true
    else if (match[2]) bound = 'over'
    else if (match[3]) bound = 'under'
    if (match[1] || match[4]) style = { ...style, prefix: match[0] + style.prefix }
  }
  const trailing = matchAt(TRAILING, text, end)
  if (trailing) {
    end += trailing[0].length
    if (trailing[1]) approximate = true
    else bound = trailing[2] ? 'over' : 'under'
  }
  return { start, end, seconds: found.seconds, approximate, bound, smallestUnit: found.units.at(-1) ?? 'second', style }
}
