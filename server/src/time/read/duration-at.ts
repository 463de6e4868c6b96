import { DEFAULT_STYLE, type DurationStyle, isoStyle } from '../write/duration-format.ts'
import { type DurationUnit, NUMBER_WORDS, SECONDS, UNITS, type UnitLabel, unitLabel } from './duration-units.ts'
import { matchAt, sticky, stickyAnyCase } from './scan.ts'

/** A duration at a place, without the words around it. UTF-16 offsets. */
export interface PlainDuration {
  start: number
  end: number
  seconds: number
  /** Units written, largest first. */
  units: DurationUnit[]
  style: DurationStyle
  /** "half an hour", "a couple of hours". */
  vague?: boolean
}

/**
 * The plain duration (no `about`, no `over`) that starts exactly at an offset; null for none.
 * @param alone whether the text contains nothing else, so that single letters are units
 */
export function durationAt(text: string, at: number, alone: boolean): PlainDuration | null {
  return iso(text, at) ?? words(text, at, alone) ?? numbers(text, at, alone)
}

const ISO =
  /P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})(?:[.,]\d{1,9})?S)?)?(?![A-Za-z0-9])/y

function iso(text: string, at: number): PlainDuration | null {
  const match = matchAt(ISO, text, at)
  if (!match) return null
  const units = UNITS.filter((_, index) => match[index + 1] !== undefined)
  if (units.length === 0) return null
  const seconds = UNITS.reduce((sum, unit, index) => sum + Number(match[index + 1] ?? 0) * SECONDS[unit], 0)
  return { start: at, end: at + match[0].length, seconds, units, style: isoStyle(units) }
}

/** The end of a line inside a paragraph, and the indentation of the next. */
const BREAK = '␣?\\r?\\n␣{0,8}'
const AND_A_HALF = 'and␣a␣half'
const WORDS = stickyAnyCase`
  (?:(half)␣(?:an?␣)?|(quarter)␣of␣an?␣
  |(?:an?␣)?(couple)␣of␣
  |([A-Za-z]{1,7})(?:${BREAK}|␣)(?:(${AND_A_HALF})␣)?)
  ([A-Za-z]{3,7})(?![A-Za-z])(␣${AND_A_HALF})?
`

/** Between words and numbers of one duration: "seven hours and ten minutes". */
const AND = stickyAnyCase`,?(?:${BREAK}|␣)(?:and|og|und)(?:${BREAK}|␣)`

function words(text: string, at: number, alone: boolean): PlainDuration | null {
  const first = plainWords(text, at, alone)
  const joiner = first && !first.vague ? matchAt(AND, text, first.end) : null
  if (!first || !joiner) return first
  const next = first.end + joiner[0].length
  const second = plainWords(text, next, true) ?? numbers(text, next, true)
  const [unit, smaller] = [first.units[0], second?.units[0]]
  if (!second || second.vague || !unit || !smaller || SECONDS[smaller] >= SECONDS[unit]) return first
  return {
    start: at,
    end: second.end,
    seconds: first.seconds + second.seconds,
    units: [...first.units, ...second.units],
    style: { ...first.style, units: [...first.style.units, ...second.style.units], joiner: ' ', lastJoiner: ' and ' },
  }
}

function plainWords(text: string, at: number, alone: boolean): PlainDuration | null {
  const match = matchAt(WORDS, text, at)
  const label = match?.[6] ? unitLabel(match[6]) : null
  if (!match || !label || !/^(?:week|day|hour|minute|second|min)s?$/i.test(label.one)) return null
  const [whole, half, quarter, couple, number, halfBefore, , halfAfter] = match
  // "a second attempt", "twice a day": of these only "an hour" is a duration in prose.
  if (!alone && /^an?$/i.test(number ?? '') && label.unit !== 'hour') return null
  const count = half ? 0.5 : quarter ? 0.25 : couple ? 2 : NUMBER_WORDS.get(number?.toLowerCase() ?? '')
  if (count === undefined) return null
  const seconds = Math.round((count + (halfBefore || halfAfter ? 0.5 : 0)) * SECONDS[label.unit])
  const style = { ...DEFAULT_STYLE, units: [label], gap: ' ' }
  // "half an hour" is an estimate.
  const vague = [half, quarter, couple, halfBefore, halfAfter].some(Boolean)
  return { start: at, end: at + whole.length, seconds, units: [label.unit], style, vague }
}

const NUMBER = /(\d{1,3}(?:,\d{3}){1,2}|\d{1,8})(?:[.,](\d{1,3}))?/y
const UNIT = sticky`(␣{0,2}|-|${BREAK})([A-Za-zø]{1,8}|[週日時分秒](?:間(?!隔))?)(?![A-Za-zø\d])`
const UNIT_GLUED = /()([A-Za-z]{1,4}|[週日時分秒](?:間(?!隔))?)(?=\d)/y
const JOINER = sticky`(?:,|␣?(?:and|og|und|&)(?:${BREAK})?)?␣{0,2}(?:(?:and|og|und)␣)?(?=\d)`

