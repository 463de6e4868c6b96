/** Findings for a person to read. */
import { counted } from '../../text.ts'
import type { TextLines } from '../files/lines.ts'
import { type OutputLine, type Style, type Styled, styled } from '../output.ts'
import { codeFrame } from './code-frame.ts'
import { REPORTED_LEVELS, type ReportedFinding, type ReportedLevel } from './lint-format.ts'
import { startOf } from './report.ts'

const STYLES: Record<ReportedLevel, Style> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan' }
const NAMES: Record<ReportedLevel, string> = { error: 'error', warning: 'warning', info: 'note', hint: 'hint' }

/** A finding with its line of the document and the other places that it is about. */
export function findingLines(finding: ReportedFinding, lines: TextLines): OutputLine[] {
  const { line, column, endLine, endColumn, severity, message, rule, related } = finding
  const [code, carets] = codeFrame(lines, { line, column }, { line: endLine, column: endColumn })
  const start = styled('bold', startOf(finding))
  return [
    [start, '  ', styled(STYLES[severity], severity), '  ', oneLine(message), '  ', styled('dim', rule)],
    ...(code !== undefined ? [`  ${code}`] : []),
    ...(carets !== undefined ? [['  ', styled(STYLES[severity], carets)]] : []),
    ...related.map((place): OutputLine => ['  ', styled('dim', startOf(place)), '  ', oneLine(place.message)]),
    '',
  ]
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

/** One line at the end, in pieces. */
export function summaryOf({ byLevel, withFindings, postMortems, fixable }: Totals): (string | Styled)[] {
  const counts = REPORTED_LEVELS.flatMap((level) => {
    const count = byLevel.get(level) ?? 0
    return count > 0 ? styled(STYLES[level], counted(count, NAMES[level])) : []
  })
  const all = counted(postMortems, 'post-mortem')
  if (counts.length === 0) return [postMortems === 0 ? 'No post-mortems.' : `No findings in ${all}.`]
  const where = postMortems > 0 ? ` in ${withFindings} of ${all}` : ''
  const mended = fixable > 0 ? ` --fix mends ${fixable} of them.` : ''
  return [...counts.flatMap((count, index) => (index > 0 ? [', ', count] : [count])), `${where}.${mended}`]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
