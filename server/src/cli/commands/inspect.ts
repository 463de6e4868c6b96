/** `postmortem inspect`: prints what was understood of documents. */
import type { FileSystem } from '../../ports.ts'
import type { Inspected, PostMortemService } from '../../service.ts'
import type { CliEnvironment } from '../environment.ts'
import { lineCounter } from '../files/lines.ts'
import { readPath } from '../files/read-path.ts'
import { inspectedText } from './inspect-text.ts'

/** Prints the models of the files; returns the exit code: 2 when one could not be read. */
export async function runInspect(
  service: PostMortemService,
  files: FileSystem,
  paths: readonly string[],
  format: 'json' | 'text',
  environment: Pick<CliEnvironment, 'cwd' | 'output'>,
): Promise<number> {
  const inspected: Inspected[] = []
  let code = 0
  for (const name of paths) {
    const file = await readPath(files, name, environment)
    if (file === null) code = 2
    else inspected.push(await service.inspect({ ...file, name, lineAt: lineCounter(file.text) }))
  }
  environment.output.print(
    format === 'json' ? JSON.stringify(inspected, null, 2) : inspected.map(inspectedText).join('\n\n'),
  )
  return code
}
