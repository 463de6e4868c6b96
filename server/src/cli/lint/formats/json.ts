/** One array of all findings: see docs/command-line.md. */
import type { ReportedFinding } from '../lint-format.ts'
import type { LintFormat } from './format.ts'

/** The JSON of `lint`. */
export const json: LintFormat = {
  hasHints: true,
  write: ({ files }) => {
    const findings = files.flatMap((file) => file.findings)
    return {
      json: findings.map(
        ({ fails: _, fingerprint: __, frame: ___, fix: ____, ...finding }): ReportedFinding => finding,
      ),
    }
  },
}
