/** The command line `postmortem`. Exit codes: 0 fine, 1 findings, 2 wrong usage, configuration or files. */
import { VERSION } from '../version.ts'
import { type Arguments, oneOf, readArguments } from './arguments.ts'
import { type LintOptions, runLint } from './lint/lint.ts'
import { LEVELS } from './lint/lint-format.ts'
import { usageOf } from './usage.ts'
import type { World } from './world.ts'

/** Runs a command; returns the exit code. */
export async function main(args: readonly string[], world: World): Promise<number> {
  const read = readArguments(args)
  const { output, cwd } = world
  if ('wrong' in read) return misuse(read.wrong, world)
  const { values, positionals } = read
  const [command, ...rest] = positionals
  if (values.help) {
    output.print(usageOf(command))
    return 0
  }
  if (command === undefined) {
    if (!values.version) return misuse('no command', world)
    output.print(VERSION)
    return 0
  }
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json'])
  if (typeof format === 'object') return misuse(format.wrong, world)
  if (command === 'lint') {
    const options = lintOptions(read, format)
    return 'wrong' in options ? misuse(options.wrong, world) : runLint(rest, options, world)
  }
  const { LOCAL_FILES, runInspect, runRules, runTemplateCheck, startService } = await import('./heavy.ts')
  const service = startService([cwd], { files: LOCAL_FILES, now: world.now, error: output.error }, output.error)
  if (command === 'rules') return runRules(service.rules(), rest, format, world)
  if (command === 'inspect') {
    return rest.length === 0
      ? misuse('inspect: which file?', world)
      : runInspect(service, LOCAL_FILES, rest, format, output)
  }
  const [action, ...templates] = rest
  if (action !== 'check') return misuse('template: only "template check FILE..." is known', world)
  if (templates.length === 0) return misuse('template check: which file?', world)
  return runTemplateCheck(service, LOCAL_FILES, templates, output)
}

function lintOptions(
  { values, positionals }: Arguments,
  format: 'json' | 'text',
): LintOptions | { readonly wrong: string } {
  const failOn = oneOf('--fail-on', values['fail-on'] ?? 'warning', LEVELS)
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

function misuse(why: string, { output }: World): number {
  output.error(`postmortem: ${why}\nSee postmortem --help.`)
  return 2
}
