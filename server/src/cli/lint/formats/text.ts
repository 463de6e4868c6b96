/** Findings for a person to read. */
import { counted, listed } from '../../../text.ts'
import { type OutputLine, type Style, styled } from '../../output.ts'
import { REPORTED_LEVELS, type ReportedLevel } from '../lint-format.ts'
import { type CheckedFile, type CheckedFinding, countByLevel, type LintReport } from '../lint-report.ts'
import { startOf } from '../report.ts'
import type { LintFormat } from './format.ts'

const STYLES: Record<ReportedLevel, Style> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan' }
const NAMES: Record<ReportedLevel, string> = { error: 'error', warning: 'warning', info: 'note', hint: 'hint' }
/** A file with more findings ends with their number. */
const MANY = 10

/** Text with the lines of the document. */
export const text: LintFormat = {
  hasHints: false,
  write: (report) => ({ lines: [...report.files.flatMap((file) => fileLines(file, report)), ...endLines(report)] }),
}

/** The findings of a file, how far a draft is, and how many there are of many. */
export function fileLines({ path, findings, hidden, draft }: CheckedFile, { isQuiet }: LintReport): OutputLine[] {
  if (isQuiet) return findings.flatMap(findingLines)
  const many = findings.length > MANY ? [[styled('bold', path), '  ', ...countPieces(findings)], ''] : []
  const far = draft && hidden > 0 && `draft, ${draft.filled} of ${counted(draft.total, 'section')} written`
  return [
    ...findings.flatMap(findingLines),
    ...many,
    ...(far ? [[styled('bold', path), '  ', styled('dim', far)], ''] : []),
  ]
}

/** How many findings there are, and how many are not shown. */
export function endLines(report: LintReport): OutputLine[] {
  return report.isQuiet ? [] : [summaryOf(report), ...hiddenLines(report)]
}

/** A finding with its line of the document and the other places that it is about. */
function findingLines(finding: CheckedFinding): OutputLine[] {
  const { severity, message, rule, related, frame } = finding
  const [code, carets] = frame
  const start = styled('bold', startOf(finding))
  return [
    [start, '  ', styled(STYLES[severity], severity), '  ', oneLine(message), '  ', styled('dim', rule)],
    ...(code !== undefined ? [`  ${code}`] : []),
    ...(carets !== undefined ? [['  ', styled(STYLES[severity], carets)]] : []),
    ...related.map((place): OutputLine => ['  ', styled('dim', startOf(place)), '  ', oneLine(place.message)]),
    '',
  ]
}

/** One line at the end. */
function summaryOf({ files, old, level }: LintReport): OutputLine {
  const postMortems = files.filter(({ isConfiguration }) => !isConfiguration).length
  const findings = files.flatMap((file) => file.findings)
  const passed = old > 0 ? ` Not shown: ${counted(old, 'finding')} of the baseline.` : ''
  const all = counted(postMortems, 'post-mortem')
  if (findings.length === 0 && postMortems === 0) return `No post-mortems.${passed}`
  if (findings.length === 0) return `No ${shownNames(files, level)} in ${all}.${passed}`
  const where = postMortems > 0 ? ` in ${files.filter((file) => file.findings.length > 0).length} of ${all}` : ''
  const fixable = findings.filter((finding) => finding.fixable).length
  const mended = fixable > 0 ? ` --fix mends ${fixable} of them.` : ''
  return [...countPieces(findings), `${where}.${mended}${passed}`]
}

/** What there would be, were there any: `errors, warnings or notes`. */
function shownNames(files: readonly CheckedFile[], level: ReportedLevel): string {
  if (files.every(({ hidden }) => hidden === 0)) return 'findings'
  const levels = REPORTED_LEVELS.slice(0, REPORTED_LEVELS.indexOf(level) + 1)
  return listed(
    levels.map((shown) => `${NAMES[shown]}s`),
    'or',
  )
}

/** What is not shown, in one line. */
function hiddenLines({ files, level }: LintReport): string[] {
  const hidden = files.reduce((sum, file) => sum + file.hidden, 0)
  if (hidden === 0) return []
  const holding = files.filter((file) => file.hidden > 0)
  const where = counted(holding.length, holding.every(({ draft }) => draft !== null) ? 'draft' : 'post-mortem')
  if (level === 'info') return [`${counted(hidden, 'hint')} in ${where}: --level hint shows them.`]
  return [`${counted(hidden, 'finding')} below ${level} in ${where}: --level shows more.`]
}

function countPieces(findings: readonly CheckedFinding[]) {
  const counts = countByLevel(findings).map(([level, count]) => styled(STYLES[level], counted(count, NAMES[level])))
  return counts.flatMap((count, index) => (index > 0 ? [', ', count] : [count]))
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ')
}
