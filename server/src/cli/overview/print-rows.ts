/** Prints a list in groups: as text, JSON, CSV or a Markdown table. */
import { withoutSecrets } from '../../find-secrets.ts'
import { type Output, type OutputLine, styled, textWidth } from '../output.ts'

/** How lists are printed. */
export const ROW_FORMATS = ['text', 'json', 'csv', 'md'] as const

/** How a list is printed. */
export type RowFormat = (typeof ROW_FORMATS)[number]

/** A row: the values of its columns by name. */
type Row = Readonly<Record<string, string | number | null>>

/** Rows that belong together. */
export interface RowGroup<T> {
  readonly title: string
  readonly rows: readonly T[]
}

/** How rows look. */
export interface RowPrinter<T extends Row> {
  /** Columns of CSV and of the Markdown table, in order. */
  readonly columns: readonly (keyof T & string)[]
  /** A row as people read it, in columns that stand below each other. */
  readonly cells: (row: T) => readonly string[]
  /** What text says where there are no rows. */
  readonly none: string
}

/** Prints all rows. What looks like a key or a token is not printed. */
export function printRows<T extends Row>(
  groups: readonly RowGroup<T>[],
  format: RowFormat,
  { columns, cells, none }: RowPrinter<T>,
  output: Output,
): void {
  const rows = groups.flatMap((group) => group.rows.map(safe))
  const table = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  if (format === 'json') output.json(rows)
  else if (format === 'csv') output.print(...table.map((values) => values.map(csvCell).join(',')))
  else if (format === 'md') {
    const [head = '', ...lines] = table.map((values) => `| ${values.map(markdownCell).join(' | ')} |`)
    output.print(head, `|${' --- |'.repeat(columns.length)}`, ...lines)
  } else if (rows.length === 0) output.print(none)
  else output.print(...textLines(groups, (row) => cells(safe(row))))
}

function textLines<T extends Row>(groups: readonly RowGroup<T>[], cells: (row: T) => readonly string[]): OutputLine[] {
  const all = groups.flatMap(({ rows }) => rows.map(cells))
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => textWidth(row[column] ?? ''))))
  return groups
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ title, rows }, index): OutputLine[] => [
      ...(index > 0 ? [''] : []),
      [styled('bold', `${title} (${rows.length})`)],
      ...rows.map((row) =>
        `  ${cells(row)
          .map((cell, column) => padded(cell, widths[column] ?? 0))
          .join('  ')}`.trimEnd(),
      ),
    ])
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)))
}

function safe<T extends Row>(row: T): T {
  const entries = Object.entries(row).map(([key, value]) => {
    return [key, typeof value === 'string' ? withoutSecrets(value).text : value]
  })
  return Object.fromEntries(entries)
}

/** RFC 4180. What a spreadsheet would take for a formula is marked as a text. */
function csvCell(value: string | number): string {
  const text = String(value).replace(/\s+/g, ' ')
  const marked = /^(?:[=+-]|@.*\()/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text
  return /[",]/.test(marked) ? `"${marked.replaceAll('"', '""')}"` : marked
}

function markdownCell(value: string | number): string {
  return String(value)
    .replace(/\s+/g, ' ')
    .replace(/[\\|<>[\]`*_]/g, '\\$&')
}
