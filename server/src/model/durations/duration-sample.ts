/** What a placeholder shows of how a duration is to be written: `[X min]`, `+X min`, `Xh Ym`. */
import type { Range } from '../../outline/outline.ts'
import { type DurationStyle, readDuration } from '../../time/index.ts'

/** A duration with letters, or a zero, in place of its numbers. */
export interface DurationSample {
  /** `+`, `T+`; empty for none. */
  readonly sign: string
  readonly style: DurationStyle
  /** It stands for no time at all: `[0 min]`. */
  readonly isZero: boolean
}

/** What may stand around a sample. */
const AROUND = /^[\s[({<*_`]+|[\])}>*_`\s]+$/g
/** A letter or sign in place of a number: before a unit, or between two units. */
const UNKNOWN_NUMBER = /(?<!\p{L})(?:[XYZN]{1,3}|[xn]{1,3}|#{1,3}|_{1,3})(?=\s?\p{L})/gu
const MAX_LENGTH = 30

/** Null where it is no sample: a duration as it is, words. */
export function durationSample(text: string): DurationSample | null {
  if (text.length > MAX_LENGTH) return null
  const bare = text.replace(AROUND, '')
  const sign = /^(?:[Tt]\s?)?\+/.exec(bare)?.[0] ?? ''
  const rest = bare.slice(sign.length).trim()
  const isBracketed = bare.length < text.trim().length && /^[\s*_`]*[[{<]/.test(text)
  const numbered = rest.replace(UNKNOWN_NUMBER, '2')
  const isZero = numbered === rest
  if (isZero && !(isBracketed && /^0\s?\p{L}+$/u.test(rest))) return null
  const reading = readDuration(numbered)
  return reading ? { sign, style: { ...reading.style, prefix: '' }, isZero } : null
}

/** A sample in brackets, or with its sign. */
const MAY_BE_SAMPLE = /\[[^[\]\n]{2,28}\]|(?<![\w+])(?:[Tt]\s?)?\+\s?[XN]{1,3}\s?\p{L}{1,10}/gu

/** The samples in a text, whatever template it is of; not `[0 min]`, which may be a value in brackets. */
export function durationSamples(text: string): Range[] {
  if (!/[XYN#_xn]/.test(text)) return []
  return [...text.matchAll(MAY_BE_SAMPLE)].flatMap(({ index, 0: whole }) =>
    durationSample(whole)?.isZero === false ? [{ start: index, end: index + whole.length }] : [],
  )
}
