/** Rows of tables: what stands in their cells, and the row that Enter begins below them. */

import { columnParts } from '../../model/actions/action-columns.ts'
import { type NumberedAction, numberedActions, writtenId } from '../../model/actions/action-numbers.ts'
import { isWithin } from '../../model/document/sections.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import { columnsOf } from '../../model/timeline/timeline-columns.ts'
import type { Table } from '../../outline/outline.ts'
import type { NextLine, OffsetPair, WritingLine } from '../../protocol.ts'
import type { DocumentContext } from '../context.ts'
import { type Line, lineAt } from '../line.ts'
import { rowWriter, widthsOf, writeRow } from '../timeline/insert-event-line.ts'
import { contentNow } from './entry-now.ts'

/** A line with what Enter begins below it. */
export interface LineWithNext extends Omit<WritingLine, 'next'> {
  readonly next: NextLine
}

/** The rows of a table, from its first below the header on. */
export function tableLines(context: DocumentContext, section: Section, table: Table): LineWithNext[] {
  const { postMortem, text } = context
  const base = postMortem.starts[section.index] ?? 0
  // A line of text that only follows the table is a row to GFM, and none to whoever writes it.
  const lines = table.rows.map(({ start }) => lineAt(text, base + start)).filter((line) => line.text.includes('|'))
  const like = lines.at(-1) ?? lineAt(text, base + table.header.start)
  const given = givenColumn(table, postMortem, section)
  const blank = nextRow(context, section, table, like, given, false)
  const last = nextRow(context, section, table, like, given, true)
  return lines.map((line, index): LineWithNext => {
    const cells = cellsOf(line.text).map(([start, end]): OffsetPair => [line.start + start, line.start + end])
    const isEmpty = cells.every(([start, end], column) => start === end || column === given.column)
    const next = index === lines.length - 1 ? last : blank
    return { kind: 'row', line: [line.start, line.end], cells, isEmpty, next }
  })
}

/** What stands in each cell of a row: its trimmed text; where there is none, the place to write it. */
export function cellsOf(row: string): OffsetPair[] {
  const bars = [...row.matchAll(/(?<!\\)(?:\\\\)*\|/g)].map(({ index, 0: found }) => index + found.length - 1)
  const opens = /^\s*\|/.test(row)
  const closes = bars.length > 1 && row.slice((bars.at(-1) ?? 0) + 1).trim() === ''
  const starts = opens ? bars : [-1, ...bars]
  const ends = [...bars.slice(opens ? 1 : 0), ...(closes ? [] : [row.length])]
  return ends.map((end, index) => {
    const start = (starts[index] ?? 0) + 1
    const content = row.slice(start, end)
    const written = content.trim()
    if (written === '') return [start + Math.min(1, content.length), start + Math.min(1, content.length)]
    const from = start + content.length - content.trimStart().length
    return [from, from + written.length]
  })
}

/** The column that numbers the rows, and the number of the next one. */
interface Given {
  /** -1 where none does. */
  readonly column: number
  readonly text: string
  /** The digits in `text`. */
  readonly digits: OffsetPair
}

const NOTHING: Given = { column: -1, text: '', digits: [0, 0] }

function givenColumn(table: Table, postMortem: PostMortem, section: Section): Given {
  const actions = numberedActions(postMortem)
  const own = actions.filter(
    ({ item }) => item.section === section.index && table.start <= item.start && item.end <= table.end,
  )
  const action = own.at(-1)
  if (action) return ofAction(action, actions, table)
  const numbers = table.rows.map(({ cells }) =>
    /^\d{1,4}$/.test(cells[0]?.text ?? '') ? Number(cells[0]?.text) : null,
  )
  const written = numbers.filter((number) => number !== null)
  const counts = written.length > 0 && written.every((number, index) => number === (written[0] ?? 0) + index)
  if (!counts || (written[0] ?? 2) > 1 || numbers.slice(0, written.length).includes(null)) return NOTHING
  const text = String((written.at(-1) ?? 0) + 1)
  return { column: 0, text, digits: [0, text.length] }
}

/** The number after all of its kind in the document: a gap is nobody's. */
function ofAction(like: NumberedAction, actions: readonly NumberedAction[], table: Table): Given {
  const column = columnParts(table).indexOf('id')
  const id = like.item.id
  if (column < 0 || !id) return NOTHING
  const alike = actions.filter(({ scope }) => scope === like.scope)
  // A row that nobody has begun is no action yet, but has its number.
  const inTable = table.rows.map(({ cells }) => {
    const text = cells[column]?.text ?? ''
    const at = text.indexOf(like.prefix)
    return at < 0 ? 0 : Number.parseInt(text.slice(at + like.prefix.length), 10) || 0
  })
  const number = Math.max(...alike.map((action) => action.number), ...inTable) + 1
  const before = id.text.slice(0, like.place.start - id.start)
  const after = id.text.slice(like.place.end - id.start)
  const text = writtenId(like, number)
  const start = before.length + like.prefix.length
  return { column, text: before + text + after, digits: [start, before.length + text.length] }
}

function nextRow(
  context: DocumentContext,
  section: Section,
  table: Table,
  like: Line,
  given: Given,
  isLast: boolean,
): NextLine {
  const { postMortem, text } = context
  const base = postMortem.starts[section.index] ?? 0
  const widths = widthsOf(table, text, base)
  const indent = /^\s*/.exec(like.text)?.[0] ?? ''
  const trimmed = like.text.trim()
  const now = isLast && isWithin(section, 'timeline') ? contentNow(context, section, table) : null
  const row = () => {
    if (now) return rowWriter(table, columnsOf(table), trimmed, widths)(now).text
    const cells = table.header.cells.map((_, column) => (column === given.column ? given.text : ''))
    // Without a bar in front, an empty first cell would not be seen.
    return writeRow(cells, -1, cells[0] === '' && !trimmed.startsWith('|') ? '||' : trimmed, widths).text
  }
  const written = indent + row()
  const lead = postMortem.lineEnding.length
  const cells = cellsOf(written).map(([start, end]): OffsetPair => [lead + start, lead + end])
  const open = cells.find(([start, end]) => start === end) ?? cells[0] ?? [lead, lead]
  const numbered = given.column < 0 || now ? undefined : cells[given.column]
  return {
    text: postMortem.lineEnding + written,
    cells,
    select: open,
    number: numbered ? [numbered[0] + given.digits[0], numbered[0] + given.digits[1]] : null,
    renumbered: [],
    offers: false,
  }
}
