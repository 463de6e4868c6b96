/** A table that is the document: in each row the name of a section, and beside it what the section says. */
import { memoize } from '../../memoize.ts'
import type { Block, Inline, ListItem, Table, TableRow } from '../../outline/outline.ts'
import { kindsOf } from '../../template/kinds.ts'

/** So many rows make a table one of sections. */
const MIN_ROWS = 2
/** Of the filled ones so many must tell something: in a table of figures there are only values. */
const MIN_PROSE = 0.5
/** In words. */
const MIN_WORDS = 3

/** The rows of a table that are sections; none where it is a table of something else. */
export const sectionRows = memoize(({ header, rows }: Table): readonly TableRow[] => {
  if (header.cells.length !== 2) return []
  const named = rows.filter(({ cells: [name] }) => name !== undefined && kindsOf(name.plain).length > 0)
  const filled = named.filter(({ cells }) => (cells[1]?.plain ?? '') !== '')
  const telling = filled.filter(({ cells }) => isProse(cells[1]?.plain ?? ''))
  return named.length >= MIN_ROWS && telling.length >= Math.max(1, filled.length * MIN_PROSE) ? named : []
})

function isProse(text: string): boolean {
  return (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= MIN_WORDS || /[\u3040-\u9fff]{8}/.test(text)
}

/** A row as a section of its own; its ranges are those of the table. */
export function sectionOfRow({ start, cells: [name, text] }: TableRow) {
  const title = name ?? { text: '', plain: '', start, end: start }
  return { at: start, depth: 1, title, blocks: text ? blocksOf(text) : [] }
}

const MARK = /^\s*(?:[-*+•●–—]|\d{1,2}[.)])\s+(?=\S)/

/** What stands in a cell: a list where its lines are items, else a paragraph. */
function blocksOf(cell: Inline): Block[] {
  const lines = linesOf(cell)
  const [first] = lines
  const last = lines.at(-1)
  if (!first || !last) return []
  const range = { start: first.start, end: last.end }
  if (lines.length < 2 || !lines.every(({ text }) => MARK.test(text)))
    return [{ type: 'paragraph', ...range, lines, fields: [] }]
  return [{ type: 'list', kind: 'bullet', ...range, items: lines.map(itemOf) }]
}

function itemOf(given: Inline): ListItem {
  const line = cut(given, MARK.exec(given.text)?.[0].length ?? 0, given.text.length)
  const { start, end } = line
  return { start, end, marker: '', line, lines: [line], fields: [], checked: null, box: null, field: null, blocks: [] }
}

/** The lines of a cell, which `<br>` parts. */
function linesOf(cell: Inline): Inline[] {
  const lines: Inline[] = []
  let from = 0
  for (const { index, 0: mark } of [...cell.text.matchAll(/\s*<br *\/?>\s*/g), { index: cell.text.length, 0: '' }]) {
    if (index > from) lines.push(cut(cell, from, index))
    from = index + mark.length
  }
  return lines
}

function cut(line: Inline, from: number, to: number): Inline {
  if (from === 0 && to === line.text.length) return line
  const text = line.text.slice(from, to)
  const plain = text.replace(/\*\*|__|`/g, '').replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
  return { text, plain, start: line.start + from, end: line.start + to }
}
