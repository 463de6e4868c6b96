/** Aligns the columns of a table: only blanks around cells and the dashes below the header change. */
import { displayWidth } from '../display-width.ts'
import type { PostMortem } from '../model/post-mortem.ts'
import type { Table } from '../outline/outline.ts'
import type { TextChange } from './composed-edits.ts'
import type { Edit } from './edit.ts'

/** The fewest dashes below a header. */
const MIN_WIDTH = 3

interface Cell {
  /** Absolute; between two bars. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Whether there is a bar in front of it, and behind it. */
  readonly opened: boolean
  readonly closed: boolean
}

type Align = 'left' | 'right' | 'center'

/**
 * The edits; none where a table is aligned, or is one that cannot be: with cells that have no column, or tabs.
 * @param text the whole document
 */
export function alignTable(
  table: Table,
  section: number,
  { starts }: Pick<PostMortem, 'starts'>,
  text: string,
): Edit[] {
  const base = starts[section] ?? 0
  const header = cellsOf(text, base + table.header.start, base + table.header.end)
  const rule = lineBelow(text, base + table.header.end)
  const dashes = rule && cellsOf(text, rule.start, rule.end)
  const rows = table.rows.map(({ start, end }) => cellsOf(text, base + start, base + end))
  const isSound =
    dashes?.length === header.length &&
    dashes.every(({ text: dash }) => /^:?-+:?$/.test(dash)) &&
    header.length === table.header.cells.length &&
    rows.every((cells, index) => cells.length <= header.length && cells.length === table.rows[index]?.cells.length) &&
    [header, ...rows].flat().every((cell) => !/[\t\r\n]/.test(text.slice(cell.start, cell.end)))
  if (!isSound || !dashes) return []
  const aligns = dashes.map(({ text: dash }) => alignOf(dash))
  const widths = header.map((_, column) =>
    Math.max(MIN_WIDTH, ...[header, ...rows].map((cells) => displayWidth(cells[column]?.text ?? ''))),
  )
  const padded = [header, ...rows].flatMap((cells) =>
    cells.flatMap((cell, column) => gaps(cell, widths[column] ?? 0, aligns[column] ?? 'left', text)),
  )
  const ruled = dashes.map(({ start, end, text: dash, opened, closed }, column) => {
    const newText = `${opened ? ' ' : ''}${dashesFor(dash, widths[column] ?? 0)}${closed ? ' ' : ''}`
    return { start, end, newText }
  })
  return [...padded, ...ruled].flatMap(({ start, end, newText }) =>
    text.slice(start, end) === newText ? [] : [{ section, start: start - base, end: end - base, newText }],
  )
}

/** The blanks in front of a cell and behind it; at the end of a line without a bar there are none. */
function gaps(
  { start, end, text: content, opened, closed }: Cell,
  width: number,
  align: Align,
  text: string,
): TextChange[] {
  const free = width - displayWidth(content)
  const first = align === 'right' ? free : align === 'center' ? Math.floor(free / 2) : 0
  const before = opened ? ' '.repeat(first + 1) : ''
  const after = closed ? ' '.repeat(free - first + 1) : ''
  if (content === '')
    return [{ start, end, newText: opened && closed ? ' '.repeat(width + 2) : text.slice(start, end) }]
  const raw = text.slice(start, end)
  const from = start + (raw.length - raw.trimStart().length)
  return [
    { start, end: from, newText: before },
    { start: from + content.length, end, newText: after },
  ]
}

/** The cells of a line; what stands before its first bar is the first cell. */
function cellsOf(text: string, start: number, end: number): Cell[] {
  const line = text.slice(start, end).trimEnd()
  const bars = [...line.matchAll(/\\[\\|]|\|/g)].filter(([found]) => found === '|').map(({ index }) => index)
  const opens = line.startsWith('|')
  const closes = bars.at(-1) === line.length - 1 && bars.length > 1
  const edges = [...(opens ? [] : [-1]), ...bars, ...(closes ? [] : [line.length])]
  return edges.slice(1).map((edge, index) => {
    const from = (edges[index] ?? -1) + 1
    const content = line.slice(from, edge).trim()
    return { start: start + from, end: start + edge, text: content, opened: from > 0, closed: edge < line.length }
  })
}

/** The line below, without its indentation. */
function lineBelow(text: string, at: number): { start: number; end: number } | null {
  const found = /[ \t]*(?:\r\n|\r|\n)[ \t>]*([^\r\n]*)/y
  found.lastIndex = at
  const match = found.exec(text)
  const line = match?.[1]
  return match && line !== undefined ? { start: at + match[0].length - line.length, end: at + match[0].length } : null
}

function alignOf(dash: string): Align {
  if (!dash.endsWith(':')) return 'left'
  return dash.startsWith(':') ? 'center' : 'right'
}

function dashesFor(dash: string, width: number): string {
  const [left, right] = [dash.startsWith(':') ? ':' : '', dash.endsWith(':') ? ':' : '']
  return left + '-'.repeat(width - left.length - right.length) + right
}
