/** `postmortem inspect`: prints what was understood of documents. */
import type { Inspected, PostMortemService } from '../../service.ts'
import type { CliEnvironment } from '../environment.ts'
import { apart, lineCounter } from '../files/lines.ts'
import { readPath } from '../files/read-path.ts'
import { inspectedLines } from './inspect-text.ts'

/** Prints the models of the files; returns the exit code: 2 when one could not be read. */
export async function runInspect(
  service: PostMortemService,
  paths: readonly string[],
  format: 'json' | 'text',
  environment: Pick<CliEnvironment, 'cwd' | 'output'>,
): Promise<number> {
  const inspected: Inspected[] = []
  let code = 0
  for (const name of paths) {
    const file = readPath(name, environment)
    if (file === null) code = 2
    else inspected.push(await service.inspect({ ...file, name, lineAt: lineCounter(file.text) }))
  }
  if (format === 'json') environment.output.json(inspected)
  else environment.output.print(...apart(inspected.map(inspectedLines)))
  return code
}
