/** Inserts columns into a table, cell by cell, without changing anything else in its rows. */

import { unfilledIn } from '../model/content/unfilled.ts'
import type { LocatedSection } from '../model/document/schema.ts'
import type { Range, Table } from '../outline/outline.ts'
import type { Template, TemplateColumn, TemplateTable } from '../template/template.ts'
import type { Edit } from './edit.ts'
import type { TableMatch } from './table-columns.ts'

/**
 * The edits that add the missing columns: the name in the header, the template's placeholder in every row. A sample
 * with a value (`ACT-1`, `0 min`) would be wrong in other rows: those cells stay blank.
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

/** Header, delimiter row, rows. */
function linesOf({ header, rows, end }: Table, slice: (range: Range) => string): Range[] {
  const between = { start: header.end, end: rows[0]?.start ?? end }
  const dashes = slice(between)
  const start = between.start + dashes.length - dashes.trimStart().length
  return [header, { start, end: start + dashes.trim().length }, ...rows]
}

/** The placeholder of a column: in the template's last sample row, else in another one. */
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
  /** Index of the cell before which it is inserted. */
  readonly at: number
  readonly text: string
}

/** @param blank the white space between a cell and its bars */
function insertCells(row: string, added: readonly NewCell[], blank: string): { at: number; newText: string }[] {
  const { cells, isOpen, isClosed } = cellsOf(row)
  let count = cells.length
  return added.map(({ at, text }) => {
    const cell = `${blank}${text}${blank}|`
    const next = cells[at]
    // A row may start without a bar, but not with a blank cell.
    if (next) return { at: next.start, newText: at === 0 && !isOpen ? `|${cell} ` : cell }
    // Missing cells at the end of a row are blank.
    const blanks = `${blank}${blank}|`.repeat(Math.max(0, at - count))
    count = Math.max(count, at)
    return { at: row.length, newText: isClosed ? blanks + cell : `${blank}|${blanks}${cell.slice(0, -1)}`.trimEnd() }
  })
}

/** The cells of a row between its bars; an escaped bar does not count (GFM 4.10). */
function cellsOf(row: string): { cells: Range[]; isOpen: boolean; isClosed: boolean } {
  const pipes = [...row.matchAll(/\\[\\|]|\|/g)].flatMap(({ index, 0: mark }) => (mark === '|' ? [index] : []))
  const isOpen = row.trimStart().startsWith('|')
  const isClosed = pipes.length > (isOpen ? 1 : 0) && row.slice((pipes.at(-1) ?? 0) + 1).trim() === ''
  const starts = [...(isOpen ? [] : [0]), ...pipes.map((at) => at + 1)]
  const all = starts.map((start, index) => ({ start, end: (starts[index + 1] ?? row.length + 1) - 1 }))
  return { cells: isClosed ? all.slice(0, -1) : all, isOpen, isClosed }
}
