/** Paths and URIs on the command line. */
import { dirname, join, relative, resolve, sep } from 'node:path'
import { isInside, isThere } from '../../node/files.ts'

/** A path as it is printed: relative to a folder, with `/`. On another drive it is absolute. */
export function shownPath(path: string, folder: string): string {
  const shown = relative(folder, path)
  return shown === '' ? '.' : shown.split(sep).join('/')
}

/** The workspace that a folder belongs to: its repository, else the current folder, else the folder itself. */
export function workspaceOf(folder: string, cwd: string): string {
  return repositoryOf(folder) ?? (isInside(folder, cwd) ? cwd : folder)
}

/** Workspaces, each once; the first that holds a file is its own. */
export function innermostFirst(workspaces: readonly string[]): string[] {
  return [...new Set(workspaces)].sort((a, b) => b.length - a.length)
}

/** The nearest folder above that has a `.git`; null outside of any repository. */
function repositoryOf(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (isThere(join(at, '.git'))) return at
    if (dirname(at) === at) return null
  }
}
