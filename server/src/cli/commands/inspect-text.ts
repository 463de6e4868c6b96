/** An inspected document for a person to read. */
import type { Inspected } from '../../service.ts'
import { counted } from '../../text.ts'

/** Its lines. */
export function inspectedLines(document: Inspected): string[] {
  const { file, title, template, progress, window, metadata } = document
  if (!document.postmortem) return [`${file}: not a post-mortem`]
  const lines = [`${file}: ${document.isTemplate ? 'template' : 'post-mortem'}${title ? ` "${title}"` : ''}`]
  if (template) lines.push(`  template     ${template.id}${template.chosen ? '' : ' (only resembles it)'}`)
  if (progress) {
    const left = counted(document.placeholders.length, 'placeholder')
    lines.push(`  progress     ${progress.filled} of ${progress.sections} sections filled, ${left} left`)
  }
  for (const [name, value] of Object.entries(metadata)) if (value !== null) lines.push(`  ${name.padEnd(12)} ${value}`)
  if (window.start || window.end) lines.push(`  window       ${window.start ?? '?'} to ${window.end ?? '?'}`)
  if (window.timeZone) lines.push(`  time zone    ${window.timeZone}`)
  lines.push(
    ...table(
      'durations',
      document.durations.map(({ name, seconds, source, line, text }) => [
        name,
        `${seconds} s`,
        line === null ? source : `line ${line}: ${text}`,
      ]),
    ),
    ...table(
      'sections',
      document.sections.map(({ line, kind, heading, empty }) => [
        `line ${line}`,
        kind,
        heading + (empty ? ' (empty)' : ''),
      ]),
    ),
    ...table(
      'timeline',
      document.timeline.map(({ line, time, milestones, text }) => [
        `line ${line}`,
        time ?? '?',
        milestones.join(', '),
        shortened(text),
      ]),
    ),
    ...table(
      'action items',
      document.actionItems.map(({ line, status, owner, due, title: what }) => [
        `line ${line}`,
        status ?? '-',
        owner ?? '-',
        due ?? '-',
        shortened(what),
      ]),
    ),
    ...table(
      'placeholders',
      document.placeholders.map(({ line, text }) => [`line ${line}`, shortened(text)]),
    ),
  )
  return lines
}

/** Rows under a heading, in columns; nothing for no rows. */
function table(heading: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return [
    `  ${heading}`,
    ...rows.map((row) => `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()),
  ]
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 70 ? `${line.slice(0, 69)}…` : line
}
