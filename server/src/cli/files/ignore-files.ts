/** What the ignore files of a repository leave out: `.gitignore` in every folder, and `.git/info/exclude`. */
import { platform } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { isFolder, isThere, readText } from '../../node/files.ts'
import { isInside } from './places.ts'

/** The patterns of one ignore file. */
interface Patterns {
  /** Folder that they are relative to. */
  readonly folder: string
  readonly ignore: Ignore
}

/** The ignore files that hold in a folder, the one that wins first. */
export type IgnoreFiles = readonly Patterns[]

/**
 * The ignore files above a folder, from the top of its workspace on. Where they leave out the folder itself, which
 * somebody wants to be searched nevertheless, none of them counts.
 */
export function ignoreFilesAbove(folder: string, top: string): IgnoreFiles {
  if (folder === top || !isInside(folder, top)) return exclude(folder)
  const parents: string[] = []
  for (let at = dirname(folder); ; at = dirname(at)) {
    parents.unshift(at)
    if (at === top) break
  }
  const files = parents.reduce<IgnoreFiles>((outer, parent) => ignoreFilesIn(parent, outer), exclude(top))
  return isIgnored(folder, true, files) ? [] : files
}

/** Those that hold in a folder, its own first. */
export function ignoreFilesIn(folder: string, above: IgnoreFiles): IgnoreFiles {
  const own = patternsOf(join(folder, '.gitignore'), folder)
  return own ? [own, ...above] : above
}

/** Whether a file or folder is left out; whether the folder that it stands in is, is not asked. */
export function isIgnored(path: string, isFolder: boolean, files: IgnoreFiles): boolean {
  for (const { folder, ignore: patterns } of files) {
    const inside = relative(folder, path).split(sep).join('/')
    const { ignored, unignored } = patterns.test(isFolder ? `${inside}/` : inside)
    if (ignored || unignored) return ignored
  }
  return false
}

function exclude(repository: string): IgnoreFiles {
  const git = gitFolder(repository)
  const patterns = git && patternsOf(join(git, 'info', 'exclude'), repository)
  return patterns ? [patterns] : []
}

/** Where the files of Git itself are: in a work tree or a submodule `.git` is a file that names the folder. */
function gitFolder(repository: string): string | null {
  const git = join(repository, '.git')
  if (isThere(git) && isFolder(git)) return git
  const named = /^gitdir: (.+)$/m.exec(textOf(git) ?? '')?.[1]
  if (named === undefined) return null
  const folder = resolve(repository, named.trim())
  return resolve(folder, textOf(join(folder, 'commondir'))?.trim() ?? '.')
}

function patternsOf(path: string, folder: string): Patterns | null {
  const text = textOf(path)
  if (text === null || text.trim() === '') return null
  // As Git does by default: file systems of Windows and macOS do not tell cases apart.
  const ignorecase = ['win32', 'darwin'].includes(platform())
  return { folder, ignore: ignore({ ignorecase }).add(text) }
}

function textOf(path: string): string | null {
  try {
    return readText(path).replace(/^\uFEFF/, '')
  } catch {
    return null
  }
}
