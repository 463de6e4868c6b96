/** The command line `postmortem`. Exit codes: 0 fine, 1 findings, 2 wrong usage, configuration or files. */
import { dirname, resolve } from 'node:path'
import { VERSION } from '../version.ts'
import { type Arguments, oneOf, readArguments } from './arguments.ts'
import type { CliEnvironment } from './environment.ts'
import { innermostFirst, workspaceOf } from './files/places.ts'
import { type LintOptions, runLint } from './lint/lint.ts'
import { REPORTED_LEVELS } from './lint/lint-format.ts'
import { usageOf } from './usage.ts'

/** Runs a command; returns the exit code. */
export async function main(args: readonly string[], environment: CliEnvironment): Promise<number> {
  const read = readArguments(args)
  const { output, cwd, now } = environment
  if ('wrong' in read) return misuse(read.wrong, environment)
  const { values, positionals } = read
  const [command, ...rest] = positionals
  if (values.help) {
    output.print(...usageOf(command).split('\n'))
    return 0
  }
  if (command === undefined) {
    if (!values.version) return misuse('no command', environment)
    output.print(VERSION)
    return 0
  }
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json'])
  if (typeof format === 'object') return misuse(format.wrong, environment)
  if (command === 'lint') {
    const options = lintOptions(read, format)
    return 'wrong' in options ? misuse(options.wrong, environment) : runLint(rest, options, environment)
  }
  const { runExplain, runInspect, runRules, runTemplateCheck, startService } = await import('./analysis.ts')
  // Each file is named by its path in its repository, as in `lint`.
  const workspaces = command === 'inspect' ? rest.map((name) => workspaceOf(dirname(resolve(cwd, name)), cwd)) : [cwd]
  let hasFailed = false
  const fail = (text: string) => {
    hasFailed = true
    output.error(text)
  }
  const service = startService(innermostFirst(workspaces), now, output.error, fail)
  if (command === 'rules') return runRules(service.rules(), rest, format, environment)
  if (command === 'inspect') {
    if (values.explain && format === 'json') return misuse('inspect: --explain prints text', environment)
    if (rest.length === 0) return misuse('inspect: which file?', environment)
    const code = values.explain
      ? await runExplain(service, rest, environment)
      : await runInspect(service, rest, format, environment)
    return hasFailed ? 2 : code
  }
  const [action, ...templates] = rest
  if (action !== 'check') return misuse('template: only "template check FILE..." is known', environment)
  if (templates.length === 0) return misuse('template check: which file?', environment)
  return runTemplateCheck(service, templates, environment)
}

function lintOptions(
  { values, positionals }: Arguments,
  format: 'json' | 'text',
): LintOptions | { readonly wrong: string } {
  const failOn = oneOf('--fail-on', values['fail-on'] ?? 'warning', REPORTED_LEVELS)
  if (typeof failOn === 'object') return failOn
  const { stdin = false, fix = false, today = false, config = null, baseline = null } = values
  const path = values['stdin-path']
  const names = positionals.length - 1
  if (!stdin && names === 0) return { wrong: 'lint: which file or folder?' }
  if (stdin && names > 0) return { wrong: 'lint: either --stdin or files' }
  if (stdin && fix) return { wrong: 'lint: --fix writes files, and --stdin is none' }
  if (path !== undefined && !stdin) return { wrong: 'lint: --stdin-path is for --stdin' }
  const { cache = false } = values
  const location = values['cache-location'] ?? null
  if (stdin && cache) return { wrong: 'lint: --cache is for files, and --stdin is none' }
  if (location !== null && !cache) return { wrong: 'lint: --cache-location needs --cache' }
  const updateBaseline = values['update-baseline'] ?? false
  if (updateBaseline && baseline === null) return { wrong: 'lint: --update-baseline needs --baseline FILE' }
  const stdinPath = stdin ? (path ?? null) : undefined
  const kept = cache ? { location } : null
  return { fix, format, config, baseline, updateBaseline, failOn, today, stdinPath, cache: kept }
}

function misuse(why: string, { output }: CliEnvironment): number {
  output.error(`postmortem: ${why}`, 'See postmortem --help.')
  return 2
}
