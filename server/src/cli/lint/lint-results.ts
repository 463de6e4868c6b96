/** What a run found, and whether it fails. */
import { REPORTED_LEVELS, type ReportedLevel } from './lint-format.ts'
import type { CheckedFile, CheckedFinding, LintReport, ReportedRule } from './lint-report.ts'
import type { ToldFinding } from './report.ts'

/** What lets a run fail. */
export interface FailOptions {
  /** The least level that fails. */
  readonly failOn: ReportedLevel
  /** More warnings fail, too; null: as `failOn` says. */
  readonly maxWarnings: number | null
  /** Whether findings fail that depend on the day. */
  readonly today: boolean
}

/** What a format is given. */
export interface ShowOptions {
  /** The least level that is shown. */
  readonly level: ReportedLevel
  /** Whether only what fails is shown. */
  readonly isQuiet: boolean
}

/** A finding of a file, and whether it depends on the day. */
export interface FoundInFile {
  readonly finding: ToldFinding
  readonly dependsOnToday: boolean
}

type FoundFile = Pick<CheckedFile, 'path' | 'isConfiguration' | 'draft'> & { readonly found: readonly FoundInFile[] }

/** Collects what is found. State: the files so far. */
export class LintResults {
  readonly #options: FailOptions
  readonly #files: FoundFile[] = []
  #old = 0

  constructor(options: FailOptions) {
    this.#options = options
  }

  /** A file was checked. */
  add(file: FoundFile): void {
    this.#files.push(file)
  }

  /** A finding of the baseline is not shown. */
  countOld(): void {
    this.#old++
  }

  /** Whether a finding lets the run fail. */
  get fails(): boolean {
    const fails = this.#judge()
    return this.#files.some(({ found }) => found.some(fails))
  }

  /** The rules of all findings. */
  get rules(): Set<string> {
    return new Set(this.#files.flatMap(({ found }) => found.map(({ finding }) => finding.rule)))
  }

  /** What is shown; what is not counts all the same. */
  report({ level, isQuiet }: ShowOptions, rules: ReadonlyMap<string, ReportedRule>): LintReport {
    const fails = this.#judge()
    const files = this.#files.map(({ found, ...file }): CheckedFile => {
      const all = found.map((each): CheckedFinding => ({ ...each.finding, fails: fails(each) }))
      const findings = all.filter((finding) => (isQuiet ? finding.fails : isAtLeast(finding.severity, level)))
      return { ...file, findings, hidden: all.length - findings.length }
    })
    return { files, old: this.#old, level, isQuiet, rules }
  }

  #judge(): (found: FoundInFile) => boolean {
    const { failOn, maxWarnings, today } = this.#options
    const counts = ({ dependsOnToday }: FoundInFile) => today || !dependsOnToday
    const all = this.#files.flatMap(({ found }) => found)
    const warnings = all.filter((found) => counts(found) && found.finding.severity === 'warning').length
    const least = maxWarnings !== null && warnings > maxWarnings ? 'warning' : failOn
    return (found) => counts(found) && isAtLeast(found.finding.severity, least)
  }
}

/** Whether a level is as bad as another, or worse. */
function isAtLeast(level: ReportedLevel, least: ReportedLevel): boolean {
  return REPORTED_LEVELS.indexOf(level) <= REPORTED_LEVELS.indexOf(least)
}
