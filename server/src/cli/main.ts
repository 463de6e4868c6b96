/** The command line `postmortem`. Exit codes: 0 fine, 1 findings, 2 wrong usage, configuration or files. */
import { dirname, resolve } from 'node:path'
import { VERSION } from '../version.ts'
import { oneOf, readArguments } from './arguments.ts'
import type { CliEnvironment } from './environment.ts'
import { innermostFirst, workspaceOf } from './files/places.ts'
import { runLint } from './lint/lint.ts'
import { lintOptions } from './lint/lint-options.ts'
import { runActions } from './overview/list-actions.ts'
import { runIncidents } from './overview/list-incidents.ts'
import { actionsOptions, incidentsOptions } from './overview/overview-options.ts'
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
  if (command === 'lint') {
    const options = lintOptions(read)
    return 'wrong' in options ? misuse(options.wrong, environment) : runLint(rest, options, environment)
  }
  if (command === 'actions') {
    const options = actionsOptions(read)
    return 'wrong' in options ? misuse(options.wrong, environment) : runActions(rest, options, environment)
  }
  if (command === 'incidents') {
    const options = incidentsOptions(read)
    return 'wrong' in options ? misuse(options.wrong, environment) : runIncidents(rest, options, environment)
  }
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json'])
  if (typeof format === 'object') return misuse(format.wrong, environment)
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

function misuse(why: string, { output }: CliEnvironment): number {
  output.error(`postmortem: ${why}`, 'See postmortem --help.')
  return 2
}
