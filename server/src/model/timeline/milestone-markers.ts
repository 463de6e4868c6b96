/** Markers of milestones: what an author puts on a row to say which stage it is. */
import { MILESTONE_WORDS } from '../../lexicon/lexicons.ts'
import { headingKey } from '../../template/names.ts'
import type { Milestone } from '../post-mortem.ts'

/** Numbers behind a marker: `緩和 2`, `原因特定（問題 1）`, `Mitigated (1)`. */
const COUNT = /[\s#]{0,3}[（(]?(?:問題 ?)?#?\d{1,2}[)）]?$/

/** The milestone that a text is the marker of, none when it is none. */
export function markerOf(text: string): Milestone[] {
  if (text.length > 60) return []
  const key = headingKey(text)
    .replace(/[.!]{1,3}$/, '')
    .replace(COUNT, '')
  const [milestone, ...others] = MILESTONE_WORDS.named(key)
  return milestone && others.length === 0 ? [milestone] : []
}

/**
 * Markers that may stand anywhere in a row: of several words, which say what it is that began or ended, of a script
 * without spaces, or one of a few words.
 */
const INLINE = /\S[ _]\S|^[\p{Lo}]{2,}$|^(?:resolved|mitigated|detected|acknowledged)$/iu

const TAG = /\[([\p{L}\p{N}_][\p{L}\p{N}_ '’-]{0,40})\](?![([:])/gu
/** `(resolved)` at the end of a row, `**<END OF OUTAGE>**` anywhere. */
const ASIDE = /[(（]([\p{L}][\p{L} '’]{1,40})[)）][\s.|]{0,10}$/u
const LOUD = /\*\*\\?<?(\p{L}[\p{L} '’]{1,40}?)\\?>?\*\*/gu
/** `OUTAGE BEGINS` at the start of a row. */
const CAPITALS = /^\p{Lu}{2,15}(?: \p{Lu}{2,15}){0,4}(?![\p{L}\p{N}_'’-])/u

/**
 * The milestones that markers in a row name.
 * @param label a bold or leading label, null where there is none
 */
export function markedIn(description: string, label: string | null): Milestone[] {
  const text = description.trim()
  const tags = [...text.matchAll(TAG)].map(([, tag]) => tag ?? '')
  const inline = [...text.matchAll(LOUD)].map(([, loud]) => loud ?? '')
  const aside = ASIDE.exec(text.slice(-60).replace(/[*_]/g, ''))?.[1]
  const capitals = CAPITALS.exec(text)?.[0]
  const named = [...inline, ...(aside ? [aside] : [])].filter((marker) => INLINE.test(marker))
  const whole = [...tags, ...(label ? [label] : []), ...(capitals && capitals.length > 3 ? [capitals] : []), ...named]
  const found = whole.flatMap(markerOf)
  return [...new Set(found.length > 0 ? found : markerOf(text.replace(/[*_]/g, '')))]
}
