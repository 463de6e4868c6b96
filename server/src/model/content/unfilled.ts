/** Which texts still wait to be written: what the template has, and the usual marks of things to come. */

import { memoize } from '../../memoize.ts'
import type { Range, Span } from '../../outline/outline.ts'
import { isGuidance, isPutOff } from '../../template/guidance.ts'
import { placeholderKey } from '../../template/names.ts'
import { BRACKET } from '../../template/placeholders.ts'
import type { Template } from '../../template/template.ts'

/** Marks that stand for something to be written in any template, as whole words. */
const TOKEN =
  /\[(?:HH:MM(?::SS)?|YYYY-MM-DD|DD\/MM\/YYYY|MM\/DD\/YYYY)(?: UTC)?\]|(?<![\w:/-])(?:HH:MM(?::SS)?|YYYY-MM-DD|XX:XX|DD-MM-YYYY)(?![\w:/-])|(?<![\w?])\?{3,}(?!\w)|<(?:add|insert|fill|your|describe)\b[^<>\n]{0,80}>|\b[A-Z]{2,}-YYYYMMDD-X{2,}\b|\{\{ ?[a-z]+(?: [a-z]+){0,2} ?\}\}|(?<![\w${/.(=:"'-])\{[a-z]+(?: [a-z]+){0,2}\}(?![\w}/(=:"'-])|\[(?:insert |add )?link to [^[\]]{1,60}\](?![([:])/g
/** What every placeholder has one of. */
const MAY_HOLD = /[[<{]|\?{3}|HH:MM|YYYY|XX:XX|DD-MM/
/** What may stand around a value. */
const MARKS = /^[[({<*_\s]+|[\])}>*_\s]+$|(?<=[^.…])\.[\])}>*_\s]*$/g
const MAX_PUT_OFF_LENGTH = 60
const BRACKETS = new RegExp(BRACKET, 'g')
/** What may stand between placeholders in a value that is not filled in. */
const BETWEEN = /\b(?:to|and|min|minutes|utc)\b|[^\p{L}\p{N}]/giu

/** Without brackets the same words are a value: `Resolution`, `Incident closed`. */
const IN_BRACKETS = /[[{<]/

/** Tells what is not written yet in documents of one template. */
export interface Unfilled {
  /** Whether a value as a whole is empty or a placeholder. */
  is(text: string): boolean
  /** The placeholders in a text, as ranges in it, in order. */
  find(text: string): Range[]
}

/** @param template null when the document has none: then only the usual marks count */
export function unfilledIn(template: Template | null): Unfilled {
  return template === null ? WITHOUT_TEMPLATE : unfilledOf(template)
}

/** Whether a text of a document as a whole is empty or a placeholder. */
export const isUnfilled = memoize(({ text }: Span, unfilled: Unfilled): boolean => unfilled.is(text))

const unfilledOf = memoize(({ placeholders, bareSamples }: Template) => knowing(placeholders, bareSamples))
const WITHOUT_TEMPLATE = knowing([], [])

function knowing(placeholders: readonly string[], bareSamples: readonly string[]): Unfilled {
  const known = new Set(placeholders)
  const bare = new Set(bareSamples)
  const find = (text: string): Range[] => {
    if (!MAY_HOLD.test(text)) return []
    const all = text.trim()
    const matches = [...text.matchAll(BRACKETS)].filter(({ index, 0: whole, 1: inner = '' }) => {
      if (known.has(placeholderKey(inner))) return true
      return text.charAt(index + whole.length) !== ':' && isGuidance(inner, whole === all)
    })
    const brackets = matches.map(rangeOfMatch)
    let next = 0
    const tokens = [...text.matchAll(TOKEN)].map(rangeOfMatch).filter(({ start, end }) => {
      while ((brackets[next]?.end ?? end) <= start) next++
      return end <= (brackets[next]?.start ?? end)
    })
    return [...brackets, ...tokens].sort((a, b) => a.start - b.start)
  }
  const is = (text: string): boolean => {
    if (text.trim() === '' || (text.length <= MAX_PUT_OFF_LENGTH && isPutOff(text.replace(MARKS, '')))) return true
    const samples = IN_BRACKETS.test(text) ? known : bare
    if (samples.size > 0 && samples.has(placeholderKey(text))) return true
    const found = find(text)
    if (found.length === 0) return false
    let rest = ''
    let at = 0
    for (const range of found) {
      rest += text.slice(at, range.start)
      at = range.end
    }
    return (rest + text.slice(at)).replace(BETWEEN, '') === ''
  }
  return { is, find }
}

function rangeOfMatch(match: RegExpExecArray): Range {
  return { start: match.index, end: match.index + match[0].length }
}
