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
  return markdownPaths(folder)
    .slice(0, most)
    .map((path) => markdownFile(folder, path))
}

/** Their paths below the folder, sorted. */
export function markdownPaths(folder: string): string[] {
  const root = join(ROOT, folder)
  if (!existsSync(root)) return []
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => /\.(?:md|markdown)$/i.test(path)).sort()
}

/** One of them. */
export function markdownFile(folder: string, path: string): TextFile {
  return { path, text: readFileSync(join(ROOT, folder, path), 'utf8') }
}
