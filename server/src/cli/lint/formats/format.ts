/** What a format of `postmortem lint` is. Each is one file here. */
import type { OutputLine } from '../../output.ts'
import type { LintReport } from '../lint-report.ts'

/** What is written: lines, or a value that becomes JSON. */
export type Written = { readonly lines: readonly OutputLine[] } | { readonly json: unknown }

/** A format. */
export interface LintFormat {
  /** Whether it has hints where nobody says what is shown. */
  readonly hasHints: boolean
  /** Whether it tells what is known of the rules. */
  readonly hasRules?: true
  write(report: LintReport): Written
}
