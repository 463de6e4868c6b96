/** Numbers of things as people write them: `31,500`, `31.500`, `31 500`, `1.2k`, `3M`, `27.5%`. */

/** A number in a text. UTF-16 offsets. */
export interface Amount {
  readonly start: number
  readonly end: number
  readonly value: number
  /** How far the thing counted may be from the number as written: 50 for `1.2k`, 0 for a number in full. */
  readonly slack: number
}

/** A percentage in a text. */
export interface Percentage {
  readonly start: number
  /** After its sign. */
  readonly end: number
  readonly value: number
  /** Digits after the decimal mark. */
  readonly decimals: number
  /** The decimal mark as written. */
  readonly mark: '.' | ','
  /** Between number and sign. */
  readonly gap: string
}

/** Pattern of a number of things, without groups; in a regular expression with the flags `iu`. */
export const AMOUNT = String.raw`\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3}){1,4}(?![\d.,]\d)|\d{1,12}(?:[.,]\d{1,3})?`
/** Pattern of what may stand behind a rounded number, without groups. */
export const MULTIPLE = String.raw`(?:[ \u00a0\u202f]?(?:k|m|mn|bn|thousand|million|billion|mill)\b)?`
/** Words and marks before a number that make it a guess or a bound. */
const VAGUE =
  /(?:[~≈<>≥≤±約+]|\b(?:about|around|approx(?:\.|imately)?|roughly|nearly|almost|over|under|above|below|circa|ca\.?|up to|at (?:least|most)|(?:more|less|fewer) than|close to|estimated|est\.?|minimum|maximum|maks|minst|rundt))\s*$/i

const FACTORS: Readonly<Record<string, number>> = {
  ...{ k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, million: 1e6, mill: 1e6, bn: 1e9, billion: 1e9 },
}
const AT_START = new RegExp(`^(${AMOUNT})(${MULTIPLE})`, 'iu')

/** The number that a text begins with, null for a guess, a range, a bound, a percentage, or no number. */
export function leadingAmount(text: string): Amount | null {
  const start = /^[\s*_`]{0,8}/.exec(text)?.[0].length ?? 0
  const match = AT_START.exec(text.slice(start))
  if (!match?.[1]) return null
  const end = start + match[0].length
  if (/^(?:\s*(?:[%％+–—-]|to\b|\.?\d|[.,]\d)|[a-z])/i.test(text.slice(end))) return null
  return amountOf(match[1], match[2] ?? '', start, end)
}

/** Whether what stands before a number says that it is not meant exactly. */
export function isVagueBefore(text: string, start: number): boolean {
  return VAGUE.test(text.slice(Math.max(0, start - 20), start))
}

/** A number from its digits and what multiplies them; null when it could be read in two ways. */
export function amountOf(digits: string, multiple: string, start: number, end: number): Amount | null {
  const word = multiple.trim().toLowerCase()
  const factor = word === '' ? 1 : (FACTORS[word] ?? 1)
  const isGrouped = /^\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+$/.test(digits)
  const marks = new Set(digits.replace(/\d/g, ''))
  // `1.234` million could be either; `1,234.567` things are none.
  if (marks.size > 1 || (isGrouped && factor > 1)) return null
  const fraction = isGrouped ? '' : (/[.,](\d+)$/.exec(digits)?.[1] ?? '')
  if (fraction !== '' && factor === 1) return null
  const value = Number(isGrouped ? digits.replace(/\D/g, '') : digits.replace(',', '.')) * factor
  return { start, end, value, slack: factor > 1 ? factor / 10 ** fraction.length / 2 : 0 }
}

const PERCENTAGE = /^([\s*_`]{0,8})(\d{1,3})(?:([.,])(\d{1,4}))?(\s?)[%％]/

/** The percentage that a text begins with, null for none. */
export function leadingPercentage(text: string): Percentage | null {
  const match = PERCENTAGE.exec(text)
  if (!match) return null
  const [whole, lead = '', digits = '', mark, fraction = '', gap = ''] = match
  return {
    start: lead.length,
    end: whole.length,
    value: Number(`${digits}.${fraction || '0'}`),
    decimals: fraction.length,
    mark: mark === ',' ? ',' : '.',
    gap,
  }
}

/** A percentage written as another one was. */
export function formatPercentage(value: number, { decimals, mark, gap }: Percentage): string {
  return `${value.toFixed(decimals).replace('.', mark)}${gap}%`
}
