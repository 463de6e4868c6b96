/** `postmortem template check`: prints the schema that was understood of a template, and its mistakes. */
import type { DescribedTemplate, PostMortemService } from '../../service.ts'
import type { CliEnvironment } from '../environment.ts'
import { lineCounter } from '../files/lines.ts'
import { readPath } from '../files/read-path.ts'

/** Exit code: 0 when all is well, 1 when a template has mistakes, 2 when one cannot be read. */
export async function runTemplateCheck(
  service: PostMortemService,
  paths: readonly string[],
  environment: Pick<CliEnvironment, 'cwd' | 'output'>,
): Promise<number> {
  const { output } = environment
  let code = 0
  for (const name of paths) {
    const file = readPath(name, environment)
    if (file === null) {
      code = 2
      continue
    }
    const described = service.describeTemplate(name, file.text)
    output.print(...linesOf(name, described))
    const lineAt = lineCounter(file.text)
    for (const { start, message } of described.problems) output.error(`${name}:${lineAt(start)}: ${message}`)
    if (described.problems.length > 0 && code === 0) code = 1
  }
  return code
}

function linesOf(name: string, { title, sections, values, idPattern }: DescribedTemplate): string[] {
  const lines = [`${name}: ${title}`]
  if (idPattern) lines.push(`  incident ID  ${idPattern}`)
  for (const { name: list, entries } of values) lines.push(`  ${list.padEnd(12)} ${entries.join(', ')}`)
  for (const { heading, level, kinds, required, parts } of sections) {
    const indent = '  '.repeat(Math.max(1, level))
    const notes = [required ? 'required' : 'optional', ...kinds].join(', ')
    lines.push(`${indent}${'#'.repeat(level)} ${heading}  (${notes})`)
    for (const part of parts) lines.push(`${indent}  ${part}`)
  }
  return lines
}
