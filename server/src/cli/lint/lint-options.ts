/** The options of `postmortem lint`. */
import { type Arguments, oneOf } from '../arguments.ts'
import { FORMAT_NAMES, type FormatName } from './formats/formats.ts'
import { REPORTED_LEVELS } from './lint-format.ts'
import type { FailOptions } from './lint-results.ts'
import type { ReportOptions } from './write-reports.ts'

/** What the options say. */
export interface LintOptions extends FailOptions, ReportOptions {
  readonly fix: boolean
  /** Paths, as they were given. */
  readonly config: string | null
  readonly baseline: string | null
  /** Where the text on standard input stands, null where it has no name; undefined: there is none. */
  readonly stdinPath: string | null | undefined
  /** Whether what is found is kept for the next run, and where: a path as it was given, null for the usual place. */
  readonly cache: { readonly location: string | null } | null
}

interface Wrong {
  readonly wrong: string
}

/** The options, or what is wrong with them. */
export function lintOptions({ values, positionals }: Arguments): LintOptions | Wrong {
  const format = oneOf('--format', values.format ?? 'text', FORMAT_NAMES)
  if (typeof format === 'object') return format
  const level = values.level === undefined ? null : oneOf('--level', values.level, REPORTED_LEVELS)
  if (level !== null && typeof level === 'object') return level
  const failing = failOptions(values)
  if ('wrong' in failing) return failing
  const outputFiles = readOutputFiles(values['output-file'] ?? [])
  if ('wrong' in outputFiles) return outputFiles
  const { stdin = false, fix = false, config = null, baseline = null, quiet = false, cache = false } = values
  const path = values['stdin-path']
  const names = positionals.length - 1
  if (!stdin && names === 0) return { wrong: 'lint: which file or folder?' }
  if (stdin && names > 0) return { wrong: 'lint: either --stdin or files' }
  if (stdin && fix) return { wrong: 'lint: --fix writes files, and --stdin is none' }
  if (path !== undefined && !stdin) return { wrong: 'lint: --stdin-path is for --stdin' }
  const location = values['cache-location'] ?? null
  if (stdin && cache) return { wrong: 'lint: --cache is for files, and --stdin is none' }
  if (location !== null && !cache) return { wrong: 'lint: --cache-location needs --cache' }
  if (quiet && level !== null) return { wrong: 'lint: either --quiet, which shows what fails, or --level' }
  const updateBaseline = values['update-baseline'] ?? false
  if (updateBaseline && baseline === null) return { wrong: 'lint: --update-baseline needs --baseline FILE' }
  const stdinPath = stdin ? (path ?? null) : undefined
  const kept = cache ? { location } : null
  return {
    ...failing,
    fix,
    format,
    outputFiles,
    level,
    quiet,
    config,
    baseline,
    updateBaseline,
    stdinPath,
    cache: kept,
  }
}

function failOptions(values: Arguments['values']): FailOptions | Wrong {
  const most = values['max-warnings']
  const failOn = oneOf('--fail-on', values['fail-on'] ?? (most === undefined ? 'warning' : 'error'), REPORTED_LEVELS)
  if (typeof failOn === 'object') return failOn
  const { today = false } = values
  if (most === undefined) return { failOn, today, maxWarnings: null }
  if (!/^\d{1,9}$/.test(most)) return { wrong: `--max-warnings is a number, not "${most}"` }
  if (failOn !== 'error')
    return { wrong: `lint: with --fail-on ${failOn} each warning fails: leave out --max-warnings` }
  return { failOn, today, maxWarnings: Number(most) }
}

function readOutputFiles(given: readonly string[]): ReportOptions['outputFiles'] | Wrong {
  const files: { format: FormatName; path: string }[] = []
  for (const value of given) {
    const at = value.indexOf('=')
    if (at < 1 || at === value.length - 1) return { wrong: `--output-file is FORMAT=PATH, not "${value}"` }
    const format = oneOf('--output-file', value.slice(0, at), FORMAT_NAMES)
    if (typeof format === 'object') return format
    files.push({ format, path: value.slice(at + 1) })
  }
  return files
}
