/** `postmortem inspect`: prints what was understood of documents. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FileSystem } from '../ports.ts'
import type { Inspected, PostMortemService } from '../service.ts'
import { inspectedText } from './inspect-text.ts'
import { lineCounter } from './lines.ts'
import type { Output } from './output.ts'

/** Prints the models of the files; returns the exit code: 2 when one could not be read. */
export async function runInspect(
  service: PostMortemService,
  files: FileSystem,
  paths: readonly string[],
  format: 'json' | 'text',
  output: Output,
): Promise<number> {
  const inspected: Inspected[] = []
  let code = 0
  for (const name of paths) {
    const uri = pathToFileURL(resolve(name)).href
    const text = await files.readFile(uri)
    if (text === null) {
      output.error(`${name}: cannot be read`)
      code = 2
      continue
    }
    inspected.push(await service.inspect({ uri, name, text, lineAt: lineCounter(text) }))
  }
  output.print(format === 'json' ? JSON.stringify(inspected, null, 2) : inspected.map(inspectedText).join('\n\n'))
  return code
}
