/** Puts columns into a table, cell by cell: nothing else in its rows changes. */

import { unfilledIn } from '../model/content/unfilled.ts'
import type { LocatedSection } from '../model/document/schema.ts'
import type { Range, Table } from '../outline/outline.ts'
import type { Template, TemplateColumn, TemplateTable } from '../template/template.ts'
import type { Edit } from './edit.ts'
import type { TableMatch } from './table-columns.ts'

/**
 * The edits that add the missing columns: the name in the header, the template's placeholder in every row. A sample that
 * says something (`ACT-1`, `0 min`) would be untrue elsewhere: those cells stay blank.
 * @param text of the document
 */
export function insertColumns(
  section: LocatedSection,
  { table, schema, missing }: TableMatch,
  template: Template,
  text: string,
): Edit[] {
  const slice = ({ start, end }: Range) => text.slice(section.start + start, section.start + end)
  const lines = linesOf(table, slice)
  const isAligned = new Set(lines.map((line) => slice(line).trimEnd().length)).size === 1
  const isTight = !/[ \t]/.test(slice(lines[1] ?? table.header).trim())
  const columns = missing.map(({ column, at }) => {
    const name = column.name.replaceAll('|', '\\|')
    const sample = placeholderOf(column, schema, template)
    const width = isAligned ? Math.max(3, name.length, sample.length) : 0
    const dashes = '-'.repeat(Math.max(3, width) + (isAligned && isTight ? 2 : 0))
    return { at, header: name.padEnd(width), dashes, cell: sample.padEnd(width) }
  })
  return lines.flatMap((line, index) => {
    const row = slice(line).trimEnd()
    const cells = columns.map(({ at, header, dashes, cell }) => {
      return { at, text: index === 0 ? header : index === 1 ? dashes : cell }
    })
    return insertCells(row, cells, index === 1 && isTight ? '' : ' ').map(({ at, newText }) => {
      return { section: section.index, start: line.start + at, end: line.start + at, newText }
    })
  })
}

/** Header, line of dashes, rows. */
function linesOf({ header, rows, end }: Table, slice: (range: Range) => string): Range[] {
  const between = { start: header.end, end: rows[0]?.start ?? end }
  const dashes = slice(between)
  const start = between.start + dashes.length - dashes.trimStart().length
  return [header, { start, end: start + dashes.trim().length }, ...rows]
}

/** What waits to be written in a column: in the row that the template goes on with, else in another. */
function placeholderOf(
  { sample, name }: TemplateColumn,
  { columns, rowSource }: TemplateTable,
  template: Template,
): string {
  const unfilled = unfilledIn(template)
  const index = columns.findIndex((column) => column.name === name)
  const cell = cellsOf(rowSource).cells[index]
  const last = cell ? rowSource.slice(cell.start, cell.end).trim() : ''
  return [last, sample].find((text) => text !== '' && unfilled.is(text)) ?? ''
}

interface NewCell {
  /** Index of the cell that it goes in front of. */
  readonly at: number
  readonly text: string
}

/** @param blank what stands between a cell and its pipes */
function insertCells(row: string, added: readonly NewCell[], blank: string): { at: number; newText: string }[] {
  const { cells, isOpen, isClosed } = cellsOf(row)
  let count = cells.length
  return added.map(({ at, text }) => {
    const cell = `${blank}${text}${blank}|`
    const next = cells[at]
    // A row may begin without a pipe; one that begins with a blank cell may not.
    if (next) return { at: next.start, newText: at === 0 && !isOpen ? `|${cell} ` : cell }
    // A row with fewer cells than the header has blank ones behind them.
    const blanks = `${blank}${blank}|`.repeat(Math.max(0, at - count))
    count = Math.max(count, at)
    return { at: row.length, newText: isClosed ? blanks + cell : `${blank}|${blanks}${cell.slice(0, -1)}`.trimEnd() }
  })
}

/** The cells of a row between its pipes; an escaped pipe is none (GFM 4.10). */
function cellsOf(row: string): { cells: Range[]; isOpen: boolean; isClosed: boolean } {
  const pipes = [...row.matchAll(/\\[\\|]|\|/g)].flatMap(({ index, 0: mark }) => (mark === '|' ? [index] : []))
  const isOpen = row.trimStart().startsWith('|')
  const isClosed = pipes.length > (isOpen ? 1 : 0) && row.slice((pipes.at(-1) ?? 0) + 1).trim() === ''
  const starts = [...(isOpen ? [] : [0]), ...pipes.map((at) => at + 1)]
  const all = starts.map((start, index) => ({ start, end: (starts[index + 1] ?? row.length + 1) - 1 }))
  return { cells: isClosed ? all.slice(0, -1) : all, isOpen, isClosed }
}
