/**
 * Workflow commands of GitHub Actions: the text of each file in a group, and then annotations, no more than GitHub shows.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import { digestOf } from '../../../node/digest.ts'
import { counted } from '../../../text.ts'
import { type OutputLine, plainText } from '../../output.ts'
import { REPORTED_LEVELS, type ReportedLevel } from '../lint-format.ts'
import type { CheckedFile, CheckedFinding, LintReport } from '../lint-report.ts'
import type { LintFormat } from './format.ts'
import { endLines, fileLines } from './text.ts'

/** GitHub shows that many annotations of a kind for each step, and drops the others. */
const MOST_OF_A_KIND = 10

const KINDS: Record<ReportedLevel, string> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' }

/** Groups and annotations. */
export const github: LintFormat = {
  hasHints: false,
  write: (report) => {
    const withFindings = report.files.filter(({ findings }) => findings.length > 0)
    return {
      lines: [
        ...withFindings.flatMap((file) => group(file, report)),
        ...literal(endLines(report)),
        ...annotations(report),
      ],
    }
  },
}

/** A group that is folded in the log. */
function group(file: CheckedFile, report: LintReport): OutputLine[] {
  return [`::group::${data(file.path)}`, ...literal(fileLines(file, report)), '::endgroup::']
}

/**
 * Lines of which none is taken for a command, whatever the document says: no commands are obeyed until a word comes that
 * cannot stand in them, since it is made of them.
 */
function literal(lines: readonly OutputLine[]): OutputLine[] {
  if (lines.length === 0) return []
  const word = `end-${digestOf(plainText(lines)).replaceAll(/[^A-Za-z0-9]/g, '0')}`
  return [`::stop-commands::${word}`, ...lines, `::${word}::`]
}

/** The worst findings first. */
function annotations({ files }: LintReport): string[] {
  const findings = files.flatMap((file) => file.findings)
  const byKind = new Map<string, CheckedFinding[]>()
  for (const level of REPORTED_LEVELS) {
    const ofKind = byKind.get(KINDS[level]) ?? []
    byKind.set(KINDS[level], [...ofKind, ...findings.filter(({ severity }) => severity === level)])
  }
  const shown = [...byKind.values()].flatMap((ofKind) => ofKind.slice(0, MOST_OF_A_KIND))
  const rest = findings.length - shown.length
  const more =
    rest > 0 ? [`${counted(rest, 'finding')} more in the log above: GitHub shows ${MOST_OF_A_KIND} of a kind.`] : []
  return [...shown.map(annotation), ...more]
}

/** One annotation. GitHub wants no columns where the lines differ. */
function annotation({ path, line, column, endLine, endColumn, severity, rule, message }: CheckedFinding): string {
  const columns = line === endLine ? [`col=${column}`, `endColumn=${endColumn}`] : []
  const where = [`file=${property(path)}`, `line=${line}`, ...columns, `endLine=${endLine}`, `title=${property(rule)}`]
  return `::${KINDS[severity]} ${where.join(',')}::${data(message)}`
}

/** A message, of which no character ends the command. */
function data(message: string): string {
  return message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(value: string): string {
  return data(value).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
