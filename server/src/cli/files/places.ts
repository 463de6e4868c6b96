/** Paths and URIs on the command line. */
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { isThere, realPath } from '../../node/files.ts'

/** A path as it is printed: relative to a folder, with `/`. On another drive it is absolute. */
export function shownPath(path: string, folder: string): string {
  const shown = relative(folder, path)
  return shown === '' ? '.' : shown.split(sep).join('/')
}

/** Whether a path is a folder or stands in it. Both absolute. */
export function isInside(path: string, folder: string): boolean {
  const inner = relative(folder, path)
  return inner === '' || (!isAbsolute(inner) && inner !== '..' && !inner.startsWith(`..${sep}`))
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

/** Where a file really is; null where that is outside of a folder, because of a link. */
export function realPathWithin(path: string, folder: string): string | null {
  const real = realPath(path)
  return isInside(real, realPath(folder)) ? real : null
}

/** What an error says: our own speak for themselves, those of the file system do not. */
export function messageOf(error: unknown): string {
  return error instanceof Error && !('code' in error) ? error.message : reasonOf(error)
}

/** What an error of the file system says, for a person. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (code || String(error))
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EEXIST: 'a file is in the way',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
}
