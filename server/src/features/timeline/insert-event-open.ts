/** Rows and items of a timeline that still wait to be written: a new entry takes the place of the first that is free. */
import type { Edit } from '../../edits/edit.ts'
import { MILESTONE_WORDS } from '../../lexicon/lexicons.ts'
import { unfilledIn } from '../../model/content/unfilled.ts'
import { schemaOf } from '../../model/document/schema.ts'
import { isUnfilledRow } from '../../model/document/sections.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import { columnsOf } from '../../model/timeline/timeline-columns.ts'
import { labelOf } from '../../model/timeline/timeline-entry.ts'
import { listAt } from '../../model/timeline/timeline-lists.ts'
import type { List, ListItem, Range, Table, TableRow } from '../../outline/outline.ts'
import type { DocumentContext } from '../context.ts'
import { lineAt } from '../line.ts'
import type { EntryLine } from './insert-event-line.ts'
import type { Numbering } from './insert-event-numbers.ts'
import type { TimelineTarget } from './insert-event-target.ts'
import type { Group } from './new-entries.ts'

/** An entry with nothing but placeholders. */
export interface OpenEntry<T> {
  readonly entry: T
  /** Whether it is for any event, and not for one milestone. */
  readonly isFree: boolean
}

/** The open rows of a table, in order. */
export function openRows(table: Table, section: Section, postMortem: PostMortem): OpenEntry<TableRow>[] {
  const { text } = columnsOf(table)
  const unfilled = unfilledIn(postMortem.template?.template ?? null)
  const open = table.rows.filter((row) => isUnfilledRow(row, schemaOf(section, postMortem), unfilled))
  return open.map((entry) => ({ entry, isFree: isForAny(entry.cells[text]?.text ?? '') }))
}

/** The open items of a list, in order. */
export function openItems({ items }: List, postMortem: PostMortem): OpenEntry<ListItem>[] {
  const unfilled = unfilledIn(postMortem.template?.template ?? null)
  const open = items.filter(({ line }) => unfilled.is(line.text))
  return open.map((entry) => ({ entry, isFree: isForAny(entry.line.text.replace(/^\[[^\]]*\]\s*/, '')) }))
}

/** `[What happened]` is for any event, `**Detected**: [the alert]` and `[Resolution]` for one. */
function isForAny(description: string): boolean {
  if (labelOf(description) !== null) return false
  return MILESTONE_WORDS.named(description.replace(/^[\s[({<*_]+|[\s\])}>*_]+$/g, '')).length === 0
}

/** The lines in place of the first free entry between their neighbours; null where there is none. */
export function editForOpenEntry(
  { postMortem, text }: DocumentContext,
  { events, newestFirst }: TimelineTarget,
  { index, like }: Group,
  lines: readonly EntryLine[],
  numbering: Numbering,
): { edit: Edit; lead: number } | null {
  const section = postMortem.sections[like.section]
  const list = section && listAt(section.blocks, like.start)
  if (!section || !list || newestFirst || numbering.edits.length > 0) return null
  const [above, below] = [events[index - 1], events[index]]
  const isBetween = ({ start }: Range) =>
    (above?.section !== section.index || start > above.start) &&
    (below?.section !== section.index || start < below.start)
  const open = list.type === 'table' ? openRows(list, section, postMortem) : openItems(list, postMortem)
  const free = open.find(({ entry, isFree }) => isFree && isBetween(entry))?.entry
  if (!free) return null
  const base = postMortem.starts[section.index] ?? 0
  const start = lineAt(text, base + free.start).start - base
  const end = 'line' in free ? free.line.end : free.end
  const newText = lines.map((line) => line.text).join(postMortem.lineEnding)
  return { edit: { section: section.index, start, end, newText }, lead: 0 }
}
