/** Findings for a person to read. */

import type { TextLines } from '../files/lines.ts'
import { painter, replaceControls, type Style } from '../output.ts'
import { codeFrame } from './code-frame.ts'
import { REPORTED_LEVELS, type ReportedFinding, type ReportedLevel } from './lint-format.ts'
import { startOf } from './report.ts'

const STYLES: Record<ReportedLevel, Style> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan' }
const NAMES: Record<ReportedLevel, readonly [one: string, more: string]> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
  hint: ['hint', 'hints'],
}

/** A finding with its line of the document and the other places that it is about; several lines. */
export function findingText(finding: ReportedFinding, lines: TextLines, colours: boolean): string {
  const paint = painter(colours)
  const { line, column, endLine, endColumn, severity, message, rule, related } = finding
  const head = [
    paint('bold', replaceControls(startOf(finding))),
    paint(STYLES[severity], severity),
    oneLine(message),
    paint('dim', rule),
  ]
  const [code, carets] = codeFrame(lines, { line, column }, { line: endLine, column: endColumn })
  return [
    head.join('  '),
    ...(code !== undefined ? [`  ${code}`] : []),
    ...(carets !== undefined ? [`  ${paint(STYLES[severity], carets)}`] : []),
    ...related.map((place) => `  ${paint('dim', replaceControls(startOf(place)))}  ${oneLine(place.message)}`),
    '',
  ].join('\n')
}

/** What was looked at and how it went. */
export interface Totals {
  /** Numbers of findings that are shown. */
  readonly byLevel: ReadonlyMap<ReportedLevel, number>
  readonly withFindings: number
  readonly postMortems: number
  /** Findings that making all safe fixes would mend. */
  readonly fixable: number
}

/** One line at the end. */
export function summaryText({ byLevel, withFindings, postMortems, fixable }: Totals, colours: boolean): string {
  const paint = painter(colours)
  const counts = REPORTED_LEVELS.flatMap((level) => {
    const count = byLevel.get(level) ?? 0
    return count > 0 ? paint(STYLES[level], counted(count, NAMES[level])) : []
  })
  const all = counted(postMortems, ['post-mortem', 'post-mortems'])
  if (counts.length === 0) return postMortems === 0 ? 'No post-mortems.' : `No findings in ${all}.`
  const where = postMortems > 0 ? ` in ${withFindings} of ${all}` : ''
  const mended = fixable > 0 ? ` --fix mends ${fixable} of them.` : ''
  return `${counts.join(', ')}${where}.${mended}`
}

/** `1 hint`, `2 hints`. */
export function counted(count: number, [one, more]: readonly [one: string, more: string]): string {
  return `${count} ${count === 1 ? one : more}`
}

function oneLine(text: string): string {
  return replaceControls(text.replace(/\s+/g, ' '))
}
