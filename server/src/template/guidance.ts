/** Text in brackets that tells an author what to write there, in templates that nobody has shown us. */
import type { GuidanceWord } from '../lexicon/lexicon.ts'
import { GUIDANCE_WORDS } from '../lexicon/lexicons.ts'

/** Says that it is still to be written, wherever it stands in brackets: other than `[…]`, which leaves out what is known. */
const MARK = /^tb[acd]$/i
/** Says so as a value. */
const VALUE = /^(?:tb[acd]|todo|fill me in|no response|\.{3}|…)$/i
/** `2-3 sentences …`. */
const COUNT = /^\d+\s?[-–]\s?\d+\s+/
/** Levels to choose from: `SEV0/SEV1/SEV2`, `P1 | P2`. */
const LEVELS = /^(?:SEV|S|P)-?\d(?:\s*[/|]\s*(?:SEV|S|P)?-?\d)+$/i
/** An ID, a tag, what was taken out, a number: brackets that stand for something else. */
const NONE = /^(?:[\p{Lu}\d_-]{1,12}|redacted|removed|sic|\W*\d+(?:[\W_]\d+)*\W*)$/u
/** Of what stands before words that put it off. */
const MAX_SUBJECT_LENGTH = 60

/**
 * Whether the text in brackets reads as guidance.
 * @param isAll whether the brackets are all of a value, cell, item or paragraph: otherwise only what says so counts
 */
export function isGuidance(inner: string, isAll: boolean): boolean {
  const text = inner.trim()
  if (MARK.test(text) || putOffFrom(text) !== null) return true
  if (!isAll || NONE.test(text)) return false
  return LEVELS.test(text) || isLed(text) || isMadeOfWords(text)
}

/** Whether a value says only that it will be said: `TBD`, `to be confirmed`. */
export function isPutOff(text: string): boolean {
  return VALUE.test(text) || (text.length <= MAX_SUBJECT_LENGTH && GUIDANCE_WORDS.named(text).includes('later'))
}

/** Where the words begin with which a text puts off what stands before them: `Names to fill in`; null for none. */
export function putOffFrom(text: string): number | null {
  const found = GUIDANCE_WORDS.trailing(text.replace(/[.!。！]$/, ''))
  return found?.means.includes('later') && found.start <= MAX_SUBJECT_LENGTH ? found.start : null
}

function isLed(text: string): boolean {
  const count = COUNT.exec(text)
  if (count) return opensWith('unit', text.slice(count[0].length))
  const lead = GUIDANCE_WORDS.leading(text)
  return lead?.means.includes('lead') === true && /[\p{L}\p{N}]/u.test(text.slice(lead.end))
}

function opensWith(kind: GuidanceWord, text: string): boolean {
  return GUIDANCE_WORDS.leading(text)?.means.includes(kind) === true
}

/** `Start time`, `Team/Person`, `Factor 1`. */
function isMadeOfWords(text: string): boolean {
  const found = GUIDANCE_WORDS.within(text)
  let at = 0
  for (const { start, end } of found) {
    if (!BETWEEN.test(text.slice(at, start))) return false
    at = end
  }
  return found.length > 0 && BETWEEN.test(text.slice(at))
}

const BETWEEN = /^[\s/,&-]*(?:\d{1,2}[\s/,&-]*)?$/
