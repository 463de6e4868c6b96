/** Whether a value says that the incident has no end yet. */
import type { GoingOn } from '../../lexicon/lexicon.ts'
import { GOING_ON_WORDS } from '../../lexicon/lexicons.ts'

/** Words before, signs around: `still ongoing`, `🔴 Ongoing`. */
const BEFORE = /^[^\p{L}]+/u
/** Takes back what it says: `not ongoing`, `no longer ongoing`. */
const NOT_ON = /\b(?:not|no longer)\b/i

/** Whether a status or a total begins by saying that it goes on. */
export function opensOngoing(text: string): boolean {
  return says(GOING_ON_WORDS.leading(text.replace(BEFORE, ''))?.means, ['ongoing'])
}

/** Whether a status or a total says anywhere that it goes on, perhaps in words that may mean something else, too. */
export function isOpenEnded(text: string): boolean {
  if (NOT_ON.test(text)) return false
  return GOING_ON_WORDS.within(text).some(({ means }) => says(means, ['ongoing', 'unsettled']))
}

/** Between a start and an end. */
const TO =
  /^\s*(?:(?:to|until|till?|through|bis|à|au?|jusqu['’](?:à|au)|hasta|até)(?![\p{L}\p{N}])|から|〜|～|[–—→-]|->)\s*/iu
/** What stands for an end that is not known yet. */
const OPEN = /^(?:$|[[{<(]|\?|HH:MM|XX:XX|\.{3}|…|[-–—_]+$)/
/** Before a start without an end. */
const SINCE = /(?:^|\P{L})(?:since|from|seit|depuis|desde|siden)\s*$/iu

/**
 * Whether what stands around the only time of a value makes it a start: `21:00 to [HH:MM]`, `since 21:00`.
 * @param before the text before the time
 * @param after the text behind it
 */
export function isBegun(before: string, after: string): boolean {
  const to = TO.exec(after)
  if (to) return isNoEnd(after.slice(to[0].length))
  const rest = after.replace(/^[\s,;(（]+/, '')
  if (rest === '') return SINCE.test(before)
  return says(GOING_ON_WORDS.leading(rest)?.means, ['ongoing'])
}

function isNoEnd(text: string): boolean {
  return OPEN.test(text) || GOING_ON_WORDS.leading(text) !== null
}

function says(means: readonly GoingOn[] | undefined, wanted: readonly GoingOn[]): boolean {
  return means?.some((one) => wanted.includes(one)) === true
}
