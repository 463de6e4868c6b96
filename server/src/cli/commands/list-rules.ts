/** `postmortem rules`: lists the rules, or prints the page of one. */
import { join } from 'node:path'
import { reasonOf } from '../../node/file-problems.ts'
import { readText } from '../../node/files.ts'
import type { RuleMeta } from '../../service.ts'
import { unknown } from '../arguments.ts'
import type { CliEnvironment } from '../environment.ts'
import type { ReportedLevel } from '../lint/lint-format.ts'

/** A rule as `--format json` prints it: see docs/command-line.md. */
export interface ListedRule {
  readonly id: string
  readonly group: string
  readonly severity: ReportedLevel | 'off'
  readonly fixable: boolean
  readonly description: string
  readonly since: string
}

/** Prints all rules, or those that are named; returns the exit code: 2 for one that there is not. */
export function runRules(
  rules: readonly RuleMeta[],
  names: readonly string[],
  format: 'json' | 'text',
  { output, rulePages }: Pick<CliEnvironment, 'output' | 'rulePages'>,
): number {
  const ids = rules.map(({ id }) => id)
  const wrong = names.find((name) => !ids.includes(name))
  if (wrong !== undefined) {
    output.error(`postmortem: ${unknown('rule', wrong, ids)}`)
    return 2
  }
  const listed = rules.filter(({ id }) => names.length === 0 || names.includes(id)).map(listedRule)
  if (format === 'json') output.json(listed)
  else if (names.length === 0) output.print(...listLines(listed))
  else return printPages(names, rulePages, output)
  return 0
}

function listedRule({ id, group, severity, fixAll, description, since }: RuleMeta): ListedRule {
  const level = severity === 'information' ? 'info' : severity
  return { id, group, severity: level, fixable: fixAll === true, description, since }
}

function listLines(rules: readonly ListedRule[]): string[] {
  const width = (of: (rule: ListedRule) => string) => Math.max(...rules.map((rule) => of(rule).length))
  const [ids, groups, levels] = [width(({ id }) => id), width(({ group }) => group), width((rule) => rule.severity)]
  return rules.map(({ id, group, severity, description }) =>
    [id.padEnd(ids), group.padEnd(groups), severity.padEnd(levels), description].join('  '),
  )
}

function printPages(names: readonly string[], folder: string | null, output: CliEnvironment['output']): number {
  if (folder === null) {
    output.error('postmortem: the pages of the rules are not installed')
    return 2
  }
  for (const name of names) {
    try {
      output.print(
        ...readText(join(folder, `${name}.md`))
          .trimEnd()
          .split(/\r?\n/),
      )
    } catch (error) {
      output.error(`${name}.md: cannot be read: ${reasonOf(error)}`)
      return 2
    }
  }
  return 0
}
