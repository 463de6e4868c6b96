/** Actions that are written as sentences: what is to be done, and not what was. */
import { wordsSource } from '../../lexicon/patterns.ts'
import type { Inline, Paragraph } from '../../outline/outline.ts'

/** What is to be done: `will`, `should`, a verb that actions open or end with. */
const AHEAD = new RegExp(
  wordsSource(({ prose }) => prose.ahead),
  'iu',
)
const OPENS = new RegExp(String.raw`^[\s*_]*(?:${wordsSource(({ prose }) => prose.tasks)})`, 'iu')
const ENDS = new RegExp(String.raw`(?:${wordsSource(({ prose }) => prose.tasksAtEnd)})[\s*_.。!)]*$`, 'iu')
/** Among its first words that says that it tells what was: `Test coverage was poor`. */
const PAST = new RegExp(String.raw`^(?:\S+\s+){0,3}?(?:${wordsSource(({ prose }) => prose.past)})`, 'iu')

/** Whether a sentence says what is to be done. */
export function isAhead({ plain }: Inline): boolean {
  if (AHEAD.test(plain)) return true
  return (OPENS.test(plain) || ENDS.test(plain)) && !PAST.test(plain)
}

/** Of the texts so many must say what is to be done that noun phrases among them do, too. */
const MIN_SHARE = 0.7

/**
 * Those of some texts that say what is to be done; where most do, also noun phrases among them, but none that tells what
 * was.
 */
export function aheadAmong<T>(texts: readonly T[], lineOf: (text: T) => Inline): readonly T[] {
  const ahead = texts.filter((text) => isAhead(lineOf(text)))
  if (texts.length < 3 || ahead.length < texts.length * MIN_SHARE) return ahead
  return texts.filter((text) => ahead.includes(text) || !PAST.test(lineOf(text).plain))
}

/** The lines of a paragraph that are actions each; none where the paragraph tells something else. */
export function isAdvice({ lines }: Paragraph): readonly Inline[] {
  return aheadAmong(wholeLines(lines), (line) => line)
}

const SENTENCE_END = /[.!。]\W*$/

/** Lines that end as sentences do, or, where none does, that each begin as one; one that runs on takes those that follow, and begins the range. */
function wholeLines(lines: readonly Inline[]): readonly Inline[] {
  if (lines.length >= 3 && lines.every(({ plain }) => /^\W*[\p{Lu}\p{Lo}]/u.test(plain) && !SENTENCE_END.test(plain)))
    return lines
  const found: Inline[] = []
  let open: Inline | null = null
  for (const line of lines) {
    if (/^[*_].*[*_]$/.test(line.text) || /[:：]$/.test(line.plain)) {
      open = null
      continue
    }
    open ??= line
    if (!SENTENCE_END.test(line.plain)) continue
    found.push(open)
    open = null
  }
  return open ? [...found, open] : found
}
