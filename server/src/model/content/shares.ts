/** Parts of a whole: how many were affected of how many, and the percentage that the text gives for it. */
import { memoize } from '../../memoize.ts'
import { isWithin } from '../document/sections.ts'
import type { Place, PostMortem, Section, SectionField } from '../post-mortem.ts'
import {
  AMOUNT,
  type Amount,
  amountOf,
  formatPercentage,
  isVagueBefore,
  leadingAmount,
  leadingPercentage,
  MULTIPLE,
  type Percentage,
} from './amounts.ts'
import { inlinesOf } from './inlines.ts'

/** A number with its place and its text. */
export type Placed<T> = T & Place & { readonly text: string }

/** A part and the whole that it is of. */
export interface Share {
  readonly affected: Placed<Amount>
  readonly total: Placed<Amount>
  /** Null where the text gives none, or not an exact one. */
  readonly percentage: Placed<Percentage> | null
  /** Where it is still to be filled in: a placeholder, or an empty value; null where it is not. */
  readonly open: (Place & { readonly text: string }) | null
}

/** The shares of a section: fields such as `Affected Users`, `Total Users`, `Percentage`, and `A of B users (P%)`. */
export const sharesOf = memoize((section: Section): readonly Share[] => {
  if (isWithin(section, 'action-items')) return []
  return [...sharesInFields(section), ...sharesInText(section)]
})

/** The shares of a document. */
export function sharesIn({ sections }: PostMortem): Share[] {
  return sections.flatMap(sharesOf)
}

/** The percentage recomputed in the style of the old one; null where it agrees (±1 of its last digit) or there is none. */
export function recomputedPercentage({ affected, total, percentage }: Share): string | null {
  if (!percentage || total.value <= total.slack || affected.value > total.value) return null
  const least = (100 * (affected.value - affected.slack)) / (total.value + total.slack)
  const most = (100 * (affected.value + affected.slack)) / (total.value - total.slack)
  const step = 10 ** -percentage.decimals + 1e-9
  if (percentage.value >= least - step && percentage.value <= most + step) return null
  return formatPercentage((100 * affected.value) / total.value, percentage)
}

/** The percentage that is still to be filled in, rounded as people do: `14%`, `5.4%`; null where the numbers give none. */
export function missingPercentage({ affected, total, open }: Share): string | null {
  if (!open || total.value <= total.slack || affected.value > total.value) return null
  const value = (100 * affected.value) / total.value
  const rounded = Number(value.toFixed(value >= 10 ? 0 : 1))
  return rounded === 0 && value > 0 ? null : `${rounded}%`
}

/** Words that make a field the part, the whole, or the percentage; what is left names the thing counted. */
const PART = /\b(?:affected|impacted)\b/
const WHOLE = /\b(?:total|all|overall)\b/
const PERCENT = /\b(?:percentage|percent|share|proportion)\b|%/
const FILLING =
  /\b(?:affected|impacted|total|all|overall|percentage|percent|share|proportion|number|count|of|the)\b|%|#/g

/** Totals of something that is not counted in heads. */
const MEASURED = /\b(?:duration|downtime|time|outage|minutes|hours|revenue|cost|costs|loss|losses|impact)\b/

function sharesInFields(section: Section): Share[] {
  const named = section.fields
    .filter(({ unfilled, form, key }) => (!unfilled || PERCENT.test(key)) && form !== 'plain' && !MEASURED.test(key))
    .map((field) => ({ field, noun: field.key.replace(FILLING, '').replace(/\s+/g, ' ').trim() }))
  const of = (test: (key: string) => boolean) => named.filter(({ field }) => test(field.key))
  const parts = of((key) => PART.test(key) && !PERCENT.test(key) && !WHOLE.test(key))
  const wholes = of((key) => WHOLE.test(key) && !PERCENT.test(key) && !PART.test(key))
  const percentages = of((key) => PERCENT.test(key))
  return wholes.flatMap(({ field, noun }) => {
    const isSame = (other: { noun: string }) => other.noun === noun
    const part = only(parts.filter(isSame)) ?? only(parts.length === 1 && noun === '' ? parts : [])
    const total = amountIn(section, field)
    const affected = part && amountIn(section, part.field)
    if (!total || !affected || wholes.filter(isSame).length > 1) return []
    const isAlone = parts.length === 1 && wholes.length === 1
    const percentage = only(percentages.filter((other) => isSame(other) || (isAlone && other.noun === '')))
    if (!percentage) return [{ affected, total, percentage: null, open: null }]
    const { value, unfilled } = percentage.field
    const open = unfilled ? { section: section.index, start: value.start, end: value.end, text: value.text } : null
    return [{ affected, total, percentage: percentageIn(section, percentage.field), open }]
  })
}

function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null
}

/** `9,450` and `9,450 users` are plain; `9,450 of 27,000`, `9,450 (EU)` and `9,450, mostly new` may mean another whole. */
function amountIn({ index }: Section, { value }: SectionField): Placed<Amount> | null {
  const found = leadingAmount(value.text)
  return found && PLAIN_COUNT.test(value.text.slice(found.end)) ? placed(found, index, value) : null
}