interface Part {
  value: number
  decimals: number
  digits: string
  gap: string
  label: UnitLabel
  joiner: string
  end: number
}

function numbers(text: string, at: number, alone: boolean): PlainDuration | null {
  const parts: Part[] = []
  let next = at
  while (parts.length < UNITS.length) {
    const last = parts.at(-1)
    const joiner = last ? matchAt(JOINER, text, next) : null
    if (last && (!joiner || last.decimals > 0)) break
    const part = partAt(text, next + (joiner?.[0].length ?? 0), joiner?.[0] ?? '', last)
    if (!part) break
    parts.push(part)
    next = part.end
  }
  const [first] = parts
  if (!first || (!alone && !isConvincing(parts))) return null
  const units = parts.map(({ label }) => label.unit)
  const seconds = inMilliseconds(parts.reduce((sum, { value, label }) => sum + value * SECONDS[label.unit], 0))
  return { start: at, end: next, seconds, units, style: styleOf(parts) }
}

/** Line breaks are not written back. */
function inLine(gap: string): string {
  return gap.replace(/\s*\n\s*/, ' ')
}

/** Whole milliseconds, so that `1.1 hours` is not 3960.0000000000005 s. */
function inMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}

/** One number with its unit, which is smaller than the previous one; `1h30` may omit the unit of minutes. */
function partAt(text: string, at: number, joiner: string, last: Part | undefined): Part | null {
  const number = matchAt(NUMBER, text, at)
  if (!number) return null
  const [whole, digits = '', fraction = ''] = number
  const value = Number(`${digits.replaceAll(',', '')}.${fraction || '0'}`)
  const after = at + whole.length
  const unit = matchAt(UNIT, text, after) ?? matchAt(UNIT_GLUED, text, after)
  const label = unit?.[2] ? unitLabel(unit[2]) : null
  const common = { value, digits, decimals: fraction.length, joiner: inLine(joiner) }
  if (unit && label && (!last || SECONDS[label.unit] < SECONDS[last.label.unit])) {
    // `a 10-day period` has no plural.
    const form = unit[1] === '-' ? { ...label, many: label.one } : label
    return { ...common, gap: inLine(unit[1] ?? ''), label: form, end: after + unit[0].length }
  }
  const isMinutes =
    last?.label.many === 'h' && joiner === '' && digits.length === 2 && !/[\d:.A-Za-z]/.test(text.charAt(after))
  if (!isMinutes) return null
  return { ...common, gap: '', label: { unit: 'minute', one: '', many: '' }, end: after }
}

/** Single letters mean many things in prose: `512m` of memory, `504s` for HTTP errors, `5 m` of cable. */
function isConvincing(parts: readonly Part[]): boolean {
  const [first] = parts
  if (!first || parts.length > 1) return true
  const { one, many } = first.label
  // Norwegian for an hour, English for something else.
  if (one === 'time' && first.value === 1 && many === 'timer') return false
  if (one.length > 1 || /[週日時分秒]/.test(one)) return true
  if (one === 'h') return first.gap !== '-'
  if (first.gap !== '') return false
  if (one === 's') return !/^[1-5]\d\d$/.test(first.digits)
  return first.value <= 240
}

/** `1:23` or `1:23:45` at an offset, which is a duration only in places for durations; else null. */
export function clockDurationAt(text: string, at: number): PlainDuration | null {
  const match = matchAt(/(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?![\d:])/y, text, at)
  if (!match) return null
  const units: DurationUnit[] = match[3] ? ['hour', 'minute', 'second'] : ['hour', 'minute']
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)
  const style: DurationStyle = {
    ...DEFAULT_STYLE,
    kind: 'clock',
    padded: match[1]?.length === 2 && match[1].startsWith('0'),
  }
  style.units = units.map((unit) => ({ unit, one: '', many: '' }))
  return { start: at, end: at + match[0].length, seconds, units, style }
}

function styleOf(parts: readonly Part[]): DurationStyle {
  const [first, ...later] = parts
  const gap = first?.gap ?? ''
  const usual = gap === '' && /[週日時分秒]/.test(first?.label.many ?? '') ? '' : ' '
  return {
    kind: 'units',
    prefix: '',
    units: parts.map(({ label }) => label),
    gap,
    joiner: later[0]?.joiner ?? usual,
    lastJoiner: later.at(-1)?.joiner ?? usual,
    decimals: parts.at(-1)?.decimals ?? 0,
    padded: later.some(({ digits }) => digits.length === 2 && digits.startsWith('0')),
    keepsZeros: parts.length > 1 && parts.some(({ value }) => value === 0),
  }
}
