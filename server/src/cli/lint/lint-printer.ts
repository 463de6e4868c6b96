/** What `postmortem lint` prints, and when. */
import { counted } from '../../text.ts'
import type { TextLines } from '../files/lines.ts'
import type { Output } from '../output.ts'
import type { ReportedFinding, ReportedLevel } from './lint-format.ts'
import { findingLines, summaryOf } from './text-report.ts'

/** Prints text as it comes, and JSON at the end. State: what was counted, and the findings that JSON waits for. */
export class LintPrinter {
  readonly #format: 'json' | 'text'
  readonly #output: Output
  readonly #byLevel = new Map<ReportedLevel, number>()
  readonly #json: ReportedFinding[] = []
  #postMortems = 0
  #withFindings = 0
  #fixable = 0
  #old = 0

  constructor(format: 'json' | 'text', output: Output) {
    this.#format = format
    this.#output = output
  }

  /** A post-mortem, or a template of one, was checked. */
  countPostMortem(): void {
    this.#postMortems++
  }

  /** A finding of the baseline is not shown. */
  countOld(): void {
    this.#old++
  }

  /** The findings of a file. */
  file(findings: readonly ReportedFinding[], lines: TextLines): void {
    if (findings.length > 0) this.#withFindings++
    for (const finding of findings) {
      this.#byLevel.set(finding.severity, (this.#byLevel.get(finding.severity) ?? 0) + 1)
      if (finding.fixable) this.#fixable++
      if (this.#format === 'json') this.#json.push(finding)
      else this.#output.print(...findingLines(finding, lines))
    }
  }

  /** A file was changed. */
  fixed(path: string, fixedByRule: readonly { readonly rule: string; readonly count: number }[]): void {
    const rules = fixedByRule.map(({ rule, count }) => (count > 1 ? `${rule} (${count})` : rule))
    this.note(`${path}: fixed ${rules.join(', ')}`)
  }

  /** Something that is no finding. */
  note(text: string): void {
    this.#output.error(text)
  }

  /** How many entries of the baseline are of no use any more. */
  stale(path: string, count: number): void {
    if (count > 0) this.note(`${path}: ${counted(count, 'finding')} in it ${count === 1 ? 'is' : 'are'} gone`)
  }

  /** The baseline was written. */
  baselineWritten(path: string, count: number): void {
    this.note(`${path}: written with ${counted(count, 'finding')}`)
  }

  /** The end of the run. */
  end({ isQuiet }: { readonly isQuiet: boolean }): void {
    if (this.#format === 'json') this.#output.json(this.#json)
    else if (!isQuiet) {
      const [byLevel, withFindings, postMortems] = [this.#byLevel, this.#withFindings, this.#postMortems]
      const totals = { byLevel, withFindings, postMortems, fixable: this.#fixable }
      const old = this.#old > 0 ? ` Not shown: ${counted(this.#old, 'finding')} of the baseline.` : ''
      this.#output.print([...summaryOf(totals), old])
    }
  }
}
