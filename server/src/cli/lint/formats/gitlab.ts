/**
 * The report of GitLab's Code Quality, a subset of the Code Climate format.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
import type { ReportedLevel } from '../lint-format.ts'
import type { LintFormat } from './format.ts'

const SEVERITIES: Record<ReportedLevel, string> = { error: 'critical', warning: 'major', info: 'minor', hint: 'info' }

/** One array of all findings. */
export const gitlab: LintFormat = {
  hasHints: false,
  write: ({ files }) => ({
    json: files
      .flatMap(({ findings }) => findings)
      .map(({ message, rule, severity, fingerprint, path, line, endLine }) => ({
        description: message,
        check_name: rule,
        fingerprint,
        severity: SEVERITIES[severity],
        location: { path, lines: { begin: line, end: endLine } },
      })),
  }),
}
