/** The first entries of an empty timeline: at the place and in the form given by the document or its template. */

import { schemaOf } from '../../model/document/schema.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import { columnsOf } from '../../model/timeline/timeline-columns.ts'
import { statedStart } from '../../model/timeline/timeline-offsets.ts'
import type { List, ListItem, Table } from '../../outline/outline.ts'
import { readOutline } from '../../outline/read-outline.ts'
import { findZone, type Moment, secondsBetween, type Zone } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import { lineAt } from '../line.ts'
import { type EntryLine, type EntryWriter, prefixWriter, rowWriter, widthsOf } from './insert-event-line.ts'
import { openItems, openRows } from './insert-event-open.ts'
import type { TimelineTarget } from './insert-event-target.ts'
import { type Example, entryTimeText, inNotationOf } from './insert-event-time.ts'
import type { Insertion, NewEvent } from './new-entries.ts'

/** Where the first entries go, and how they are written. */
interface Blank {
  readonly section: Section
  /** The replaced range, relative to the section: a placeholder, or empty. */
  readonly start: number
  readonly end: number
  /** Text before and after the lines; line breaks are `\n`. */
  readonly before: string
  readonly after: string
  readonly writer: EntryWriter
  /** Only for an inserted table; for existing text the model knows it. */
  readonly zone?: Zone | null
}

/**
 * A placeholder row for any event is replaced; rows for one milestone each are kept below.
 * @param events in order of time; at least one
 */
export function insertIntoEmpty(
  context: DocumentContext,
  { sections }: TimelineTarget,
  events: readonly NewEvent[],
): Insertion {
  const { postMortem } = context
  const blank =
    firstOf(sections, (section) => tableBlank(context, section)) ??
    firstOf(sections, (section) => listBlank(context, section)) ??
    bareBlank(context, sections[0])
  const zone = blank.zone ?? postMortem.zone
  const example: Example = { reading: null, at: { date: null, clock: null, zone, approximate: false } }
  const times = events.map(({ at }) => inNotationOf(at, example, postMortem))
  const lines = events.map(({ text, owner }, index): EntryLine => {
    const at = times[index] ?? context.now
    const found = entryTimeText(at, example, postMortem, times[index - 1]?.date ?? postMortem.date)
    const since = times[0] && startFor(times[0], postMortem)
    const seconds = since ? secondsBetween(since, at) : 0
    const minutes = seconds === null ? null : Math.round(seconds / 60)
    const offset = minutes === null ? '' : minutes > 0 ? `+${minutes} min` : '0 min'
    return blank.writer({ ...found, mark: '', offset, text, owner })
  })
  const newLines = (text: string) => text.replaceAll('\n', postMortem.lineEnding)
  const before = newLines(blank.before)
  const newText = before + lines.map(({ text }) => text).join(postMortem.lineEnding) + newLines(blank.after)
  const edit = { section: blank.section.index, start: blank.start, end: blank.end, newText }
  return { edits: [edit], description: { edit: 0, offset: before.length + (lines[0]?.description ?? 0) } }
}

/** What the offsets count from: the start that the head states, else the first entry. */
function startFor(first: Moment, postMortem: PostMortem): Moment {
  const start = statedStart(postMortem)
  const seconds = start && secondsBetween(start.at, first)
  return start && seconds !== null && seconds >= 0 && seconds < DAY_SECONDS ? start.at : first
}

const DAY_SECONDS = 24 * 3600

function firstOf<T>(sections: readonly Section[], find: (section: Section) => T | null): T | null {
  for (const section of sections) {
    const found = find(section)
    if (found) return found
  }
  return null
}

function tableBlank(context: DocumentContext, section: Section): Blank | null {
  const { postMortem, text } = context
  const base = postMortem.starts[section.index] ?? 0
  for (const table of section.blocks.filter((block): block is Table => block.type === 'table')) {
    const columns = columnsOf(table)
    if (columns.time < 0 && columns.date < 0) continue
    const header = lineAt(text, base + table.header.start).text.trim()
    const writer = rowWriter(table, columns, header, widthsOf(table, text, base))
    const open = openRows(table, section, postMortem)
    const free = open.find(({ isFree }) => isFree)?.entry
    if (free) return { section, start: free.start, end: free.end, before: '', after: '', writer }
    const first = open[0]?.entry
    if (first) return { section, start: first.start, end: first.start, before: '', after: '\n', writer }
    return { section, start: table.end, end: table.end, before: '\n', after: '', writer }
  }
  return null
}

function listBlank(context: DocumentContext, section: Section): Blank | null {
  const { postMortem, text } = context
  const base = postMortem.starts[section.index] ?? 0
  const list = section.blocks.find((block): block is List => block.type === 'list')
  const last = list?.items.at(-1)
  if (!list || !last) return null
  const entryWriterFor = (item: ListItem) => {
    const start = base + item.line.start
    return prefixWriter(text.slice(lineAt(text, start).start, start), ' ')
  }
  const open = openItems(list, postMortem)
  const free = open.find(({ isFree }) => isFree)?.entry
  const lineStart = (item: ListItem) => lineAt(text, base + item.start).start - base
  if (free) {
    return { section, start: lineStart(free), end: free.line.end, before: '', after: '', writer: entryWriterFor(free) }
  }
  const first = open[0]?.entry
  if (first) {
    const start = lineStart(first)
    return { section, start, end: start, before: '', after: '\n', writer: entryWriterFor(first) }
  }
  return { section, start: last.end, end: last.end, before: '\n', after: '', writer: entryWriterFor(last) }
}

/** A timeline with nothing but a heading. */
function bareBlank({ postMortem }: DocumentContext, section: Section): Blank {
  const end = section.blocks.findLast(({ type }) => type !== 'rule')?.end ?? section.heading?.end ?? 0
  const at = { section, start: end, end, after: '' }
  const schema = schemaOf(section, postMortem)
  const source = schema?.tables[0]?.source
  const table = source ? readOutline(source).sections[0]?.blocks[0] : undefined
  if (source && table?.type === 'table') {
    const [header = '', dashes = ''] = source.split('\n')
    const columns = columnsOf(table)
    return {
      ...at,
      before: `\n\n${header}\n${dashes}\n`,
      writer: rowWriter(table, columns, header),
      zone: findZone(header)?.zone ?? null,
    }
  }
  const marker = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(schema?.lists[0]?.itemSource ?? '')?.[0] ?? '- '
  return { ...at, before: '\n\n', writer: prefixWriter(marker, ' ') }
}
