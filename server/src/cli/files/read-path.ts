import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { reasonOf } from '../../node/file-problems.ts'
import { readText } from '../../node/files.ts'
import type { CliEnvironment } from '../environment.ts'

/** A file named on the command line; null, after saying so, when it cannot be read. */
export function readPath(
  name: string,
  { cwd, output }: Pick<CliEnvironment, 'cwd' | 'output'>,
): { uri: string; text: string } | null {
  const path = resolve(cwd, name)
  try {
    return { uri: pathToFileURL(path).href, text: readText(path) }
  } catch (error) {
    output.error(`${name}: cannot be read: ${reasonOf(error)}`)
    return null
  }
}
