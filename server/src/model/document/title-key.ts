/** Titles as compared: two incidents with the same words may be one problem that came back. */
import { readDates } from '../../time/index.ts'

/** Words that remain of a title which says what happened. */
const MIN_WORDS = 3
/** What titles of post-mortems have in common. */
const COMMON = new Set(
  'a an and are at by for from in is not of off on or our the to was were with post mortem postmortem incident report review analysis outage retrospective rca root cause'.split(
    ' ',
  ),
)
const IDS = /(?<![\p{L}\p{N}])(?:#\d+|[a-z]{1,12}[-_]?\d[\d._/:-]*|\d+(?:[._/:-]\d+)+|(?:19|20)\d\d)(?![\p{L}\p{N}])/giu

/** The words of a title without dates, IDs, severities and what every title has; null when too few are left. */
export function titleKey(title: string): string | null {
  let text = title
  for (const { start, end } of readDates(title).toReversed()) text = `${text.slice(0, start)} ${text.slice(end)}`
  const words =
    text
      .replace(IDS, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const left = words.filter((word) => !COMMON.has(word))
  return left.length >= MIN_WORDS ? left.join(' ') : null
}
