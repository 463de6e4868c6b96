import { memoize } from '../../memoize.ts'
import { codeSpans } from '../../model/content/code-spans.ts'
import { inlinesOf } from '../../model/content/inlines.ts'
import { placeholdersIn } from '../../model/content/placeholders.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import type { Inline, Range } from '../../outline/outline.ts'
import { putOffFrom } from '../../template/guidance.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Report } from '../rule.ts'

/** What an author left for later in words of their own, which no template has as a placeholder. */
export const noteToSelf = defineRule({
  severity: 'warning',
  aboutUnfinished: true,
  description: 'The text holds a note that something is still to be written.',
  scope: 'section',
  check,
})

/** In brackets or parentheses, but neither a link, nor its text, nor a box. */
const ENCLOSED = /\[([^[\]\n]{3,200})\](?![([:])|\(([^()\n]{3,200})\)/g
/** A mark for it at the beginning or the end. `TBD` alone, or as a value, is a placeholder. */
const NOTE = /^(?:todo|fixme)\s*[:–—-]\s*\S|^(?:TODO|FIXME)\b|[^\s:*_]\s+(?:TBC|TBD|TBA)[.!]?$/

/** Whether it is a note, by its mark, or by words at the end that say so. */
function isNote(text: string): boolean {
  return NOTE.test(text) || putOffFrom(text) !== null
}

/** There it is what somebody is to do. */
const TASKS = ['action-items', 'follow-up', 'prevention'] as const

function check(section: Section, { template }: PostMortem): Report[] {
  if (TASKS.some((kind) => section.kinds.includes(kind) || section.within.includes(kind))) return []
  const placeholders = placeholdersIn(section, template?.template ?? null)
  const isPlaceholder = (note: Range) => placeholders.some(({ start, end }) => start < note.end && note.start < end)
  return notesIn(section)
    .filter((note) => !isPlaceholder(note))
    .map(({ start, end, text }) => {
      return { section: section.index, start, end, message: `Left to be written: ${shortened(text)}` }
    })
}

interface Note extends Range {
  readonly text: string
}

const notesIn = memoize((section: Section): readonly Note[] =>
  inlinesOf(section).flatMap((inline) => (inline === section.heading?.title ? [] : notesInText(inline))),
)

/** A line of its own is a note as a whole; in other lines only what is enclosed. */
function notesInText({ text, start }: Inline): Note[] {
  const code = codeSpans(text)
  const notes: Note[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const shown = line.trim()
    const lead = at + line.indexOf(shown)
    // Longer than that, it is a sentence.
    if (shown.length <= 80 && isNote(shown.replace(/^[*_]+|[*_]+$/g, ''))) {
      notes.push({ start: start + lead, end: start + lead + shown.length, text: shown })
    } else {
      for (const { index, 0: whole, 1: bracket, 2: paren } of line.matchAll(ENCLOSED)) {
        const isCode = code.some((span) => span.start <= at + index && at + index < span.end)
        if (isCode || !isNote((bracket ?? paren ?? '').trim())) continue
        notes.push({ start: start + at + index, end: start + at + index + whole.length, text: whole })
      }
    }
    at += line.length + 1
  }
  return notes
}
