/** Files of the fixtures and the real documents, read from disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '..', '..')

/** The text of a file below `test/fixtures`. */
export function fixture(path: string): string {
  return readFileSync(join(ROOT, 'test', 'fixtures', path), 'utf8')
}

/** Names of the files in a folder of `test/fixtures`. */
export function fixtureNames(folder: string): string[] {
  return readdirSync(join(ROOT, 'test', 'fixtures', folder)).sort()
}

/** A file by its path below some folder. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** Markdown files below a folder of the repository, `node_modules` inside it included; empty when it is not there. */
export function markdownFiles(folder: string, most = Number.POSITIVE_INFINITY): TextFile[] {
  const root = join(ROOT, folder)
  if (!existsSync(root)) return []
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:md|markdown)$/i.test(name),
  )
  return names
    .sort()
    .slice(0, most)
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}