const PLAIN_COUNT = /^[\s*_`.]{0,8}(?!of\b|in\b|per\b)(?:[\p{L}-]{2,20}\s?){0,3}[\s*_`.]{0,8}$/iu

/** `35% of all users` is plain; `35% of EU users` and `35% at the peak` are of another whole. */
function percentageIn({ index }: Section, { value }: SectionField): Placed<Percentage> | null {
  const found = leadingPercentage(value.text)
  return found && PLAIN_SHARE.test(value.text.slice(found.end)) ? placed(found, index, value) : null
}

const PLAIN_SHARE = /^[\s*_`.]{0,8}(?:of\s(?:the\s|our\s)?(?:all|total)\s\p{L}{2,20})?[\s*_`.]{0,8}$/iu

const OF = String.raw`(?:\s(?:out\s)?of\s(?:(?:the|our|all|its|a|total)\s){0,3}|\s?/\s?)`
const NOUN = String.raw`(?:\s[\p{L}-]{2,20}){0,5}`
const COUNTS = `(?<part>${AMOUNT})(?<partUnit>${MULTIPLE})(?:\\s\\p{L}{2,20})?${OF}(?<whole>${AMOUNT})(?<wholeUnit>${MULTIPLE})${NOUN}`
/** Also one that is still to be filled in: `[X%]`. */
const PERCENT_TEXT = String.raw`(?<percent>\d{1,3}(?:[.,]\d{1,4})?\s?%|\[[^[\]\n%]{0,20}%\])`
/** `2,310 of 16,500 customers (14%)`. */
const COUNT_FIRST = new RegExp(String.raw`(?<![\d.,$€£#])${COUNTS}\s\(\s?${PERCENT_TEXT}\s?\)`, 'dgiu')
/** `14% (2,310 of 16,500)`, `14% of customers (2,310 of 16,500)`. */
const PERCENT_FIRST = new RegExp(String.raw`(?<![\d.,])${PERCENT_TEXT}(?:\sof${NOUN})?\s\(\s?${COUNTS}\s?\)`, 'dgiu')
/** Before a percentage that is no share: `at 90% (3 of 50 nodes)`. */
const LOAD = /\b(?:at|to|from|by|usage|load|cpu|memory|disk|rate|than)\s$/i
/** Of fewer than these the percentage is rather one of something else: `3 of 5 nodes (90%)`. */
const MIN_TOTAL = 10

function sharesInText(section: Section): Share[] {
  return inlinesOf(section).flatMap(({ text, start }) => {
    if (!text.includes('%')) return []
    const isCountFirst = /\(\s?(?:\d[\d.,]{0,8}\s?%|\[[^[\]\n%]{0,20}%\])\s?\)/.test(text)
    const isPercentFirst = /%[^(]{0,140}\(/.test(text)
    if (!isCountFirst && !isPercentFirst) return []
    const prose = text.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length))
    const matches = [
      ...(isCountFirst ? prose.matchAll(COUNT_FIRST) : []),
      ...(isPercentFirst ? prose.matchAll(PERCENT_FIRST) : []),
    ]
    return matches.flatMap((match) => {
      const { part = '', partUnit = '', whole = '', wholeUnit = '', percent = '' } = match.groups ?? {}
      const at = match.indices?.groups
      const [partAt, wholeAt, percentAt] = [at?.['part']?.[0], at?.['whole']?.[0], at?.['percent']?.[0]]
      if (partAt === undefined || wholeAt === undefined || percentAt === undefined) return []
      const affected = amountOf(part, partUnit, 0, part.length)
      const total = amountOf(whole, wholeUnit, 0, whole.length)
      const percentage = leadingPercentage(percent)
      const isVague = [partAt, wholeAt, percentAt].some((from) => isVagueBefore(prose, from))
      const isOpen = percent.startsWith('[')
      if (!affected || !total || isVague || total.value < MIN_TOTAL || !(percentage || isOpen)) return []
      if (percentAt < partAt && LOAD.test(prose.slice(Math.max(0, percentAt - 12), percentAt))) return []
      const place = <T extends Amount | Percentage>(found: T, from: number, written: string): Placed<T> =>
        placed(found, section.index, { start: start + from, text: written })
      return [
        {
          affected: place(affected, partAt, part),
          total: place(total, wholeAt, whole),
          percentage: percentage && place(percentage, percentAt, percent),
          open: isOpen ? openAt(section.index, start + percentAt, percent) : null,
        },
      ]
    })
  })
}

function openAt(section: number, start: number, text: string): NonNullable<Share['open']> {
  return { section, start, end: start + text.length, text }
}

function placed<T extends { readonly start: number; readonly end: number }>(
  found: T,
  section: number,
  value: { readonly start: number; readonly text: string },
): Placed<T> {
  const text = value.text.slice(found.start, found.end)
  return { ...found, section, start: value.start + found.start, end: value.start + found.end, text }
}
