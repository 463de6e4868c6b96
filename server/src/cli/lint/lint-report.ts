/** All that a run of `postmortem lint` found, as formats write it. */
import type { RuleMeta } from '../../service.ts'
import { REPORTED_LEVELS, type ReportedFinding, type ReportedLevel } from './lint-format.ts'

/** A file that was checked: a post-mortem, a template of one, or a configuration. */
export interface CheckedFile {
  /** As it is printed: relative to the current folder, with `/`. */
  readonly path: string
  readonly isConfiguration: boolean
  /** The findings that are shown, in the order of the text. */
  readonly findings: readonly CheckedFinding[]
  /** How many more there are below the least level that is shown. */
  readonly hidden: number
  /** How far a draft is, in sections of its template; null for what is final, or has no template. */
  readonly draft: { readonly filled: number; readonly total: number } | null
}

/** A finding that is shown. */
export interface CheckedFinding extends ReportedFinding {
  /** Whether it lets the run fail. */
  readonly fails: boolean
  /** What stays when lines above it come or go. Of a line that repeats, each has another. */
  readonly fingerprint: string
  /** Its line, with carets below what it is about; nothing where the line is empty. */
  readonly frame: readonly string[]
  /** What `--fix` would do; null where it does nothing. */
  readonly fix: CheckedFix | null
}

/** What `--fix` would do. */
export interface CheckedFix {
  readonly title: string
  /** Places from 1, as those of the finding. */
  readonly edits: readonly {
    readonly line: number
    readonly column: number
    readonly endLine: number
    readonly endColumn: number
    readonly newText: string
  }[]
}

/** All that a run found. */
export interface LintReport {
  /** In the order in which they were given, also those without findings. */
  readonly files: readonly CheckedFile[]
  /** Findings that the baseline holds. */
  readonly old: number
  /** The least level that is shown. */
  readonly level: ReportedLevel
  /** Whether only findings are told. */
  readonly isQuiet: boolean
  /** Of the rules of all findings, by ID. */
  readonly rules: ReadonlyMap<string, ReportedRule>
}

/** What is known of a rule. */
export interface ReportedRule extends Pick<RuleMeta, 'id' | 'group' | 'description'> {
  readonly level: ReportedLevel | 'off'
  /** The text of its page, in Markdown; null where it is not installed. */
  readonly page: string | null
}

/** How many findings of each level there are. */
export function countByLevel(findings: readonly ReportedFinding[]): [ReportedLevel, number][] {
  const counts = REPORTED_LEVELS.map((level): [ReportedLevel, number] => {
    return [level, findings.filter(({ severity }) => severity === level).length]
  })
  return counts.filter(([, count]) => count > 0)
}
