import type { ZoneWord } from '../../lexicon/lexicon.ts'
import { ZONE_WORDS } from '../../lexicon/lexicons.ts'
import type { FoundWord } from '../../lexicon/vocabulary.ts'
import { type ZoneReading, zoneAt } from '../zone/zone.ts'
import { matchAt, skipAt, sticky, tokens } from './scan.ts'

/**
 * The zone that a sentence, a heading or a column title states for all times: `Time (UTC)`,
 * `All times in CET`, `times are UTC`, `Timeline, JST`, `(all times UTC)`. The zone of a single time
 * (`at 14:02 UTC`) does not count, nor does any other word in capitals.
 */
export function findZone(text: string): ZoneReading | null {
  return whole(text) ?? announced(text) ?? bracketed(text) ?? attributive(text)
}

function whole(text: string): ZoneReading | null {
  const start = /^[\s*_`([]{0,8}/.exec(text)?.[0].length ?? 0
  const found = zoneAt(text, start)
  return found && /^[\s*_`)\].:]{0,8}$/.test(text.slice(found.end, found.end + 9)) ? found : null
}

/** What may stand between the words of a remark, besides blanks. */
const MARK = sticky`␣{0,2}[:,=*_\`(（\[|–—-]`
const GAP = sticky`␣{1,2}`
const BLANKS = sticky`␣{0,2}`
/** In UTF-16 code units: no word of a remark is longer. */
const MAX_WORD_LENGTH = 30

const OPEN = /[([（［]/g
const CLOSE = /^[ ]?[)\]）］,;]/

/** `(UTC)` or `(all times in PST/PDT)`, but not `(UTC 09:11)` or `14:02 (UTC)`. */
function bracketed(text: string): ZoneReading | null {
  OPEN.lastIndex = 0
  for (let open = OPEN.exec(text); open; open = OPEN.exec(text)) {
    const found = zoneAt(text, afterWords(text, open.index + 1))
    if (!found) continue
    const subject = wordAt(text, skipAt(BLANKS, text, found.end), 'subject')
    if (!CLOSE.test(text.slice(subject?.end ?? found.end).slice(0, 2))) continue
    if (!/\d[\s*_`]{0,4}$/.test(text.slice(Math.max(0, open.index - 5), open.index))) return found
  }
  return null
}

/** A word about times, words between, a zone: `All times below are in CET`. */
function announced(text: string): ZoneReading | null {
  if (!MAY_NAME_ZONE.test(text)) return null
  for (const { end } of ZONE_WORDS.within(text).filter(isA('subject'))) {
    const at = afterWords(text, end)
    const found = at > end ? zoneAt(text, at) : null
    if (found && !isClockNext(text, found.end)) return found
  }
  return null
}

/** Capitals, a place (`Europe/Oslo`), or a name of several words (`Pacific time`). */
const MAY_NAME_ZONE = /\p{Lu}/u

/** `UTC times`, unless it belongs to one time (`14:02 UTC time`). */
function attributive(text: string): ZoneReading | null {
  for (const token of tokens(text)) {
    if (token.text !== token.text.toUpperCase()) continue
    const found = zoneAt(text, token.start)
    if (!found || /\d\s?$/.test(text.slice(Math.max(0, token.start - 2), token.start))) continue
    if (text.charAt(found.end) === ' ' && wordAt(text, found.end + 1, 'behind')) return found
  }
  return null
}

/** Behind words and marks that may stand before a zone. A zone may be spelled as one of them (`EST`). */
function afterWords(text: string, from: number): number {
  let at = from
  for (let words = 0; words < 10; words++) {
    const next = skipAt(BLANKS, text, at)
    const end = zoneAt(text, next) ? 0 : (wordAt(text, next, 'between')?.end ?? skipAt(MARK, text, at))
    if (end <= at) break
    at = end
  }
  return skipAt(GAP, text, at)
}

function wordAt(text: string, at: number, means: ZoneWord): { readonly end: number } | null {
  const found = ZONE_WORDS.leading(text.slice(at, at + MAX_WORD_LENGTH))
  return found && isA(means)(found) ? { end: at + found.end } : null
}

function isA(means: ZoneWord): (word: FoundWord<ZoneWord>) => boolean {
  return (word) => word.means.includes(means)
}

function isClockNext(text: string, at: number): boolean {
  return matchAt(/[ ]?\d{1,2}[:.時]\d?/y, text, at) !== null
}
