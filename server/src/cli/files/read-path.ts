import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FileSystem } from '../../ports.ts'
import type { CliEnvironment } from '../environment.ts'

/** A file named on the command line; null, after saying so, when it cannot be read. */
export async function readPath(
  files: FileSystem,
  name: string,
  { cwd, output }: Pick<CliEnvironment, 'cwd' | 'output'>,
): Promise<{ uri: string; text: string } | null> {
  const uri = pathToFileURL(resolve(cwd, name)).href
  const text = await files.readFile(uri)
  if (text === null) output.error(`${name}: cannot be read`)
  return text === null ? null : { uri, text }
}
