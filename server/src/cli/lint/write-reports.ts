/** Writes what a run found, in each format that is wanted. */
import { basename, dirname, join, resolve } from 'node:path'
import { messageOf } from '../../node/file-problems.ts'
import { isThere, readText } from '../../node/files.ts'
import { removeDrafts, replaceFile } from '../../node/write-file.ts'
import type { CliEnvironment } from '../environment.ts'
import { jsonText, type Output, type OutputLine, plainText } from '../output.ts'
import { FORMATS, type FormatName } from './formats/formats.ts'
import type { ReportedLevel } from './lint-format.ts'
import type { ReportedRule } from './lint-report.ts'
import type { LintResults } from './lint-results.ts'

/** What is written, and where. */
export interface ReportOptions {
  /** What standard output gets. */
  readonly format: FormatName
  /** Files, as they were given. */
  readonly outputFiles: readonly { readonly format: FormatName; readonly path: string }[]
  /** The least level that is shown; null: what each format has by itself, and in any case what fails. */
  readonly level: ReportedLevel | null
  readonly quiet: boolean
  readonly failOn: ReportedLevel
  /** Nothing is told then: all of it is in the baseline. */
  readonly updateBaseline: boolean
}

/** Writes all reports. A file that cannot be written is told to somebody. */
export async function writeReports(
  results: LintResults,
  options: ReportOptions,
  environment: CliEnvironment,
  failed: (path: string, why: string) => void,
): Promise<void> {
  const { format, outputFiles } = options
  const isQuiet = options.quiet || options.updateBaseline
  const rules = await rulesOf(results, options, environment)
  const written = (name: FormatName) => {
    const report = results.report({ level: levelFor(name, options), isQuiet }, rules)
    return FORMATS[name].write(report)
  }
  for (const { format: name, path } of outputFiles) {
    const report = written(name)
    const text = 'json' in report ? `${jsonText(report.json)}\n` : plainText(report.lines)
    const absolute = resolve(environment.cwd, path)
    try {
      removeDrafts(dirname(absolute), (draft) => draft === basename(absolute))
      replaceFile(absolute, text)
    } catch (error) {
      failed(path, messageOf(error))
    }
  }
  const report = written(format)
  if ('json' in report) environment.output.json(report.json)
  else await print(report.lines, environment.output)
}

/** Lines that are printed at once. */
const AT_ONCE = 200

/** Prints lines; in between, signals come through, and it is seen when nobody reads on. */
async function print(lines: readonly OutputLine[], output: Output): Promise<void> {
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    output.print(...lines.slice(from, from + AT_ONCE))
    await new Promise((resume) => setImmediate(resume))
  }
}

function levelFor(name: FormatName, { level, failOn }: ReportOptions): ReportedLevel {
  if (level !== null) return level
  return FORMATS[name].hasHints || failOn === 'hint' ? 'hint' : 'info'
}

/** What is known of the rules that found something, where a format tells it. */
async function rulesOf(
  results: LintResults,
  { format, outputFiles }: ReportOptions,
  { rulePages }: CliEnvironment,
): Promise<ReadonlyMap<string, ReportedRule>> {
  if (![format, ...outputFiles.map((file) => file.format)].some((name) => FORMATS[name].hasRules)) return new Map()
  const { RULES } = await import('../analysis.ts')
  const used = RULES.filter(({ id }) => results.rules.has(id))
  return new Map(
    used.map(({ id, group, description, severity }) => {
      const file = rulePages === null ? null : join(rulePages, `${id}.md`)
      const page = file !== null && isThere(file) ? readText(file) : null
      return [id, { id, group, description, level: severity === 'information' ? 'info' : severity, page }]
    }),
  )
}
