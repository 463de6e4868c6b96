/** Entries of a timeline written as paragraphs: one a line, or one a paragraph. */
import type { Inline, Paragraph } from '../../outline/outline.ts'
import type { DateReading } from '../../time/index.ts'
import type { Section } from '../post-mortem.ts'
import { readMilestones } from './milestones.ts'
import { type StatusUpdate, stateOfUpdate, statusUpdateOf } from './status-update.ts'
import { dayOf } from './timeline-day.ts'
import { type Entry, type EntryContext, entryOf, plainTail, trailingEntry } from './timeline-entry.ts'
import { openingOf } from './timeline-opening.ts'

/** Reads the lines of a paragraph that have a time; the others go on with the line above. */
export function paragraphEntries(
  section: Section,
  paragraph: Paragraph,
  dateAbove: DateReading | null,
  context: EntryContext,
): Entry[] {
  const { lines } = paragraph
  const update = statusUpdateOf(paragraph, context.options)
  const entry = update && updateEntry(section, paragraph, update, dateAbove, context)
  if (entry) return [entry]
  const rows = lines.flatMap(brokenLines)
  return rows.flatMap((line, index) => {
    const entry = lineEntry(section, line, dateAbove, context)
    return entry ? [withTextBelow(entry, rows[index + 1], context)] : []
  })
}

function updateEntry(
  section: Section,
  paragraph: Paragraph,
  { said, time }: StatusUpdate,
  dateAbove: DateReading | null,
  context: EntryContext,
): Entry | null {
  const entry = trailingEntry(section, 'paragraph', paragraph, time, dateAbove, context)
  const [first] = said
  return entry && first
    ? { ...entry, description: first, ...readMilestones(first.text, stateOfUpdate(first.text)) }
    : null
}

/** The parts of a line between `<br>`, each a line where it is shown. */
function brokenLines(line: Inline): Inline[] {
  if (!line.text.includes('<br')) return [line]
  const parts: Inline[] = []
  let from = 0
  for (const { index, 0: mark } of [...line.text.matchAll(/<br *\/?>\s*/g), { index: line.text.length, 0: '' }]) {
    const text = line.text.slice(from, index)
    if (text !== '')
      parts.push({ text, plain: plainTail(line, from, index), start: line.start + from, end: line.start + index })
    from = index + mark.length
  }
  return parts
}

/** Behind a date that opens an event, not a sentence: `14 March - first call`. */
const EVENT = /^[\s*_`\])]*[|:：–—→>-]/

function lineEntry(section: Section, line: Inline, dateAbove: DateReading | null, context: EntryContext): Entry | null {
  if (context.unfilled.is(line.text)) return null
  const reading = openingOf(line.text, context.options)
  if (reading?.clock || reading?.offsetSeconds != null)
    return entryOf(section, 'paragraph', line, line, reading, dateAbove)
  if (reading)
    return EVENT.test(line.text.slice(reading.end)) && !dayOf(line, context.options)
      ? entryOf(section, 'paragraph', line, line, reading, dateAbove)
      : null
  if (!/\d/.test(line.text)) return null
  const trailing = trailingEntry(section, 'paragraph', line, line, dateAbove, context)
  // `Total: 43 min (10:45 - 11:28)` sums up.
  return trailing?.reading?.until ? null : trailing
}

/** Where the line is only a time, what happened stands on the next one. */
function withTextBelow(entry: Entry, below: Inline | undefined, { options }: EntryContext): Entry {
  if (entry.description.text !== '' || !below || openingOf(below.text, options)) return entry
  return { ...entry, ...readMilestones(below.text.replace(/^\s*:\s*/, ''), null) }
}
