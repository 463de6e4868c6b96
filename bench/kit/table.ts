/** What a benchmark found, as one Markdown table. */
import { markdownTable } from 'markdown-table'

/** The result of one benchmark. */
export interface Report {
  readonly title: string
  /** The first column is text, the others are figures. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What one has to know to read it, a sentence each. */
  readonly notes: readonly string[]
}

/** The report as Markdown, with aligned columns. */
export function toMarkdown({ title, columns, rows, notes }: Report): string {
  const align = columns.map((_, index) => (index === 0 ? 'l' : 'r'))
  const table = markdownTable([columns, ...rows], { align })
  return `### ${title}\n\n${table}\n${notes.map((note) => `\n${note}\n`).join('')}`
}

/** A cell in which there is nothing to say. */
export const NONE = '–'

/** Milliseconds with three digits that count. */
export function ms(value: number): string {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`
  return `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ms`
}

/** Bytes in MB (10⁶). */
export function megabytes(bytes: number | null): string {
  return bytes === null ? NONE : `${(bytes / 1e6).toFixed(0)} MB`
}

/** How many times as much as the peer: `1/12` or `1.30×`. */
export function ratio(value: number, peer: number): string {
  const times = value / peer
  return times < 0.75 ? `1/${Number((1 / times).toFixed(times < 0.1 ? 0 : 1))}` : `${times.toFixed(2)}×`
}

/** What was measured, next to the most that it may be, and whether that holds. */
export function withTarget(measured: string, target: string, holds: boolean): string {
  return `${measured} (≤ ${target}: ${holds ? 'holds' : '**missed**'})`
}

/** A time, next to the most that it may be; both in ms. */
export function msWithTarget(value: number, limit: number): string {
  return withTarget(ms(value), ms(limit), value <= limit)
}

/** The ratio, next to the greatest that it may be. */
export function ratioWithTarget(value: number, peer: number, limit: number): string {
  return withTarget(ratio(value, peer), ratio(limit, 1), value <= peer * limit)
}
